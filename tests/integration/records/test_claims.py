"""Claims on a real PostgreSQL: numbers under fire, one report a loss, the schema, history, filters."""

import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator, FormatChecker
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from common.access import SYSTEM
from common.database import new_session, transaction
from policy_backend.audit.store import AuditRow
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.model.numbers import is_valid
from policy_backend.claims.reporting import report
from policy_backend.claims.store import save_draft
from policy_backend.claims.store.tables import ClaimChangeRow, ClaimRow

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "claim.schema.json").read_text()), format_checker=FormatChecker()
)


def hours_ago(hours: int) -> str:
    """An instant so many hours ago, in ISO 8601."""
    return (datetime.now(UTC) - timedelta(hours=hours)).isoformat()


FULL = {
    "channel": "whatsapp",
    "incident_type": "collision",
    "description": "me pegaron por atrás",
    "occurred_at": hours_ago(12),  # an older one is reviewed for its age alone
    "location": {
        "kind": "street",
        "state": "Jalisco",
        "municipality": "Zapopan",
        "street": "Patria",
        "between_streets": ["A", "B"],
        "latitude": 20.7,
        "longitude": -103.4,
    },
    "injuries": {"any": False},
    "reporter": {"name": "Laura Méndez", "phone": "3318452290"},
    "driver_name": "Laura Méndez",
    "policy": {"number": "104-2587"},
    "third_parties": {"any": True},
    "drivable": True,
    "authorities": False,
    "details": {"occupants": 1},
}


def post(api: TestClient, body: dict[str, Any], key: str | None = None) -> dict[str, Any]:
    answer = api.post("/api/v1/claims", json=body, headers={"Idempotency-Key": key} if key else {})
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.mark.parametrize("body", [FULL, {}, {"policy": {"number": "9999999"}, "vehicle": {"plates": "GZB-010-A"}}])
def test_the_answer_is_the_contract_s_claim(book: None, api: TestClient, body: dict[str, Any]) -> None:
    number = post(api, body)["report_number"]
    claim = api.get(f"/api/v1/claims/{number[:2]}-{number[2:9]}-{number[9]}").json()
    SCHEMA.validate(claim)
    assert set(SCHEMA.schema["properties"]) <= set(claim)
    assert is_valid(claim["report_number"])


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Laura", "Laura Méndez Robles"),
        ("laura mendez", "Laura Méndez Robles"),
        ("Méndez Robles", "Laura Méndez Robles"),
        ("Laura Ortiz", "Laura Ortiz"),
        ("Paula", "Paula"),
    ],
)
def test_the_book_completes_the_name_of_the_insured(book: None, api: TestClient, said: str, kept: str) -> None:
    assert post(api, {**FULL, "insured_name": said})["insured_name"] == kept


def test_the_book_fills_what_was_not_said(book: None, api: TestClient) -> None:
    claim = post(api, FULL)
    assert claim["policy"] == {"number": "1042587", "inciso": 1, "found": True}
    assert (claim["vehicle"]["make"], claim["insured_name"]) == ("Nissan", "Laura Méndez Robles")
    by_plates = post(api, {"vehicle": {"plates": "lpd 817 n", "make": "Mazda"}})
    assert by_plates["policy"] == {"number": "6100001", "inciso": 1, "found": True}
    wrong_number = post(api, {"policy": {"number": "777"}, "vehicle": {"vin": "3MZBP2L76PM301188"}})
    assert wrong_number["policy"] == {"number": "6100001", "inciso": 1, "found": True}
    assert wrong_number["details"]["policy_number_said"] == "777"
    unknown = post(api, {"policy": {"number": "777"}, "vehicle": {"plates": "NADA1"}})
    assert unknown["policy"] == {"number": "777", "inciso": None, "found": False}
    fleet = post(api, {"policy": {"number": "7001450"}, "vehicle": {"model": "ELF 600"}})
    assert fleet["policy"]["inciso"] == 2
    in_doubt = post(api, {"policy": {"number": "7001450"}})
    assert in_doubt["policy"] == {"number": "7001450", "inciso": None, "found": True}
    assert in_doubt["coverage"]["decision"] == "review"


def test_fifty_writers_get_fifty_numbers_without_a_gap(book: None) -> None:
    def write(place: int) -> str:
        with transaction() as session:
            row = report(session, LossFacts(), SYSTEM, idempotency_key=f"writer-{place}")
            if place % 5 == 0:
                session.rollback()
                return ""
            return str(row.report_number)

    with ThreadPoolExecutor(50) as pool:
        numbers = [number for number in pool.map(write, range(50)) if number]
    assert sorted(int(number[2:9]) for number in numbers) == list(range(1, 41))
    assert all(map(is_valid, numbers))


def test_one_report_for_fifty_retries_at_once(book: None, api: TestClient) -> None:
    conversation = str(uuid.uuid4())
    body = FULL | {"conversation_id": conversation, "loss": 1}
    with ThreadPoolExecutor(20) as pool:
        by_key = {claim["report_number"] for claim in pool.map(lambda _: post(api, FULL, "same"), range(25))}
        by_loss = {
            claim["report_number"] for claim in pool.map(lambda n: post(api, body, f"{conversation}:{n}"), range(25))
        }
    assert (len(by_key), len(by_loss)) == (1, 1)
    assert by_key != by_loss
    assert post(api, body | {"loss": 2})["report_number"] not in by_key | by_loss


def test_a_key_is_for_one_loss(book: None, api: TestClient) -> None:
    """A program that uses a key again for another loss is told, so that no report is lost in silence."""
    first = post(api, FULL, "k9")
    assert post(api, FULL, "k9")["report_number"] == first["report_number"]
    api.patch(f"/api/v1/claims/{first['report_number']}", json={"incident_type": "rollover"})
    assert post(api, FULL, "k9")["report_number"] == first["report_number"]
    misread = {"policy": {"number": "777"}, "vehicle": {"vin": "3MZBP2L76PM301188"}}
    assert post(api, misread, "k10")["report_number"] == post(api, misread, "k10")["report_number"]
    for other in (
        {"incident_type": "fire"},
        {"policy": {"number": "2087713"}},
        {"occurred_at": "2026-01-02T10:00:00Z"},
    ):
        answer = api.post("/api/v1/claims", json=FULL | other, headers={"Idempotency-Key": "k9"})
        assert (answer.status_code, first["report_number"] in answer.json()["detail"]) == (409, True)


def test_a_draft_grows_and_becomes_the_report(book: None, api: TestClient) -> None:
    conversation = uuid.uuid4()
    for draft in (
        {"incident_type": "collision"},
        {"incident_type": "collision", "driver_name": "Ana", "location": "mal"},
    ):
        with transaction() as session:
            save_draft(session, conversation_id=conversation, channel="sms", draft=draft | {"loss": 1})
    [claim] = api.get("/api/v1/claims", params={"conversation_id": str(conversation)}).json()["items"]
    assert (claim["status"], claim["report_number"], claim["driver_name"], claim["channel"]) == (
        "draft",
        None,
        "Ana",
        "sms",
    )
    assert api.get("/api/v1/claims").json()["items"] == []
    SCHEMA.validate(claim)
    reported = post(api, FULL | {"conversation_id": str(conversation)})
    with transaction() as session:
        save_draft(session, conversation_id=conversation, channel="sms", draft={"driver_name": "otra"})
        assert [row.report_number for row in session.scalars(select(ClaimRow))] == [reported["report_number"]]
    assert api.get(f"/api/v1/claims/{reported['report_number']}").json()["driver_name"] == "Laura Méndez"


def test_a_killed_report_leaves_nothing_and_the_retry_takes_the_number(book: None, api: TestClient) -> None:
    session = new_session()
    lost = report(session, LossFacts(), SYSTEM, idempotency_key="killed").report_number
    session.invalidate()
    assert api.get(f"/api/v1/claims/{lost}").status_code == 404
    assert post(api, {}, "killed")["report_number"] == lost


def test_the_same_loss_twice_is_linked(book: None, api: TestClient) -> None:
    first, second = post(api, FULL), post(api, FULL | {"reporter": {"name": "otro"}})
    third = post(api, {"vehicle": {"plates": "JNB482C"}, "occurred_at": hours_ago(11)})
    assert [claim["duplicate_of"] for claim in (first, second, third)] == [
        None,
        first["report_number"],
        first["report_number"],
    ]
    elsewhere = post(api, FULL | {"location": {"state": "Sonora"}})
    later = post(api, FULL | {"occurred_at": hours_ago(2)})
    assert (elsewhere["duplicate_of"], later["duplicate_of"]) == (None, None)


def test_corrections_keep_the_old_value(book: None, api: TestClient) -> None:
    number = post(api, FULL)["report_number"]
    url = f"/api/v1/claims/{number}"
    assert api.patch(url, json={"vehicle": {"plates": None}}).json()["vehicle"]["plates"] == "JNB-482-C"
    moved = api.patch(
        url, json={"policy": {"number": "2087713", "inciso": None}, "vehicle": {"plates": "JKV-913-A"}}
    ).json()
    assert (moved["policy"]["number"], moved["vehicle"]["plates"]) == ("2087713", "JKV-913-A")
    for bad, field in [
        ({"location": "x"}, "location"),
        ({"injuries": {"any": "sí"}}, "injuries.any"),
        ({"status": "closed"}, "status"),
    ]:
        refused = api.patch(url, json=bad)
        assert refused.status_code == 422
        assert [error["field"] for error in refused.json()["errors"]] == [field]
        assert refused.headers["content-type"] == "application/problem+json"
    assert api.patch(url, json={"driver_name": "Z"}, headers={"If-Match": '"77"'}).status_code == 412
    changes = api.get(url + "/history").json()
    assert changes[-1]["changes"]["vehicle.plates"] == ["JNB-482-C", "JKV-913-A"]


def test_the_whole_life(book: None, api: TestClient) -> None:
    url = f"/api/v1/claims/{post(api, FULL)['report_number']}/transitions"
    assert api.post(url, json={"event": "arrive"}).status_code == 409
    assert api.post(url, json={"event": "assign"}).status_code == 422
    for event, status in [
        ("assign", "assigned"),
        ("arrive", "on_site"),
        ("close", "closed"),
        ("reopen", "reported"),
        ("cancel", "cancelled"),
    ]:
        body = {"event": event, "adjuster": "Raúl Soto", "reason": "prueba"}
        assert api.post(url, json=body).json()["status"] == status


def test_filters_and_pages(book: None, api: TestClient) -> None:
    numbers = [post(api, FULL | {"reporter": {"phone": f"33184522{n:02d}"}})["report_number"] for n in range(5)]
    assert [
        claim["report_number"] for claim in api.get("/api/v1/claims", params={"phone": "33 1845 2203"}).json()["items"]
    ] == [numbers[3]]
    for asked in (
        {"plates": "jnb 482c"},
        {"policy": "01042587"},
        {"vin": "3n1cn8ae1ml812345"},
        {"status": "reported"},
        {"from": "2020-01-01T00:00:00Z"},
    ):
        assert len(api.get("/api/v1/claims", params=asked).json()["items"]) == 5
    for asked in (
        {"plates": "X"},
        {"status": "closed"},
        {"to": "2020-01-01T00:00:00Z"},
        {"conversation_id": str(uuid.uuid4())},
    ):
        assert api.get("/api/v1/claims", params=asked).json() == {"items": [], "next": None}
    seen, cursor = [], ""
    while cursor is not None:
        page = api.get("/api/v1/claims", params={"limit": 2, "cursor": cursor}).json()
        seen += [claim["report_number"] for claim in page["items"]]
        cursor = page["next"]
    assert seen == numbers[::-1]
    assert api.get("/api/v1/claims", params={"cursor": "!"}).status_code == 422


def test_unknown_and_mistyped_numbers_say_which(book: None, api: TestClient) -> None:
    reasons = [api.get(f"/api/v1/claims/{number}").json()["reason"] for number in ("123", "2600000019", "2600000018")]
    assert reasons == ["length", "check_digit", "unknown"]


def test_every_read_and_change_is_in_the_trail_which_cannot_be_changed(book: None, api: TestClient) -> None:
    number = post(api, FULL)["report_number"]
    api.get(f"/api/v1/claims/{number}")
    api.patch(f"/api/v1/claims/{number}", json={"driver_name": "Ana"})
    with new_session() as session:
        acts = session.scalars(select(AuditRow.action).where(AuditRow.subject_id == number).order_by(AuditRow.id)).all()
        assert acts == ["claim.report", "claim.read", "claim.correct"]
        for statement in (
            update(AuditRow).values(action="x"),
            delete(AuditRow),
            delete(ClaimChangeRow),
            update(ClaimChangeRow).values(action="x"),
        ):
            with pytest.raises(DBAPIError, match="append-only"):
                session.execute(statement)
            session.rollback()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"vehicle": {"plates": 7}}, "vehicle.plates"),
        ({"loss": 0}, "loss"),
        ({"incident_type": "choque"}, "incident_type"),
        ({"details": {"repair_estimate": "-1"}}, "details"),
        ({"conversation_id": "x"}, "conversation_id"),
        ([], "body"),
    ],
)
def test_a_program_s_mistake_is_named_and_nothing_is_written(
    book: None, api: TestClient, body: Any, field: str
) -> None:
    refused = api.post("/api/v1/claims", json=body)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == field
    assert api.get("/api/v1/claims").json()["items"] == []


def test_without_a_token_nothing_is_shown(database: str, api: TestClient) -> None:
    assert api.get("/api/v1/claims", headers={"Authorization": "Bearer wrong"}).status_code == 401


def test_the_check_is_frozen_with_the_report_and_follows_another_policy(book: None, api: TestClient) -> None:
    claim = post(api, FULL)
    assert claim["coverage"]["decision"] == "covered"
    number = claim["report_number"]
    same = api.patch(f"/api/v1/claims/{number}", json={"details": {"driver_impaired": True}}).json()
    assert same["coverage"]["decision"] == "covered"
    other = {"policy": {"number": "2087713"}, "vehicle": {"plates": None, "vin": None}}
    moved = api.patch(f"/api/v1/claims/{number}", json=other).json()
    damage = {item["code"]: item["status"] for item in moved["coverage"]["coverages"]}["material_damage"]
    assert (moved["policy"]["number"], damage) == ("2087713", "not_contracted")
    history = api.get(f"/api/v1/claims/{number}/history").json()
    assert history[-1]["changes"]["coverage"][0]["decision"] == "covered"
