"""How the whole is: `/healthz`, `/readyz`, `/metrics` (contracts, section 3)."""

import asyncio

import httpx
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from channels.conversations import health
from common.settings import settings

router = APIRouter(tags=["health"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Alive: the process answers."""
    return {"status": "alive"}


@router.get("/readyz")
async def readyz(request: Request) -> Response:
    """Each dependency by name; 200 only when all are usable, else 503."""
    database, worker, rasa, actions = await asyncio.gather(
        asyncio.to_thread(health.database_ready),
        asyncio.to_thread(health.worker_ready),
        health.rasa_ready(request.state.rasa),
        _actions_ready(),
    )
    dependencies = {"database": database, "worker": worker, "rasa": rasa, "actions": actions}
    ready = all(dependencies.values())
    return JSONResponse(
        {"status": "ready" if ready else "not ready", "dependencies": dependencies}, 200 if ready else 503
    )


@router.get("/metrics", response_class=Response)
def metrics() -> Response:
    """Prometheus' text format; labels carry no personal data."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _actions_ready() -> bool:
    url = httpx.URL(settings().actions_url).copy_with(path="/health")
    try:
        async with httpx.AsyncClient(timeout=2, trust_env=False) as client:
            return (await client.get(url)).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
