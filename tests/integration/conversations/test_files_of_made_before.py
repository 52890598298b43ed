"""What is sent in a later conversation joins the report that it was found to be about, and no other."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from PIL import Image
from sqlalchemy import select, text

from channels.conversations import operators
from channels.conversations.evidence import file_recent
from channels.conversations.tables import Media
from common.access import Actor
from common.database import transaction
from common.settings import settings
from policy_backend.audit.store import trail
from tests.integration.conversations.conftest import Chat
from tests.rasa_stand_in import RasaStandIn

OPERATOR = Actor("operator", "sofia", "Sofía Ramírez", frozenset({"*"}))
FOUND = "mi reporte"
NOTHING_TOLD = {"claim": {"loss": 1, "incident_type": None}}


def photo(color: str = "red") -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (64, 48), color).save(content, "JPEG")
    return content.getvalue()


def send(chat: Chat, content: bytes, key: str | None = None) -> None:
    path = f"/api/v1/conversations/{chat.id}/photos"
    data = {"client_message_id": key} if key else {}
    answer = chat.client.post(path, files={"file": ("foto.jpg", content)}, data=data, headers=chat.headers)
    assert answer.status_code == 200, answer.text


def run() -> int:
    with transaction() as session:
        return file_recent(session)


@pytest.fixture
def program(client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    monkeypatch.setattr(settings(), "data_dir", tmp_path)
    return {"Authorization": f"Bearer {settings().api_token.get_secret_value()}"}


@pytest.fixture
def make_report(client: TestClient, program: dict[str, str]) -> Callable[..., str]:
    """Make a report, in a conversation where one is given; its number."""

    def report(chat: Chat | None = None) -> str:
        body = {"conversation_id": chat.id} if chat else {}
        return str(client.post("/api/v1/claims", json=body, headers=program).json()["report_number"])

    return report


@pytest.fixture
def evidence(client: TestClient, program: dict[str, str]) -> Callable[[str], list[int]]:
    """The sizes of a report's files."""

    def sizes(number: str) -> list[int]:
        claim = client.get(f"/api/v1/claims/{number}", headers=program).json()
        return [item["size"] for item in claim["evidence"]]

    return sizes


def about(number: str, alone: bool = True) -> dict[str, object]:
    return NOTHING_TOLD | {"about": {"report_number": number, "alone": alone}}


@pytest.mark.parametrize("first", ["photo", "report"])
def test_before_or_after_the_report_is_found(chat, rasa: RasaStandIn, make_report, evidence, first):
    number, others = make_report(), make_report()
    rasa.script = {FOUND: (["Su reporte va bien."], about(number)), "(foto)": (["Gracias."], NOTHING_TOLD)}
    if first == "photo":
        send(chat, photo())
        assert run() == 0
        chat.say(FOUND)
    else:
        chat.say(FOUND)
        rasa.script["(foto)"] = (["Quedó en su reporte."], about(number))
        send(chat, photo())
    assert [run(), run()] == [1, 0]
    assert (evidence(number), evidence(others)) == ([len(photo())], [])


def test_it_is_audited_and_in_the_history(chat, client, rasa: RasaStandIn, make_report, program):
    number = make_report()
    rasa.script = {"(foto)": (["Quedó en su reporte."], about(number))}
    send(chat, photo())
    run()
    with transaction() as session:
        act = next(act for act in trail(session, subject="claim", subject_id=number) if act.action == "evidence.add")
        assert act.detail and act.detail["conversation"] == chat.id
    history = client.get(f"/api/v1/claims/{number}/history", headers=program).json()
    assert [change["action"] for change in history] == ["report", "evidence"]


def test_a_turn_repeated_after_a_crash_files_it_once(chat, rasa: RasaStandIn, make_report, evidence):
    number, own = make_report(), make_report(chat)
    rasa.script = {"(foto)": (["Quedó en su reporte."], about(number, alone=False))}
    rasa.loses_answers = 1
    send(chat, photo(), "one")
    assert run() == 0  # nobody knows yet whose it is
    with transaction() as session:
        session.execute(text("UPDATE messages SET next_attempt_at = now() - interval '1 second'"))
    chat.say("¿llegó?")
    send(chat, photo(), "one")
    assert [run(), run()] == [1, 0]
    assert len(rasa.heard) == 2
    assert (evidence(number), evidence(own)) == ([len(photo())], [])


def test_each_report_gets_what_was_sent_while_it_was_spoken_of(chat, rasa: RasaStandIn, make_report, evidence):
    first, second = make_report(), make_report()
    rasa.script = {"(foto)": (["Quedó en su reporte."], about(first))}
    send(chat, photo("red"))
    rasa.script = {"el otro": (["Su reporte va bien."], about(second)), "(foto)": (["Quedó."], about(second))}
    chat.say("el otro")
    send(chat, photo("blue") + b"\0")
    run()
    assert (evidence(first), evidence(second)) == ([len(photo("red"))], [len(photo("blue")) + 1])


def test_another_loss_told_later_keeps_its_own(chat, rasa: RasaStandIn, make_report, evidence):
    made_before = make_report()
    rasa.script = {"(foto)": (["Quedó en su reporte."], about(made_before))}
    send(chat, photo("red"))
    rasa.script = {"(foto)": (["Guardé su foto."], {"about": None})}
    chat.say("me chocaron otra vez")
    send(chat, photo("blue") + b"\0")
    own = make_report(chat)
    assert run() == 2
    assert (evidence(made_before), evidence(own)) == ([len(photo("red"))], [len(photo("blue")) + 1])


def test_another_report_named_beside_ones_own_gets_that_file_only(chat, rasa: RasaStandIn, make_report, evidence):
    made_before = make_report()
    rasa.script = {"(foto)": (["Guardé su foto."], {"about": None})}
    send(chat, photo("red"))
    own = make_report(chat)
    rasa.script = {"(foto)": (["Quedó."], about(made_before, alone=False) | {"report_number": own})}
    send(chat, photo("blue") + b"\0")
    run()
    assert (evidence(made_before), evidence(own)) == ([len(photo("blue")) + 1], [len(photo("red"))])


def test_an_operator_who_took_the_conversation_is_sent_them_for_that_report(
    chat, rasa: RasaStandIn, make_report, evidence
):
    number = make_report()
    rasa.script = {FOUND: (["Su reporte va bien."], about(number))}
    chat.say(FOUND)
    with transaction() as session:
        operators.take_over(session, chat.id, OPERATOR)
    send(chat, photo())
    assert [run(), run()] == [1, 0]
    assert evidence(number) == [len(photo())]


def test_files_of_another_conversation_are_not_touched(client, chat, rasa: RasaStandIn, make_report, evidence):
    number, stranger = make_report(), Chat(client)
    rasa.script = {"(foto)": (["Gracias."], NOTHING_TOLD), FOUND: (["Va bien."], about(number))}
    send(stranger, photo())
    stranger.say(f"mi reporte es {number}, dicen")
    chat.say(FOUND)
    assert run() == 0
    assert evidence(number) == []
    with transaction() as session:
        assert session.scalars(select(Media.report_number)).all() == [None]
