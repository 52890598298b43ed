"""Each flag of domain/maps-autos.md e.2 that facts can tell: the loss that raises it and its nearest neighbour."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from policy_backend.products.loader import products
from tests.unit.coverage.demo import NOW, ZONE, ask, codes, status

FRIDAY_NIGHT = datetime(2026, 3, 13, 22, tzinfo=ZONE)  # Monday 16 March 2026 is a holiday
Case = tuple[str, str, int | None, dict[str, Any]]

RAISED: list[tuple[str, str, Case, Case]] = [
    # code, effect, the loss that raises it, the nearest loss that does not
    ("T-02", "INFO", ("4099004", "collision", None, {}), ("1042587", "collision", None, {})),
    ("T-03", "REVIEW", ("4107733", "glass", None, {}), ("4099004", "glass", None, {})),
    ("T-05", "NOT_IN_FORCE", ("5600333", "collision", None, {}), ("5500210", "collision", None, {})),
    ("T-06", "EXCLUDED", ("7002999", "total_theft", 1, {}), ("7001450", "total_theft", 1, {})),
    ("T-08", "INFO", ("2087713", "glass", None, {}), ("6100001", "glass", None, {})),
    (
        "T-09", "DEDUCTIBLE_X2",
        ("1042587", "collision", None, {"driver_impaired": True}),
        ("1042587", "collision", None, {"driver_impaired": False}),
    ),
    (
        "T-10", "POLICY_VOID",
        ("5500210", "collision", None, {"driver_impaired": True}),
        ("1042587", "collision", None, {"driver_impaired": True}),
    ),
    (
        "T-11", "EXCLUDED",
        ("3055120", "collision", None, {"driver_impaired": True}),
        ("5500210", "collision", None, {"driver_impaired": True}),
    ),
    (
        "T-12", "EXCLUDED",
        ("1042587", "run_over", None, {"driver_impaired": True, "third_party_death": True}),
        ("1042587", "run_over", None, {"driver_impaired": True, "third_party_death": False}),
    ),
    (
        "T-13", "EXCLUDED",
        ("2087713", "collision", None, {"driver_licensed": False}),
        ("2087713", "collision", None, {"driver_licensed": True}),
    ),
    (
        "T-17", "EXCLUDED",
        ("1042587", "collision", None, {"vehicle_abandoned": True}),
        ("3055120", "collision", None, {"vehicle_abandoned": True}),
    ),
    (
        "T-18", "EXCLUDED",
        ("1042587", "run_over", None, {"left_scene": True, "third_party_death": True}),
        ("1042587", "run_over", None, {"left_scene": True}),
    ),
    (
        "T-20", "REDUCED",
        ("1042587", "collision", None, {"reported_at": NOW + timedelta(days=5, seconds=1)}),
        ("1042587", "collision", None, {"reported_at": NOW + timedelta(days=5)}),
    ),
    (
        "T-21", "EXCLUDED",
        ("1042587", "total_theft", None, {"denuncia_at": False}),
        ("1042587", "total_theft", None, {"denuncia_at": NOW}),
    ),
    (
        "T-21", "EXCLUDED",
        ("6100001", "partial_theft", None, {"denuncia_at": False, "parts_value": Decimal("2500.01")}),
        ("6100001", "partial_theft", None, {"denuncia_at": False, "parts_value": Decimal("2500")}),
    ),
    (
        "T-23", "EXCLUDED",
        ("1042587", "total_theft", None, {"by_relative": True}),
        ("6100001", "partial_theft", None, {"by_relative": True}),
    ),
    (
        "T-24", "REVIEW",
        ("1042587", "total_theft", None, {"entrusted": True}),
        ("3055120", "collision", None, {"entrusted": True}),
    ),
    (
        "T-26", "EXCLUDED",
        ("6100001", "total_theft", None, {"parts_only": True}),
        ("6100001", "partial_theft", None, {"parts_only": True}),
    ),
    (
        "T-28", "EXCLUDED",
        ("7001450", "total_theft", 1, {"vehicle_kind": "trailer", "trailer_hitched": False}),
        ("7001450", "total_theft", 1, {"trailer_hitched": False}),
    ),
    (
        "T-29", "INFO",
        ("1042587", "flood", None, {"vehicle_parked": True}),
        ("1042587", "collision", None, {"vehicle_parked": True}),
    ),
    (
        "T-30", "POLICY_VOID",
        ("1042587", "flood", None, {"vehicle_parked": False, "negligent": True}),
        ("1042587", "flood", None, {"vehicle_parked": True, "negligent": True}),
    ),
    (
        "T-31", "REVIEW",
        ("1042587", "flood", None, {"vehicle_parked": False, "negligent": False}),
        ("1042587", "flood", None, {"vehicle_parked": False, "negligent": True}),
    ),
    ("T-31", "REVIEW", ("1042587", "flood", None, {"vehicle_parked": False}), ("1042587", "flood", None, {})),
    (
        "T-35", "REVIEW",
        ("5500210", "collision", None, {"occupants": 6}),
        ("5500210", "collision", None, {"occupants": 5}),
    ),
    (
        "T-36", "EXCLUDED",
        ("5500210", "collision", None, {"occupants": 6}),
        ("1042587", "collision", None, {"occupants": 6}),
    ),
    (
        "T-37", "EXCLUDED",
        ("7001450", "cargo", 1, {"third_parties": False, "repair_estimate": Decimal(9000)}),
        ("7001450", "cargo", 1, {"third_parties": True, "repair_estimate": Decimal(9000)}),
    ),
    (
        "T-38", "EXCLUDED",
        ("7001450", "cargo", 2, {"third_parties": True}),
        ("7001450", "cargo", 1, {"third_parties": True}),
    ),
    (
        "T-39", "EXCLUDED",
        ("7001450", "cargo", 1, {"cargo_type": "C"}),
        ("7001450", "cargo", 1, {"cargo_type": "B"}),
    ),
    (
        "T-40", "EXCLUDED",
        ("7001450", "cargo", 1, {"cargo_spilled": True}),
        ("7001450", "cargo", 1, {"cargo_spilled": False}),
    ),
    (
        "T-41", "EXCLUDED",
        ("7001450", "collision", 1, {"trailers": 2}),
        ("7001450", "collision", 1, {"trailers": 1}),
    ),
    (
        "T-42", "EXCLUDED",
        ("7001450", "collision", 1, {"trailers": 1, "trailer_hitched": False}),
        ("7001450", "collision", 1, {"trailers": 1, "trailer_hitched": True}),
    ),
    (
        "T-51", "EXCLUDED",
        ("6100001", "collision", None, {"driver_age": 70}),
        ("6100001", "collision", None, {"driver_age": 69}),
    ),
    (
        "T-51", "EXCLUDED",
        ("6100001", "collision", None, {"driver_age": 17}),
        ("1042587", "collision", None, {"driver_age": 17}),
    ),
    (
        "T-54", "REDUCED",
        ("1042587", "collision", None, {"deal_made": True}),
        ("1042587", "collision", None, {"deal_made": False}),
    ),
    (
        "T-56", "EXCLUDED",
        ("1042587", "collision", None, {"repair_started": True}),
        ("2087713", "collision", None, {"repair_started": True}),
    ),
    (
        "T-64", "EXCLUDED",
        ("6100001", "glass", None, {"glass_part": "el espejo lateral"}),
        ("6100001", "glass", None, {"glass_part": "el lateral derecho"}),
    ),
    (
        "K-39", "REVIEW",
        ("1042587", "collision", None, {"country": "US"}),
        ("1042587", "collision", None, {"country": "MX"}),
    ),
    (
        "K-26", "INFO",
        ("6100001", "roadside_assistance", None, {"service": "tow", "events_used": 2}),
        ("1042587", "roadside_assistance", None, {"service": "tow", "events_used": 2}),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "effect", "raising", "neighbour"), RAISED, ids=[case[0] for case in RAISED])
def test_raised_by_its_fact_and_not_by_its_neighbour(code: str, effect: str, raising: Case, neighbour: Case) -> None:
    number, incident, inciso, facts = raising
    answer = ask(number, incident, inciso=inciso, **facts)
    flag = next(flag for flag in answer.flags if flag.code == code)
    assert flag.effect == effect
    assert flag.clause
    assert flag.explanation
    if effect != "INFO":
        assert answer.decision == "review"
    number, incident, inciso, facts = neighbour
    assert code not in codes(ask(number, incident, inciso=inciso, **facts))


def test_every_flag_that_facts_can_tell_has_a_case() -> None:
    told = {code for code, flag in products()["maps-autos"].flags.items() if flag.evaluable}
    elsewhere = {"A-8", "T-01", "T-04", "T-07", "T-15", "T-22"}  # test_tramites, test_vigencia, test_payments and below
    assert told - elsewhere == {case[0] for case in RAISED if case[0].startswith("T-")} - {"T-08"}


@pytest.mark.parametrize(
    ("occurred", "denuncia", "late"),
    [
        # Friday 22:00: 2 hours that day, Monday is a holiday, 24 on Tuesday, the last 22 on Wednesday
        (FRIDAY_NIGHT, datetime(2026, 3, 18, 22, tzinfo=ZONE), False),
        (FRIDAY_NIGHT, datetime(2026, 3, 18, 22, 0, 1, tzinfo=ZONE), True),
        # Saturday: the count starts on Tuesday at 00:00
        (datetime(2026, 3, 14, 10, tzinfo=ZONE), datetime(2026, 3, 19, tzinfo=ZONE), False),
        (datetime(2026, 3, 14, 10, tzinfo=ZONE), datetime(2026, 3, 19, 0, 0, 1, tzinfo=ZONE), True),
        # an ordinary week
        (datetime(2026, 3, 2, 9, tzinfo=ZONE), datetime(2026, 3, 4, 9, tzinfo=ZONE), False),
        (datetime(2026, 3, 2, 9, tzinfo=ZONE), datetime(2026, 3, 4, 9, 0, 1, tzinfo=ZONE), True),
    ],
)
def test_t22_counts_48_business_hours(occurred: datetime, denuncia: datetime, late: bool) -> None:
    answer = ask("1042587", "total_theft", occurred, denuncia_at=denuncia)
    assert codes(answer) == (["T-22"] if late else [])
    assert answer.decision == ("review" if late else "covered")


def test_t15_needs_the_ecological_coverage_and_the_dangerous_load() -> None:
    from policy_backend.coverage.model import Facts, Loss, UnitAsOf, check
    from tests.unit.coverage.demo import policy, unit

    truck = unit("7001450", 1)
    more = UnitAsOf(1, truck.use, {**truck.coverages, "ecological_liability": {}}, truck.year, truck.kind)

    def flags(cargo: str) -> list[str]:
        loss = Loss("cargo", NOW, Facts(cargo_type=cargo, driver_licensed=False))
        return codes(check(policy("7001450"), more, products()["maps-autos"], loss))

    assert "T-15" in flags("C")
    assert "T-15" not in flags("B")


def test_a_flag_touches_its_own_coverages_only() -> None:
    answer = ask("1042587", "collision", third_parties=True, repair_started=True)
    assert status(answer, "material_damage") == "review"
    assert status(answer, "third_party_liability") == "applies"


def test_a_flag_of_a_coverage_that_is_not_contracted_says_nothing() -> None:
    answer = ask("2087713", "collision", third_parties=True, driver_impaired=True)
    assert (answer.decision, codes(answer)) == ("covered", [])


def test_nothing_is_flagged_for_what_nobody_knows() -> None:
    for number in ("1042587", "2087713", "3055120", "5500210", "6100001", "6100077"):
        for incident in ("collision", "rollover", "run_over", "flood", "total_theft", "fire"):
            assert set(codes(ask(number, incident))) <= {"T-08"}


def test_the_passenger_flags_do_not_count_who_drives() -> None:
    assert codes(ask("5500210", "collision", occupants=5)) == []
    assert codes(ask("5500210", "collision", occupants=6)) == ["T-35", "T-36"]
