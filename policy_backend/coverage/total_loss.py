"""Total loss: the cost of the repair against the value (maps-autos f.1, f.2; aba-sector-hacienda 4.2)."""

from dataclasses import dataclass
from decimal import Decimal

from policy_backend.coverage.amounts import HUNDRED, decimal, share
from policy_backend.coverage.answer import TotalLoss
from policy_backend.coverage.loss import Facts, UnitAsOf
from policy_backend.products.schema import TotalLossRule


@dataclass(frozen=True, slots=True)
class Estimate:
    """The estimate against the threshold, and the contradictions that it falls into (K-8, K-10, K-11)."""

    answer: TotalLoss
    between: bool
    other_year: bool
    bases_differ: bool


def _value(unit: UnitAsOf, facts: Facts, rule: TotalLossRule) -> tuple[Decimal | None, Decimal | None]:
    """The vehicle's value and the sum insured on the carátula, of the first own-damage coverage contracted."""
    for code in rule.coverages:
        if code in unit.coverages:
            insured = decimal(unit.coverages[code].get("sum_insured"))
            return (facts.vehicle_value or insured), insured
    return facts.vehicle_value, None


def _threshold(year: int | None, rule: TotalLossRule) -> tuple[Decimal, bool]:
    """The threshold of a model year, and whether the table names that year."""
    for row in rule.years:
        if year is not None and row.first_year <= year <= row.last_year:
            return row.pct, True
    return rule.default_pct, not rule.years


def estimate(unit: UnitAsOf, facts: Facts, rule: TotalLossRule) -> Estimate | None:
    """None when the estimate or the value is not known, or no own-damage coverage is contracted."""
    if facts.repair_estimate is None or not any(code in unit.coverages for code in rule.coverages):
        return None
    value, insured = _value(unit, facts, rule)
    if not value:
        return None
    threshold, listed = _threshold(unit.year, rule)

    def reached(base: Decimal) -> bool:
        cost, limit = facts.repair_estimate or Decimal(0), base * threshold / HUNDRED
        return cost > limit if rule.strict else cost >= limit

    exact = facts.repair_estimate / value * HUNDRED
    general = rule.general_pct
    answer = TotalLoss(
        reached=reached(value),
        threshold_pct=threshold,
        ratio_pct=exact.quantize(Decimal("0.01")),
        clause=rule.clause,
        pay_cap=share(value, threshold) if rule.pay_cap else None,
        pays_pct=rule.pays_pct,
    )
    return Estimate(
        answer=answer,
        between=listed and general is not None and threshold < exact <= general,
        other_year=not listed and rule.review_above_pct is not None and exact > rule.review_above_pct,
        bases_differ=bool(general is not None and insured and reached(value) != reached(insured)),
    )
