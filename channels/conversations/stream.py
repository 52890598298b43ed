"""One conversation's event stream (server-sent events)."""

import json
from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from channels.conversations import store
from channels.conversations.events import Hub
from channels.conversations.metrics import LISTENERS
from channels.conversations.tables import Message
from channels.conversations.turns import in_transaction

HEARTBEAT_SECONDS = 15.0
RETRY_MILLISECONDS = 2000


async def events_of(hub: Hub, conversation_id: UUID, after: int) -> AsyncIterator[str]:
    """What is said after the message `after`, and every change of who handles it, until the listener goes away."""
    LISTENERS.inc()
    yield f"retry: {RETRY_MILLISECONDS}\n\n"
    state: dict[str, Any] | None = None
    with hub.changes(str(conversation_id)) as changes:
        while True:
            messages, standing = await in_transaction(partial(_since, conversation_id, after))
            for message in messages:
                after = message.id
                yield _event("message", store.message_json(message), str(message.id))
            if standing != state:
                state = standing
                yield _event("state", standing)
            if not await changes.next(HEARTBEAT_SECONDS):
                yield ": alive\n\n"


def _since(conversation_id: UUID, after: int, session: Session) -> tuple[Sequence[Message], dict[str, Any]]:
    said = store.said_after(session, conversation_id, after)
    return said, store.standing_json(store.get(session, conversation_id))


def _event(kind: str, data: dict[str, Any], event_id: str | None = None) -> str:
    head = f"id: {event_id}\n" if event_id else ""
    return f"{head}event: {kind}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
