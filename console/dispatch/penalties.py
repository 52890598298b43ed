"""What lateness costs under the fleet contract (aba-sector-hacienda 4.1, 5.1, 5.2): for operators only. No I/O."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from math import ceil, floor
from typing import Any

PRODUCT = "sector-hacienda"
DISCOUNT_EVERY, DISCOUNT_PCT = timedelta(minutes=20), 30
HOURLY, DAILY = Decimal(500), Decimal(2500)
SOON = timedelta(minutes=15)


@dataclass(frozen=True)
class Penalty:
    """One consequence of being late; `amount` in MXN, None where a part is unknown."""

    text: str
    amount: Decimal | None
    clause: str


@dataclass(frozen=True)
class Clock:
    """How one promise stands. `state`: ok, soon, late, met; `late`: how long past; `next_…`: when more is due."""

    kind: str
    due: datetime
    reached: datetime | None
    state: str
    late: timedelta
    owed: tuple[Penalty, ...]
    next_at: datetime | None
    next_text: str | None


def owed(kind: str, late: timedelta, deductible: Decimal | None) -> tuple[Penalty, ...]:
    """What is owed for arriving `late`; a started hour counts, a discount step counts once it is complete."""
    if late <= timedelta(0):
        return ()
    hours, days = ceil(late / timedelta(hours=1)), ceil(late / timedelta(days=1))
    found = [
        Penalty(f"{hours} h de retraso", HOURLY * hours, "s4:509"),
        Penalty("deducción por incumplimiento" + (f", {days} días" if days > 1 else ""), DAILY * days, "s4:510"),
    ]
    steps = floor(late / DISCOUNT_EVERY)
    if kind == "adjuster" and steps:
        share = min(steps * DISCOUNT_PCT, 100)
        amount = (deductible * share / 100).quantize(Decimal("0.01")) if deductible is not None else None
        found.insert(0, Penalty(f"{share} % menos de deducible", amount, "s4:318"))
    return tuple(found)


def clock(
    kind: str,
    due: datetime | None,
    reached: datetime | None,
    now: datetime,
    product: str | None,
    deductible: Decimal | None,
) -> Clock | None:
    """How a promise stands at `now`; None where nothing was promised. Penalties only where the contract has them."""
    if due is None:
        return None
    late = max((reached or now) - due, timedelta(0))
    state = "met" if reached and not late else "late" if late else "soon" if due - now <= SOON else "ok"
    if product != PRODUCT:
        return Clock(kind, due, reached, state, late, (), None, None)
    next_at, next_text = (None, None) if reached else _next(kind, due, late)
    return Clock(kind, due, reached, state, late, owed(kind, late, deductible), next_at, next_text)


def _next(kind: str, due: datetime, late: timedelta) -> tuple[datetime, str]:
    """The next moment at which more is owed, and what."""
    if not late:
        return due, f"deducción de ${DAILY:,.0f} más ${HOURLY:,.0f} por hora"
    hour = due + timedelta(hours=floor(late / timedelta(hours=1)) + 1)
    step = due + DISCOUNT_EVERY * (floor(late / DISCOUNT_EVERY) + 1)
    steps = floor(late / DISCOUNT_EVERY)
    if kind == "adjuster" and steps * DISCOUNT_PCT < 100 and step <= hour:
        return step, f"{min((steps + 1) * DISCOUNT_PCT, 100)} % menos de deducible"
    return hour, f"otros ${HOURLY:,.0f}"


def deductible_of(coverage: dict[str, Any]) -> Decimal | None:
    """The deductible of the damage or theft coverage that applies in a frozen check, where its amount is known."""
    for item in coverage.get("coverages") or []:
        amount = (item.get("deductible") or {}).get("amount")
        if item.get("code") in ("material_damage", "total_theft") and item.get("status") == "applies" and amount:
            return Decimal(str(amount))
    return None
