"""The board as it changes: one task a process turns notices into rows, every open board gets those it shows."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID

from anyio import to_thread

from channels.conversations.events import EVERYTHING, Hub
from common.database import transaction
from console.board.model import BoardFilter, BoardRow
from console.board.store import belongs, rows
from console.web import fragment

log = logging.getLogger(__name__)
TICK = 0.25
QUEUE = 200


@dataclass(eq=False)
class Subscriber:
    """An open board: what it shows, and what it has still to be told. `lost`: it fell behind and must reload."""

    shows: BoardFilter
    personal: bool
    queue: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(QUEUE))
    lost: bool = False


class BoardFeed:
    """Reads changed conversations once, whatever the number of boards, and hands out their rows."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._subscribers: set[Subscriber] = set()
        self._task: asyncio.Task[None] | None = None

    def open(self, shows: BoardFilter, personal: bool) -> Subscriber:
        """A new open board; the first one starts the task."""
        subscriber = Subscriber(shows, personal)
        self._subscribers.add(subscriber)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())
        return subscriber

    def close(self, subscriber: Subscriber) -> None:
        """The board was closed; without any the task ends."""
        self._subscribers.discard(subscriber)
        if not self._subscribers and self._task:
            self._task.cancel()
            self._task = None

    async def _run(self) -> None:
        with self._hub.changes() as changes:
            while True:
                ids = await changes.next(60)
                if EVERYTHING in ids:
                    self._lose_all()
                elif ids:
                    try:
                        await self._tell(ids)
                    except Exception:
                        log.exception("board feed failed; boards are asked to reload")
                        self._lose_all()
                    await asyncio.sleep(TICK)

    async def _tell(self, ids: set[str]) -> None:
        changed = await to_thread.run_sync(_read, ids)
        told: dict[tuple[BoardFilter, bool], str] = {}
        for subscriber in list(self._subscribers):
            key = (subscriber.shows, subscriber.personal)
            if key not in told:
                told[key] = json.dumps([_item(row, *key) for row in changed])
            self._push(subscriber, told[key])

    def _push(self, subscriber: Subscriber, text: str) -> None:
        try:
            subscriber.queue.put_nowait(text)
        except asyncio.QueueFull:
            subscriber.lost = True

    def _lose_all(self) -> None:
        """Ask every board to reload."""
        for subscriber in self._subscribers:
            subscriber.lost = True
            self._push(subscriber, "[]")  # wakes it


@lru_cache(maxsize=1)
def of_process(hub: Hub) -> BoardFeed:
    """The one feed of this process, over its listener."""
    return BoardFeed(hub)


def _read(ids: set[str]) -> list[BoardRow]:
    with transaction() as session:
        return list(rows(session, [UUID(text) for text in ids]))


def _item(row: BoardRow, shows: BoardFilter, personal: bool) -> dict[str, Any]:
    """What a board does with a changed row: show it in its place, or take it away."""
    if not (belongs(row) and shows.shows(row)):
        return {"id": str(row.id), "html": None}
    return {"id": str(row.id), "rank": row.rank, "html": render_row(row, personal)}


def render_row(row: BoardRow, personal: bool) -> str:
    """The HTML of a row; without `personal`, plates and phone are masked. A reveal, which lasts minutes, changes no
    board, which is open for hours."""
    return fragment("board_row.html", row=row, personal=personal)


async def events(feed: BoardFeed, subscriber: Subscriber) -> AsyncIterator[tuple[str, str] | None]:
    """(event, data) for a board, None when nothing happened for a while; ends never by itself."""
    while True:
        if subscriber.lost:
            subscriber.lost = False
            yield "reload", "{}"
        try:
            yield "rows", await asyncio.wait_for(subscriber.queue.get(), 15)
        except TimeoutError:
            yield None
