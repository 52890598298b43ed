"""How the promises to be there stand, and what being late costs: shown to operators before it happens."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Literal

from policy_backend.coverage.penalties import PenaltyAmount, arrival_penalties
from policy_backend.products.loader import products
from policy_backend.products.schema import Product

SOON = timedelta(minutes=15)
STEPS = (timedelta(minutes=20), timedelta(hours=1), timedelta(days=1))
INSTANT = timedelta(seconds=1)


@dataclass(frozen=True)
class Promise:
    """Somebody must be there by `due`; `minutes` is what the product promises, `reached` when they were."""

    kind: Literal["adjuster", "tow"]
    due: datetime
    reached: datetime | None
    minutes: int


@dataclass(frozen=True)
class Clock:
    """How a promise stands. `state`: ok, soon, late, met; `owed` so far; at `next_at` the penalties of `next_owed`."""

    kind: str
    due: datetime
    reached: datetime | None
    state: str
    late: timedelta
    owed: tuple[PenaltyAmount, ...] = ()
    next_at: datetime | None = None
    next_owed: tuple[PenaltyAmount, ...] = ()


def clock(promise: Promise, now: datetime, product: str | None, deductible: Decimal | None) -> Clock:
    """How a promise stands at `now`; penalties only where the product has them."""
    late = max((promise.reached or now) - promise.due, timedelta(0))
    state = "met" if promise.reached and not late else "late" if late else "soon" if promise.due - now <= SOON else "ok"
    standing = (promise.kind, promise.due, promise.reached, state, late)
    rules = products().get(product or "")
    if rules is None or not rules.penalties:
        return Clock(*standing)
    owed = _owed(rules, promise, promise.reached or now, deductible) if late else ()
    if promise.reached:
        return Clock(*standing, owed)
    return Clock(*standing, owed, *_next(rules, promise, late, owed, deductible))


def _owed(rules: Product, promise: Promise, arrival: datetime, deductible: Decimal | None) -> tuple[PenaltyAmount, ...]:
    return arrival_penalties(
        rules, promise.kind, promise.due, arrival, promised_minutes=promise.minutes, deductible=deductible
    )


def _next(
    rules: Product, promise: Promise, late: timedelta, owed: tuple[PenaltyAmount, ...], deductible: Decimal | None
) -> tuple[datetime, tuple[PenaltyAmount, ...]]:
    """The next moment at which more is owed, and everything that is owed from then on."""
    if not late:
        return promise.due, _owed(rules, promise, promise.due + INSTANT, deductible)
    units = {item.code: item.units for item in owed}
    for moment in sorted(promise.due + step * (late // step + 1) for step in STEPS):
        after = _owed(rules, promise, moment + INSTANT, deductible)
        if {item.code: item.units for item in after} != units:
            return moment, after
    return promise.due + STEPS[-1], ()


def deductible_of(coverage: dict[str, Any]) -> Decimal | None:
    """The deductible of the damage or theft coverage that applies in a frozen check, where its amount is known."""
    for item in coverage.get("coverages") or []:
        amount = (item.get("deductible") or {}).get("amount")
        if item.get("code") in ("material_damage", "total_theft") and item.get("status") == "applies" and amount:
            return Decimal(str(amount))
    return None


def promises(claim: Any) -> list[Promise]:
    """What was promised with a report: an adjuster, a tow truck, or nothing."""
    sla = claim.coverage.get("sla") or {}
    found = []
    if claim.adjuster_due_at:
        minutes = sla.get("adjuster_minutes") or _minutes(claim.reported_at, claim.adjuster_due_at)
        found.append(Promise("adjuster", claim.adjuster_due_at, claim.adjuster_arrived_at, minutes))
    if claim.tow_due_at:
        minutes = sla.get("tow_minutes") or _minutes(claim.reported_at, claim.tow_due_at)
        found.append(Promise("tow", claim.tow_due_at, claim.tow_arrived_at, minutes))
    return found


def _minutes(since: datetime | None, due: datetime) -> int:
    return max(int((due - since).total_seconds() // 60), 1) if since else 45
