"""Tables of reviews and of the corrections made in them."""

import uuid
from datetime import datetime

from sqlalchemy import ARRAY, BigInteger, DateTime, ForeignKey, Identity, Index, Integer, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Base

Instant = DateTime(timezone=True)


class Review(Base):
    """One person's judgement of a conversation: a mark from 1 to 4 for each line of the rubric."""

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("conversation_id", "reviewer_id"),
        Index("ix_reviews_tags", "tags", postgresql_using="gin"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    reviewer_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("operators.id"))
    reviewer_name: Mapped[str] = mapped_column(Text)
    marks: Mapped[dict[str, int]] = mapped_column(JSONB)
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text))
    comment: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)


class Correction(Base):
    """What the assistant should have understood. `kind`: intent, entity or field; `target`: the entity or the field;
    for an entity `start` and `end` bound it in the message's text."""

    __tablename__ = "corrections"
    __table_args__ = (Index("ix_corrections_conversation_id", "conversation_id"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(Text)
    target: Mapped[str | None] = mapped_column(Text)
    right: Mapped[str] = mapped_column(Text)
    start: Mapped[int | None] = mapped_column(Integer)
    end: Mapped[int | None] = mapped_column(Integer)
    author_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("operators.id"))
    author_name: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Instant)
    exported_at: Mapped[datetime | None] = mapped_column(Instant)
