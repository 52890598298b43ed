"""The board's page and its stream."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.orm import Session

from common.clock import now
from common.database import session_dependency
from console import words
from console.board import feed as feeds
from console.board.model import BoardFilter
from console.board.store import board
from console.people.access import Visitor, signed_in
from console.streams import stream, while_signed_in
from console.views.store import views_of
from console.web import page

router = APIRouter(prefix="/console", include_in_schema=False)
Db = Depends(session_dependency)
Watcher = Depends(signed_in("conversations:read"))
Text = Annotated[str, Query(max_length=100)]


def wanted(
    state: Text = "", channel: Text = "", priority: Text = "", incident: Text = "", place: Text = "", mine: Text = ""
) -> BoardFilter:
    """The filter of the URL; words that are none show nothing rather than fail."""
    return BoardFilter(state, channel, priority, incident, place.strip(), mine)


@router.get("")
def board_page(
    request: Request, shows: BoardFilter = Depends(wanted), visitor: Visitor = Watcher, db: Session = Db
) -> HTMLResponse:
    """The live queue."""
    rows = board(db, shows)
    return page(
        request,
        "board.html",
        visitor,
        db=db,
        rows=rows,
        shows=shows,
        words=words,
        personal=visitor.may("personal-data"),
        server_now=now(),
        views=views_of(db, visitor.id, "/console"),
        counts={
            "emergency": sum(row.group == 0 for row in rows),
            "due": sum(row.group == 1 for row in rows),
            "waiting": sum(row.state == "waiting_for_person" for row in rows),
        },
    )


@router.get("/board/events")
def board_events(
    request: Request, shows: BoardFilter = Depends(wanted), visitor: Visitor = Watcher, db: Session = Db
) -> Response:
    """Rows as they change, for the filter of the URL."""
    db.commit()  # gives the connection back: the stream lives for hours
    feed = feeds.of_process(request.state.hub)
    return stream(_events(feed, shows, visitor))


async def _events(feed: feeds.BoardFeed, shows: BoardFilter, visitor: Visitor) -> AsyncIterator[bytes]:
    subscriber = feed.open(shows, visitor.may("personal-data"))
    async for chunk in while_signed_in(
        visitor.session.id, feeds.events(feed, subscriber), lambda: feed.close(subscriber)
    ):
        yield chunk
