"""The tables: conversations, their messages, operators' private notes, and what people send besides text."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, Computed, ForeignKey, Identity, Index, LargeBinary, func, text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import now
from common.database import Base

When = TIMESTAMP(timezone=True)
ACCENTS = ("áéíóúüñ", "aeiouun")
SEARCH = f"to_tsvector('spanish', translate(lower(coalesce(text, '')), '{ACCENTS[0]}', '{ACCENTS[1]}'))"


class Conversation(Base):
    """One person's exchange with the insurer, on one channel after another; found again by its token or address."""

    __tablename__ = "conversations"
    __table_args__ = (
        Index("ix_conversations_address", "address", "last_message_at", postgresql_where=text("address IS NOT NULL")),
        Index("ix_conversations_last_message_at", "last_message_at", "id"),
        Index("ix_conversations_state", "state", "last_message_at", "id"),
        Index("ix_conversations_needs_person", "last_message_at", postgresql_where=text("needs_person")),
        Index("ix_conversations_report_number", "report_number", postgresql_where=text("report_number IS NOT NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    channel: Mapped[str]
    address: Mapped[str | None]
    """E.164, without the 1 of old Mexican mobiles; None on the web."""
    profile_name: Mapped[str | None]
    token_hash: Mapped[bytes | None]
    expects: Mapped[str | None]
    handled_by: Mapped[str] = mapped_column(default="assistant")
    operator_id: Mapped[str | None]
    operator_name: Mapped[str | None]
    taken_at: Mapped[datetime | None] = mapped_column(When)
    operator_texts: Mapped[list[str] | None] = mapped_column(JSONB(none_as_null=True))
    """What a person said since the assistant's last turn; it is told in its next one."""
    state: Mapped[str] = mapped_column(default="open")
    priority: Mapped[str] = mapped_column(default="normal")
    needs_person: Mapped[bool] = mapped_column(default=False)
    handover_reason: Mapped[str | None]
    report_number: Mapped[str | None]
    assistant_state: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    turn_owner: Mapped[str | None]
    turn_until: Mapped[datetime | None] = mapped_column(When)
    """The lease of the turn under way, on the database's own clock."""
    created_at: Mapped[datetime] = mapped_column(When, default=now)
    last_message_at: Mapped[datetime] = mapped_column(When, default=now)
    last_inbound_at: Mapped[datetime | None] = mapped_column(When)


class Message(Base):
    """One message, of whoever said it. An inbound one without `processed_at` still waits for its turn."""

    __tablename__ = "messages"
    __table_args__ = (
        Index("ix_messages_conversation", "conversation_id", "id"),
        Index("uq_messages_provider_id", "provider_id", unique=True, postgresql_where=text("provider_id IS NOT NULL")),
        Index(
            "uq_messages_client_message_id",
            "conversation_id",
            "client_message_id",
            unique=True,
            postgresql_where=text("client_message_id IS NOT NULL"),
        ),
        Index(
            "ix_messages_pending",
            "conversation_id",
            "id",
            postgresql_where=text("direction = 'inbound' AND processed_at IS NULL"),
        ),
        Index(
            "ix_messages_outbox", "conversation_id", "id", postgresql_where=text("delivery IN ('queued', 'sending')")
        ),
        Index("ix_messages_search", "search", postgresql_using="gin"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    direction: Mapped[str]
    author: Mapped[str]
    channel: Mapped[str]
    text: Mapped[str | None]
    buttons: Mapped[list[dict[str, str]] | None] = mapped_column(JSONB(none_as_null=True))
    location: Mapped[dict[str, float] | None] = mapped_column(JSONB(none_as_null=True))
    media: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB(none_as_null=True))
    confidence: Mapped[float | None]
    """Of speech recognition, 0 to 1; voice only."""
    understood: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """Inbound: what the assistant took from it."""
    intent: Mapped[str | None]
    intent_confidence: Mapped[float | None]
    """Inbound: what the assistant took the person to want, and how sure it was, 0 to 1."""
    outcome: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """Inbound: expects, report_number and handled_by as they stood after its turn."""
    provider_id: Mapped[str | None]
    client_message_id: Mapped[str | None]
    in_reply_to: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(When, default=now)
    """When it was received or said, on the insurer's clock."""
    processed_at: Mapped[datetime | None] = mapped_column(When)
    delivery: Mapped[str | None]
    """Outbound on WhatsApp and SMS: queued, sending, sent, delivered, read, failed."""
    attempts: Mapped[int] = mapped_column(default=0)
    """Inbound: turns that may have reached the assistant. Outbound: times it was handed to the provider."""
    next_attempt_at: Mapped[datetime | None] = mapped_column(When, default=func.now())
    """On the database's own clock."""
    error_code: Mapped[str | None]
    error: Mapped[str | None]
    segments: Mapped[int | None]
    search: Mapped[str | None] = mapped_column(TSVECTOR, Computed(SEARCH, persisted=True), deferred=True)


class Note(Base):
    """What an operator writes for other operators; never sent."""

    __tablename__ = "conversation_notes"
    __table_args__ = (Index("ix_conversation_notes_conversation", "conversation_id", "id"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    operator_id: Mapped[str]
    operator_name: Mapped[str]
    text: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(When, default=now)


class Media(Base):
    """A photo, voice note or document a person sent. `content` is None until it was fetched from `source_url`."""

    __tablename__ = "conversation_media"
    __table_args__ = (
        Index("ix_conversation_media_conversation", "conversation_id"),
        Index("ix_conversation_media_created_at", "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    kind: Mapped[str]
    content_type: Mapped[str]
    size: Mapped[int | None]
    sha256: Mapped[str | None]
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    source_url: Mapped[str | None]
    report_number: Mapped[str | None]
    """The report it goes with, as soon as that is known; it may have been made in an earlier conversation."""
    error: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(When, default=now)
