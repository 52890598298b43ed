"""Conversations and their messages in the database: opening, finding, receiving, reading."""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, bindparam, func, literal_column, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, aliased, make_transient_to_detached

from channels.conversations import texts
from channels.conversations.model import OUTBOX_CHANNELS, Channel, ConversationNotFound, Inbound, NotYours, Reply
from channels.conversations.tables import Conversation, Message
from common import clock
from common.jobs import defer

LIVE_CHANNEL = "cabina_conversations"
"""PostgreSQL's NOTIFY channel; the payload is the id of the conversation that changed."""

OUTBOX_TASK = "twilio:send"
"""The worker's task that sends; by name, since the channel's own package stands above this one."""

_waiting = aliased(Message)
_WAITS = (
    _waiting.conversation_id == literal_column("messages.conversation_id"),  # of the row being inserted
    _waiting.direction == "inbound",
    _waiting.processed_at.is_(None),
)
_OLDER = select(func.min(_waiting.id)).where(*_WAITS).scalar_subquery()
_OLDER_ERROR = select(_waiting.error).where(*_WAITS).order_by(_waiting.id).limit(1).scalar_subquery()
_MESSAGES = cast(Table, Message.__table__)
_RECEIVE = (
    insert(_MESSAGES)
    .on_conflict_do_nothing()
    .returning(
        _MESSAGES.c.id,
        _OLDER.label("older"),
        _OLDER_ERROR.label("older_error"),
        func.clock_timestamp().label("at"),
    )
)
_SAY = insert(_MESSAGES).returning(_MESSAGES.c.id, sort_by_parameter_order=True)
_LOCK = (
    select(Conversation)
    .where(Conversation.id == bindparam("conversation_id"))
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)
_NOTIFY = text("SELECT pg_notify(:channel, :payload)")


def announce(session: Session, conversation_id: UUID) -> None:
    """Tell every process that looks at this conversation, once this transaction commits."""
    session.execute(_NOTIFY, {"channel": LIVE_CHANNEL, "payload": str(conversation_id)})


def open_conversation(
    session: Session, channel: Channel, *, address: str | None = None, profile_name: str | None = None
) -> tuple[Conversation, str]:
    """A new conversation, which waits to hear what happened, and its token (kept only as a hash)."""
    token = secrets.token_urlsafe(32)
    conversation = Conversation(
        channel=channel,
        address=address,
        profile_name=profile_name,
        token_hash=_hash(token),
        expects="incident_type",
    )
    session.add(conversation)
    session.flush()
    return conversation, token


def greet(session: Session, conversation: Conversation) -> Message:
    """Say the greeting of the conversation's channel (the phone has its own, for the ear)."""
    if conversation.channel == "sms":
        return say(session, conversation, "assistant", texts.GREETING_SMS)
    return say(session, conversation, "assistant", texts.GREETING, buttons=texts.GREETING_BUTTONS)


def by_token(session: Session, conversation_id: UUID, token: str, *, lock: bool = False) -> Conversation:
    """The conversation, if `token` is its own. Raises ConversationNotFound, NotYours."""
    conversation = (locked if lock else get)(session, conversation_id)
    if not conversation.token_hash or not secrets.compare_digest(conversation.token_hash, _hash(token)):
        raise NotYours("Este enlace no corresponde a esta conversación.")
    return conversation


def get(session: Session, conversation_id: UUID) -> Conversation:
    """The conversation. Raises ConversationNotFound."""
    conversation = session.get(Conversation, conversation_id)
    if conversation is None:
        raise ConversationNotFound("No encontramos esa conversación. Puede empezar una nueva.")
    return conversation


def locked(session: Session, conversation_id: UUID) -> Conversation:
    """The conversation, locked until the transaction ends. Raises ConversationNotFound."""
    conversation = session.scalars(_LOCK, {"conversation_id": conversation_id}).one_or_none()
    if conversation is None:
        raise ConversationNotFound("No encontramos esa conversación. Puede empezar una nueva.")
    return conversation


def latest_of(session: Session, address: str) -> Conversation | None:
    """The person's latest conversation on whatever channel, by phone (E.164), locked until the transaction ends."""
    query = select(Conversation).where(Conversation.address == address)
    query = query.order_by(Conversation.last_message_at.desc()).limit(1).with_for_update(key_share=True)
    return session.scalars(query.execution_options(populate_existing=True)).first()


@dataclass(frozen=True)
class Received:
    """A stored message; `new` is False when it was stored before. `older` is the oldest message that waits before it,
    `older_error` what went wrong in its last turn, `at` the database's own clock."""

    message: Message
    new: bool
    older: int | None = None
    older_error: str | None = None
    at: datetime | None = None


def receive(
    session: Session, conversation: Conversation, inbound: Inbound, *, channel: str | None = None, attempts: int = 0
) -> Received:
    """Store what came in to a conversation that this transaction has locked.

    The same provider_id, or the same client_message_id within the conversation, gives the message stored the first
    time. While an operator holds the conversation the message needs no turn and is marked processed. A closed or
    abandoned conversation opens again.
    """
    now = clock.now()
    channel = channel or conversation.channel
    held = conversation.handled_by == "operator"
    values = {
        "conversation_id": conversation.id,
        "direction": "inbound",
        "author": "caller",
        "channel": channel,
        "text": inbound.text,
        "location": inbound.location,
        "media": list(inbound.media) or None,
        "confidence": inbound.confidence,
        "provider_id": inbound.provider_id,
        "client_message_id": inbound.client_message_id,
        "created_at": inbound.received_at or now,
        "processed_at": now if held else None,
        "outcome": {"handled_by": "operator", "expects": conversation.expects} if held else None,
        "attempts": 0 if held else attempts,
    }
    stored = session.connection().execute(_RECEIVE, values).one_or_none()
    if stored is None:
        return Received(_stored_before(session, conversation, inbound), new=False)
    message = Message(id=stored.id, **values)
    make_transient_to_detached(message)
    session.add(message)
    conversation.channel = channel
    conversation.last_message_at = conversation.last_inbound_at = now
    if conversation.state in ("closed", "abandoned"):
        conversation.state = "reported" if conversation.report_number else "open"
        conversation.needs_person = False
    if held:
        announce(session, conversation.id)
    return Received(message, True, stored.older, stored.older_error, stored.at)


def say(
    session: Session,
    conversation: Conversation,
    author: str,
    words: str,
    *,
    buttons: Sequence[dict[str, str]] = (),
    in_reply_to: int | None = None,
    channel: str | None = None,
) -> Message:
    """Store something said to the person, on `channel` if not on the conversation's own.

    On WhatsApp and SMS the outbox takes it from here, once this transaction commits. What an operator writes to someone
    who telephoned goes by SMS.
    """
    reply = Reply(words, tuple(buttons))
    return say_all(session, conversation, author, [reply], in_reply_to=in_reply_to, channel=channel)[0]


def say_all(
    session: Session,
    conversation: Conversation,
    author: str,
    replies: Sequence[Reply],
    *,
    in_reply_to: int | None = None,
    channel: str | None = None,
) -> list[Message]:
    """As `say`, several messages in a row; what it gives is for reading only.

    Those who look at the conversation are told by the table's trigger.
    """
    channel = channel or conversation.channel
    if channel == "voice" and author == "operator" and conversation.address:
        channel = "sms"
    now = clock.now()
    rows = [
        {
            "conversation_id": conversation.id,
            "direction": "outbound",
            "author": author,
            "channel": channel,
            "text": reply.text,
            "buttons": list(reply.buttons) or None,
            "in_reply_to": in_reply_to,
            "created_at": now,
            "delivery": "queued" if channel in OUTBOX_CHANNELS else None,
            "attempts": 0,
        }
        for reply in replies
    ]
    conversation.last_message_at = now
    session.flush()
    numbers: Iterable[int] = session.connection().execute(_SAY, rows).scalars() if rows else ()
    if channel in OUTBOX_CHANNELS:
        send_soon(session, conversation.id)
    return [Message(id=number, **row) for number, row in zip(numbers, rows, strict=True)]


def send_soon(session: Session, conversation_id: UUID, at: datetime | None = None) -> None:
    """Have the outbox send what is queued, in order, once this transaction commits and not before `at`."""
    key = str(conversation_id)
    defer(session, OUTBOX_TASK, {"conversation_id": key}, lock=f"outbox:{key}", queueing_lock=f"send:{key}", at=at)


def said_after(session: Session, conversation_id: UUID, after: int, limit: int = 200) -> Sequence[Message]:
    """What was said to the person after the message `after`, oldest first."""
    query = select(Message).where(
        Message.conversation_id == conversation_id, Message.id > after, Message.direction == "outbound"
    )
    return session.scalars(query.order_by(Message.id).limit(limit)).all()


def replies_to(session: Session, conversation_id: UUID, message_id: int) -> Sequence[Message]:
    """What was said in answer to one inbound message, oldest first."""
    query = select(Message).where(Message.conversation_id == conversation_id, Message.in_reply_to == message_id)
    return session.scalars(query.order_by(Message.id)).all()


def transcript(session: Session, conversation_id: UUID, limit: int = 500) -> Sequence[Message]:
    """The latest `limit` messages, oldest first."""
    query = select(Message).where(Message.conversation_id == conversation_id)
    return session.scalars(query.order_by(Message.id.desc()).limit(limit)).all()[::-1]


def last_message_id(session: Session, conversation_id: UUID) -> int:
    """The id of the newest message, 0 when there is none."""
    query = select(func.max(Message.id)).where(Message.conversation_id == conversation_id)
    return session.scalar(query) or 0


def message_json(message: Message) -> dict[str, Any]:
    """A Message as the chat gets it (contracts, section 3); `id` and `author` besides."""
    body: dict[str, Any] = {"id": str(message.id), "author": message.author, "text": message.text or ""}
    if message.client_message_id:
        body["client_message_id"] = message.client_message_id
    if message.buttons:
        body["buttons"] = message.buttons
    if message.location:
        body["location"] = message.location
    if message.media:
        body["media"] = message.media
    return body | {"sent_at": clock.local_iso(message.created_at)}


def standing_json(conversation: Conversation) -> dict[str, Any]:
    """How the conversation stands, for the chat: what is asked, the report, who handles it."""
    return {
        "expects": conversation.expects,
        "report_number": conversation.report_number,
        "handled_by": conversation.handled_by,
        "operator": conversation.operator_name if conversation.handled_by == "operator" else None,
    }


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _stored_before(session: Session, conversation: Conversation, inbound: Inbound) -> Message:
    query = select(Message)
    if inbound.provider_id:
        query = query.where(Message.provider_id == inbound.provider_id)
    else:
        query = query.where(
            Message.conversation_id == conversation.id, Message.client_message_id == inbound.client_message_id
        )
    return session.scalars(query).one()
