"""Finding policies: by number, and by what a caller can say when the number is not at hand."""

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Select, and_, any_, bindparam, func, null, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
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
from policy_backend.policies.store.rows import (
    CANCELLED,
    POLICY_COLUMNS,
    UNIT_COLUMNS,
    Found,
    complete,
    holders,
    policies,
    policy_of,
    units,
)
from policy_backend.policies.store.tables import FinancingPlanRow, HolderRow, PolicyRow, UnitRow

UNITS_A_POLICY = 3


def _by_number(cancelled: ColumnElement[Any], *of_unit: ColumnElement[bool]) -> Select[Any]:
    """The policy of a number with its units, all or those that `of_unit` names."""
    return (
        select(*POLICY_COLUMNS, cancelled, *UNIT_COLUMNS)
        .select_from(PolicyRow.__table__)
        .join(HolderRow.__table__, holders.id == policies.holder_id)
        .outerjoin(UnitRow.__table__, and_(units.policy_id == policies.id, *of_unit))
        .where(policies.number_key == bindparam("key"))
        .order_by(units.inciso)
        .limit(bindparam("most"))
    )


WHOLE_POLICY = _by_number(null().label("cancelled"))
SOME_UNITS = _by_number(CANCELLED)
ONE_UNIT = _by_number(CANCELLED, units.inciso == bindparam("inciso"))


def policy_by_number(
    session: Session, number: str, inciso: int | None = None, *, most_units: int | None = None
) -> Policy | None:
    """The policy with this number, however it is spaced, with its units (or only `inciso`) and instalments.

    None when unknown. A known policy without that inciso comes back with no units; `most_units` bounds how many of a
    large fleet are read. Two queries.
    """
    key = number_key(number)
    if not key:
        return None
    several = WHOLE_POLICY if most_units is None else SOME_UNITS
    query = several if inciso is None else ONE_UNIT
    rows = session.execute(query, {"key": key, "most": most_units, "inciso": inciso}).all()
    return complete(session, {rows[0].id: policy_of(rows)})[0] if rows else None


def find(session: Session, *, plates: str | None = None, vin: str | None = None) -> Policy | None:
    """The one policy with a unit of this VIN or else these plates; None when unknown or doubtful."""
    by_vin = search(session, vin=vin, limit=2) if vin else []
    hits = by_vin or (search(session, plates=plates, limit=2) if plates else [])
    return hits[0] if len(hits) == 1 and len(hits[0].units) == 1 else None


def _asked_exactly(unit: Found, plates: str | None, vin: str | None) -> bool:
    return (not plates or plates_text(unit.plates or "") == plates_text(plates)) and (
        not vin or vin_text(unit.vin or "") == vin_text(vin)
    )


def _vehicle_conditions(
    plates: str | None, vin: str | None, make: str | None, model: str | None, year: int | None
) -> list[Any]:
    conditions: list[Any] = []
    if plates:
        conditions.append(units.plates_key == plates_key(plates))
    if vin:
        conditions.append(units.vin_key == vin_key(vin))
    if make:
        conditions.append(units.make_key == fold(make))
    if model:
        conditions.append(or_(units.model_key == fold(model), units.model_key.like(fold(model) + " %")))
    if year is not None:
        conditions.append(units.year == year)
    return conditions


def _matching(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Policies with only their units that answer to `conditions`."""
    return (
        select(*POLICY_COLUMNS, CANCELLED, *UNIT_COLUMNS)
        .select_from(PolicyRow.__table__)
        .join(HolderRow.__table__, holders.id == policies.holder_id)
        .join(UnitRow.__table__, units.policy_id == policies.id)
        .where(*conditions)
        .limit(bindparam("rows"))
    )


HOLDERS = bindparam("holders", type_=ARRAY(BigInteger))
PLACE = func.array_position(HOLDERS, policies.holder_id)
BEST_FIRST = (
    select(policies.id)
    .where(policies.holder_id == any_(HOLDERS))
    .order_by(PLACE, policies.number_key)
    .limit(bindparam("most"))
)
OF_HOLDERS = _matching(policies.id.in_(BEST_FIRST)).order_by(PLACE, policies.number_key)
"""Units are read of the policies to be shown only: a common name has thousands."""


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
    of_vehicle = _vehicle_conditions(plates, vin, make, model, year)
    ranked = find_holders(session, holder) if holder else []
    asked = {"rows": limit * UNITS_A_POLICY, "most": limit, "holders": [found.id for found in ranked]}
    if holder and of_vehicle:
        query = _matching(policies.holder_id == any_(HOLDERS), *of_vehicle).order_by(PLACE, policies.number_key)
    else:
        query = OF_HOLDERS if holder else _matching(*of_vehicle)
    grouped: dict[int, list[Found]] = {}
    for row in session.execute(query, asked):
        grouped.setdefault(row.id, []).append(row)
    exact_holders = {found.id for found in ranked if found.exact}
    found = {}
    for key, own in list(grouped.items())[:limit]:
        named = not holder or own[0].holder_id in exact_holders
        exact = named and all(_asked_exactly(row, plates, vin) for row in own)
        found[key] = policy_of(sorted(own, key=lambda row: row.inciso), "exact" if exact else "close")
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
