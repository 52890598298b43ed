"""Tables of the book. Columns that end in `_key` hold canonical forms (policies.model.keys) and carry the indexes."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BigInteger,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    Numeric,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from common.database import Base

Instant = DateTime(timezone=True)


class HolderRow(Base):
    """A contratante's name, once for each spelling; `keys` are policies.model.names.name_keys."""

    __tablename__ = "holders"
    __table_args__ = (Index("ix_holders_keys", "keys", postgresql_using="gin"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    keys: Mapped[list[int]] = mapped_column(ARRAY(Integer))


class NameWordRow(Base):
    """The vocabulary of all holders' names; `forms` are policies.model.names.misspellings."""

    __tablename__ = "name_words"
    __table_args__ = (Index("ix_name_words_forms", "forms", postgresql_using="gin"),)

    word: Mapped[str] = mapped_column(primary_key=True)
    forms: Mapped[list[int]] = mapped_column(ARRAY(Integer))


class PolicyRow(Base):
    """A policy. Its term is [starts_at, ends_at); `cancelled_from`: cancelled by the payoff of its plan."""

    __tablename__ = "policies"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    number: Mapped[str]
    number_key: Mapped[str] = mapped_column(unique=True)
    product: Mapped[str]
    package: Mapped[str | None]
    holder_id: Mapped[int] = mapped_column(ForeignKey("holders.id"), index=True)
    fleet: Mapped[bool]
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    cancelled_from: Mapped[datetime | None] = mapped_column(Instant)


class UnitRow(Base):
    """An inciso of a policy."""

    __tablename__ = "units"
    __table_args__ = (
        UniqueConstraint("policy_id", "inciso"),
        Index("ix_units_cancelled", "policy_id", postgresql_where=text("cancelled_at IS NOT NULL")),
        Index("ix_units_plates_key", "plates_key"),
        Index("ix_units_vin_key", "vin_key"),
        Index("ix_units_make_year", "make_key", "year"),
        Index("ix_units_model_year", "model_key", "year", postgresql_ops={"model_key": "text_pattern_ops"}),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    policy_id: Mapped[int] = mapped_column(ForeignKey("policies.id", ondelete="CASCADE"))
    inciso: Mapped[int]
    make: Mapped[str | None]
    model: Mapped[str | None]
    year: Mapped[int | None] = mapped_column(SmallInteger)
    color: Mapped[str | None]
    plates: Mapped[str | None]
    vin: Mapped[str | None]
    kind: Mapped[str | None]
    make_key: Mapped[str | None]
    model_key: Mapped[str | None]
    plates_key: Mapped[str | None]
    vin_key: Mapped[str | None]
    use: Mapped[str]
    entity: Mapped[str | None]
    habitual_driver: Mapped[str | None]
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)
    coverages: Mapped[dict[str, Any]] = mapped_column(JSONB)


class InstallmentRow(Base):
    """A fraction of the premium; unpaid while `paid_at` is null."""

    __tablename__ = "installments"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    policy_id: Mapped[int] = mapped_column(ForeignKey("policies.id", ondelete="CASCADE"), index=True)
    inciso: Mapped[int | None]
    due_at: Mapped[datetime] = mapped_column(Instant)
    amount: Mapped[Decimal] = mapped_column(Numeric(14, 2))
    paid_at: Mapped[datetime | None] = mapped_column(Instant)
    grace_until: Mapped[datetime | None] = mapped_column(Instant)


class FinancingPlanRow(Base):
    """A member of a car-financing group (conauto-tramites.md)."""

    __tablename__ = "financing_plans"

    group_key: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(primary_key=True)
    plan_group: Mapped[str]
    member: Mapped[str]
    holder: Mapped[str]
    policy_number: Mapped[str | None]
    balance: Mapped[Decimal] = mapped_column(Numeric(14, 2))
    stage: Mapped[str]
