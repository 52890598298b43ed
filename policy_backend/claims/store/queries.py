"""Finding claims."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, selectinload

from policy_backend.claims.store.tables import ClaimRow
from policy_backend.policies.model import number_key, plates_key, vin_key


@dataclass(frozen=True)
class ClaimFilter:
    """What claims are asked for; None asks for nothing. `since` and `until` bound reported_at: [since, until)."""

    conversation_id: uuid.UUID | None = None
    plates: str | None = None
    vin: str | None = None
    policy: str | None = None
    phone: str | None = None
    status: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def by_number(session: Session, report_number: str, lock: bool = False) -> ClaimRow | None:
    """The claim with these ten digits; `lock` holds it for the transaction."""
    query = select(ClaimRow).where(ClaimRow.report_number == report_number)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return session.scalars(query).first()


def _conditions(wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.conversation_id:
        conditions.append(ClaimRow.conversation_id == wanted.conversation_id)
    if wanted.plates:
        conditions.append(ClaimRow.plates_key == plates_key(wanted.plates))
    if wanted.vin:
        conditions.append(ClaimRow.vin_key == vin_key(wanted.vin))
    if wanted.policy:
        conditions.append(ClaimRow.policy_key == number_key(wanted.policy))
    if wanted.phone:
        conditions.append(ClaimRow.phone == wanted.phone)
    if wanted.since:
        conditions.append(ClaimRow.reported_at >= wanted.since)
    if wanted.until:
        conditions.append(ClaimRow.reported_at < wanted.until)
    if wanted.status:
        conditions.append(ClaimRow.status == wanted.status)
    elif not wanted.conversation_id:
        conditions.append(ClaimRow.status != "draft")
    return conditions


def search(session: Session, wanted: ClaimFilter, limit: int = 50, before: int | None = None) -> Sequence[ClaimRow]:
    """Claims, the newest first; `before` is the id of the last one of the page before.

    Drafts are among them only where a conversation or the status `draft` is asked for.
    """
    query = select(ClaimRow).where(*_conditions(wanted)).order_by(ClaimRow.id.desc()).limit(limit)
    if before is not None:
        query = query.where(ClaimRow.id < before)
    return session.scalars(query.options(selectinload(ClaimRow.evidence), selectinload(ClaimRow.duplicate_of))).all()
