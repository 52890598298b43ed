"""Tables of the conversation page: who is looking, and the replies kept ready."""

import uuid
from datetime import datetime

from sqlalchemy import BigInteger, DateTime, ForeignKey, Identity, Text
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Base

Instant = DateTime(timezone=True)


class Viewer(Base):
    """Somebody who has a conversation open; stale once `seen_at` is old."""

    __tablename__ = "conversation_viewers"
    __table_args__ = ({"prefixes": ["UNLOGGED"]},)

    conversation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    operator_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("operators.id", ondelete="CASCADE"), primary_key=True)
    operator_name: Mapped[str] = mapped_column(Text)
    seen_at: Mapped[datetime] = mapped_column(Instant)


class CannedReply(Base):
    """A reply kept ready; `text` may hold the variables of `canned.VARIABLES` in braces."""

    __tablename__ = "canned_replies"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    title: Mapped[str] = mapped_column(Text, unique=True)
    text: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(default=100)
