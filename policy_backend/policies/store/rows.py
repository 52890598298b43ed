"""Rows of the book to the pure Policy, instants on the insurer's clock.

The statements take columns, not mapped objects: half of a coverage check's time went into those.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, Row, and_, any_, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from common import clock
from policy_backend.policies.model import Installment, Match, Policy, Unit, Vehicle
from policy_backend.policies.store.tables import HolderRow, InstallmentRow, PolicyRow, UnitRow

Found = Row[*tuple[Any, ...]]

policies, holders, units = PolicyRow.__table__.c, HolderRow.__table__.c, UnitRow.__table__.c
_installments = InstallmentRow.__table__.c
IDS = bindparam("ids", type_=ARRAY(BigInteger))

POLICY_COLUMNS = (
    policies.id, policies.number, policies.product, policies.package, policies.holder_id,
    holders.name.label("holder"), policies.fleet, policies.starts_at, policies.ends_at,
    policies.cancelled_from,
)  # fmt: skip
UNIT_COLUMNS = (
    units.inciso, units.make, units.model, units.year, units.color, units.plates, units.vin, units.kind, units.use,
    units.coverages, units.entity, units.habitual_driver, units.cancelled_at,
)  # fmt: skip

INSTALLMENTS = (
    select(
        _installments.policy_id, _installments.due_at, _installments.amount, _installments.paid_at,
        _installments.inciso, _installments.grace_until, units.use,
    )
    .select_from(InstallmentRow.__table__)
    .outerjoin(
        UnitRow.__table__, and_(units.policy_id == _installments.policy_id, units.inciso == _installments.inciso)
    )
    .where(_installments.policy_id == any_(IDS))
    .order_by(_installments.due_at, _installments.inciso)
)  # fmt: skip
_others = UnitRow.__table__.alias("others").c
CANCELLED = (
    select(func.jsonb_object_agg(_others.inciso, _others.cancelled_at))
    .where(_others.policy_id == policies.id, _others.cancelled_at.is_not(None))
    .scalar_subquery()
    .label("cancelled")
)
"""All cancelled units of a policy, for rows that carry only some of its units."""


def _unit(row: Found, zone: ZoneInfo) -> Unit:
    vehicle = Vehicle(row.make, row.model, row.year, row.color, row.plates, row.vin, row.kind)
    cancelled_at = row.cancelled_at and row.cancelled_at.astimezone(zone)
    return Unit(row.inciso, vehicle, row.use, row.coverages, row.entity, row.habitual_driver, cancelled_at)


def policy_of(rows: Sequence[Found], match: Match | None = None) -> Policy:
    """The policy of rows that each carry it and one of its units (or none), its instalments still to come."""
    zone, row = clock.local_zone(), rows[0]
    own = [_unit(each, zone) for each in rows if each.inciso is not None]
    cancelled = {int(inciso): datetime.fromisoformat(at) for inciso, at in (row.cancelled or {}).items()}
    cancelled |= {unit.inciso: unit.cancelled_at for unit in own if unit.cancelled_at}
    return Policy(
        row.number, row.product, row.package, row.holder, row.fleet,
        row.starts_at.astimezone(zone), row.ends_at.astimezone(zone), own, match=match, cancelled=cancelled,
        cancelled_from=row.cancelled_from and row.cancelled_from.astimezone(zone),
    )  # fmt: skip


def _installments_of(session: Session, policy_ids: Iterable[int]) -> dict[int, list[Installment]]:
    zone = clock.local_zone()

    def here(instant: datetime | None) -> datetime | None:
        return instant.astimezone(zone) if instant else None

    grouped: dict[int, list[Installment]] = {key: [] for key in policy_ids}
    for key, due_at, amount, paid_at, inciso, grace_until, use in session.execute(INSTALLMENTS, {"ids": list(grouped)}):
        grouped[key].append(Installment(due_at.astimezone(zone), amount, here(paid_at), inciso, here(grace_until), use))
    return grouped


def complete(session: Session, found: dict[int, Policy]) -> list[Policy]:
    """The policies, by id, with their instalments: one query."""
    installments = _installments_of(session, found) if found else {}
    return [replace(policy, installments=installments[key]) for key, policy in found.items()]
