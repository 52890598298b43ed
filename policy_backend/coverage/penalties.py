"""What the insurer owes for arriving or delivering late under the fleet contract: for operators, never for callers.

aba-sector-hacienda 4.1, 5.2. Where the contract can be read in two ways (S8, S11, part hours and days, the floor) the
amount follows the reading that the notes work out, and `doubt` says what the other reading is.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from policy_backend.coverage.amounts import HUNDRED
from policy_backend.coverage.business_time import is_business_day
from policy_backend.coverage.rulebook import readable
from policy_backend.products.schema import Product
from policy_backend.products.schema_service import Penalty

CENT = Decimal("0.01")
ZERO = Decimal(0)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PenaltyAmount:
    """A penalty in MXN; `amount` None where the sum it is a share of is not known."""

    code: str
    amount: Decimal | None
    units: int
    text: str
    clause: str
    doubt: str | None = None


def _completed(late: timedelta, minutes: int) -> int:
    """Whole periods of `minutes` in the delay."""
    return max(late, timedelta(0)) // timedelta(minutes=minutes)


def _started(late: timedelta, minutes: int) -> int:
    """Periods of `minutes` that the delay has begun."""
    return -(-max(late, timedelta(0)) // timedelta(minutes=minutes))


def _money(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def business_days_late(due: datetime, done: datetime) -> int:
    """Business days begun after the due day, on the clock of `due`: 0 on the due day itself."""
    first, last = due.date(), done.astimezone(due.tzinfo).date()
    span = (last - first).days
    return sum(is_business_day(first + timedelta(days=number)) for number in range(1, span + 1))


def adjuster_discount(rule: Penalty, deductible: Decimal | None, late: timedelta) -> PenaltyAmount:
    """30 % of the deductible for every 20 full minutes late, at most all of it (s4:318)."""
    units = _completed(late, rule.every_minutes or 1)
    pct = min((rule.pct or ZERO) * units, rule.cap_pct or HUNDRED)
    amount = None if deductible is None else _money(deductible * pct / HUNDRED)
    doubt = "no se aplica si el atraso se justifica y el asegurado lo acepta" if units else None
    return PenaltyAmount("adjuster_discount", amount, units, rule.text, readable(rule.source), doubt)


def hourly(rule: Penalty, late: timedelta, *, in_minutes: bool) -> PenaltyAmount:
    """500 pesos for every hour begun (s4:509). `in_minutes`: the standard itself is in minutes, which is doubtful."""
    units = _started(late, rule.every_minutes or 60)
    doubt = "el contrato no define las fracciones de hora"
    if in_minutes:
        doubt = f"{doubt} ni si la regla vale para un plazo en minutos"
    amount = _money((rule.amount or ZERO) * units)
    return PenaltyAmount("hourly_500", amount, units, rule.text, readable(rule.source), doubt if units else None)


def daily_deduction(rule: Penalty, late: timedelta) -> PenaltyAmount:
    """2,500 pesos for every day begun until it is met (s4:510); the tables say once per breach (S8)."""
    units, amount = _started(late, rule.every_minutes or 1440), rule.amount or ZERO
    doubt = f"por incumplimiento serían {amount:,.2f} pesos una sola vez (S8)" if units > 1 else None
    return PenaltyAmount("deduction_2500", _money(amount * units), units, rule.text, readable(rule.source), doubt)


def daily_share(
    rule: Penalty, value: Decimal | None, days_late: int, contract_total: Decimal | None = None
) -> PenaltyAmount:
    """0.2 % of the damaged good's value a day, at least 500 pesos, at most 20 % of the contract (s4:509)."""
    if days_late <= 0 or value is None:
        amount = ZERO if days_late <= 0 else None
        return PenaltyAmount("daily_02", amount, max(days_late, 0), rule.text, readable(rule.source))
    floor = rule.floor or ZERO
    amount = max((rule.pct or ZERO) / HUNDRED * value * days_late, floor)
    if contract_total is not None and rule.cap_pct is not None:
        amount = min(amount, contract_total * rule.cap_pct / HUNDRED)
    doubt = f"no se dice si el mínimo de {floor:,.2f} pesos es por día o en total"
    return PenaltyAmount("daily_02", _money(amount), days_late, rule.text, readable(rule.source), doubt)


def arrival_penalties(
    product: Product,
    who: Literal["adjuster", "tow"],
    due_at: datetime,
    arrived_at: datetime,
    *,
    promised_minutes: int,
    deductible: Decimal | None = None,
    value: Decimal | None = None,
    contract_total: Decimal | None = None,
) -> tuple[PenaltyAmount, ...]:
    """Every penalty of an arrival, `arrived_at` (or now) against `due_at`; none on time or where the product has none.

    `deductible` and `value` are those of the loss, in MXN.
    """
    late, rules = arrived_at - due_at, product.penalties
    if late < timedelta(0) or not rules:
        return ()
    found = [adjuster_discount(rules["adjuster_discount"], deductible, late)] if who == "adjuster" else []
    if promised_minutes >= DAY // timedelta(minutes=1):
        found.append(daily_share(rules["daily_02"], value, business_days_late(due_at, arrived_at), contract_total))
    else:
        found.append(hourly(rules["hourly_500"], late, in_minutes=promised_minutes < 60))
    found.append(daily_deduction(rules["deduction_2500"], late))
    return tuple(item for item in found if item.units)
