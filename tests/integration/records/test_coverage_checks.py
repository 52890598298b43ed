"""Coverage checks through HTTP: the demonstration book's own notes, unknown policies, bad input, assistance counted."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from common import clock

NOW = clock.local_now().replace(hour=13, minute=0)


def check(api: TestClient, status: int = 200, **body: object) -> dict:
    asked = {"policy_number": "1042587", "incident_type": "collision", "occurred_at": NOW.isoformat()} | body
    answer = api.post("/api/v1/coverage-checks", json=asked)
    assert answer.status_code == status, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("number", "inciso", "decision", "payment"),
    [
        ("1042587", None, "covered", "ok"),
        ("104-2587", 1, "covered", "ok"),
        ("4099004", None, "covered", "in_grace"),
        ("4107733", None, "review", "in_grace_conflict"),
        ("4100881", None, "review", "ceased"),
        ("5600333", None, "review", "no_grace_unpaid"),
        ("7002999", 1, "review", "fleet_arrears"),
        ("7001450", 2, "covered", "ok"),
        ("7001450", None, "review", "ok"),
        ("7001450", 99, "review", "ok"),
        ("6007345", None, "not_covered", "out_of_vigencia"),
        ("9999999", None, "review", None),
    ],
)
def test_the_book_s_notes(
    book: None, api: TestClient, number: str, inciso: int | None, decision: str, payment: str
) -> None:
    answer = check(api, policy_number=number, inciso=inciso)
    assert (answer["decision"], answer["payment_status"]) == (decision, payment)


def test_not_yet_in_force(book: None, api: TestClient) -> None:
    assert (
        check(api, policy_number="6100077", occurred_at=NOW.replace(hour=11).isoformat())["payment_status"]
        == "out_of_vigencia"
    )
    assert check(api, policy_number="6100077")["decision"] == "covered"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"incident_type": "choque"}, "incident_type"),
        ({"incident_type": None}, "incident_type"),
        ({"occurred_at": "ayer"}, "occurred_at"),
        ({"occurred_at": "2026-02-30T10:00:00-06:00"}, "occurred_at"),
        ({"occurred_at": None}, "occurred_at"),
        ({"inciso": -1}, "inciso"),
        ({"inciso": "1"}, "inciso"),
        ({"policy_number": 1042587}, "policy_number"),
        ({"facts": {"repair_estimate": -1}}, "facts.repair_estimate"),
        ({"facts": {"third_parties": "sí"}}, "facts.third_parties"),
        ({"facts": []}, "facts"),
    ],
)
def test_bad_input_is_named(book: None, api: TestClient, body: dict, field: str) -> None:
    assert check(api, 422, **body)["errors"][0]["field"] == field


def test_assistance_is_counted_from_claims(book: None, api: TestClient) -> None:
    asked = {"policy_number": "6100001", "incident_type": "roadside_assistance", "facts": {"service": "tow"}}
    assert check(api, **asked)["decision"] == "covered"
    for hour in range(4):
        when = (NOW - timedelta(days=hour + 1)).isoformat()
        report = {
            "policy": {"number": "6100001"},
            "incident_type": "roadside_assistance",
            "service": "tow",
            "occurred_at": when,
        }
        assert api.post("/api/v1/claims", json=report).status_code == 201
    answer = check(api, **asked)
    assert answer["decision"] == "covered"  # the Plus tier prints no number of events: K-26 is shown, nothing decided
    assert [flag["effect"] for flag in answer["flags"] if flag["code"] == "K-26"] == ["INFO"]
