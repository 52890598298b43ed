"""Conversations as operators look for them: the queue, one whole conversation, full-text search."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy.orm import Session

from channels.conversations import store
from channels.conversations.model import State
from channels.conversations.paging import Cursor
from channels.conversations.tables import ACCENTS, Conversation, Message, Note
from common import clock


@dataclass(frozen=True)
class Filters:
    """What to look for; None does not filter. `query` is searched in words said, names, phones, report numbers."""

    channel: str | None = None
    address: str | None = None
    state: State | None = None
    needs_person: bool | None = None
    operator_id: str | None = None
    query: str | None = None


def page(session: Session, filters: Filters, cursor: Cursor | None = None, limit: int = 50) -> Sequence[Conversation]:
    """Conversations with the latest message first, after `cursor`, at most `limit`."""
    query = _filtered(select(Conversation), filters)
    if cursor:
        query = query.where(tuple_(Conversation.last_message_at, Conversation.id) < (cursor.at, cursor.id))
    order = (Conversation.last_message_at.desc(), Conversation.id.desc())
    return session.scalars(query.order_by(*order).limit(limit)).all()


def counts(session: Session) -> dict[str, int]:
    """How many conversations stand in each state."""
    rows = session.execute(select(Conversation.state, func.count()).group_by(Conversation.state))
    return dict(rows.tuples().all())


def notes(session: Session, conversation_id: UUID) -> Sequence[Note]:
    """Operators' private notes, oldest first."""
    return session.scalars(select(Note).where(Note.conversation_id == conversation_id).order_by(Note.id)).all()


def summary_json(conversation: Conversation) -> dict[str, Any]:
    """SUMMARY: one line of the queue."""
    return {
        "id": str(conversation.id),
        "channel": conversation.channel,
        "address": conversation.address,
        "profile_name": conversation.profile_name,
        "state": conversation.state,
        "expects": conversation.expects,
        "handled_by": conversation.handled_by,
        "operator": conversation.operator_name,
        "needs_person": conversation.needs_person,
        "handover_reason": conversation.handover_reason,
        "report_number": conversation.report_number,
        "priority": conversation.priority,
        "created_at": clock.local_iso(conversation.created_at),
        "last_message_at": clock.local_iso(conversation.last_message_at),
    }


def transcript_json(message: Message) -> dict[str, Any]:
    """One line of the transcript, as operators see it."""
    return {
        "id": str(message.id),
        "author": message.author,
        "channel": message.channel,
        "text": message.text,
        "buttons": message.buttons,
        "location": message.location,
        "media": message.media,
        "sent_at": clock.local_iso(message.created_at),
        "delivery": message.delivery,
        "error": message.error,
        "segments": message.segments,
        "understood": message.understood,
        "confidence": message.confidence,
        "pending": message.direction == "inbound" and message.processed_at is None,
    }


def whole_json(session: Session, conversation_id: UUID) -> dict[str, Any]:
    """SUMMARY with the claim's draft, the transcript and the notes. Raises ConversationNotFound."""
    conversation = store.get(session, conversation_id)
    return summary_json(conversation) | {
        "claim": (conversation.assistant_state or {}).get("claim"),
        "transcript": [transcript_json(message) for message in store.transcript(session, conversation.id)],
        "notes": [
            {"operator": note.operator_name, "text": note.text, "created_at": clock.local_iso(note.created_at)}
            for note in notes(session, conversation.id)
        ],
    }


def _filtered(query: Select[Conversation], filters: Filters) -> Select[Conversation]:
    exact: list[ColumnElement[bool]] = [
        column == value
        for column, value in (
            (Conversation.channel, filters.channel),
            (Conversation.address, filters.address),
            (Conversation.state, filters.state),
            (Conversation.needs_person, filters.needs_person),
            (Conversation.operator_id, filters.operator_id),
        )
        if value is not None
    ]
    return query.where(*exact, _said(filters.query)) if filters.query else query.where(*exact)


def _said(words: str) -> ColumnElement[bool]:
    folded = words.lower().translate(str.maketrans(*ACCENTS))
    found = select(Message.conversation_id).where(
        Message.search.bool_op("@@")(func.websearch_to_tsquery("spanish", folded))
    )
    digits = "".join(char for char in words if char.isdigit())
    matches: list[ColumnElement[bool]] = [
        Conversation.id.in_(found),
        Conversation.profile_name.ilike(f"%{words.replace('%', '').replace('_', '')}%"),
    ]
    if len(digits) >= 4:
        matches += [Conversation.report_number == digits, Conversation.address.endswith(digits, autoescape=True)]
    return or_(*matches)
