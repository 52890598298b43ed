"""The operators' HTTP API (contracts, section 3): the queue and one whole conversation."""

import re
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from sqlalchemy.orm import Session

from channels.conversations import media, queue
from channels.conversations.model import Channel, State
from channels.conversations.paging import Cursor
from common.access import Actor, require
from common.database import session_dependency

READ = "conversations:read"

router = APIRouter(prefix="/api/v1/operator/conversations", tags=["operator"])
Reader = Annotated[Actor, Depends(require(READ))]
Database = Annotated[Session, Depends(session_dependency)]


@router.get("")
def list_conversations(
    actor: Reader,
    session: Database,
    channel: Channel | None = None,
    address: str | None = None,
    state: State | None = None,
    needs_person: bool | None = None,
    q: Annotated[str | None, Query(max_length=200)] = None,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """SUMMARYs, the latest message first; `next` is the cursor of the following page, null on the last."""
    filters = queue.Filters(channel, _phone(address), state, needs_person, query=q)
    found = queue.page(session, filters, Cursor.parse(cursor), limit + 1)
    last = found[limit - 1] if len(found) > limit else None
    return {
        "items": [queue.summary_json(conversation) for conversation in found[:limit]],
        "next": str(Cursor(last.last_message_at, last.id)) if last else None,
    }


@router.get("/{conversation_id}")
def read_conversation(actor: Reader, session: Database, conversation_id: UUID) -> dict[str, Any]:
    """SUMMARY with the claim's draft, the transcript (its latest 500 messages) and the notes."""
    return queue.whole_json(session, conversation_id)


@router.get("/{conversation_id}/media/{media_id}", response_class=Response)
def read_media(actor: Reader, session: Database, conversation_id: UUID, media_id: UUID) -> Response:
    """A photo, voice note or document of the conversation."""
    content, content_type = media.read(session, conversation_id, media_id)
    return media.response(content, content_type)


def _phone(address: str | None) -> str | None:
    """The E.164 form of a filter whose '+' may have come as a space."""
    digits = re.sub(r"\D", "", address or "")
    return f"+{digits}" if digits else None
