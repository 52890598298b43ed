"""Rows of the book to the pure Policy, instants on the insurer's clock."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from common import clock
from policy_backend.policies.model import Installment, Match, Policy, Unit, Vehicle
from policy_backend.policies.store.tables import InstallmentRow, PolicyRow, UnitRow


def _here(instant: datetime | None) -> datetime | None:
    """The instant on the insurer's clock."""
    return instant.astimezone(clock.local_zone()) if instant else None


def _unit(row: UnitRow) -> Unit:
    vehicle = Vehicle(row.make, row.model, row.year, row.color, row.plates, row.vin, row.kind)
    return Unit(row.inciso, vehicle, row.use, row.coverages, row.entity, row.habitual_driver, _here(row.cancelled_at))


def policy_of(row: PolicyRow, holder: str, units: Iterable[UnitRow], match: Match | None = None) -> Policy:
    """The policy of a row with these units, its instalments still to come."""
    zone = clock.local_zone()
    return Policy(
        row.number, row.product, row.package, holder, row.fleet,
        row.starts_at.astimezone(zone), row.ends_at.astimezone(zone), [_unit(unit) for unit in units], match=match,
    )  # fmt: skip


def _installments(session: Session, policy_ids: Sequence[int]) -> dict[int, list[Installment]]:
    zone = clock.local_zone()
    of_unit = and_(UnitRow.policy_id == InstallmentRow.policy_id, UnitRow.inciso == InstallmentRow.inciso)
    query = select(InstallmentRow, UnitRow.use).outerjoin(UnitRow, of_unit)
    query = query.where(InstallmentRow.policy_id.in_(policy_ids)).order_by(InstallmentRow.due_at, InstallmentRow.inciso)
    grouped: dict[int, list[Installment]] = {key: [] for key in policy_ids}
    for row, use in session.execute(query):
        grouped[row.policy_id].append(
            Installment(
                row.due_at.astimezone(zone), row.amount, _here(row.paid_at), row.inciso, _here(row.grace_until), use
            )
        )
    return grouped


def _cancelled(session: Session, policy_ids: Sequence[int]) -> dict[int, dict[int, datetime]]:
    query = select(UnitRow.policy_id, UnitRow.inciso, UnitRow.cancelled_at)
    grouped: dict[int, dict[int, datetime]] = {key: {} for key in policy_ids}
    for key, inciso, at in session.execute(
        query.where(UnitRow.policy_id.in_(policy_ids), UnitRow.cancelled_at.is_not(None))
    ):
        if at is not None:
            grouped[key][inciso] = at
    return grouped


def complete(session: Session, policies: dict[int, Policy]) -> list[Policy]:
    """The policies, by id, with their instalments and, of fleets, their cancelled units: one query, two with fleets."""
    keys = list(policies)
    installments = _installments(session, keys) if keys else {}
    fleets = [key for key in keys if policies[key].fleet]
    cancelled = _cancelled(session, fleets) if fleets else {}
    return [
        replace(policy, installments=installments[key], cancelled=cancelled.get(key, {}))
        for key, policy in policies.items()
    ]
