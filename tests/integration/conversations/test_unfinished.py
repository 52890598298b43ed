"""A report that was agreed to while the records could not be reached is made by the worker, and the person is told."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from channels.conversations import unfinished
from channels.conversations.tables import Conversation
from common.access import SYSTEM
from common.database import transaction
from policy_backend.claims import reporting
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.store.tables import ClaimRow

DRAFT = {"loss": 1, "incident_type": "collision", "description": "me pegaron", "reporter": {"name": "Laura Méndez"}}


@pytest.fixture
def kept(chat, rasa, monkeypatch):
    """A chat whose report was kept without a number."""
    monkeypatch.setattr(unfinished, "SETTLED", timedelta(0))
    waiting = {"claim": DRAFT, "pending": True, "handover": {"reason": "backend_down"}}
    rasa.script = {"sí, está bien": (["Guardé todo lo que me dijo."], waiting)}
    chat.say("sí, está bien")
    return chat


def the_claim(chat):
    with transaction() as session:
        row = session.scalars(select(ClaimRow).where(ClaimRow.conversation_id == UUID(chat.id))).one()
        return row.report_number, row.facts


def make_due():
    with transaction() as session:
        return unfinished.make_due(session)


def test_the_number_is_made_and_told_once(kept):
    assert make_due() == 1
    number, facts = the_claim(kept)
    assert facts["description"] == "me pegaron"
    told = [m["text"] for m in kept.read()["messages"] if number in m["text"].replace("-", "")]
    assert len(told) == 1
    assert kept.read()["report_number"] == number
    assert make_due() == 0


def test_the_assistant_is_told_of_it(kept):
    make_due()
    with transaction() as session:
        conversation = session.get_one(Conversation, UUID(kept.id))
        assert the_claim(kept)[0] in (conversation.operator_texts or [""])[-1].replace("-", "")


def test_who_is_writing_gets_it_in_the_turn_itself(kept, monkeypatch):
    monkeypatch.setattr(unfinished, "SETTLED", timedelta(minutes=1))
    assert make_due() == 0


def test_what_a_person_has_made_meanwhile_is_not_made_twice(kept):
    with transaction() as session:
        row = session.scalars(select(ClaimRow).where(ClaimRow.conversation_id == UUID(kept.id))).one()
        reporting.report(session, LossFacts.model_validate(row.facts), SYSTEM, conversation_id=row.conversation_id)
        before = row.report_number
    assert make_due() == 0
    assert the_claim(kept)[0] == before
