"""Whether the policy was in force at the event (maps-autos PAY-1; aba-sector-hacienda 2.1)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from policy_backend.coverage.clocks import Moment
from policy_backend.coverage.loss import PolicyAsOf
from policy_backend.products.schema import Vigencia

DOUBTFUL_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class InForce:
    """`inside`: in force. `far`: outside by more than the hours in which a person decides.

    `clock_doubt`: on the insurer's clock the answer would be another one. `first_minute`: before 00:01:00 of the first
    day, where the contract prints two starts. `paid_off`: after the policy's cancellation by the payoff of its plan.
    """

    inside: bool
    far: bool
    clock_doubt: bool
    first_minute: bool
    paid_off: bool


def _inside(start: datetime, end: datetime, at: datetime, end_inclusive: bool) -> bool:
    return start <= at and (at <= end if end_inclusive else at < end)


def in_force(policy: PolicyAsOf, rule: Vigencia, moment: Moment) -> InForce:
    """How the event stands to the policy's first and last instants, read on the clock of the place."""
    at, start, end = moment.at, moment.printed(policy.starts_at), moment.printed(policy.ends_at)
    inside = _inside(start, end, at, rule.end_inclusive)
    margin = timedelta(hours=rule.review_hours)
    far = not inside and (start - at > margin or at - end > margin)
    other = _inside(policy.starts_at, policy.ends_at, at, rule.end_inclusive)
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    opens_at_midnight = timedelta(0) < start - midnight < DOUBTFUL_MINUTE
    first_minute = inside and opens_at_midnight and at < midnight + DOUBTFUL_MINUTE
    paid_off = policy.cancelled_from is not None and at >= moment.printed(policy.cancelled_from)
    return InForce(inside, far, other != inside, first_minute, paid_off)
