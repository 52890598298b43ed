"""A stand-in for Rasa that survives SIGKILL: trackers in PostgreSQL, saved when a turn ends, reports through the API.

For runs without a trained model (`--stand-in`). It answers each message once it heard it, and after the fifth of a
person it asks the policy backend for a report number, as the assistant's actions do.
"""

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import psycopg
import uvicorn
from psycopg_pool import AsyncConnectionPool
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

ENOUGH = 5
TABLE = (
    "CREATE TABLE IF NOT EXISTS stand_in_events "
    "(id bigint GENERATED ALWAYS AS IDENTITY, sender text NOT NULL, event jsonb NOT NULL);"
    "CREATE INDEX IF NOT EXISTS stand_in_events_sender ON stand_in_events (sender, id)"
)
DSN = os.environ.get("CABINA_TRACKER_URL", "")
pool = AsyncConnectionPool(DSN, min_size=1, max_size=8, open=False)
http = httpx.AsyncClient(
    base_url=os.environ.get("CABINA_API_URL", ""),
    headers={"Authorization": f"Bearer {os.environ.get('CABINA_API_TOKEN', '')}"},
    timeout=5,
)


async def _events(sender: str) -> list[dict[str, object]]:
    async with pool.connection() as connection:
        cursor = await connection.execute("SELECT event FROM stand_in_events WHERE sender = %s ORDER BY id", (sender,))
        return [row[0] for row in await cursor.fetchall()]


async def _report(sender: str) -> str | None:
    draft = {"incident_type": "collision", "channel": "whatsapp", "conversation_id": sender, "loss": 1}
    answer = await http.post("/api/v1/claims", json=draft, headers={"Idempotency-Key": f"{sender}:1"})
    return answer.json()["report_number"] if answer.status_code == httpx.codes.CREATED else None


async def turn(request: Request) -> Response:
    """One turn, saved in one go at its end, as Rasa saves a tracker."""
    body = await request.json()
    sender = body["sender"]
    heard = sum(event["event"] == "user" for event in await _events(sender)) + 1
    number = await _report(sender) if heard == ENOUGH else None
    texts = [f"Entendí: {body['message']}"]
    if number:
        texts.append(f"Su reporte es {number[:2]}-{number[2:9]}-{number[9:]}.")
    state = {
        "expects": None if number else "description", "claim": {"loss": 1, "incident_type": "collision"},
        "report_number": number, "handover": None, "priority": "normal", "intent": "inform", "confidence": 1.0,
        "understood": {"description": body["message"]},
    }  # fmt: skip
    user = {"event": "user", "text": body["message"], "metadata": body["metadata"]}
    bots = [{"event": "bot", "text": text, "data": {}} for text in texts]
    last = {"event": "bot", "text": None, "data": {"custom": {"cabina": state}}}
    async with pool.connection() as connection:
        await connection.cursor().executemany(
            "INSERT INTO stand_in_events (sender, event) VALUES (%s, %s)",
            [(sender, json.dumps(event)) for event in (user, *bots, last)],
        )
    return JSONResponse([*({"text": text} for text in texts), {"custom": {"cabina": state}}])


async def tracker(request: Request) -> Response:
    """The tracker, for the answer of a turn that was already made."""
    return JSONResponse({"events": await _events(request.path_params["sender"])})


async def status(_: Request) -> Response:
    """Ready."""
    return JSONResponse({"model_file": "stand-in"})


@asynccontextmanager
async def _lifespan(_: Starlette) -> AsyncIterator[None]:
    async with await psycopg.AsyncConnection.connect(DSN, autocommit=True) as connection:
        await connection.execute(TABLE)
    await pool.open()
    yield


def main() -> None:
    """Serve on RASA_PORT until killed."""
    routes = [
        Route("/webhooks/cabina/webhook", turn, methods=["POST"]),
        Route("/conversations/{sender}/tracker", tracker),
        Route("/status", status),
    ]
    app = Starlette(routes=routes, lifespan=_lifespan)
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ["RASA_PORT"]), log_level="warning")


if __name__ == "__main__":
    main()
