"""Finding policies: by number, and by what a caller can say when the number is not at hand."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from common import clock
from common.text import fold
from policy_backend.policies.model import (
    FinancingPlan,
    Installment,
    Match,
    Policy,
    Unit,
    Vehicle,
    number_key,
    plates_key,
    plates_text,
    vin_key,
    vin_text,
)
from policy_backend.policies.store.holders import find_holders
from policy_backend.policies.store.tables import FinancingPlanRow, HolderRow, InstallmentRow, PolicyRow, UnitRow


def _here(instant: datetime | None) -> datetime | None:
    """The instant on the insurer's clock."""
    return instant.astimezone(clock.local_zone()) if instant else None


def _unit(row: UnitRow) -> Unit:
    vehicle = Vehicle(row.make, row.model, row.year, row.color, row.plates, row.vin, row.kind)
    return Unit(row.inciso, vehicle, row.use, row.coverages, row.entity, row.habitual_driver, _here(row.cancelled_at))


def _policy(
    row: PolicyRow,
    holder: str,
    units: Iterable[UnitRow],
    fractions: Iterable[InstallmentRow],
    match: Match | None = None,
) -> Policy:
    zone = clock.local_zone()
    return Policy(
        row.number, row.product, row.package, holder, row.fleet,
        row.starts_at.astimezone(zone), row.ends_at.astimezone(zone),
        [_unit(unit) for unit in units],
        [
            Installment(f.due_at.astimezone(zone), f.amount, _here(f.paid_at), f.inciso, _here(f.grace_until))
            for f in fractions
        ],
        match,
    )  # fmt: skip


def _fractions(session: Session, policy_ids: Sequence[int]) -> dict[int, list[InstallmentRow]]:
    grouped: dict[int, list[InstallmentRow]] = {key: [] for key in policy_ids}
    query = select(InstallmentRow).where(InstallmentRow.policy_id.in_(policy_ids))
    for row in session.scalars(query.order_by(InstallmentRow.due_at, InstallmentRow.inciso)):
        grouped[row.policy_id].append(row)
    return grouped


def policy_by_number(session: Session, number: str, inciso: int | None = None) -> Policy | None:
    """The policy with this number, however it is spaced, with its units (or only `inciso`) and instalments.

    None when unknown. A known policy without that inciso comes back with no units. Two queries.
    """
    key = number_key(number)
    if not key:
        return None
    joined = and_(UnitRow.policy_id == PolicyRow.id, *([] if inciso is None else [UnitRow.inciso == inciso]))
    rows = session.execute(
        select(PolicyRow, HolderRow.name, UnitRow)
        .join(HolderRow, HolderRow.id == PolicyRow.holder_id)
        .outerjoin(UnitRow, joined)
        .where(PolicyRow.number_key == key)
        .order_by(UnitRow.inciso)
    ).all()
    if not rows:
        return None
    row, holder = rows[0][0], rows[0][1]
    return _policy(
        row, holder, [unit for _, _, unit in rows if unit is not None], _fractions(session, [row.id])[row.id]
    )


def find(session: Session, *, plates: str | None = None, vin: str | None = None) -> Policy | None:
    """The one policy with a unit of this VIN or else these plates; None when unknown or doubtful."""
    by_vin = search(session, vin=vin, limit=2) if vin else []
    hits = by_vin or (search(session, plates=plates, limit=2) if plates else [])
    return hits[0] if len(hits) == 1 and len(hits[0].units) == 1 else None


def _asked_exactly(unit: UnitRow, plates: str | None, vin: str | None) -> bool:
    return (not plates or plates_text(unit.plates or "") == plates_text(plates)) and (
        not vin or vin_text(unit.vin or "") == vin_text(vin)
    )


def _vehicle_conditions(
    plates: str | None, vin: str | None, make: str | None, model: str | None, year: int | None
) -> list[Any]:
    conditions: list[Any] = []
    if plates:
        conditions.append(UnitRow.plates_key == plates_key(plates))
    if vin:
        conditions.append(UnitRow.vin_key == vin_key(vin))
    if make:
        conditions.append(UnitRow.make_key == fold(make))
    if model:
        conditions.append(or_(UnitRow.model_key == fold(model), UnitRow.model_key.like(fold(model) + " %")))
    if year is not None:
        conditions.append(UnitRow.year == year)
    return conditions


def search(
    session: Session,
    *,
    plates: str | None = None,
    vin: str | None = None,
    holder: str | None = None,
    make: str | None = None,
    model: str | None = None,
    year: int | None = None,
    limit: int = 20,
) -> list[Policy]:
    """Policies that answer to everything given, each with only its matching units, at most `limit`, best first.

    `match` is "exact" when all is as written in the book (but for case, accents and separators), else "close".
    """
    query = select(PolicyRow, HolderRow.name, UnitRow).join(HolderRow).join(UnitRow)
    query = query.where(*_vehicle_conditions(plates, vin, make, model, year))
    exact_holders: set[int] = set()
    if holder:
        ranked = find_holders(session, holder)
        exact_holders = {found.id for found in ranked if found.exact}
        query = query.where(PolicyRow.holder_id.in_([found.id for found in ranked]))
        order = {found.id: place for place, found in enumerate(ranked)}
    rows = session.execute(query.limit(500)).all()
    grouped: dict[int, tuple[PolicyRow, str, list[UnitRow]]] = {}
    for policy, name, unit in rows:
        grouped.setdefault(policy.id, (policy, name, []))[2].append(unit)
    chosen = sorted(
        grouped.values(), key=lambda item: ((order[item[0].holder_id] if holder else 0), item[0].number_key)
    )[:limit]
    fractions = _fractions(session, [policy.id for policy, _, _ in chosen])
    found = []
    for policy, name, units in chosen:
        exact = (not holder or policy.holder_id in exact_holders) and all(_asked_exactly(u, plates, vin) for u in units)
        units.sort(key=lambda unit: unit.inciso)
        found.append(_policy(policy, name, units, fractions[policy.id], "exact" if exact else "close"))
    return found


def financing_plan(session: Session, group: str, member: str) -> FinancingPlan | None:
    """The plan of a group and member, leading zeros or not; None when unknown."""
    key = (number_key(group), number_key(member))
    row = session.scalars(
        select(FinancingPlanRow).where(FinancingPlanRow.group_key == key[0], FinancingPlanRow.member_key == key[1])
    ).first()
    if row is None:
        return None
    return FinancingPlan(row.plan_group, row.member, row.holder, row.policy_number, row.balance, row.stage)
