"""The tables: people by telephone and channel, what was handed to Twilio, calls and their turns, news already told."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, Numeric, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
from sqlalchemy.orm import Mapped, mapped_column

from common.clock import now
from common.database import Base

When = TIMESTAMP(timezone=True)


class Contact(Base):
    """One person's telephone on one channel: where to answer, since when the window is open, whether they said stop."""

    __tablename__ = "twilio_contacts"

    channel: Mapped[str] = mapped_column(primary_key=True)
    phone: Mapped[str] = mapped_column(primary_key=True)
    given: Mapped[str]
    """As Twilio last wrote it; answers go there."""
    last_inbound_at: Mapped[datetime | None] = mapped_column(When)
    stopped_at: Mapped[datetime | None] = mapped_column(When)


class Send(Base):
    """One part of an outgoing message on its way to Twilio. `attempted_at` without `sid` and without an error means
    that it may have gone: Twilio is asked before it is sent again."""

    __tablename__ = "twilio_sends"
    __table_args__ = (
        UniqueConstraint("message_id", "route", "part"),
        Index("uq_twilio_sends_sid", "sid", unique=True, postgresql_where=text("sid IS NOT NULL")),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    message_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("messages.id", ondelete="CASCADE"))
    route: Mapped[str]
    """whatsapp (free text), template (WhatsApp outside its window), sms."""
    part: Mapped[int]
    to: Mapped[str]
    body: Mapped[str]
    attempted_at: Mapped[datetime | None] = mapped_column(When)
    unsure: Mapped[bool] = mapped_column(default=False)
    """True from before a request until its answer is known."""
    sid: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="planned")
    """planned, then as Twilio says: queued, sent, delivered, read, undelivered, failed."""
    error_code: Mapped[int | None]
    encoding: Mapped[str | None]
    segments: Mapped[int | None]
    price: Mapped[Decimal | None] = mapped_column(Numeric(10, 4))
    """MXN, by TWILIO_SMS_SEGMENT_PRICE; None where that is not set."""
    created_at: Mapped[datetime] = mapped_column(When, default=now)


class Call(Base):
    """One telephone call and where it stands."""

    __tablename__ = "twilio_calls"
    __table_args__ = (Index("ix_twilio_calls_conversation", "conversation_id"),)

    sid: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    phone: Mapped[str | None]
    expects: Mapped[str | None]
    """What was asked last, for hints and keys."""
    doubtful: Mapped[str | None]
    """An answer heard with low confidence, waiting to be confirmed."""
    silences: Mapped[int] = mapped_column(default=0)
    not_understood: Mapped[int] = mapped_column(default=0)
    number_told: Mapped[str | None]
    offered: Mapped[list[str]] = mapped_column(JSONB, default=list)
    """Questions whose keypad or WhatsApp way was already offered."""
    moved: Mapped[bool] = mapped_column(default=False)
    """True once the person was sent a message to go on elsewhere, or left a voice message."""
    status: Mapped[str] = mapped_column(default="in-progress")
    taken_at: Mapped[datetime | None] = mapped_column(When)
    """When a person of the cabina took it."""
    started_at: Mapped[datetime] = mapped_column(When, default=now)
    ended_at: Mapped[datetime | None] = mapped_column(When)


class CallTurn(Base):
    """One request of a call and its answer: asked again, Twilio gets the same."""

    __tablename__ = "twilio_call_turns"

    call_sid: Mapped[str] = mapped_column(primary_key=True)
    turn: Mapped[int] = mapped_column(primary_key=True)
    twiml: Mapped[str | None]
    started_at: Mapped[datetime] = mapped_column(When, default=now)


class News(Base):
    """News that a person has been told, so that it is told once."""

    __tablename__ = "twilio_news"

    subject: Mapped[str] = mapped_column(primary_key=True)
    """The report number or the trámite's folio."""
    event: Mapped[str] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("messages.id", ondelete="CASCADE"))
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    told_at: Mapped[datetime] = mapped_column(When, default=now)
