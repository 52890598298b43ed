"""Deductibles, total loss, assistance and promised times, to the cent and to the minute."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from policy_backend.coverage.deductibles import impaired_pct
from policy_backend.coverage.model import Facts, Loss, UnitAsOf, check
from policy_backend.products.loader import products
from tests.unit.coverage.demo import NOW, ZONE, amount, ask, codes, policy, status, unit

MAPS = products()["maps-autos"]


@pytest.mark.parametrize(
    ("number", "inciso", "incident", "code", "facts", "expected"),
    [
        ("1042587", None, "collision", "material_damage", {}, "12400.00"),
        ("1042587", None, "total_theft", "total_theft", {}, "24800.00"),
        ("2087713", None, "fire", "total_theft", {}, "14200.00"),
        ("7001450", 1, "rollover", "material_damage", {}, "92500.00"),
        ("6100001", None, "glass", "glass", {"glass_value": Decimal("8500.50")}, "1700.10"),
        ("6100001", None, "glass", "glass", {}, None),
        ("6100001", None, "tire", "tire_insurance", {}, "0.00"),
        ("6100001", None, "partial_theft", "partial_theft", {"parts_value": Decimal(9000)}, None),
        ("1042587", None, "collision", "third_party_liability", {}, None),
        ("8800001", 1, "collision", "material_damage", {}, "5720.00"),
        ("8800001", 240, "total_theft", "total_theft", {}, "73500.00"),
        ("8800001", 25, "glass", "glass", {"glass_value": Decimal(8000)}, "0.00"),
        ("8800001", 25, "partial_theft", "partial_theft", {}, "0.00"),
        ("8800001", 25, "collision", "third_party_liability", {}, "0.00"),
    ],
)
def test_the_deductible(
    number: str, inciso: int | None, incident: str, code: str, facts: dict[str, Any], expected: str | None
) -> None:
    assert amount(ask(number, incident, inciso=inciso, **facts), code) == expected


def alternatives(number: str, incident: str, code: str, **facts: Any) -> list[tuple[float, str]]:
    shown = ask(number, incident, **facts).as_json()["coverages"]
    deductible = next(item["deductible"] for item in shown if item["code"] == code)
    return [(item["pct"], item["amount"]) for item in deductible.get("alternatives", [])]


def test_the_drivers_state_may_double_it() -> None:
    for impaired in (None, True):
        assert alternatives("1042587", "collision", "material_damage", driver_impaired=impaired) == [(10, "24800.00")]
    assert alternatives("1042587", "collision", "material_damage", driver_impaired=False) == []
    assert alternatives("5500210", "collision", "material_damage", driver_impaired=True) == []
    assert alternatives("8800001", "collision", "material_damage", driver_impaired=True) == []


@pytest.mark.parametrize(
    ("pct", "damage", "total"), [(3, 10, 10), (5, 10, 10), (10, 20, 20), (15, 30, 30), (20, 30, 40)]
)
def test_the_doubled_percentage_has_a_floor_and_only_in_damage_a_cap(pct: int, damage: int, total: int) -> None:
    for code, expected in (("material_damage", damage), ("total_loss_only", total)):
        rule = MAPS.coverages[code].deductible.impaired
        assert rule is not None
        assert impaired_pct(Decimal(pct), rule) == expected


def test_stolen_parts_have_two_deductibles_by_part() -> None:
    shown = alternatives("6100001", "partial_theft", "partial_theft", parts_value=Decimal(9000))
    assert shown == [(10, "900.00"), (0, "0.00")]


def with_coverage(number: str, code: str, terms: dict[str, Any]) -> UnitAsOf:
    book = unit(number)
    return UnitAsOf(book.inciso, book.use, {**book.coverages, code: terms}, book.year, book.kind)


def test_a_deductible_in_uma_takes_the_days_value_and_none_where_there_is_none() -> None:
    book = with_coverage("1042587", "third_party_liability", {"sum_insured": 3_000_000, "deductible_uma": 50})

    def liability(at: datetime) -> Decimal | None:
        answer = check(policy("1042587"), book, MAPS, Loss("collision", at, Facts()))
        deductible = next(item for item in answer.coverages if item.code == "third_party_liability").deductible
        return deductible.amount if deductible else None

    assert liability(NOW) == Decimal("5865.50")
    assert liability(NOW.replace(year=2027)) is None


@pytest.mark.parametrize("terms", [{}, {"sum_insured": "mucho"}, {"sum_insured": -5}, {"sum_insured": None}])
def test_an_unreadable_caratula_gives_no_amount(terms: dict[str, Any]) -> None:
    book = with_coverage("1042587", "material_damage", terms)
    answer = check(policy("1042587"), book, MAPS, Loss("collision", NOW, Facts(repair_estimate=Decimal(5))))
    assert amount(answer, "material_damage") is None
    assert answer.total_loss is None


# Model years: Elantra 2010 (60 %), Aveo 2018, Versa 2021 (50 %), Mazda 2024 (only the clause's 75 %)
@pytest.mark.parametrize(
    ("number", "at", "estimate", "value", "reached", "threshold", "ratio", "flags"),
    [
        ("4099004", NOW, 58_000, 100_000, False, 60, 58, []),
        ("4099004", NOW, 60_000, 100_000, False, 60, 60, ["K-11"]),
        ("4099004", NOW, 60_001, 100_000, True, 60, 60, ["K-8"]),
        ("4099004", NOW, 75_000, 100_000, True, 60, 75, ["K-8"]),
        ("4099004", NOW, 75_001, 100_000, True, 60, 75, []),
        ("1042587", NOW, 124_000, None, False, 50, 50, []),
        ("1042587", NOW, 140_000, None, True, 50, 56.45, ["K-8"]),
        ("1042587", NOW, 240_000, None, True, 50, 96.77, []),
        ("6007345", NOW - timedelta(days=30), 180_000, None, False, 75, 46.27, []),
        ("6007345", NOW - timedelta(days=30), 200_000, None, False, 75, 51.41, ["K-10"]),
        ("6007345", NOW - timedelta(days=30), 300_000, None, True, 75, 77.12, ["K-10"]),
        ("1042587", NOW, 110_000, 200_000, True, 50, 55, ["K-8", "K-11"]),
        ("8800001", NOW, 142_999, None, False, 50, 50, []),
        ("8800001", NOW, 143_000, None, True, 50, 50, []),
    ],
)
def test_total_loss(
    number: str, at: datetime, estimate: int, value: int | None, reached: bool, threshold: int, ratio: float,
    flags: list[str],
) -> None:  # fmt: skip
    money = {"repair_estimate": Decimal(estimate), "vehicle_value": None if value is None else Decimal(value)}
    answer = ask(number, "collision", at, third_parties=True, **money)
    assert answer.total_loss is not None
    shown = answer.total_loss.as_json()
    assert (shown["reached"], shown["threshold_pct"], shown["ratio_pct"]) == (reached, threshold, ratio)
    assert [code for code in codes(answer) if code.startswith("K")] == flags
    assert shown["clause"]


def test_payment_of_damage_is_capped_as_in_the_printed_example() -> None:
    answer = ask("4099004", "collision", repair_estimate=Decimal(75_000), vehicle_value=Decimal(100_000))
    assert answer.total_loss is not None
    assert answer.total_loss.as_json()["pay_cap"] == "60000.00"
    fleet = ask("8800001", "collision", repair_estimate=Decimal(200_000)).total_loss
    assert fleet is not None
    assert (fleet.as_json()["pay_cap"], fleet.as_json()["pays_pct"]) == (None, 110)


def test_an_estimate_is_no_total_loss_where_no_damage_is_contracted() -> None:
    assert ask("2087713", "collision", repair_estimate=Decimal(140_000)).total_loss is None
    assert ask("1042587", "total_theft", repair_estimate=Decimal(140_000)).total_loss is None


@pytest.mark.parametrize(
    ("number", "service", "used", "decision", "flags"),
    [
        ("1042587", "tow", 0, "covered", []),
        ("1042587", "tow", 1, "covered", []),
        ("1042587", "tow", 2, "not_covered", []),
        ("2087713", "fuel", 1, "covered", []),
        ("2087713", "fuel", 2, "not_covered", []),
        ("3055120", "jump_start", 0, "covered", []),
        ("3055120", "jump_start", 1, "not_covered", []),
        ("6100001", "tow", 1, "covered", []),
        ("6100001", "tow", 2, "covered", ["K-26"]),
        ("1042587", "tire_change", 0, "review", ["K-34"]),
        ("8800001", "tire_change", 40, "covered", []),
        ("1042587", None, None, "covered", []),
    ],
)
def test_roadside_events_and_services(
    number: str, service: str | None, used: int | None, decision: str, flags: list[str]
) -> None:
    answer = ask(number, "roadside_assistance", service=service, events_used=used)
    assert (answer.decision, codes(answer)) == (decision, flags)
    assert status(answer, "roadside_assistance") == ("applies" if decision == "covered" else "review")


def test_the_tow_limit_goes_by_tier_and_vehicle() -> None:
    def reason(number: str, **facts: Any) -> str:
        return ask(number, "roadside_assistance", service="tow", events_used=0, **facts).coverages[0].reason

    assert "2,500" in reason("1042587")
    assert "5,000" in reason("6100001")
    assert "10,000" in reason("7001450")
    assert "10,000" in reason("1042587", vehicle_kind="truck")


REPORTED = datetime(2026, 3, 18, 14, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("state", "municipality", "zone", "adjuster", "tow"),
    [
        ("CDMX", "Coyoacán", "metropolitan", 45, 60),
        ("Jalisco", "Guadalajara", "metropolitan", 45, 60),
        ("Nuevo León", "Monterrey", "metropolitan", 45, 60),
        ("Edomex", "Naucalpan", "metropolitan", 45, 60),
        ("Querétaro", "Querétaro", "outside", 1440, 300),
        ("Sonora", None, "outside", 1440, 300),
        (None, None, None, None, None),
    ],
)
def test_the_fleet_contract_promises_by_zone(
    state: str | None, municipality: str | None, zone: str | None, adjuster: int | None, tow: int | None
) -> None:
    sla = ask("8800001", "collision", state=state, municipality=municipality, reported_at=REPORTED).sla
    assert (sla.zone, sla.adjuster_minutes, sla.tow_minutes) == (zone, adjuster, tow)
    assert sla.adjuster_due_at == (None if adjuster is None else REPORTED + timedelta(minutes=adjuster))
    assert sla.tow_due_at == (None if tow is None else REPORTED + timedelta(minutes=tow))


def test_maps_promises_no_time_and_nobody_is_promised_abroad() -> None:
    sla = ask("1042587", "collision", state="Jalisco", municipality="Guadalajara", reported_at=REPORTED).sla
    assert (sla.zone, sla.adjuster_minutes, sla.tow_minutes, sla.adjuster_due_at) == (None, None, None, None)
    assert ask("8800001", "collision", country="US", municipality="Laredo").sla.zone is None


def test_no_adjuster_goes_to_a_breakdown() -> None:
    sla = ask("8800001", "roadside_assistance", state="CDMX", reported_at=REPORTED).sla
    assert (sla.adjuster_minutes, sla.tow_minutes) == (None, 60)
