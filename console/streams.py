"""Server-sent events of the console: how they are written, and that they end with the session they belong to."""

import time
from collections.abc import AsyncIterator, Callable
from uuid import UUID

from anyio import to_thread
from fastapi.responses import StreamingResponse

from common.database import transaction
from console.people import sessions

LOOK_AGAIN = 15.0
"""Seconds after which a session is looked at again, however much there is to tell."""


def event(name: str, data: str = "{}") -> bytes:
    """One event; `data` has no line breaks of its own."""
    return f"event: {name}\ndata: {data}\n\n".encode()


def _open(session_id: UUID) -> bool:
    with transaction() as session:
        return sessions.still_open(session, session_id)


async def while_signed_in(
    session_id: UUID, source: AsyncIterator[tuple[str, str] | None], on_close: Callable[[], None] = lambda: None
) -> AsyncIterator[bytes]:
    """The events of `source` until the session ends, which is looked at again every LOOK_AGAIN seconds; a None of the
    source is a heartbeat. Closing the browser closes the source."""
    try:
        yield b"retry: 2000\n\n" + event("open")
        looked = time.monotonic()
        async for item in source:
            if item is None or time.monotonic() - looked >= LOOK_AGAIN:
                if not await to_thread.run_sync(_open, session_id):
                    yield event("session-ended")
                    return
                looked = time.monotonic()
            yield b": still here\n\n" if item is None else event(*item)
    finally:
        on_close()


def stream(events: AsyncIterator[bytes]) -> StreamingResponse:
    """The response of a stream, which no proxy may hold back."""
    return StreamingResponse(events, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})
