"""A person steps in: taking, answering, correcting, and what must not happen meanwhile."""

import io
import re
import threading
from html import unescape
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlalchemy import func, select, update

from channels.conversations import evidence, media, operators, store
from channels.conversations.model import Inbound
from channels.conversations.tables import Conversation, Message
from common import clock
from common.access import Actor
from common.database import transaction
from common.settings import settings
from console.people.model import Role
from policy_backend.audit.store import AuditRow
from policy_backend.claims.store import save_draft
from policy_backend.claims.store.tables import ClaimChangeRow, ClaimRow
from policy_backend.policies import demo_book

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">'
OTHER = Actor("operator", "otro", "Diego Ortega", frozenset({"*"}))


def a_conversation(text: str = "me chocaron", draft: dict | None = None, profile: str | None = None) -> UUID:
    with transaction() as session:
        conversation, _ = store.open_conversation(session, "whatsapp", address="+523312345678", profile_name=profile)
        store.receive(session, conversation, Inbound(text=text))
        if draft is not None:
            save_draft(session, conversation_id=conversation.id, channel="whatsapp", draft=draft)
        return conversation.id


def audited(action: str) -> int:
    with transaction() as session:
        return session.scalar(select(func.count()).where(AuditRow.action == action))


def page_of(conversation: UUID) -> str:
    return f"/console/conversations/{conversation}"


def test_reading_is_audited(signed_in):
    visitor, conversation = signed_in(), a_conversation()
    assert "me chocaron" in visitor.get(page_of(conversation)).text
    assert audited("conversation.read") == 1


def test_scripts_in_messages_names_and_facts_are_text(signed_in):
    draft = {"incident_type": "collision", "description": HOSTILE, "reporter": {"name": HOSTILE, "phone": "+5233"}}
    conversation = a_conversation(HOSTILE, draft | {"location": {"text": HOSTILE, "street": HOSTILE}}, profile=HOSTILE)
    visitor = signed_in()
    for url in (page_of(conversation), "/console", f"{page_of(conversation)}/parts"):
        text = visitor.get(url).text
        assert "<script>alert" not in text and "<img src=x" not in text
    assert "&lt;script&gt;" in visitor.get(page_of(conversation)).text


def test_a_huge_message_is_shown_and_a_huge_answer_refused_without_losing_it(signed_in):
    visitor, conversation = signed_in(), a_conversation("ay " * 3000)
    page = page_of(conversation)
    visitor.post(f"{page}/take", on=page)
    answer = visitor.post(f"{page}/reply", {"text": "x" * 10_001}, on=page)
    assert answer.status_code == 422 and "x" * 9_000 in answer.text
    assert visitor.post(f"{page}/reply", {"text": "y" * 300_000}, on=page).status_code == 413


def test_take_answer_and_hand_back(signed_in):
    visitor, conversation = signed_in(), a_conversation()
    page = page_of(conversation)
    assert visitor.post(f"{page}/reply", {"text": "hola"}, on=page).status_code == 409
    assert visitor.post(f"{page}/take", on=page).status_code == 303
    with transaction() as session:
        held = store.get(session, conversation)
        assert (held.handled_by, held.operator_name, held.state) == ("operator", "Sofía Ramírez Luna", "with_operator")
    assert visitor.post(f"{page}/reply", {"text": "Ya va el ajustador"}, on=page).status_code == 303
    assert visitor.post(f"{page}/reply", {"text": "   "}, on=page).status_code == 422
    assert visitor.post(f"{page}/notes", {"text": "tranquila"}, on=page).status_code == 303
    text = visitor.get(page).text
    assert "Ya va el ajustador" in text and "tranquila" in text and "Le atiende Sofía" in text
    assert visitor.post(f"{page}/back", on=page).status_code == 303
    with transaction() as session:
        assert store.get(session, conversation).handled_by == "assistant"
    for action in ("conversation.take_over", "conversation.reply", "conversation.note", "conversation.hand_back"):
        assert audited(action) == 1, action


def test_two_operators_cannot_hold_one(signed_in):
    first, second = signed_in(), signed_in("diego", name="Diego Ortega Solís")
    conversation = a_conversation()
    page = page_of(conversation)
    forms = [(visitor, visitor.token("/console/account")) for visitor in (first, second)]
    gate, answers = threading.Barrier(2), []

    def take(visitor, csrf):
        gate.wait()
        answers.append(visitor.client.post(f"{page}/take", data={"csrf": csrf}).status_code)

    threads = [threading.Thread(target=take, args=form) for form in forms]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(answers) == [303, 409]
    with transaction() as session:
        told = select(func.count()).where(Message.conversation_id == conversation, Message.text.like("Le atiende%"))
        assert session.scalar(told) == 1


def test_only_supervision_takes_from_a_colleague(signed_in):
    operator, supervisor = signed_in(), signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    conversation = a_conversation()
    page = page_of(conversation)
    with transaction() as session:
        operators.take_over(session, conversation, OTHER)
    assert operator.post(f"{page}/take", {"force": "true"}, on=page).status_code == 403
    assert supervisor.post(f"{page}/take", on=page).status_code == 409
    assert supervisor.post(f"{page}/take", {"force": "true"}, on=page).status_code == 303


def test_a_correction_keeps_its_history_and_what_did_not_change(signed_in):
    conversation = a_conversation(
        draft={"incident_type": "collision", "vehicle": {"make": "Nissan", "plates": "ABC-123"}}
    )
    visitor = signed_in()
    page = page_of(conversation)
    with transaction() as session:
        demo_book.load(session)
        claim = session.scalars(select(ClaimRow)).one()
    form = {"version": "1", "vehicle.plates": "JNB-482-C", "vehicle.make": "Nissan", "injuries.any": "false"}
    assert visitor.post(f"{page}/claims/{claim.id}", form, on=page).status_code == 409, "the assistant fills it"
    visitor.post(f"{page}/take", on=page)
    assert visitor.post(f"{page}/claims/{claim.id}", form, on=page).status_code == 303
    with transaction() as session:
        row = session.scalars(select(ClaimRow)).one()
        changes = session.scalars(select(ClaimChangeRow)).one().changes
        assert row.facts["vehicle"]["plates"] == "JNB-482-C" and row.facts["injuries"]["any"] is False
        assert row.facts["incident_type"] == "collision"
        assert changes["vehicle.plates"] == ["ABC-123", "JNB-482-C"] and "vehicle.make" not in changes
        told = store.get(session, conversation).operator_texts
        assert {"vehicle.plates: JNB-482-C", "injuries.any: false"} <= set(told)
    stale = visitor.post(f"{page}/claims/{claim.id}", {"version": "1", "vehicle.color": "rojo"}, on=page)
    assert stale.status_code == 409 and "rojo" in stale.text
    bad = visitor.post(f"{page}/claims/{claim.id}", {"version": str(row.version), "vehicle.year": "dos mil"}, on=page)
    assert bad.status_code == 422 and "dos mil" in bad.text


def test_a_form_shown_earlier_changes_only_what_its_person_changed(signed_in):
    conversation = a_conversation(draft={"incident_type": "collision", "vehicle": {"plates": "ABC-123"}})
    visitor = signed_in()
    page = page_of(conversation)
    visitor.post(f"{page}/take", on=page)
    shown = visitor.get(page).text
    form = {
        "version": "1",
        "seen": unescape(re.search(r'name="seen" value="([^"]*)"', shown)[1]),
        **{path: unescape(text) for path, text in re.findall(r'<input name="([\w.]+)" value="([^"]*)"', shown)},
    }
    assert form["vehicle.plates"] == "ABC-123" and form["location.street"] == ""
    later = {"incident_type": "collision", "vehicle": {"plates": "ABC-123"}, "location": {"street": "Juárez"}}
    with transaction() as session:
        claim = session.scalars(select(ClaimRow)).one()
        save_draft(session, conversation_id=conversation, channel="whatsapp", draft=later)
    act = f"{page}/claims/{claim.id}"
    assert (
        visitor.post(act, form | {"vehicle.plates": "XYZ-987", "location.kilometer": "12,5"}, on=page).status_code
        == 303
    )
    with transaction() as session:
        row = session.scalars(select(ClaimRow)).one()
        assert (row.facts["vehicle"]["plates"], row.facts["location"]["street"]) == ("XYZ-987", "Juárez")
        assert "location.kilometer: 12.5" in store.get(session, conversation).operator_texts
    again = visitor.post(act, form | {"vehicle.plates": "QQQ-111", "driver_name": "Ana"}, on=page)
    assert again.status_code == 409 and "QQQ-111" in again.text and 'value="Juárez"' in again.text
    assert visitor.post(act, form | {"driver_name": "Ana"}, on=page).status_code == 303, "nobody else touched it"


def test_an_operator_finishes_the_report_by_hand_once(signed_in):
    conversation = a_conversation(draft={"incident_type": "collision"})
    visitor = signed_in()
    page = page_of(conversation)
    with transaction() as session:
        claim = session.scalars(select(ClaimRow.id)).one()
    assert visitor.post(f"{page}/claims/{claim}/report", on=page).status_code == 409
    visitor.post(f"{page}/take", on=page)
    for _ in range(2):
        assert visitor.post(f"{page}/claims/{claim}/report", on=page).status_code == 303
    with transaction() as session:
        row = session.scalars(select(ClaimRow)).one()
        assert row.status == "reported" and session.get(Conversation, conversation).report_number == row.report_number
        told = select(func.count()).where(Message.author == "operator")
        assert session.scalar(told) == 1
    assert visitor.post(f"{page}/claims/{claim}/move", {"event": "cancel"}, on=page).status_code == 422
    cancel = {"event": "cancel", "reason": "Duplicado"}
    assert visitor.post(f"{page}/claims/{claim}/move", cancel, on=page).status_code == 303
    assert visitor.post(f"{page}/claims/{claim}/move", {"event": "close"}, on=page).status_code == 409


@pytest.mark.parametrize("url", ["/console/conversations/no-es-uuid", f"/console/conversations/{uuid4()}"])
def test_unknown_ids_are_a_page_that_says_so(signed_in, url):
    answer = signed_in().get(url)
    assert answer.status_code == 404 and "<h1>No existe</h1>" in answer.text


def test_a_claim_or_file_of_another_conversation_is_refused(signed_in):
    one, other = a_conversation(draft={"incident_type": "glass"}), a_conversation()
    visitor = signed_in()
    with transaction() as session:
        claim = session.scalars(select(ClaimRow.id)).one()
    page = page_of(other)
    visitor.post(f"{page}/take", on=page)
    form = {"version": "1", "driver_name": "Nadie"}
    assert visitor.post(f"{page}/claims/{claim}", form, on=page).status_code == 404
    assert visitor.get(f"{page_of(one)}/media/{uuid4()}").status_code == 404


def test_who_does_not_need_personal_data_sees_it_masked_until_an_audited_reveal(signed_in):
    draft = {
        "incident_type": "collision",
        "reporter": {"name": "Laura Méndez", "phone": "+523312345678"},
        "vehicle": {"plates": "JNB-482-C"},
    }
    conversation = a_conversation("mi teléfono es 33 1234 5678", draft, profile="Laura M.")
    administrator = signed_in("jefa", Role.ADMINISTRATOR, "Jefa de Cabina")
    page = page_of(conversation)
    masked = administrator.get(page).text + administrator.get(f"{page}/parts").text + administrator.get("/console").text
    for secret in ("Laura", "1234 5678", "JNB-482", "+5233"):
        assert secret not in masked, secret
    assert administrator.post(f"{page}/take", on=page).status_code == 403
    assert administrator.post(f"{page}/reveal", on=page).status_code == 303
    assert "Laura Méndez" in administrator.get(page).text
    assert audited("personal_data.reveal") == 1


def test_the_board_orders_by_what_matters_and_filters_by_url(signed_in):
    quiet = a_conversation("hola", {"incident_type": "glass", "location": {"municipality": "Tonalá"}})
    waiting, urgent = a_conversation("quiero una persona"), a_conversation("hay heridos")
    with transaction() as session:
        row = session.get(Conversation, waiting)
        row.needs_person, row.state, row.handover_reason = True, "waiting_for_person", "requested"
        session.get(Conversation, urgent).priority = "emergency"
    visitor = signed_in()
    shown = re.findall(r'<tr id="c-([^"]+)"', visitor.get("/console").text)
    assert shown == [str(urgent), str(waiting), str(quiet)]
    assert re.findall(r'<tr id="c-([^"]+)"', visitor.get("/console?place=tonal").text) == [str(quiet)]
    assert re.findall(r'<tr id="c-([^"]+)"', visitor.get("/console?state=waiting_for_person").text) == [str(waiting)]
    assert visitor.get("/console?state=%27%3B--&channel=<script>").status_code == 200


def test_what_was_sent_elsewhere_for_its_report_is_shown_with_the_case(signed_in, monkeypatch, tmp_path):
    monkeypatch.setattr(settings(), "data_dir", tmp_path)
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(picture, "JPEG")
    first, later = a_conversation(draft={"incident_type": "glass"}), a_conversation("es el reporte 2600000018")
    with transaction() as session:
        claim = session.scalars(select(ClaimRow)).one()
        claim.report_number, claim.status, claim.reported_at = "2600000018", "reported", clock.now()
        sent = media.keep(session, later, picture.getvalue())
        sent.report_number = claim.report_number
        session.execute(update(Message).values(processed_at=clock.now()))
        assert evidence.file_recent(session) == 1
    visitor = signed_in()
    visitor.post(f"{page_of(first)}/take", on=page_of(first))
    page = visitor.get(page_of(first)).text
    assert "Archivos del expediente (1)" in page and "agregó un archivo" in page
    [url] = re.findall(r'href="(/console/conversations/[^"]*/evidence/[^"]*)"', page)
    assert visitor.get(url).content == picture.getvalue()
    assert visitor.get(f"{url}?thumbnail=1").headers["content-type"] == "image/jpeg"
    assert visitor.get(url.replace(str(first), str(later))).status_code == 404
    assert audited("evidence.add") == audited("evidence.read") == 1
    administrator = signed_in("jefa", Role.ADMINISTRATOR, "Jefa de Cabina")
    assert "Archivo oculto" in administrator.get(page_of(first)).text
    assert administrator.get(url).status_code == 403
