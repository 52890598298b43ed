"""Tables of dispatch: people and trucks, and each time one of them was sent."""

from datetime import datetime

from sqlalchemy import BigInteger, DateTime, ForeignKey, Identity, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from common.database import Base

Instant = DateTime(timezone=True)


class FieldUnit(Base):
    """An adjuster or a tow truck. `zone` is where it works, as people call it."""

    __tablename__ = "field_units"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(Text)
    zone: Mapped[str | None] = mapped_column(Text)
    on_duty: Mapped[bool] = mapped_column(default=False)
    retired_at: Mapped[datetime | None] = mapped_column(Instant)


class Dispatch(Base):
    """One sending of a unit to a claim; at most one is under way for each kind of unit."""

    __tablename__ = "dispatches"
    __table_args__ = (
        Index("ix_dispatches_claim_id", "claim_id"),
        Index(
            "uq_dispatches_under_way",
            "claim_id",
            "kind",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(
            "ix_dispatches_unit_under_way", "unit_id", postgresql_where=text("ended_at IS NULL AND arrived_at IS NULL")
        ),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("field_units.id"))
    kind: Mapped[str] = mapped_column(Text)
    assigned_at: Mapped[datetime] = mapped_column(Instant)
    assigned_by: Mapped[str] = mapped_column(Text)
    on_the_way_at: Mapped[datetime | None] = mapped_column(Instant)
    arrived_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    justification: Mapped[str | None] = mapped_column(Text)

    unit: Mapped[FieldUnit] = relationship(lazy="joined", innerjoin=True)
