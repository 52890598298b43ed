"""The deductible of each coverage (maps-autos e.1; aba-sector-hacienda 3.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from policy_backend.coverage.amounts import decimal, share
from policy_backend.coverage.answer import Alternative, Deductible
from policy_backend.coverage.loss import Facts, UnitAsOf
from policy_backend.coverage.rulebook import cited
from policy_backend.products.schema import Coverage, Impaired
from policy_backend.products.uma import daily

DRIVEN = ("collision", "rollover", "run_over", "fire", "flood", "falling_object", "cargo", "other")
WAIVERS = {
    "material_damage": ("deductible_waiver_damage", "zero_deductible"),
    "total_loss_only": ("deductible_waiver_damage", "zero_deductible"),
    "total_theft": ("deductible_waiver_theft", "zero_deductible"),
}
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a deductible depends on besides the coverage's own rule."""

    unit: UnitAsOf
    facts: Facts
    incident: str
    use_group: str
    event_day: date


def impaired_pct(pct: Decimal, rule: Impaired) -> Decimal:
    """The percentage with the driver impaired: times the factor, at least the floor, at most the cap."""
    raised = max(pct * rule.factor, rule.floor_pct)
    return raised if rule.cap_pct is None else min(raised, rule.cap_pct)


def _impaired(pct: Decimal, base: Decimal | None, rule: Impaired | None, at: Circumstances) -> tuple[Alternative, ...]:
    sober = at.facts.driver_impaired is False or at.facts.vehicle_parked is True or at.incident not in DRIVEN
    if rule is None or at.use_group not in rule.uses or sober:
        return ()
    raised = impaired_pct(pct, rule)
    return (Alternative(raised, share(base, raised), rule.text, cited("Deducible", rule.source)),)


def _waived(code: str, at: Circumstances, contracted: Mapping[str, Any]) -> tuple[Alternative, ...]:
    if not any(waiver in contracted for waiver in WAIVERS.get(code, ())):
        return ()
    return (Alternative(ZERO, ZERO, "si es pérdida total y procede la eliminación de deducible", "Carátula"),)


def _printed(terms: Mapping[str, Any], base: Decimal | None, at: Circumstances, text: str) -> Deductible:
    """The carátula's own deductible: a percentage of the sum, a sum in UMA or in MXN; unknown where it is silent."""
    pct = decimal(terms.get("deductible_pct"))
    if pct is not None:
        return Deductible(pct, base, share(base, pct), text)
    uma = decimal(terms.get("deductible_uma"))
    if uma is not None:
        value = daily(at.event_day)
        return Deductible(None, None, None if value is None else uma * value, f"{uma} UMA. {text}")
    return Deductible(None, None, decimal(terms.get("deductible_amount")), text)


def _parts(coverage: Coverage, at: Circumstances) -> Deductible:
    """Tyres, rims and seats at the total theft's percentage; other parts without deductible (s1:3111-3117)."""
    value = at.facts.parts_value
    pct = decimal(at.unit.coverages.get("total_theft", {}).get("deductible_pct"))
    rule, source = coverage.deductible.text, cited(coverage.name, coverage.deductible.source)
    return Deductible(
        None, value, None, rule,
        (
            Alternative(pct, share(value, pct), "si robaron llantas, rines o asientos", source),
            Alternative(ZERO, ZERO, "si robaron otras partes", source),
        ),
    )  # fmt: skip


def deductible(code: str, coverage: Coverage, at: Circumstances) -> Deductible:
    """The deductible of a contracted coverage, with what could change it. Amounts in MXN, None where unknown."""
    rule, terms = coverage.deductible, at.unit.coverages.get(code, {})
    if rule.rule == "none":
        return Deductible(ZERO, None, ZERO, rule.text)
    if rule.rule == "percent_of_parts":
        return _parts(coverage, at)
    insured = decimal(terms.get("sum_insured"))
    if rule.rule in ("carátula", "days_of_income"):
        return _printed(terms, insured, at, rule.text)
    base = at.facts.glass_value if rule.rule == "percent_of_glass" else (insured or at.facts.vehicle_value)
    printed = None if rule.prevails else decimal(terms.get("deductible_pct"))
    pct = rule.pct if printed is None else printed
    if pct is None:
        return Deductible(None, base, None, rule.text, _waived(code, at, at.unit.coverages))
    alternatives = (*_impaired(pct, base, rule.impaired, at), *_waived(code, at, at.unit.coverages))
    return Deductible(pct, base, share(base, pct), rule.text, alternatives)
