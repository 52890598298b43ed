"""Tables of trámites."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, DateTime, ForeignKey, Identity, Index, Numeric
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from common.database import Base

Money = Numeric(14, 2)
Instant = DateTime(timezone=True)


class TramiteRow(Base):
    """A folio: a payoff or an endoso (tramites.model.folio.Tramite)."""

    __tablename__ = "tramites"
    __table_args__ = (
        Index("ix_tramites_plan", "plan_group", "member"),
        Index("ix_tramites_state", "state", "payoff_due_on"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    folio: Mapped[str] = mapped_column(unique=True)
    idempotency_key: Mapped[str | None] = mapped_column(unique=True)
    kind: Mapped[str]
    state: Mapped[str]
    since: Mapped[date]
    plan_group: Mapped[str | None]
    member: Mapped[str | None]
    holder: Mapped[str | None]
    policy_number: Mapped[str | None]
    requester: Mapped[dict[str, Any]] = mapped_column(JSONB)
    balance: Mapped[Decimal | None] = mapped_column(Money)
    stage: Mapped[str | None]
    payoff_amount: Mapped[Decimal | None] = mapped_column(Money)
    payoff_due_on: Mapped[date | None]
    paid_on: Mapped[date | None]
    cancelled_from: Mapped[date | None]
    reason: Mapped[str | None]
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    documents: Mapped[list[str]] = mapped_column(JSONB)
    review: Mapped[list[str]] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(Instant)

    items: Mapped[list["TramiteItemRow"]] = relationship(lazy="selectin", order_by="TramiteItemRow.kind")


class TramiteItemRow(Base):
    """One of the matters under a folio."""

    __tablename__ = "tramite_items"

    tramite_id: Mapped[int] = mapped_column(ForeignKey("tramites.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    since: Mapped[date]
    due_on: Mapped[date | None]
    answered_on: Mapped[date | None]


class TramiteEventRow(Base):
    """What happened to a folio, by whom. A trigger refuses updates and deletions."""

    __tablename__ = "tramite_events"
    __table_args__ = (Index("ix_tramite_events_tramite", "tramite_id", "id"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    tramite_id: Mapped[int] = mapped_column(ForeignKey("tramites.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    event: Mapped[str]
    party: Mapped[str]
    actor_kind: Mapped[str]
    actor_name: Mapped[str]
    state: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)


class FolioSequenceRow(Base):
    """The last folio given in a year."""

    __tablename__ = "folio_sequences"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
