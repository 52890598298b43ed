"""Who sees personal data: names inside texts, and people who had their data erased, place by place."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from channels.conversations import store
from channels.conversations.model import Inbound
from channels.conversations.tables import Conversation, Media
from common import clock
from common.access import SYSTEM
from common.database import transaction
from console import formats
from console.board.feed import render_row
from console.board.store import rows
from console.people.model import Role
from console.privacy.store import erase_person
from policy_backend.claims import reporting
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.store.tables import ClaimRow
from policy_backend.policies import demo_book
from policy_backend.policies import store as policies
from policy_backend.tramites import handling
from policy_backend.tramites.model import endosos
from policy_backend.tramites.model.folio import Tramite

PHONE, PLATES = "+523312345678", "JNB-482-C"
SAID = "soy laura mendez, maneja JOSE NUÑEZ, placas jnb 482 c, mi correo es laura@correo.mx y mi tel 33 1234 5678"
SECRETS = ("laura", "mendez", "méndez", "nuñez", "núñez", "jnb", "482-c", "1234 5678", "3312345678")


@pytest.fixture
def loss(database):
    """A report in a conversation, on a policy of the book whose holder reports; (conversation id, report number)."""
    with transaction() as session:
        demo_book.load(session)
        policy = policies.policy_by_number(session, "1042587")
        conversation, _ = store.open_conversation(session, "whatsapp", address=PHONE, profile_name="Laura M.")
        message = store.receive(session, conversation, Inbound(text=SAID)).message
        message.understood = {"reporter.name": "Laura Méndez"}
        session.add(
            Media(conversation_id=conversation.id, kind="image", content_type="image/jpeg", size=3, content=b"jpg")
        )
        facts = {
            "incident_type": "collision",
            "description": SAID,
            "reporter": {"name": policy.holder, "phone": PHONE},
            "driver_name": "José Núñez",
            "insured_name": "Laura Méndez",
            "policy": {"number": policy.number, "inciso": 1},
            "vehicle": {"plates": PLATES},
            "details": {"stolen_parts": "se los llevó Laura Méndez"},
        }
        row = reporting.report(session, LossFacts.model_validate(facts), SYSTEM, conversation_id=conversation.id)
        row.adjuster_due_at = clock.now() + timedelta(minutes=20)
        conversation.report_number, conversation.state = row.report_number, "reported"
        return conversation.id, row.report_number


@pytest.fixture
def erased(loss, monkeypatch):
    """The same, after its person had their data erased."""
    monkeypatch.delenv("CABINA_TRACKER_URL", raising=False)
    with transaction() as session:
        erase_person(session, PHONE, SYSTEM)
    return loss


def holder() -> str:
    with transaction() as session:
        return policies.policy_by_number(session, "1042587").holder


def leaks(text: str) -> list[str]:
    return [secret for secret in (*SECRETS, holder().split()[0].lower()) if secret in text.lower()]


def test_names_inside_texts_are_hidden_from_who_does_not_need_them(signed_in, loss):
    talk = f"/console/conversations/{loss[0]}"
    supervisor = signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    for url in (talk, f"{talk}/parts", f"/console/review/{loss[0]}", "/console/search?q=correo", "/console"):
        page = supervisor.get(url)
        assert page.status_code == 200 and not leaks(page.text), url
    assert "maneja" in supervisor.get(talk).text, "the rest is legible"
    assert supervisor.post(f"{talk}/reveal", on=talk).status_code == 303
    assert SAID in supervisor.get(talk).text


def test_notes_and_ready_replies_are_hidden_too(signed_in, loss):
    talk = f"/console/conversations/{loss[0]}"
    operator, supervisor = signed_in(), signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    operator.post(f"{talk}/notes", {"text": "Laura dice que llamen al 33 9999 8888"}, on=talk)
    supervisor.post("/console/replies", {"title": "Por su nombre", "text": "Hola, {persona}."}, on="/console/replies")
    page = supervisor.get(talk).text
    assert not leaks(page) and "9999" not in page and "dice que llamen" in page
    assert "Hola, " + holder().split()[0] in operator.get(talk).text


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.SUPERVISOR])
def test_the_pages_of_an_erased_person(signed_in, erased, role):
    visitor = signed_in("uno", role, "Una Persona")
    talk = f"/console/conversations/{erased[0]}"
    for url in (talk, f"{talk}/parts"):
        assert not leaks(visitor.get(url).text), url
    assert visitor.client.post(f"{talk}/reveal", data={"csrf": visitor.token(talk)}).status_code == (
        303 if role == Role.SUPERVISOR else 403
    )
    shown = visitor.get(talk).text
    assert bool(leaks(shown)) == (role == Role.SUPERVISOR)


def test_an_erased_person_on_the_board_and_its_stream(signed_in, erased):
    page = signed_in().get("/console").text
    assert f"c-{erased[0]}" in page and not leaks(page)
    with transaction() as session:
        (row,) = rows(session, [erased[0]])
        assert not leaks(render_row(row, personal=True))


def test_an_erased_person_on_the_dispatch_page(signed_in, erased):
    page = signed_in().get("/console/dispatch").text
    assert formats.report_number(erased[1]) in page and not leaks(page)


@pytest.mark.parametrize("typed", ["laura mendez", "33 1234 5678", PLATES, "correo", "jose nunez"])
def test_an_erased_person_is_not_found(signed_in, erased, typed):
    page = signed_in().client.get("/console/search", params={"q": typed}).text
    assert str(erased[0]) not in page


def test_an_erased_persons_report_is_found_by_its_number_and_names_nobody(signed_in, erased):
    page = signed_in().get(f"/console/search?q={erased[1]}").text
    assert str(erased[0]) in page and not leaks(page.replace(f'value="{erased[1]}"', ""))


def test_an_erased_person_in_an_exported_search(signed_in, erased):
    supervisor = signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    book = load_workbook(io.BytesIO(supervisor.get(f"/console/export/search.xlsx?q={erased[1]}").content))
    cells = [str(cell.value) for row in book.active.iter_rows(min_row=2) for cell in row]
    assert erased[1] in cells and not leaks(" ".join(cells))


def test_an_erased_holder_on_the_pages_of_policies(signed_in, erased):
    visitor, name = signed_in(), holder()
    for url in ("/console/policies?number=1042587", "/console/policies/1042587", "/console/search?q=1042587"):
        page = visitor.get(url).text
        assert "1042587" in page and name not in page, url
    other = visitor.client.get("/console/policies", params={"holder": "mendez"}).text
    assert name not in other


def test_an_erased_holder_on_the_pages_of_tramites(signed_in, erased):
    with transaction() as session:
        tramite = Tramite(
            folio="", kind="endoso", state="solicitado", since=clock.today(), holder=holder(), policy_number="1042587",
            requester={"kind": "cliente"}, data={"movement": next(iter(endosos.MOVEMENTS))},
        )  # fmt: skip
        folio = handling.start(session, tramite, SYSTEM).folio
    visitor = signed_in()
    for url in ("/console/tramites", f"/console/tramites/{folio}"):
        page = visitor.get(url)
        assert page.status_code == 200 and folio in page.text and holder() not in page.text, url


def test_an_erased_person_in_the_pdf(signed_in, erased, monkeypatch):
    from console.exports import pdf

    said = []
    monkeypatch.setattr(pdf._Document, "line_of", lambda self, text, *_, **__: said.append(text))
    monkeypatch.setattr(pdf._Document, "fact", lambda self, name, value: said.append(value))
    visitor = signed_in()
    assert visitor.get(f"/console/conversations/{erased[0]}/pdf").status_code == 200
    assert any("maneja" in line for line in said) and not leaks(" ".join(said))


def test_the_files_of_an_erased_person(signed_in, erased):
    with transaction() as session:
        photo = session.scalar(select(Media.id))
    url = f"/console/conversations/{erased[0]}/media/{photo}"
    assert signed_in().get(url).status_code == 403
    assert signed_in("marta", Role.SUPERVISOR, "Marta").get(url).status_code == 403


def test_an_erased_person_in_the_siniestralidad(signed_in, erased):
    supervisor = signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    page = supervisor.get(f"/console/siniestralidad?month={clock.today():%Y-%m}").text
    assert "Colisión" in page and not leaks(page)


def test_who_writes_again_after_the_erasure_is_attended(signed_in, erased):
    with transaction() as session:
        conversation = session.get(Conversation, erased[0], with_for_update=True)
        store.receive(session, conversation, Inbound(text="volví a chocar, llame al 55 5555 1234"))
    page = signed_in().get(f"/console/conversations/{erased[0]}").text
    assert "55 5555 1234" in page and "33 1234 5678" in page, "what is said now, and who says it"
    assert "laura mendez" not in page, "not what was said then"


def test_the_http_api_gives_records_only_to_who_sees_them_whole(signed_in, loss):
    program = {"accept": "application/json"}
    supervisor = signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    for url in ("/api/v1/claims", f"/api/v1/claims/{loss[1]}", "/api/v1/policies/1042587"):
        assert supervisor.get(url, headers=program).status_code == 403, url
    talk = f"/console/conversations/{loss[0]}"
    supervisor.post(f"{talk}/reveal", on=talk)
    assert supervisor.get(f"/api/v1/claims/{loss[1]}", headers=program).status_code == 200
    assert signed_in().get(f"/api/v1/claims/{loss[1]}", headers=program).status_code == 200


def test_a_blocked_claim_is_not_corrected_blindly(signed_in, erased):
    with transaction() as session:
        claim = session.scalar(select(ClaimRow.id))
    talk = f"/console/conversations/{erased[0]}"
    answer = signed_in().post(f"{talk}/claims/{claim}", {"version": "1", "driver_name": "Otro"}, on=talk)
    assert answer.status_code == 403
