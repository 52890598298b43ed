"""What the console's streams do when the session ends and when the database goes away for a moment."""

import asyncio
from uuid import uuid4

from sqlalchemy import text

from channels.conversations.events import EVERYTHING, Hub, listening
from common.database import transaction
from console import streams
from console.board.feed import BoardFeed, events
from console.board.model import BoardFilter

CUT = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN cabina%'")


async def without_pause():
    """A source that always has something to tell."""
    while True:
        yield "rows", "[]"
        await asyncio.sleep(0)


def test_a_revoked_session_ends_a_stream_that_never_falls_silent(monkeypatch):
    asked = []
    monkeypatch.setattr(streams, "LOOK_AGAIN", 0.0)
    monkeypatch.setattr(streams, "_open", lambda session_id: asked.append(session_id) or len(asked) < 3)

    async def look() -> list[bytes]:
        return [chunk async for chunk in streams.while_signed_in(uuid4(), without_pause())]

    told = asyncio.run(asyncio.wait_for(look(), 5))
    assert told[-1] == streams.event("session-ended") and len(told) == 4


def test_a_board_reloads_after_the_database_was_away(database):
    async def look() -> list[str]:
        hub, told = Hub(), []
        feed = BoardFeed(hub)
        async with listening(hub):
            with hub.changes() as changes:
                assert await changes.next(5) == {EVERYTHING}
                subscriber = feed.open(BoardFilter(), personal=True)
                await asyncio.sleep(0)
                with transaction() as session:
                    assert session.scalar(CUT)
                assert await changes.next(5) == {EVERYTHING}
            async for item in events(feed, subscriber):
                told.append(item[0])
                if "reload" in told:
                    break
        feed.close(subscriber)
        return told

    assert asyncio.run(asyncio.wait_for(look(), 15))[-1] == "reload"
