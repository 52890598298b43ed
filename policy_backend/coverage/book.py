"""The book's records as a coverage check takes them."""

from calendar import isleap
from datetime import datetime

from policy_backend.coverage.loss import Installment, PolicyAsOf, UnitAsOf
from policy_backend.policies.model import Policy, Unit


def policy_as_of(policy: Policy, at: datetime) -> PolicyAsOf:
    """The policy as it stood at `at`: units cancelled later count as not cancelled."""
    return PolicyAsOf(
        number=policy.number,
        product=policy.product,
        package=policy.package,
        fleet=policy.fleet,
        starts_at=policy.starts_at,
        ends_at=policy.ends_at,
        installments=tuple(
            Installment(item.due_at, item.amount, item.paid_at, item.inciso, item.grace_until, item.use)
            for item in policy.installments
        ),
        cancelled_units=frozenset(inciso for inciso, cancelled_at in policy.cancelled.items() if cancelled_at <= at),
        cancelled_from=policy.cancelled_from,
    )


def unit_as_of(unit: Unit) -> UnitAsOf:
    """The unit as the carátula has it."""
    vehicle = unit.vehicle
    return UnitAsOf(unit.inciso, unit.use, unit.coverages, vehicle.year, vehicle.kind or "auto", unit.entity)


def policy_year(policy: PolicyAsOf, at: datetime) -> datetime:
    """The last anniversary of the policy's start that is not after `at`; 29 February turns 28 where there is none."""
    start = policy.starts_at
    year = at.astimezone(start.tzinfo).year
    for candidate in (year, year - 1):
        day = 28 if (start.month, start.day) == (2, 29) and not isleap(candidate) else start.day
        anniversary = start.replace(year=candidate, day=day)
        if anniversary <= at:
            return max(start, anniversary)
    return start
