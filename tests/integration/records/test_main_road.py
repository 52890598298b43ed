"""The records' main road through HTTP: find a policy, report, correct, assign."""

import pytest
from fastapi.testclient import TestClient


def test_policy_by_number_plates_and_holder(book: None, api: TestClient) -> None:
    for number in ("1042587", "001042587", "1042-587", " 10 42 587"):
        assert api.get(f"/api/v1/policies/{number}").json()["units"][0]["vehicle"]["model"] == "Versa Advance"
    for asked in (
        {"plates": "jnb 482c"},
        {"holder": "mendes laura"},
        {"vin": "3n1cn8ae1ml812345"},
        {"make": "nissan", "model": "versa", "year": 2021},
    ):
        assert [item["number"] for item in api.get("/api/v1/policies", params=asked).json()["items"]] == ["1042587"]
    assert api.get("/api/v1/policies/999").status_code == 404
    assert api.get("/api/v1/policies").status_code == 422


@pytest.mark.parametrize(
    ("number", "status"),
    [
        ("1042587", "ok"),
        ("4099004", "in_grace"),
        ("4107733", "in_grace_conflict"),
        ("4100881", "ceased"),
        ("5600333", "no_grace_unpaid"),
        ("7002999", "fleet_arrears"),
        ("6007345", "out_of_vigencia"),
        ("8800001", "ok"),
    ],
)
def test_policies_and_units_say_how_their_payment_stands_now(
    book: None, api: TestClient, number: str, status: str
) -> None:
    policy = api.get(f"/api/v1/policies/{number}").json()
    assert {policy["payment_status"], *(unit["payment_status"] for unit in policy["units"])} == {status}
    inciso = policy["units"][-1]["inciso"]
    assert api.get(f"/api/v1/policies/{number}/units/{inciso}").json()["payment_status"] == status
    found = api.get("/api/v1/policies", params={"vin": policy["units"][0]["vehicle"]["vin"]}).json()["items"]
    assert [item["payment_status"] for item in found] == [status]


def test_report_correct_assign(book: None, api: TestClient) -> None:
    reported = api.post("/api/v1/claims", json={"policy": {"number": "1042587"}, "reporter": {"phone": "33 1234 5678"}})
    assert reported.status_code == 201
    claim = reported.json()
    assert claim["vehicle"]["plates"] == "JNB-482-C"
    assert claim["reporter"]["phone"] == "+523312345678"
    number = claim["report_number"]
    corrected = api.patch(
        f"/api/v1/claims/{number}", json={"driver_name": "Ana"}, headers={"If-Match": reported.headers["etag"]}
    )
    assert corrected.json()["driver_name"] == "Ana"
    stale = api.patch(
        f"/api/v1/claims/{number}", json={"driver_name": "Eva"}, headers={"If-Match": reported.headers["etag"]}
    )
    assert stale.status_code == 412
    moved = api.post(f"/api/v1/claims/{number}/transitions", json={"event": "assign", "adjuster": "Raúl Soto"})
    assert moved.json()["status"] == "assigned"
    history = api.get(f"/api/v1/claims/{number}/history").json()
    assert [change["action"] for change in history] == ["report", "correct", "assign"]
    assert history[1]["changes"] == {"driver_name": [None, "Ana"]}


def test_nothing_known_is_still_reported(database: str, api: TestClient) -> None:
    claim = api.post("/api/v1/claims", json={}).json()
    assert claim["status"] == "reported"
    assert claim["coverage"]["decision"] == "review"
    assert claim["operator"] == "Cabina, asistente virtual"
