"""Finding policies: by number, and by what a caller can say when the number is not at hand."""

from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from common.text import fold
from policy_backend.policies.model import (
    FinancingPlan,
    Policy,
    number_key,
    plates_key,
    plates_text,
    vin_key,
    vin_text,
)
from policy_backend.policies.store.holders import find_holders
from policy_backend.policies.store.rows import complete, policy_of
from policy_backend.policies.store.tables import FinancingPlanRow, HolderRow, PolicyRow, UnitRow

UNITS_A_POLICY = 3


def policy_by_number(
    session: Session, number: str, inciso: int | None = None, *, most_units: int | None = None
) -> Policy | None:
    """The policy with this number, however it is spaced, with its units (or only `inciso`) and instalments.

    None when unknown. A known policy without that inciso comes back with no units; `most_units` bounds how many of a
    large fleet are read. Two queries, three for a fleet.
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
        .limit(most_units)
    ).all()
    if not rows:
        return None
    row, holder, _ = rows[0]
    return complete(session, {row.id: policy_of(row, holder, [unit for _, _, unit in rows if unit is not None])})[0]


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
    query = select(PolicyRow, HolderRow.name, UnitRow).join(HolderRow).join(UnitRow).limit(limit * UNITS_A_POLICY)
    query = query.where(*_vehicle_conditions(plates, vin, make, model, year))
    exact_holders: set[int] = set()
    if holder:
        ranked = find_holders(session, holder)
        exact_holders = {found.id for found in ranked if found.exact}
        best_first = [found.id for found in ranked]
        query = query.where(PolicyRow.holder_id.in_(best_first))
        query = query.order_by(func.array_position(best_first, PolicyRow.holder_id), PolicyRow.number_key)
    grouped: dict[int, tuple[PolicyRow, str, list[UnitRow]]] = {}
    for policy, name, unit in session.execute(query):
        grouped.setdefault(policy.id, (policy, name, []))[2].append(unit)
    chosen = list(grouped.values())[:limit]
    found = {}
    for policy, name, units in chosen:
        exact = (not holder or policy.holder_id in exact_holders) and all(_asked_exactly(u, plates, vin) for u in units)
        units.sort(key=lambda unit: unit.inciso)
        found[policy.id] = policy_of(policy, name, units, "exact" if exact else "close")
    return complete(session, found)


def financing_plan(session: Session, group: str, member: str) -> FinancingPlan | None:
    """The plan of a group and member, leading zeros or not; None when unknown."""
    key = (number_key(group), number_key(member))
    row = session.scalars(
        select(FinancingPlanRow).where(FinancingPlanRow.group_key == key[0], FinancingPlanRow.member_key == key[1])
    ).first()
    if row is None:
        return None
    return FinancingPlan(row.plan_group, row.member, row.holder, row.policy_number, row.balance, row.stage)
