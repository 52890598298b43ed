"""What an operator corrects in a draft is not undone by the assistant, not even by a turn that was under way."""

import threading
import time
from uuid import UUID

import pytest
from sqlalchemy import select

from channels.conversations import operators
from common.access import Actor
from common.database import transaction
from policy_backend.claims import handling
from policy_backend.claims.store.tables import ClaimRow

ANA = Actor("operator", "ana", "Ana Torres", frozenset({"*"}))
FIRST = {"loss": 1, "incident_type": "collision", "vehicle": {"plates": "ABC-123", "color": "rojo"}}


@pytest.fixture
def told(chat, rasa):
    """A chat in which a collision was told; the assistant's draft holds plates."""
    rasa.script = {
        "choqué": (["¿Dónde?"], {"claim": FIRST}),
        "en Juárez": (["¿Y el color?"], {"claim": FIRST | {"location": {"street": "Juárez"}}}),
        "las placas son QQQ-111": (
            ["Gracias."],
            {"claim": FIRST | {"vehicle": {"plates": "QQQ-111", "color": "rojo"}}},
        ),
    }
    chat.say("choqué")
    return chat


def facts(chat) -> dict:
    with transaction() as session:
        return session.scalars(select(ClaimRow).where(ClaimRow.conversation_id == UUID(chat.id))).one().facts


def correct(chat, patch: dict) -> None:
    with transaction() as session:
        row = session.scalars(select(ClaimRow).where(ClaimRow.conversation_id == UUID(chat.id))).one()
        handling.correct(session, row, patch, ANA)


def while_the_assistant_thinks(chat, rasa, text: str, act) -> dict:
    """Send `text`, and do `act` in the middle of its turn; what the sender was answered."""
    rasa.seconds, done = 0.6, []
    thread = threading.Thread(target=lambda: done.append(chat.send(text).json()))
    thread.start()
    time.sleep(0.3)
    act()
    thread.join()
    rasa.seconds = 0.0
    return done[0]


def test_a_correction_in_the_middle_of_a_turn_stays_and_what_the_turn_brought_is_kept(told, rasa):
    def step_in() -> None:
        with transaction() as session:
            operators.take_over(session, UUID(told.id), ANA)
        correct(told, {"vehicle": {"plates": "JNB-482-C", "color": None}})

    answer = while_the_assistant_thinks(told, rasa, "en Juárez", step_in)
    assert (answer["handled_by"], answer["messages"]) == ("operator", [])
    known = facts(told)
    assert (known["vehicle"]["plates"], known["vehicle"]["color"]) == ("JNB-482-C", None)
    assert known["location"]["street"] == "Juárez"


def test_also_when_the_conversation_was_handed_back_before_the_turn_ended(told, rasa):
    def in_and_out() -> None:
        with transaction() as session:
            operators.take_over(session, UUID(told.id), ANA)
        correct(told, {"vehicle": {"plates": "JNB-482-C"}})
        with transaction() as session:
            operators.operator_reply(session, UUID(told.id), ANA, "Ya corregí sus placas")
            operators.hand_back(session, UUID(told.id), ANA)

    while_the_assistant_thinks(told, rasa, "en Juárez", in_and_out)
    assert facts(told)["vehicle"]["plates"] == "JNB-482-C"
    told.say("gracias")
    assert rasa.heard[-1]["metadata"]["operator_texts"] == ["Ya corregí sus placas"]


def test_the_caller_may_say_something_newer_afterwards(told, rasa):
    with transaction() as session:
        operators.take_over(session, UUID(told.id), ANA)
    correct(told, {"vehicle": {"plates": "JNB-482-C"}})
    with transaction() as session:
        operators.hand_back(session, UUID(told.id), ANA)
    told.say("las placas son QQQ-111")
    assert facts(told)["vehicle"]["plates"] == "QQQ-111"


def test_a_report_made_by_hand_in_the_middle_of_a_turn_is_left_alone(told, rasa):
    from policy_backend.claims import reporting
    from policy_backend.claims.model.facts import LossFacts

    def report() -> None:
        with transaction() as session:
            operators.take_over(session, UUID(told.id), ANA)
            said = LossFacts.model_validate({"incident_type": "glass"})
            reporting.report(session, said, ANA, conversation_id=UUID(told.id), loss=1)

    while_the_assistant_thinks(told, rasa, "en Juárez", report)
    assert (facts(told)["incident_type"], facts(told)["location"]["street"]) == ("glass", None)
