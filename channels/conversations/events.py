"""What changes in conversations, as it changes: one PostgreSQL listener a process, any number of waiting streams."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Iterator

import psycopg

from channels.conversations.store import LIVE_CHANNEL
from common.database import conninfo

log = logging.getLogger(__name__)

EVERYTHING = ""
"""In place of a conversation's id, for those who look at all of them: anything may have changed."""
_RECONNECT_SECONDS = 1.0


class Hub:
    """Wakes whoever waits for a conversation. A wake says "look again", never what is there, so none can be wrong."""

    def __init__(self) -> None:
        self._waiting: dict[str, set[Callable[[str], None]]] = {}
        self._everything: set[Callable[[str], None]] = set()

    async def run(self) -> None:
        """Listen until cancelled; after a lost connection everybody is woken, since something may have been missed."""
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(conninfo(), autocommit=True) as connection:
                    await connection.execute(f"LISTEN {LIVE_CHANNEL}")
                    self._wake_all()
                    async for notice in connection.notifies():
                        self.wake(notice.payload)
            except psycopg.Error as error:
                log.warning("listener lost its connection", extra={"error": type(error).__name__})
            await asyncio.sleep(_RECONNECT_SECONDS)

    def wake(self, conversation_id: str) -> None:
        """Wake those who wait for this conversation and those who wait for any."""
        for call in (*self._waiting.get(conversation_id, ()), *self._everything):
            call(conversation_id)

    @contextlib.contextmanager
    def changes(self, conversation_id: str | None = None) -> Iterator["Changes"]:
        """Changes of one conversation, or of all with None, for as long as the block lasts."""
        changes = Changes()
        group = self._everything if conversation_id is None else self._waiting.setdefault(conversation_id, set())
        group.add(changes.note)
        try:
            yield changes
        finally:
            group.discard(changes.note)
            if conversation_id is not None and not group:
                self._waiting.pop(conversation_id, None)

    def _wake_all(self) -> None:
        for conversation_id in [*self._waiting, EVERYTHING]:
            self.wake(conversation_id)


class Changes:
    """What changed since it was last asked."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._event = asyncio.Event()

    def note(self, conversation_id: str) -> None:
        """Remember that the conversation changed."""
        self._ids.add(conversation_id)
        self._event.set()

    async def next(self, timeout: float) -> set[str]:
        """The ids that changed since the last call, waiting at most `timeout` seconds; empty when nothing did."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._event.wait(), timeout)
        self._event.clear()
        ids, self._ids = self._ids, set()
        return ids


@contextlib.asynccontextmanager
async def listening(hub: Hub) -> AsyncIterator[None]:
    """Run the hub's listener while the block lasts."""
    task = asyncio.create_task(hub.run())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
