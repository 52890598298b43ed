"""The state of the premium at the event (maps-autos d.2: the first row that fits)."""

from dataclasses import dataclass
from datetime import timedelta

from policy_backend.coverage.clocks import Moment
from policy_backend.coverage.loss import Installment, PolicyAsOf, UnitAsOf
from policy_backend.products.schema import Payment

SEVERITY = ("ok", "in_grace", "in_grace_conflict", "ceased_presumed", "ceased", "no_grace_unpaid")
FINE = ("ok", "in_grace")


@dataclass(frozen=True, slots=True)
class PaymentState:
    """`status` in the words of codes.md. `in_gap`: the effects had ceased and a later payment brought them back."""

    status: str
    in_gap: bool = False


def _fraction(item: Installment, use: str, rule: Payment, moment: Moment) -> str:
    """The status that one fraction gives at the event."""
    due, at = moment.printed(item.due), moment.at
    if at < due or (item.paid_at is not None and item.paid_at <= at):
        return "ok"
    if (item.use or use) in rule.no_grace_uses:
        return "no_grace_unpaid"
    if item.grace_until is None:
        if at <= due + timedelta(days=rule.grace_days):
            return "in_grace"
    elif at <= moment.printed(item.grace_until):
        return "in_grace"
    if at <= due + timedelta(days=rule.conflict_days):
        return "in_grace_conflict"
    return "ceased_presumed" if at <= due + timedelta(days=rule.presumed_days) else "ceased"


def payment_state(policy: PolicyAsOf, unit: UnitAsOf | None, rule: Payment, moment: Moment) -> PaymentState:
    """The worst of the fractions that count for this unit; in a fleet that pays as one, every unit's fractions count.

    The event is taken to be in vigencia. Without a unit only the fractions of the whole policy count.
    """
    if rule.rule == "none":
        return PaymentState("ok")
    whole = policy.fleet and rule.fleet_pays_as_one
    inciso, use = (unit.inciso, unit.use) if unit else (None, "")
    worst, in_gap = "ok", False
    for item in policy.installments:
        if whole or item.inciso is None or item.inciso == inciso:
            status = _fraction(item, use, rule, moment)
            if SEVERITY.index(status) > SEVERITY.index(worst):
                worst, in_gap = status, status not in FINE and item.paid_at is not None
    if whole and (worst not in FINE or policy.cancelled_units):
        return PaymentState("fleet_arrears", in_gap)
    if unit and unit.inciso in policy.cancelled_units:
        return PaymentState("ceased", in_gap)
    return PaymentState(worst, in_gap)
