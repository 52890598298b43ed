"""Bodies that are too large are refused before they are read whole."""

import re
from collections.abc import Sequence

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from common.problems import Problem, problem_response


class TooLarge(Problem):
    status, kind, title = 413, "too-large", "Body too large"


def _refusal(limit: int) -> Response:
    return problem_response(TooLarge(f"Lo que envió es demasiado grande: caben {limit // 1024} KB."))


class BodyLimit:
    """ASGI middleware: at most `default` bytes a body, or what the first matching (path pattern, bytes) allows."""

    def __init__(self, app: ASGIApp, default: int, exceptions: Sequence[tuple[str, int]] = ()) -> None:
        self._app, self._default = app, default
        self._exceptions = [(re.compile(pattern), limit) for pattern, limit in exceptions]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 413 to a body that says it is too large, or turns out to be."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = next((size for pattern, size in self._exceptions if pattern.fullmatch(scope["path"])), self._default)
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if announced.isdigit() and int(announced) > limit:
            await _refusal(limit)(scope, receive, send)
            return
        taken, refused, started = 0, False, False

        async def counted() -> Message:
            nonlocal taken, refused
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                refused = True
                return {"type": "http.disconnect"}
            return message

        async def guarded(message: Message) -> None:
            nonlocal started
            if refused and not started:
                return
            started = True
            await send(message)

        try:
            await self._app(scope, counted, guarded)
        except Exception:
            if not refused or started:
                raise
        if refused and not started:
            await _refusal(limit)(scope, receive, send)
