"""The coverage check against the book: finds nothing new, counts what was used, and asks the pure check."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from policy_backend.claims.store.tables import ClaimRow
from policy_backend.coverage.assistance import CODE as ASSISTANCE
from policy_backend.coverage.book import policy_as_of, policy_year, unit_as_of
from policy_backend.coverage.loss import Loss, PolicyAsOf
from policy_backend.coverage.model import CoverageCheck, check, check_unidentified
from policy_backend.policies.model import Policy, number_key
from policy_backend.products.loader import products

UNCOUNTED = ("draft", "cancelled")
DEFAULT_PRODUCT = "maps-autos"


def events_used(session: Session, policy: PolicyAsOf, inciso: int, before: datetime) -> int:
    """Roadside reports of the unit in the policy year of `before`, and before it; drafts and cancelled ones not."""
    happened = func.coalesce(ClaimRow.occurred_at, ClaimRow.reported_at)
    query = (
        select(func.count())
        .select_from(ClaimRow)
        .where(
            ClaimRow.policy_key == number_key(policy.number),
            ClaimRow.inciso == inciso,
            ClaimRow.incident_type == ASSISTANCE,
            ClaimRow.status.not_in(UNCOUNTED),
            happened >= policy_year(policy, before),
            happened < before,
        )
    )
    return session.scalar(query) or 0


def assess(
    session: Session, policy: Policy | None, loss: Loss, *, asked_at: datetime, insurer: ZoneInfo
) -> CoverageCheck:
    """The check of a loss on a policy of the book that carries exactly its unit, or none when the unit is not known.

    `policy` None is a policy that the book does not have. Roadside events already used are counted where the loss does
    not say them.
    """
    catalogue = products()
    if policy is None or policy.product not in catalogue:
        return check_unidentified(catalogue[DEFAULT_PRODUCT], loss, asked_at=asked_at, insurer=insurer)
    product, book = catalogue[policy.product], policy_as_of(policy, loss.occurred_at)
    if len(policy.units) != 1:
        return check_unidentified(product, loss, book, asked_at=asked_at, insurer=insurer)
    unit = unit_as_of(policy.units[0])
    if loss.incident_type == ASSISTANCE and loss.facts.events_used is None:
        used = events_used(session, book, unit.inciso, loss.occurred_at)
        loss = replace(loss, facts=replace(loss.facts, events_used=used))
    return check(book, unit, product, loss, asked_at=asked_at, insurer=insurer)
