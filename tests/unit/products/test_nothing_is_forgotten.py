"""The analysis of the three sources (analysis.json, copied with its line marks) against the products as data."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from policy_backend.products import loader
from policy_backend.products.loader import products

ANALYSIS = json.loads(Path(__file__).with_name("analysis.json").read_text(encoding="utf-8"))
FOLDER = Path(loader.__file__).parent
MAPS, ABA, FLEET = (products()[name] for name in ("maps-autos", "aba-autos", "sector-hacienda"))

KEYS = {
    "DM": "material_damage", "CRISTALES": "glass", "ROBO": "total_theft", "RC": "third_party_liability",
    "RC_REMOLQUE": "towed_trailer_liability", "GM_OCUP": "occupant_medical", "RC_FALLEC": "death_liability",
    "EQ_ESP": "special_equipment", "MUERTE_COND": "driver_death", "CARGA": "cargo_liability",
    "RC_VIAJERO": "passenger_liability", "GM_COND": "driver_medical", "RC_EXT": "extended_liability",
    "RC_DIM": "oversize_liability", "JURIDICA": "legal_assistance", "VEHICULAR": "vehicle_assistance",
    "AUTO_PLUS": "protected_auto_plus", "SUST_ROBO": "substitute_car_theft", "SUST_PT": "substitute_car_total_loss",
    "SUST_PP": "substitute_car_partial_loss", "ELIM_DM": "deductible_waiver_damage",
    "ELIM_ROBO": "deductible_waiver_theft", "PT_DM": "total_loss_only", "PYMES": "business_assistance",
    "PREMIUM": "premium_services", "AS_TAXI": "taxi_assistance", "CUENTA": "lost_income",
    "MANIOBRAS": "loading_liability", "RC_OCUP": "occupant_liability", "RC_ECO": "ecological_liability",
    "BOLSO": "protected_bag", "FUNERARIOS": "funeral", "CHOFER": "driver_assistance",
    "CONTINUA": "continuous_attention", "AGENCIA": "agency_repair", "VALOR_GAR": "guaranteed_value",
    "ROBO_PARC": "partial_theft", "LLANTA": "tire_insurance",
    "LEGAL": "legal_assistance", "GRUA_SIN": "accident_tow", "VIAL / VIAL_PLUS / VIAL_CAMION": "roadside_assistance",
    "CEROCIBLE": "zero_deductible",
}  # fmt: skip

EFFECTS = {"not in force": "NOT_IN_FORCE", "in force (grace)": "INFO", "covered": "INFO"}
SOFTER = {
    "T-08": "INFO",  # an absent coverage is a status; the flag only says that none answers
    "T-43": "REVIEW",
    "T-54": "REDUCED",
    "T-55": "REDUCED",
    "T-60": "REDUCED",
    "T-61": "REVIEW",
}


def ranges(source: str) -> list[tuple[str, int, int]]:
    found = re.findall(r"(s[014]):(\d+)(?:-(\d+))?", source)
    return [(name, int(first), int(last or first)) for name, first, last in found]


def within(wanted: str, source: str) -> bool:
    ((name, first, last),) = ranges(wanted)
    return any(other == name and low <= first and last <= high for other, low, high in ranges(source))


def lacking(wanted: list[str], source: str) -> list[str]:
    return [item for item in wanted if not within(item, source)]


@pytest.mark.parametrize("code", ANALYSIS["flags"])
def test_every_triage_flag_with_its_clause_and_effect(code: str) -> None:
    row, flag = ANALYSIS["flags"][code], MAPS.flags[code]
    assert lacking(row["sources"], flag.source) == []
    assert lacking(row["sources"], flag.clause) == []
    assert flag.capture in row["capture"]
    effect = SOFTER.get(code) or next((word for text, word in EFFECTS.items() if row["effect"].startswith(text)), None)
    assert flag.effect == effect if effect else flag.effect in row["effect"]
    assert flag.explanation.endswith(".")
    if row["coverages"].startswith("all"):
        assert flag.coverages == "all"
    else:
        named = [KEYS[key] for key in re.findall(r"[A-Z][A-Z_]+(?=\W|$)", row["coverages"]) if key in KEYS]
        assert flag.coverages == "all" or set(named) <= set(flag.coverages)


@pytest.mark.parametrize("code", ANALYSIS["conflicts"])
def test_every_conflict_with_both_texts_and_its_default(code: str) -> None:
    row, conflict = ANALYSIS["conflicts"][code], MAPS.conflicts[code]
    assert lacking(row["a"], conflict.a.source or "") == []
    assert lacking(row["b"], conflict.b.source or "") == []
    assert conflict.default
    assert bool(conflict.review) == row["review"]


@pytest.mark.parametrize("key", ANALYSIS["coverages"])
def test_every_coverage_of_the_catalogue(key: str) -> None:
    coverage = MAPS.coverages[KEYS[key]]
    sources = ANALYSIS["coverages"][key]
    assert lacking(sources, f"{coverage.source}, {coverage.answers[0].source if coverage.answers else ''}") == []


@pytest.mark.parametrize("row", ANALYSIS["rows"])
def test_every_rule_and_exclusion_of_the_coverages(row: str) -> None:
    places = [table for item in MAPS.coverages.values() for table in (item.exclusions, item.details)]
    found = [table[row] for table in (*places, MAPS.general_exclusions) if row in table]
    assert found, f"{row} is in no coverage"
    assert lacking(ANALYSIS["rows"][row], ", ".join(item.source for item in found)) == []


@pytest.mark.parametrize("key", ANALYSIS["payment"])
def test_every_rule_of_payment(key: str) -> None:
    assert lacking(ANALYSIS["payment"][key], MAPS.rules[key].source) == []


def test_every_coverage_of_the_fleet_contract() -> None:
    keys = {coverage.key: coverage for coverage in FLEET.coverages.values()}
    for key, sources in ANALYSIS["sc_coverages"].items():
        assert key in keys
        limit = keys[key].limit
        assert lacking(sources[:1], f"{keys[key].source}, {limit.source if limit else ''}") == [], key


def test_only_the_exclusions_of_the_special_conditions() -> None:
    for letter, sources in ANALYSIS["sc_exclusions"].items():
        assert lacking(sources, FLEET.flags[f"SC-{letter}"].source) == []
    excluding = {code for code, flag in FLEET.flags.items() if flag.effect == "EXCLUDED"}
    assert excluding == {f"SC-{letter}" for letter in ANALYSIS["sc_exclusions"]}
    assert not any(coverage.exclusions for coverage in FLEET.coverages.values())


UNITS = {"minutes": "minute", "hours": "hour", "days": "day", "business_days": "day", "months": "month"}


def test_every_standard_of_service_of_the_fleet_contract() -> None:
    for key, row in ANALYSIS["sc_standards"].items():
        standard = FLEET.service.standards[key]
        assert lacking(row["sources"], standard.source) == []
        number = re.search(r"(\d+) (minute|hour|day|month)", row["time"])
        if number:
            assert (standard.amount, UNITS[standard.unit]) == (int(number[1]), number[2]), key


def test_every_penalty_and_contradiction_of_the_fleet_contract() -> None:
    for key, sources in ANALYSIS["sc_penalties"].items():
        assert lacking(sources, FLEET.penalties[key].source) == []
    assert set(ANALYSIS["sc_conflicts"]) == set(FLEET.conflicts)


def test_the_31_coverages_of_the_general_conditions() -> None:
    keys = {coverage.key for coverage in ABA.coverages.values()}
    assert {f"GC {number}" for number in ANALYSIS["gc_coverages"]} <= keys


def numbers_without_source(value: Any, sourced: bool, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        sourced = sourced or "source" in value
        for key, item in value.items():
            yield from numbers_without_source(item, sourced, f"{path}.{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from numbers_without_source(item, sourced, f"{path}[{index}]")
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool) and not sourced:
        yield path


@pytest.mark.parametrize(
    "file", sorted(FOLDER.glob("*/*.yml")) + sorted(FOLDER.glob("*.yml")), ids=lambda file: file.name
)
def test_every_number_carries_its_source(file: Path) -> None:
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert list(numbers_without_source(content, False, file.name)) == []
