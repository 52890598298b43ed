"""Trámites through HTTP: folio, route, follow-up, steps, refusals."""

from fastapi.testclient import TestClient

PAYOFF = {"kind": "payoff", "group": "1234", "member": "56", "requester": {"kind": "distribuidora"}}


def start(api: TestClient, **body: object) -> dict:
    answer = api.post("/api/v1/tramites", json=PAYOFF | body)
    assert answer.status_code == 201, answer.text
    return answer.json()


def step(api: TestClient, folio: str, event: str, actor: str, status: int = 200, **data: object) -> dict:
    answer = api.post(f"/api/v1/tramites/{folio}/transitions", json={"event": event, "actor": actor, "data": data})
    assert answer.status_code == status, answer.text
    return answer.json()


def test_known_plan_is_routed_by_its_balance(book: None, api: TestClient) -> None:
    routes = {
        member: start(api, group=group, member=member)["route"]["rule"]
        for group, member in [("1234", "056"), ("1234", "101"), ("877", "14")]
    }
    assert routes == {"056": "SAL-1", "101": "SAL-2", "14": "SAL-3"}
    unknown = start(api, group="9", member="9")
    assert (unknown["state"], unknown["route"]["rule"], len(unknown["review"])) == ("recibida", "SAL-0", 1)


def test_one_folio_followed_to_its_end(book: None, api: TestClient) -> None:
    folio = start(api)["folio"]
    today = api.get(f"/api/v1/tramites/{folio}").json()["since"]
    step(api, folio, "agree", "conauto", amount="350", due_on=today)
    step(api, folio, "capture", "distribuidora")
    step(api, folio, "start_cancellation", "conauto", status=409)
    after = step(
        api, folio, "receive_documents", "cliente", documents=["formato_cancelacion_seguro", "identificacion_oficial"]
    )
    assert after["follow_up"]["next"] == "Pagar 350.00 pesos."
    paid = step(api, folio, "post_deposit", "conauto", amount="350")
    assert {item["kind"]: item["state"] for item in paid["items"]} == {
        "LIQ": "pago_visto",
        "SEG": "documentos_completos",
        "FAC": "pendiente",
    }
    assert all(item["due_on"] for item in paid["items"])
    read = api.get(f"/api/v1/tramites/{folio[:2]}-{folio[2:8]}-{folio[8]}").json()
    assert [event["event"] for event in read["history"]] == [
        "create",
        "agree",
        "capture",
        "receive_documents",
        "post_deposit",
    ]
    assert "desde el" in read["follow_up"]["text"]


def test_a_cancelled_insurance_is_reviewed_from_that_day_on(book: None, api: TestClient) -> None:
    folio = start(api)["folio"]
    today = api.get(f"/api/v1/tramites/{folio}").json()["since"]
    step(api, folio, "agree", "conauto", amount="350", due_on=today)
    step(api, folio, "capture", "distribuidora")
    papers = ["formato_cancelacion_seguro", "identificacion_oficial"]
    step(api, folio, "receive_documents", "cliente", documents=papers)
    step(api, folio, "post_deposit", "conauto", amount="350")
    step(api, folio, "start_cancellation", "conauto")

    def checked(hour: str) -> tuple[str, list[str]]:
        body = {"policy_number": "1042587", "incident_type": "collision", "occurred_at": f"{today}T{hour}:00"}
        answer = api.post("/api/v1/coverage-checks", json=body).json()
        return answer["decision"], [flag["code"] for flag in answer["flags"]]

    assert checked("13:00") == ("covered", [])
    step(api, folio, "cancel_policy", "conauto", cancelled_from=today)
    assert checked("11:59") == ("covered", [])
    assert checked("12:00") == ("review", ["A-8"])


def test_refusals_are_clear(book: None, api: TestClient) -> None:
    assert api.get("/api/v1/tramites/999999999").status_code == 404
    assert api.get("/api/v1/tramites/nada").status_code == 404
    folio = start(api)["folio"]
    assert step(api, folio, "agree", "conauto", status=422, amount="x")["errors"][0]["field"] == "data.amount"
    assert "corresponde a" in step(api, folio, "agree", "cliente", status=409)["detail"]
    assert api.post("/api/v1/tramites", json={"kind": "payoff"}).status_code == 422
    assert api.post("/api/v1/tramites", json={"kind": "endoso"}).status_code == 422


def test_same_key_same_folio(book: None, api: TestClient) -> None:
    first, second = (
        api.post("/api/v1/tramites", json=PAYOFF, headers={"Idempotency-Key": "k1"}).json() for _ in range(2)
    )
    assert first["folio"] == second["folio"]
    other = api.post("/api/v1/tramites", json=PAYOFF | {"member": "101"}, headers={"Idempotency-Key": "k1"})
    assert (other.status_code, first["folio"] in other.json()["detail"]) == (409, True)


def test_data_that_cannot_be(book: None, api: TestClient) -> None:
    folio = start(api)["folio"]
    step(api, folio, "agree", "conauto", status=409, amount="350", due_on="9999-12-31")
    step(api, folio, "agree", "conauto", amount="350", due_on=api.get(f"/api/v1/tramites/{folio}").json()["since"])
    step(api, folio, "capture", "distribuidora")
    for documents in ("formato_cancelacion_seguro", [], [{"a": 1}]):
        refused = step(api, folio, "receive_documents", "cliente", status=422, documents=documents)
        assert refused["errors"][0]["field"] == "data.documents"
    step(api, folio, "post_deposit", "conauto", status=409, amount="350", paid_on="0001-01-01")


def test_days_that_passed_are_noticed(book: None, api: TestClient) -> None:
    from datetime import timedelta

    from sqlalchemy import update

    from common import clock
    from common.database import transaction
    from policy_backend.tramites.handling import pass_due_days
    from policy_backend.tramites.store.tables import TramiteRow

    folio = start(api)["folio"]
    step(api, folio, "agree", "conauto", amount="350", due_on=clock.today().isoformat())
    step(api, folio, "capture", "distribuidora")
    with transaction() as session:
        assert pass_due_days(session) == 0
        session.execute(update(TramiteRow).values(payoff_due_on=clock.today() - timedelta(days=1)))
    with transaction() as session:
        assert pass_due_days(session) == 1
    assert api.get(f"/api/v1/tramites/{folio}").json()["state"] == "incumplida"


def test_endoso(book: None, api: TestClient) -> None:
    body = {
        "kind": "endoso",
        "movement": "b_vehiculo",
        "policy_number": "1042587",
        "fields": {"dice": "gris", "debe_decir": "azul"},
    }
    endoso = api.post("/api/v1/tramites", json=body).json()
    assert set(endoso["missing"]) == {"motivo", "factura_auto"}
    step(api, endoso["folio"], "review", "conauto", status=409)
    step(api, endoso["folio"], "complete", "cliente", motivo="error de captura", documents=["factura_auto"])
    assert step(api, endoso["folio"], "review", "conauto")["state"] == "en_revision"
