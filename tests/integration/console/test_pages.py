"""Dispatch, search, trámites, review, exports, measures, audit and privacy through the application."""

import csv
import io
import json
from datetime import timedelta

import pytest
import yaml
from openpyxl import load_workbook
from sqlalchemy import func, select

from channels.conversations import store
from channels.conversations.model import Inbound
from channels.conversations.tables import Conversation, Message
from common import clock
from common.access import SYSTEM
from common.database import transaction
from console.dispatch import store as dispatch
from console.dispatch.tables import Dispatch
from console.people.model import Role
from console.privacy.store import apply_retention, erase_person, export_person
from console.review.export import export
from console.search.words import catch_up
from console.settings import console_settings
from policy_backend.audit.store import AuditRow
from policy_backend.claims import reporting
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.store.tables import ClaimChangeRow, ClaimRow
from policy_backend.policies import demo_book

PHONE = "+523312345678"


def a_report(session, name: str = "Óscar Peña Ruiz", text: str = "me pegó un camión", **facts) -> ClaimRow:
    conversation, _ = store.open_conversation(session, "whatsapp", address=PHONE)
    message = store.receive(session, conversation, Inbound(text=text)).message
    message.intent, message.intent_confidence = "greet", 0.4
    message.outcome = {"expects": "location"}
    said = {"incident_type": "collision", "reporter": {"name": name, "phone": PHONE}, **facts}
    row = reporting.report(session, LossFacts.model_validate(said), SYSTEM, conversation_id=conversation.id)
    conversation.report_number, conversation.state = row.report_number, "reported"
    return row


def audited(action: str) -> int:
    with transaction() as session:
        return session.scalar(select(func.count()).where(AuditRow.action == action))


def test_a_unit_is_sent_sets_out_and_arrives(signed_in):
    visitor = signed_in()
    with transaction() as session:
        claim = a_report(session).id
        unit = dispatch.add_unit(session, "adjuster", "Ramón Ibarra", None, "Monterrey").id
        idle = dispatch.add_unit(session, "adjuster", "Elena Fuentes", None, None)
        idle.on_duty = False
    page = "/console/dispatch"
    assert visitor.post(f"{page}/claims/{claim}/assign", {"unit_id": str(idle.id)}).status_code == 409
    assert visitor.post(f"{page}/claims/{claim}/assign", {"unit_id": "99999"}).status_code == 404
    assert visitor.post(f"{page}/claims/{claim}/assign", {"unit_id": str(unit)}).status_code == 303
    assert "Ramón Ibarra" in visitor.get(page).text
    with transaction() as session:
        sent = session.scalars(select(Dispatch.id)).one()
    assert visitor.post(f"{page}/{sent}/on-the-way").status_code == 303
    assert visitor.post(f"{page}/{sent}/arrived").status_code == 303
    assert visitor.post(f"{page}/{sent}/call-off").status_code == 409
    with transaction() as session:
        row = session.get(ClaimRow, claim)
        assert row.status == "on_site" and row.adjuster == "Ramón Ibarra" and row.adjuster_arrived_at
    assert audited("dispatch.assign") == audited("dispatch.arrived") == 1


def test_a_second_adjuster_takes_the_place_of_the_first(signed_in):
    visitor = signed_in()
    with transaction() as session:
        claim = a_report(session).id
        units = [dispatch.add_unit(session, "adjuster", name, None, None).id for name in ("Uno", "Dos")]
    for unit in units:
        visitor.post(f"/console/dispatch/claims/{claim}/assign", {"unit_id": str(unit)})
    with transaction() as session:
        open_ones = session.scalars(select(Dispatch).where(Dispatch.ended_at.is_(None))).all()
        assert [item.unit.name for item in open_ones] == ["Dos"]
        assert session.get(ClaimRow, claim).adjuster == "Dos"


def test_penalties_of_the_fleet_are_shown_before_they_happen(signed_in):
    visitor = signed_in()
    with transaction() as session:
        demo_book.load(session)
        book = json.loads(demo_book.BOOK.read_text("utf-8"))["policies"]
        fleet = next(policy for policy in book if policy["product"] == "sector-hacienda")
        row = a_report(session, policy={"number": fleet["number"], "inciso": fleet["units"][0]["inciso"]})
        row.adjuster_due_at = clock.now() + timedelta(minutes=10)
    text = visitor.get("/console/dispatch").text
    assert "se deberá" in text and "$2,500" in text and "$500" in text
    with transaction() as session:
        session.get(ClaimRow, row.id).adjuster_due_at = clock.now() - timedelta(minutes=45)
    text = visitor.get("/console/dispatch").text
    assert "Se debe" in text and "60 % del deducible" in text


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("oscar pena", True), ("oscra peña", True), ("camion", True), ("kamion", True), ("33 1234 5678", True),
        ("(3312345678)", True), ("helicóptero azul", False), ("' OR 1=1 --", False),
        ("& | ! :*", False), ("a" * 200, False),
    ],
)  # fmt: skip
def test_search_forgives(signed_in, typed, found):
    with transaction() as session:
        number = a_report(session).report_number
        while catch_up(session):
            pass
    visitor = signed_in()
    answer = visitor.client.get("/console/search", params={"q": typed})
    assert answer.status_code == 200
    shown = f"{number[:2]}-{number[2:9]}-{number[9:]}" in answer.text
    assert shown is found
    assert visitor.get(f"/console/search?q={number}").text.count("/console/conversations/") >= 1


def test_tramites_board_and_steps(signed_in):
    with transaction() as session:
        demo_book.load(session)
    visitor = signed_in()
    page = "/console/tramites"
    assert visitor.post(page, {"kind": "payoff"}, on=page).status_code == 422
    answer = visitor.post(page, {"kind": "payoff", "group": "1234", "member": "056", "requester": "cliente"}, on=page)
    folio = answer.headers["location"].rsplit("/", 1)[1]
    assert "Atención a Clientes" in visitor.get(f"{page}/{folio}").text
    wrong = visitor.post(f"{page}/{folio}/steps", {"event": "capture", "party": "distribuidora"})
    assert wrong.status_code == 409 and "no admite" in wrong.text
    lacking = visitor.post(f"{page}/{folio}/steps", {"event": "agree", "party": "conauto", "amount": "mucho"})
    assert lacking.status_code == 422
    due = (clock.today() + timedelta(days=5)).isoformat()
    agreed = {"event": "agree", "party": "conauto", "amount": "12500", "due_on": due}
    assert visitor.post(f"{page}/{folio}/steps", agreed).status_code == 303
    assert "$12,500" in visitor.get(f"{page}/{folio}").text
    assert folio in visitor.get(f"{page}?q={folio}").text


def test_review_grades_corrects_and_exports(signed_in, tmp_path):
    with transaction() as session:
        row = a_report(session, text="me pegó un versa gris [hola](x)")
        message = session.scalars(select(Message.id).where(Message.direction == "inbound")).one()
    visitor = signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    page = f"/console/review/{row.conversation_id}"
    assert visitor.post(page, {"comment": "sin marcas"}).status_code == 422
    marks = {"safety": "4", "facts": "9", "tags": "tono", "comment": "<b>bien</b>"}
    assert visitor.post(page, marks).status_code == 303
    assert "&lt;b&gt;bien&lt;/b&gt;" in visitor.get(page).text
    for url in ("low_confidence", "reviewed", "random", "handed_over", "nada"):
        assert visitor.get(f"/console/review?kind={url}").status_code == 200
    corrections = f"{page}/corrections"
    good = [
        {"kind": "intent", "right": "report_loss", "message_id": str(message)},
        {"kind": "entity", "target": "vehicle", "right": "versa gris", "message_id": str(message)},
        {"kind": "field", "target": "vehicle.color", "right": "gris"},
    ]
    bad = [
        {"kind": "intent", "right": "hackear", "message_id": str(message)},
        {"kind": "entity", "target": "vehicle", "right": "tsuru", "message_id": str(message)},
        {"kind": "field", "target": "password", "right": "x"},
    ]
    assert [visitor.post(corrections, form).status_code for form in good + bad] == [303] * 3 + [422] * 3
    with transaction() as session:
        written = export(session, tmp_path)
    assert (written.examples, written.conversations) == (1, 1)
    nlu = yaml.safe_load((tmp_path / "nlu.yml").read_text("utf-8"))
    assert nlu["nlu"] == [{"intent": "report_loss", "examples": "- me pegó un [versa gris](vehicle) holax\n"}]
    scenario = json.loads((tmp_path / "conversations.json").read_text("utf-8"))[0]
    assert scenario["expect"] == {"vehicle.color": "gris"} and scenario["opening"].startswith("me pegó")
    with transaction() as session:
        assert export(session, tmp_path).examples == 0, "each correction is exported once"


def test_exports_hold_no_formula_and_mask_what_must_be(signed_in):
    with transaction() as session:
        a_report(session, name='=HYPERLINK("http://malo")', driver_name="@x")
    supervisor = signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    book = load_workbook(io.BytesIO(supervisor.get("/console/export/search.xlsx?q=3312345678").content))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert not any("HYPERLINK" in str(cell.value) for cell in cells), "names are masked for who does not need them"
    assert PHONE not in str([cell.value for cell in cells])
    rows = list(csv.reader(io.StringIO(supervisor.get("/console/audit/acts.csv").content.decode("utf-8-sig"))))
    assert rows[0][0] == "Cuándo" and len(rows) > 1
    assert signed_in().get("/console/export/search.csv?q=x").status_code == 403


def test_a_conversation_as_pdf_loses_no_character(signed_in):
    with transaction() as session:
        row = a_report(session, text="me chocaron 😭 “así” — ñandú " + "x" * 5000)
    answer = signed_in().get(f"/console/conversations/{row.conversation_id}/pdf")
    assert answer.status_code == 200 and answer.content.startswith(b"%PDF-")
    assert answer.headers["content-disposition"].startswith("attachment")
    from console.exports.pdf import printable

    assert printable("😭 ñ — “a”") == '[loudly crying face] ñ - "a"'


def test_erasing_a_person_keeps_what_the_law_wants_and_hides_it(signed_in, monkeypatch):
    monkeypatch.delenv("CABINA_TRACKER_URL", raising=False)
    with transaction() as session:
        kept = a_report(session)
        talk, _ = store.open_conversation(session, "whatsapp", address=PHONE, profile_name="Óscar")
        store.receive(session, talk, Inbound(text="solo preguntaba"))
    with transaction() as session:
        data = export_person(session, "33 1234 5678", SYSTEM)
        assert len(data["conversations"]) == 2 and len(data["claims"]) == 1
        outcome = erase_person(session, "33 1234 5678", SYSTEM)
    assert (outcome["erased"], outcome["kept"]) == (1, 1)
    with transaction() as session:
        assert session.get(Conversation, talk.id) is None
        assert session.get(ClaimRow, kept.id).facts["reporter"]["name"] == "Óscar Peña Ruiz"
    operator, supervisor = signed_in(), signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    page = f"/console/conversations/{kept.conversation_id}"
    assert "Peña" not in operator.get(page).text
    assert supervisor.post(f"{page}/reveal", on=page).status_code == 303
    assert "Peña" in supervisor.get(page).text
    assert audited("privacy.erase") == 1


def test_the_privacy_page_answers_and_refuses_nonsense(signed_in):
    with transaction() as session:
        a_report(session)
    supervisor = signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    answer = supervisor.post("/console/privacy/export", {"phone": "33 1234 5678"})
    assert json.loads(answer.content)["claims"][0]["reporter"]["name"] == "Óscar Peña Ruiz"
    assert supervisor.post("/console/privacy/export", {"phone": "12"}).status_code == 422
    form = {"phone": "33 1234 5678", "name": "Óscar Peña Ruíz"}
    assert supervisor.post("/console/privacy/correct", form).status_code == 303
    assert signed_in().get("/console/privacy").status_code == 403


def test_what_is_past_its_time_goes(database, monkeypatch):
    monkeypatch.setattr(console_settings(), "retention_days", 30)
    monkeypatch.setattr(console_settings(), "draft_retention_days", 10)
    with transaction() as session:
        row = a_report(session)
        row.status, row.closed_at = "closed", clock.now() - timedelta(days=31)
        old, _ = store.open_conversation(session, "web")
        old.last_message_at = clock.now() - timedelta(days=11)
        fresh, _ = store.open_conversation(session, "web")
    with transaction() as session:
        assert apply_retention(session, SYSTEM) == {"conversations": 1, "claims": 1}
    with transaction() as session:
        assert apply_retention(session, SYSTEM) == {"conversations": 0, "claims": 0}
        left = session.get(ClaimRow, row.id)
        assert left.report_number == row.report_number and left.facts["reporter"]["name"] is None
        assert session.scalar(select(func.count()).select_from(ClaimChangeRow)) == 0
        assert [item.id for item in session.scalars(select(Conversation))] == [fresh.id]


def test_the_siniestralidad_page_and_its_file(signed_in):
    with transaction() as session:
        a_report(session)
    supervisor = signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    month = f"{clock.today():%Y-%m}"
    assert "Colisión" in supervisor.get(f"/console/siniestralidad?month={month}").text
    assert supervisor.get("/console/siniestralidad?month=nunca").status_code == 200
    answer = supervisor.get(f"/api/v1/reports/siniestralidad?month={month}&format=csv")
    assert answer.status_code == 200 and "Colisión" in answer.text
    assert signed_in().get("/console/siniestralidad").status_code == 403


def test_saved_views_belong_to_somebody(signed_in):
    one, other = signed_in(), signed_in("diego", name="Diego Ortega")
    form = {"path": "/console", "query": "state=open", "name": "Abiertas", "shared": "true"}
    assert one.post("/console/views", form).headers["location"] == "/console?state=open"
    assert one.post("/console/views", {**form, "path": "https://malo.example"}).status_code == 422
    assert "Abiertas" in one.get("/console").text and "Abiertas" not in other.get("/console").text
    assert other.post("/console/views/1/forget").status_code == 404
