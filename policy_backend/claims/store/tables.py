"""Tables of claims. `facts` holds what was said (claims.model.facts.LossFacts); columns beside it serve the search."""

import uuid
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Numeric,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from common.database import Base

Instant = DateTime(timezone=True)
Money = Numeric(14, 2)


class ClaimRow(Base):
    """A loss: a draft while `report_number` is null."""

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("conversation_id", "loss"),
        CheckConstraint("(status = 'draft') = (report_number IS NULL)", name="number_iff_reported"),
        Index("ix_claims_reported_at", "reported_at", "id"),
        Index("ix_claims_status", "status", "id"),
        Index("ix_claims_plates_key", "plates_key"),
        Index("ix_claims_vin_key", "vin_key"),
        Index("ix_claims_policy_key", "policy_key", "occurred_at"),
        Index("ix_claims_phone", "phone"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    loss: Mapped[int] = mapped_column(default=1)
    idempotency_key: Mapped[str | None] = mapped_column(unique=True)
    report_number: Mapped[str | None] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(default="draft")
    priority: Mapped[str] = mapped_column(default="normal")
    channel: Mapped[str]
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    coverage: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    operator: Mapped[str] = mapped_column(default="")
    duplicate_of_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)
    reported_at: Mapped[datetime | None] = mapped_column(Instant)

    incident_type: Mapped[str | None]
    occurred_at: Mapped[datetime | None] = mapped_column(Instant)
    policy_key: Mapped[str | None]
    inciso: Mapped[int | None]
    plates_key: Mapped[str | None]
    vin_key: Mapped[str | None]
    phone: Mapped[str | None]

    adjuster_due_at: Mapped[datetime | None] = mapped_column(Instant)
    tow_due_at: Mapped[datetime | None] = mapped_column(Instant)
    adjuster: Mapped[str | None]
    assigned_at: Mapped[datetime | None] = mapped_column(Instant)
    adjuster_arrived_at: Mapped[datetime | None] = mapped_column(Instant)
    tow_arrived_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    reason: Mapped[str | None]

    estimate: Mapped[Decimal | None] = mapped_column(Money)
    paid_amount: Mapped[Decimal | None] = mapped_column(Money)
    salvage: Mapped[Decimal | None] = mapped_column(Money)
    liability: Mapped[str | None]

    duplicate_of: Mapped["ClaimRow | None"] = relationship(remote_side="ClaimRow.id", lazy="select")
    evidence: Mapped[list["EvidenceRow"]] = relationship(lazy="select", order_by="EvidenceRow.created_at")


class ReportSequenceRow(Base):
    """The last report number given in a year; its row lock makes the numbers unique and without gaps."""

    __tablename__ = "report_sequences"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class ClaimChangeRow(Base):
    """One change of a claim: who, when, and each field's old and new value. A trigger refuses updates and deletions."""

    __tablename__ = "claim_changes"
    __table_args__ = (Index("ix_claim_changes_claim", "claim_id", "id"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    version: Mapped[int]
    at: Mapped[datetime] = mapped_column(Instant)
    actor_kind: Mapped[str]
    actor_id: Mapped[str]
    actor_name: Mapped[str]
    action: Mapped[str]
    changes: Mapped[dict[str, Any]] = mapped_column(JSONB)


class EvidenceRow(Base):
    """A file given as evidence; its bytes lie under settings.data_dir, named by `id`."""

    __tablename__ = "claim_evidence"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    kind: Mapped[str]
    media_type: Mapped[str]
    name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    thumbnail: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(Instant)
