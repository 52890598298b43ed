"""Which coverage answers for which incident, package by package, and what is then asked."""

from decimal import Decimal
from typing import Any

import pytest

from policy_backend.coverage.loss import INCIDENTS
from policy_backend.coverage.model import Facts, Loss, check_unidentified
from policy_backend.products.loader import products
from tests.unit.coverage.demo import NOW, ask, codes, policy, status

AMPLIA, LIMITADA, RC, FULL, FLEET = "1042587", "2087713", "3055120", "6100001", "8800001"


@pytest.mark.parametrize(
    ("number", "incident", "facts", "decision", "shown"),
    [
        (AMPLIA, "collision", {}, "covered", {"material_damage": "applies", "third_party_liability": "applies"}),
        (AMPLIA, "collision", {"third_parties": False}, "covered", {"third_party_liability": None}),
        (AMPLIA, "rollover", {}, "covered", {"material_damage": "applies"}),
        (AMPLIA, "vandalism", {}, "covered", {"material_damage": "applies"}),
        (AMPLIA, "total_theft", {}, "covered", {"total_theft": "applies"}),
        (AMPLIA, "partial_theft", {}, "not_covered", {"partial_theft": "not_contracted"}),
        (AMPLIA, "glass", {}, "not_covered", {"glass": "not_contracted"}),
        (AMPLIA, "tire", {}, "not_covered", {"tire_insurance": "not_contracted"}),
        (AMPLIA, "cargo", {"third_parties": False}, "not_covered", {"cargo_liability": "not_contracted"}),
        (AMPLIA, "flood", {"vehicle_parked": True}, "covered", {"material_damage": "applies"}),
        (LIMITADA, "collision", {"third_parties": True}, "covered", {
            "material_damage": "not_contracted", "third_party_liability": "applies"}),
        (LIMITADA, "collision", {"third_parties": False}, "not_covered", {"material_damage": "not_contracted"}),
        (LIMITADA, "collision", {"third_parties": False, "injured": 1}, "covered", {"occupant_medical": "applies"}),
        (LIMITADA, "rollover", {"third_parties": False}, "not_covered", {"material_damage": "not_contracted"}),
        (LIMITADA, "rollover", {}, "covered", {"third_party_liability": "applies"}),
        (LIMITADA, "run_over", {}, "covered", {"third_party_liability": "applies"}),
        (LIMITADA, "total_theft", {}, "covered", {"total_theft": "applies"}),
        (LIMITADA, "fire", {}, "covered", {"total_theft": "applies", "material_damage": "not_contracted"}),
        (LIMITADA, "weather", {}, "covered", {"total_theft": "applies"}),
        (LIMITADA, "flood", {"vehicle_parked": True}, "covered", {"total_theft": "applies"}),
        (LIMITADA, "falling_object", {}, "covered", {"total_theft": "applies"}),
        (RC, "collision", {"third_parties": True}, "covered", {"third_party_liability": "applies"}),
        (RC, "total_theft", {}, "not_covered", {"total_theft": "not_contracted"}),
        (RC, "fire", {}, "not_covered", {"material_damage": "not_contracted"}),
        (RC, "roadside_assistance", {"service": "tow"}, "covered", {"roadside_assistance": "applies"}),
        (FULL, "glass", {}, "covered", {"glass": "applies"}),
        (FULL, "tire", {}, "covered", {"tire_insurance": "applies"}),
        (FULL, "partial_theft", {}, "covered", {"partial_theft": "applies"}),
        (FULL, "total_theft", {}, "covered", {"substitute_car_theft": "applies", "continuous_attention": "applies"}),
        (FLEET, "glass", {}, "covered", {"glass": "applies", "side_mirrors": "applies"}),
        (FLEET, "glass", {"glass_part": "espejo"}, "covered", {"glass": None, "side_mirrors": "applies"}),
        (FLEET, "tire", {}, "covered", {"tires_and_rims": "applies"}),
        (FLEET, "vandalism", {}, "covered", {"vandalism": "applies", "material_damage": "applies"}),
        (FLEET, "cargo", {"cargo_type": "C", "cargo_spilled": True}, "covered", {"cargo_liability": "applies"}),
    ],
)  # fmt: skip
def test_the_coverage_that_answers(
    number: str, incident: str, facts: dict[str, Any], decision: str, shown: dict[str, str | None]
) -> None:
    answer = ask(number, incident, **facts)
    assert answer.decision == decision
    assert {code: status(answer, code) for code in shown} == shown
    assert ("T-08" in codes(answer)) == (decision == "not_covered")


def test_absent_coverages_that_have_nothing_to_do_with_it_change_nothing() -> None:
    answer = ask(AMPLIA, "collision", third_parties=True)
    assert (answer.decision, answer.flags) == ("covered", ())
    assert all(item.status == "applies" for item in answer.coverages)


@pytest.mark.parametrize("incident", INCIDENTS)
def test_every_incident_has_instructions_and_documents(incident: str) -> None:
    for number in (AMPLIA, FLEET):
        answer = ask(number, incident)
        assert answer.instructions
        assert answer.documents
        assert len(set(answer.documents)) == len(answer.documents)


def test_a_theft_is_not_told_to_leave_the_vehicle_where_it_is() -> None:
    for number in (AMPLIA, FLEET):
        assert not any("mueva" in text for text in ask(number, "total_theft").instructions)
        assert any("denuncia" in text for text in ask(number, "total_theft").instructions)
        assert any("No mueva" in text for text in ask(number, "collision").instructions)


def test_documents_follow_what_answers() -> None:
    theft = ask(AMPLIA, "total_theft").documents
    assert any("Factura" in text for text in theft)
    assert any("carpeta" in text for text in theft)
    crash = ask(FULL, "collision", third_parties=True).documents
    assert not any("defunción" in text for text in crash)
    total = ask(AMPLIA, "collision", repair_estimate=Decimal(240_000)).documents
    assert any("Tenencias" in text for text in total)
    card = ask(FLEET, "collision").documents
    assert any("Tarjeta de circulación o documento de resguardo" in text for text in card)


def test_hurt_people_are_told_where_to_go() -> None:
    told = ask(AMPLIA, "collision", injured=2).instructions
    assert any("hospital" in text for text in told)
    assert not any("hospital" in text for text in ask(AMPLIA, "collision", injured=0).instructions)


@pytest.mark.parametrize(
    ("number", "incident", "facts", "asked"),
    [
        (AMPLIA, "collision", {}, {"third_parties", "injured", "driver_licensed"}),
        (AMPLIA, "collision", {"third_parties": True, "injured": 0, "driver_licensed": True}, set()),
        (AMPLIA, "total_theft", {}, {"denuncia_at", "injured"}),
        (AMPLIA, "flood", {}, {"vehicle_parked", "third_parties", "injured"}),
        (FULL, "glass", {}, {"glass_part"}),
        (FULL, "partial_theft", {}, {"denuncia_at", "parts_value"}),
        (FLEET, "collision", {"third_parties": True, "injured": 0}, {"municipality", "cargo_type"}),
        (FLEET, "roadside_assistance", {"service": "tow", "state": "CDMX"}, set()),
    ],
)
def test_what_would_change_the_answer_is_asked(
    number: str, incident: str, facts: dict[str, Any], asked: set[str]
) -> None:
    assert set(ask(number, incident, **facts).open_questions) == asked


def test_what_nobody_can_name_yet_is_left_to_a_person() -> None:
    answer = ask(AMPLIA, "other", third_parties=True)
    assert (answer.decision, answer.flags) == ("review", ())
    assert status(answer, "material_damage") == "review"


def test_what_the_source_says_not_to_ask_is_not_asked() -> None:
    for number in (AMPLIA, "5500210", "7001450"):
        asked = set(ask(number, "collision").open_questions)
        assert not asked & {"driver_impaired", "left_scene", "by_relative", "entrusted", "deal_made"}


def test_an_unknown_policy_or_unit_is_a_review() -> None:
    maps = products()["maps-autos"]
    nobody = check_unidentified(maps, Loss("collision", NOW, Facts()))
    assert (nobody.decision, nobody.payment_status, nobody.open_questions) == ("review", None, ("policy_number",))
    assert nobody.instructions
    fleet = check_unidentified(maps, Loss("collision", NOW, Facts()), policy("7002999"))
    assert (fleet.decision, fleet.payment_status, fleet.open_questions) == ("review", "fleet_arrears", ("inciso",))
