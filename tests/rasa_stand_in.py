"""A stand-in for Rasa's HTTP API, for tests in which the assistant's words are not the point.

It answers as the channel `cabina` does, keeps trackers as Rasa does (saved when the turn ends), and can be made to
refuse, to fail, to be slow, or to lose its answer on the way back.
"""

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.serving import free_port, serving


@dataclass
class RasaStandIn:
    """What it heard and how it behaves. `script` maps a text to (replies, changes of the state)."""

    port: int
    heard: list[dict[str, Any]] = field(default_factory=list)
    trackers: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    script: dict[str, tuple[list[Any], dict[str, Any]]] = field(default_factory=dict)
    status: int = 200
    seconds: float = 0.0
    loses_answers: int = 0
    empty: bool = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def texts(self) -> list[str]:
        return [turn["message"] for turn in self.heard]

    async def turn(self, request: Request) -> Response:
        body = await request.json()
        self.heard.append(body)
        if self.seconds:
            await asyncio.sleep(self.seconds)
        if self.status != 200:
            return JSONResponse({"reason": "made to fail"}, self.status)
        if self.empty:
            return JSONResponse([])
        replies, changes = self.script.get(body["message"], ([f"Entendí: {body['message'][:40]}"], {}))
        items = [reply if isinstance(reply, dict) else {"text": reply} for reply in replies]
        state = {
            "expects": "location", "claim": {"loss": 1, "incident_type": "collision"}, "report_number": None,
            "handover": None, "priority": "normal", "intent": "report_loss", "confidence": 0.9, "understood": {},
        } | changes  # fmt: skip
        events = self.trackers.setdefault(body["sender"], [])
        events.append({"event": "user", "text": body["message"], "metadata": body["metadata"]})
        for item in items:
            events.append({"event": "bot", "text": item["text"], "data": {"buttons": item.get("buttons")}})
        events.append({"event": "bot", "text": None, "data": {"custom": {"cabina": state}}})
        if self.loses_answers:
            self.loses_answers -= 1
            return Response(status_code=502)
        return JSONResponse([*items, {"custom": {"cabina": state}}])

    async def tracker(self, request: Request) -> Response:
        return JSONResponse({"events": self.trackers.get(request.path_params["sender"], [])})

    async def ready(self, request: Request) -> Response:
        return JSONResponse({"model_file": "stand-in"})


@contextlib.contextmanager
def rasa_stand_in(port: int | None = None) -> Iterator[RasaStandIn]:
    """A stand-in served on loopback while the block lasts, on a free port unless told one."""
    stand_in = RasaStandIn(port or free_port())
    routes = [
        Route("/webhooks/cabina/webhook", stand_in.turn, methods=["POST"]),
        Route("/conversations/{sender}/tracker", stand_in.tracker),
        Route("/status", stand_in.ready),
        Route("/health", stand_in.ready),
    ]
    with serving(Starlette(routes=routes), stand_in.port):
        yield stand_in
