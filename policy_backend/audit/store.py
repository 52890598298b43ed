"""The audit trail's table. A trigger refuses updates and deletions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Identity, Index, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, Session, mapped_column

from common import clock
from common.access import Actor
from common.database import Base


class AuditRow(Base):
    """One act: `action` is a verb ("claim.read"), `subject` a kind of record, `subject_id` its public name."""

    __tablename__ = "audit_log"
    __table_args__ = (Index("ix_audit_log_subject", "subject", "subject_id", "id"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    actor_kind: Mapped[str]
    actor_id: Mapped[str]
    actor_name: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[str]
    detail: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))


def record(
    session: Session, actor: Actor, action: str, subject: str, subject_id: str, detail: dict[str, Any] | None = None
) -> None:
    """Add an act to the trail, in the caller's transaction. `detail` must hold no more personal data than is needed."""
    session.add(
        AuditRow(
            at=clock.now(), actor_kind=actor.kind, actor_id=actor.id, actor_name=actor.name, action=action,
            subject=subject, subject_id=subject_id, detail=detail,
        )
    )  # fmt: skip


def trail(
    session: Session,
    *,
    subject: str | None = None,
    subject_id: str | None = None,
    actor_id: str | None = None,
    before: int | None = None,
    limit: int = 50,
) -> Sequence[AuditRow]:
    """Acts, the latest first; `before` is the id of the last act of the page before."""
    query = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit)
    if subject:
        query = query.where(AuditRow.subject == subject)
    if subject_id:
        query = query.where(AuditRow.subject_id == subject_id)
    if actor_id:
        query = query.where(AuditRow.actor_id == actor_id)
    if before is not None:
        query = query.where(AuditRow.id < before)
    return session.scalars(query).all()
