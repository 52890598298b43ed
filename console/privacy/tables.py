"""The register of what was done for people who used their rights over their data, and what is hidden since."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, ForeignKey, Identity, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Base


class PrivacyAct(Base):
    """One export, correction, erasure or retention run; the person is named by a keyed hash of the phone, not by it."""

    __tablename__ = "privacy_acts"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    kind: Mapped[str] = mapped_column(Text)
    person: Mapped[str | None] = mapped_column(Text)
    actor_name: Mapped[str] = mapped_column(Text)
    outcome: Mapped[dict[str, Any]] = mapped_column(JSONB)


class BlockedConversation(Base):
    """A conversation that the law makes the insurer keep: what was said in it up to `at` is hidden."""

    __tablename__ = "blocked_conversations"

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class BlockedClaim(Base):
    """A claim that the law makes the insurer keep: the people in it are hidden."""

    __tablename__ = "blocked_claims"

    claim_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
