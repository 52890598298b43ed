"""Follow-up while the adjuster has not arrived, where it is contracted (maps-autos h.2 CONTINUA, s1:2897-2932)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from common import clock
from common.access import SYSTEM
from policy_backend.claims.store.history import add_change
from policy_backend.claims.store.tables import ClaimChangeRow, ClaimRow
from policy_backend.policies.store.tables import PolicyRow, UnitRow
from policy_backend.products.loader import products

WAITING = ("reported", "assigned")
LONGEST = timedelta(hours=12)
"""How long after its report a claim that nobody marks as attended is followed up."""
TOLD, TO_CALL = "follow_up", "follow_up_due"
"""In the history: the insured was told; a person has to call, since there is no conversation to tell it in."""
BATCH = 100


@dataclass(frozen=True)
class Terms:
    """A product's follow-up: the coverage that gives it, and how often it is due."""

    product: str
    coverage: str
    every: timedelta


def terms() -> list[Terms]:
    """Of every product that has follow-up."""
    return [
        Terms(name, rule.coverage, timedelta(minutes=rule.every_minutes))
        for name, product in products().items()
        if (rule := product.follow_up)
    ]


def due(session: Session, rule: Terms) -> Sequence[int]:
    """Ids of claims whose insured has heard nothing for `rule.every`, at most BATCH; the longest waiting first."""
    query = (
        select(ClaimRow.id)
        .join(PolicyRow, PolicyRow.number_key == ClaimRow.policy_key)
        .join(UnitRow, and_(UnitRow.policy_id == PolicyRow.id, UnitRow.inciso == ClaimRow.inciso))
        .where(PolicyRow.product == rule.product, UnitRow.coverages.has_key(rule.coverage), *_is_due(rule))
        .order_by(ClaimRow.reported_at)
        .limit(BATCH)
    )
    return session.scalars(query).all()


def take(session: Session, claim_id: int, rule: Terms) -> ClaimRow | None:
    """The claim, locked, if its follow-up is still due; None when it is not, or while somebody changes it."""
    lock = select(ClaimRow.id).where(ClaimRow.id == claim_id).with_for_update(skip_locked=True)
    if session.scalar(lock) is None:
        return None
    # A statement of its own, which sees what was committed until the lock was had.
    still = select(ClaimRow).where(ClaimRow.id == claim_id, *_is_due(rule))
    return session.scalars(still.execution_options(populate_existing=True)).first()


def record(session: Session, claim: ClaimRow, action: str, words: str) -> None:
    """Write a follow-up (TOLD or TO_CALL) in the claim's history; the claim itself stays as it is."""
    add_change(session, claim, SYSTEM, action, {"follow_up": [None, words]})


def latest(session: Session, claim_ids: Iterable[int]) -> dict[int, ClaimChangeRow]:
    """The last follow-up of each of these claims that has one, in one query."""
    query = (
        select(ClaimChangeRow)
        .ext(distinct_on(ClaimChangeRow.claim_id))
        .where(ClaimChangeRow.claim_id.in_(list(claim_ids)), ClaimChangeRow.action.in_((TOLD, TO_CALL)))
        .order_by(ClaimChangeRow.claim_id, ClaimChangeRow.id.desc())
    )
    return {change.claim_id: change for change in session.scalars(query)}


def _is_due(rule: Terms) -> list[ColumnElement[bool]]:
    now = clock.now()
    recent = exists().where(
        ClaimChangeRow.claim_id == ClaimRow.id,
        ClaimChangeRow.action.in_((TOLD, TO_CALL)),
        ClaimChangeRow.at > now - rule.every,
    )
    tow_is_there = and_(
        func.coalesce(ClaimRow.incident_type, "") == "roadside_assistance", ClaimRow.tow_arrived_at.is_not(None)
    )
    return [
        ClaimRow.status.in_(WAITING),
        ClaimRow.reported_at <= now - rule.every,
        ClaimRow.reported_at > now - LONGEST,
        ClaimRow.adjuster_arrived_at.is_(None),
        ~tow_is_there,
        ~recent,
    ]
