"""POST /api/v1/coverage-checks against the demonstration book in a real database."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from common import clock
from common.database import transaction
from policy_backend.policies import demo_book


@pytest.fixture
def book(api: TestClient) -> TestClient:
    with transaction() as session:
        demo_book.load(session)
    return api


def ask(client: TestClient, number: str, incident: str, **more: Any) -> dict[str, Any]:
    body = {
        "policy_number": number, "incident_type": incident,
        "occurred_at": (clock.now() - timedelta(minutes=5)).isoformat(), **more,
    }  # fmt: skip
    response = client.post("/api/v1/coverage-checks", json=body)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def test_the_answer_has_the_contracts_words(book: TestClient) -> None:
    answer = ask(book, "104-2587", "collision", facts={"third_parties": True, "driver_impaired": True})
    assert answer["decision"] == "review"
    assert answer["payment_status"] == "ok"
    assert [flag["code"] for flag in answer["flags"]] == ["T-09"]
    damage = next(item for item in answer["coverages"] if item["code"] == "material_damage")
    assert damage["status"] == "review"
    assert damage["deductible"]["pct"] == 5
    assert damage["deductible"]["amount"] == "12400.00"
    assert [(item["pct"], item["amount"]) for item in damage["deductible"]["alternatives"]] == [(10, "24800.00")]
    assert answer["sla"] == dict.fromkeys(
        ("zone", "adjuster_minutes", "adjuster_due_at", "tow_minutes", "tow_due_at", "note")
    )
    assert answer["instructions"]
    assert answer["documents"]


def test_what_cannot_be_stored_is_left_out_of_a_policy_number(book: TestClient) -> None:
    assert ask(book, "104\x002587", "collision")["payment_status"] == "ok"


def test_an_unknown_policy_or_unit_is_a_review_with_instructions(book: TestClient) -> None:
    nobody = ask(book, "9999999", "collision")
    assert (nobody["decision"], nobody["payment_status"], nobody["coverages"]) == ("review", None, [])
    assert nobody["open_questions"] == ["policy_number"]
    assert nobody["instructions"]
    for inciso in (None, 77):
        fleet = ask(book, "7001450", "collision", inciso=inciso)
        assert (fleet["decision"], fleet["payment_status"], fleet["open_questions"]) == ("review", "ok", ["inciso"])


def test_the_fleet_contract_promises_times_from_the_report(book: TestClient) -> None:
    facts = {"state": "Jalisco", "municipality": "Guadalajara", "reported_at": "2026-05-05T10:00:00-06:00"}
    sla = ask(book, "8800001", "collision", inciso=25, facts=facts)["sla"]
    assert (sla["zone"], sla["adjuster_minutes"], sla["tow_minutes"]) == ("metropolitan", 45, 60)
    assert sla["adjuster_due_at"] == "2026-05-05T10:45:00-06:00"
    assert sla["tow_due_at"] == "2026-05-05T11:00:00-06:00"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"policy_number": "1" * 101}, "policy_number"),
        ({"policy_number": "\0" + "1" * 100}, "policy_number"),
        ({"incident_type": "earthquake"}, "incident_type"),
        ({"incident_type": None}, "incident_type"),
        ({"occurred_at": "2026-02-30T10:00:00-06:00"}, "occurred_at"),
        ({"occurred_at": 1700000000}, "occurred_at"),
        ({"occurred_at": None}, "occurred_at"),
        ({"inciso": "uno"}, "inciso"),
        ({"facts": {"glass_value": "-1"}}, "facts.glass_value"),
        ({"facts": {"repair_estimate": "NaN"}}, "facts.repair_estimate"),
        ({"facts": {"injured": -2}}, "facts.injured"),
        ({"facts": {"third_parties": "quizá"}}, "facts.third_parties"),
        ({"facts": {"cargo_type": "D"}}, "facts.cargo_type"),
        ({"facts": {"country": "México"}}, "facts.country"),
        ({"facts": {"denuncia_at": "mañana"}}, "facts.denuncia_at"),
        ({"facts": {"denuncia_at": True}}, "facts.denuncia_at"),
        ({"facts": {"reported_at": "2026-13-01"}}, "facts.reported_at"),
        ({"facts": []}, "facts"),
    ],
)
def test_bad_input_is_a_problem_that_names_the_field(api: TestClient, change: dict[str, Any], field: str) -> None:
    body = {"policy_number": "1042587", "incident_type": "collision", "occurred_at": "2026-05-05T10:00:00-06:00"}
    response = api.post("/api/v1/coverage-checks", json=body | change)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert [error["field"] for error in response.json()["errors"]] == [field]


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_an_absurd_year_is_out_of_vigencia(book: TestClient, year: str) -> None:
    at = f"{year}-12-31T23:59:59+14:00"
    answer = ask(book, "1042587", "total_theft", occurred_at=at, facts={"denuncia_at": at, "reported_at": at})
    assert (answer["decision"], answer["payment_status"]) == ("not_covered", "out_of_vigencia")


def test_a_token_is_needed(api: TestClient) -> None:
    assert api.post("/api/v1/coverage-checks", json={}, headers={"Authorization": "Bearer no"}).status_code == 401


def test_roadside_events_are_counted_from_this_policy_years_reports(book: TestClient) -> None:
    assert ask(book, "3055120", "roadside_assistance", facts={"service": "tow"})["decision"] == "covered"
    report = {
        "incident_type": "roadside_assistance", "service": "tow", "policy": {"number": "3055120"},
        "occurred_at": (clock.now() - timedelta(hours=3)).isoformat(),
    }  # fmt: skip
    assert book.post("/api/v1/claims", json=report, headers={"Idempotency-Key": "a"}).status_code == 201
    answer = ask(book, "3055120", "roadside_assistance", facts={"service": "tow"})
    assert (answer["decision"], answer["flags"]) == ("not_covered", [])
    assert [(item["status"], item["code"]) for item in answer["coverages"]] == [("review", "roadside_assistance")]


def test_a_report_carries_its_check(book: TestClient) -> None:
    report = {
        "incident_type": "collision", "policy": {"number": "4107733"}, "occurred_at": clock.now().isoformat(),
        "third_parties": {"any": True}, "details": {"driver_licensed": False, "driver_age": "unos cuarenta"},
    }  # fmt: skip
    response = book.post("/api/v1/claims", json=report, headers={"Idempotency-Key": "b"})
    assert response.status_code == 201, response.text
    coverage = response.json()["coverage"]
    assert (coverage["decision"], coverage["payment_status"]) == ("review", "in_grace_conflict")
    assert [flag["code"] for flag in coverage["flags"]] == ["T-03", "T-13"]
