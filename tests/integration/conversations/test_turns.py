"""Turns when things go wrong: the assistant down, late, failing, dying; two messages at once; an operator steps in."""

import asyncio
import threading
import time
from uuid import UUID, uuid4

import pytest

from channels.conversations import jobs, operators, turn_store
from channels.conversations import texts as own_texts
from channels.conversations.model import Claim
from channels.conversations.rasa import RasaClient
from channels.conversations.tables import Conversation, Message
from channels.conversations.turns import Turns
from common.access import Actor
from common.database import transaction

ANA = Actor("operator", "ana", "Ana Torres")
LUIS = Actor("operator", "luis", "Luis Peña")


def drain(rasa, chat, deadline: float = 8.0) -> None:
    """What the worker does with a deferred turn."""

    async def work() -> None:
        client = RasaClient([rasa.url])
        await Turns(client).drain(UUID(chat.id), deadline)
        await client.close()

    asyncio.run(work())


def texts_of(chat, author: str) -> list[str]:
    return [message["text"] for message in chat.read()["messages"] if message["author"] == author]


@pytest.fixture
def down(chat, monkeypatch):
    """The web application's Rasa refuses connections."""
    state = chat.client.app_state
    monkeypatch.setattr(state["rasa"], "_urls", ["http://127.0.0.1:9"])


@pytest.fixture
def hasty(monkeypatch):
    """Web turns give up after half a second."""
    monkeypatch.setattr("channels.conversations.api.DEADLINE", 0.5)


class TestAssistantDown:
    def test_says_so_kindly_keeps_the_message_and_answers_it_once_when_it_is_back(self, chat, rasa, down):
        answer = chat.send("choqué en Zapopan").json()
        assert [m["text"] for m in answer["messages"]] == [own_texts.LATE]
        drain(rasa, chat)
        drain(rasa, chat)
        assert rasa.texts == ["choqué en Zapopan"]
        assert texts_of(chat, "assistant")[1:] == ["Entendí: choqué en Zapopan"]

    def test_second_notice_is_worded_differently(self, chat, down):
        chat.say("choqué")
        assert chat.say("¿hola?") == [own_texts.LATE_AGAIN]

    def test_what_waited_is_answered_in_order(self, chat, rasa, down):
        for text in ("uno", "dos", "tres"):
            chat.send(text)
        drain(rasa, chat)
        assert rasa.texts == ["uno", "dos", "tres"]

    def test_a_repetition_of_a_waiting_message_is_the_same_notice(self, chat, down):
        key = str(uuid4())
        first = chat.send("choqué", client_message_id=key).json()
        assert chat.send("choqué", client_message_id=key).json() == first

    def test_the_next_message_takes_up_the_one_that_waits(self, chat, rasa, monkeypatch):
        state = chat.client.app_state["rasa"]
        urls = state._urls
        state._urls = ["http://127.0.0.1:9"]
        chat.send("uno")
        state._urls = urls
        assert chat.say("dos") == ["Entendí: dos"]
        assert rasa.texts == ["uno", "dos"]

    def test_the_sweep_defers_what_is_due_and_nothing_else(self, chat, rasa, down):
        chat.send("uno")
        with transaction() as session:
            assert jobs.defer_pending(session) == 0, "its wait is not over"
            session.query(Message).update({"next_attempt_at": None})
        with transaction() as session:
            assert jobs.defer_pending(session) == 1
        drain(rasa, chat)
        with transaction() as session:
            assert jobs.defer_pending(session) == 0

    def test_a_person_is_alerted_when_it_takes_long_and_the_turn_still_completes(self, chat, rasa, down, monkeypatch):
        chat.send("uno")
        monkeypatch.setattr(jobs, "PATIENCE", -jobs.PATIENCE)
        for expected in (1, 0):
            with transaction() as session:
                assert jobs.alert_overdue(session) == expected
        with transaction() as session:
            conversation = session.get_one(Conversation, UUID(chat.id))
            assert conversation.needs_person
            assert conversation.state == "waiting_for_person"
        assert texts_of(chat, "system")[-1] == own_texts.PERSON_ALERTED
        drain(rasa, chat)
        assert "Entendí: uno" in texts_of(chat, "assistant")


class TestAssistantFailing:
    def test_late_means_a_notice_at_the_deadline_and_the_answer_later(self, chat, rasa, hasty):
        rasa.seconds = 1.5
        began = time.monotonic()
        assert chat.say("choqué") == [own_texts.LATE]
        assert time.monotonic() - began < 1.3
        rasa.seconds = 0
        drain(rasa, chat)
        assert texts_of(chat, "assistant")[-1] == "Entendí: choqué"

    @pytest.mark.parametrize("fault", [{"status": 500}, {"empty": True}])
    def test_an_error_is_a_notice_and_the_answer_later(self, chat, rasa, fault):
        for name, value in fault.items():
            setattr(rasa, name, value)
        assert chat.say("choqué") == [own_texts.LATE]
        rasa.status, rasa.empty = 200, False
        drain(rasa, chat)
        assert texts_of(chat, "assistant")[-1] == "Entendí: choqué"

    def test_an_answer_lost_on_the_way_is_taken_from_the_tracker_not_asked_again(self, chat, rasa):
        rasa.script["choqué"] = (
            [{"text": "¿Dónde?", "buttons": [{"title": "Aquí", "payload": "aquí"}]}],
            {"expects": "location", "understood": {"incident_type": "collision"}},
        )
        rasa.loses_answers = 1
        assert chat.say("choqué") == [own_texts.LATE]
        drain(rasa, chat)
        assert rasa.texts == ["choqué"]
        last = chat.read()
        assert last["messages"][-1]["text"] == "¿Dónde?"
        assert last["messages"][-1]["buttons"] == [{"title": "Aquí", "payload": "aquí"}]
        assert last["expects"] == "location"

    def test_a_message_that_always_fails_goes_to_a_person_and_the_next_one_is_answered(self, chat, rasa):
        rasa.status = 500
        chat.send("veneno")
        for _ in range(turn_store.ATTEMPTS):
            drain(rasa, chat)
        assert texts_of(chat, "system")[-1] == own_texts.PERSON_ALERTED
        rasa.status = 200
        assert chat.say("hola") == ["Entendí: hola"]

    def test_a_state_without_words_is_never_silence(self, chat, rasa):
        rasa.script["…"] = ([], {})
        assert chat.say("…") == [own_texts.SAY_IT_OTHERWISE]


class TestDying:
    def test_a_process_that_dies_in_a_turn_leaves_it_to_the_next(self, chat, rasa):
        """The message is stored and claimed, Rasa has answered, and the process is gone."""
        claim = self._stored_and_claimed(chat, "choqué")

        async def ask_and_die() -> None:
            client = RasaClient([rasa.url])
            await client.ask(claim.payload, 5)
            await client.close()

        asyncio.run(ask_and_die())
        drain(rasa, chat)
        assert texts_of(chat, "assistant")[1:] == [], "the lease still holds"
        self._let_the_lease_end(chat)
        drain(rasa, chat)
        assert texts_of(chat, "assistant")[1:] == ["Entendí: choqué"]
        assert rasa.texts == ["choqué"]

    def test_who_lost_the_lease_cannot_answer_a_second_time(self, chat, rasa):
        claim = self._stored_and_claimed(chat, "choqué")

        async def ask():
            client = RasaClient([rasa.url])
            answer = await client.ask(claim.payload, 5)
            await client.close()
            return answer

        answer = asyncio.run(ask())
        self._let_the_lease_end(chat)
        drain(rasa, chat)
        with transaction() as session:
            turn_store.complete(session, claim, answer)
        assert texts_of(chat, "assistant")[1:] == ["Entendí: choqué"]

    @staticmethod
    def _stored_and_claimed(chat, text: str) -> Claim:
        from channels.conversations import store
        from channels.conversations.model import Inbound

        with transaction() as session:
            store.receive(session, store.locked(session, UUID(chat.id)), Inbound(text=text))
            claim = turn_store.claim_next(session, UUID(chat.id), 8)
        assert isinstance(claim, Claim)
        return claim

    @staticmethod
    def _let_the_lease_end(chat) -> None:
        from datetime import timedelta

        with transaction() as session:
            session.query(Conversation).update({"turn_until": Conversation.turn_until - timedelta(minutes=1)})


class TestTwoAtOnce:
    def test_both_are_answered_one_turn_at_a_time(self, chat, rasa):
        rasa.seconds = 0.2
        answers: dict[str, list[str]] = {}
        threads = [
            threading.Thread(target=lambda text=text: answers.update({text: chat.say(text)}))
            for text in ("uno", "dos", "tres")
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == {text: [f"Entendí: {text}"] for text in ("uno", "dos", "tres")}
        assert sorted(rasa.texts) == ["dos", "tres", "uno"]

    def test_the_same_message_twice_at_once_is_processed_once(self, chat, rasa):
        rasa.seconds = 0.2
        key, answers = str(uuid4()), []
        threads = [
            threading.Thread(target=lambda: answers.append(chat.send("uno", client_message_id=key).json()))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert rasa.texts == ["uno"]
        assert all(answer == answers[0] for answer in answers)


class TestOperators:
    def test_taking_over_tells_the_name_and_the_assistant_is_silent(self, chat, rasa):
        with transaction() as session:
            operators.take_over(session, UUID(chat.id), ANA)
        answer = chat.send("¿hay alguien?").json()
        assert answer["handled_by"] == "operator"
        assert answer["messages"] == []
        assert rasa.heard == []
        assert "Ana Torres" in texts_of(chat, "system")[-1]
        assert chat.read()["operator"] == "Ana Torres"

    def test_two_cannot_hold_the_same(self, chat):
        with transaction() as session:
            operators.take_over(session, UUID(chat.id), ANA)
        with pytest.raises(operators.HeldByAnother, match="Ana Torres"), transaction() as session:
            operators.take_over(session, UUID(chat.id), LUIS)
        with pytest.raises(operators.NotHeld), transaction() as session:
            operators.operator_reply(session, UUID(chat.id), LUIS, "hola")
        with transaction() as session:
            operators.take_over(session, UUID(chat.id), LUIS, force=True)
        assert chat.read()["operator"] == "Luis Peña"

    def test_handing_back_tells_the_assistant_what_was_said(self, chat, rasa):
        with transaction() as session:
            operators.take_over(session, UUID(chat.id), ANA)
            operators.operator_reply(session, UUID(chat.id), ANA, "Ya va la grúa")
            operators.hand_back(session, UUID(chat.id), ANA)
        chat.say("gracias")
        assert rasa.heard[0]["metadata"]["operator_texts"] == ["Ya va la grúa"]
        chat.say("otra cosa")
        assert rasa.heard[1]["metadata"]["operator_texts"] == []

    def test_the_assistants_late_answer_is_not_said_over_an_operator(self, chat, rasa):
        rasa.seconds = 0.6
        done: list[dict] = []
        thread = threading.Thread(target=lambda: done.append(chat.send("choqué").json()))
        thread.start()
        time.sleep(0.3)
        with transaction() as session:
            operators.take_over(session, UUID(chat.id), ANA)
        thread.join()
        assert done[0]["handled_by"] == "operator"
        assert texts_of(chat, "assistant")[1:] == []
        with transaction() as session:
            assert session.get_one(Conversation, UUID(chat.id)).assistant_state, "what was understood is kept"

    def test_what_waited_for_the_assistant_is_the_operators(self, chat, rasa, down):
        chat.send("uno")
        with transaction() as session:
            operators.take_over(session, UUID(chat.id), ANA)
            operators.hand_back(session, UUID(chat.id), ANA)
        drain(rasa, chat)
        assert rasa.heard == []

    def test_closing_and_writing_again_opens_it(self, chat):
        with transaction() as session:
            operators.close(session, UUID(chat.id), ANA)
            assert session.get_one(Conversation, UUID(chat.id)).state == "closed"
        assert chat.say("otra vez") == ["Entendí: otra vez"]
        with transaction() as session:
            assert session.get_one(Conversation, UUID(chat.id)).state == "open"

    def test_notes_are_never_shown_to_the_person(self, chat):
        with transaction() as session:
            operators.add_note(session, UUID(chat.id), ANA, "suena muy nervioso")
        assert "nervioso" not in str(chat.read())


def test_asking_for_a_person_puts_it_before_operators(chat, rasa):
    rasa.script["persona"] = (["Ya le aviso a una persona."], {"handover": {"reason": "requested"}})
    chat.say("persona")
    with transaction() as session:
        conversation = session.get_one(Conversation, UUID(chat.id))
        assert (conversation.state, conversation.needs_person) == ("waiting_for_person", True)
        assert conversation.handover_reason == "requested"


def test_the_draft_grows_in_the_records(chat, rasa, api):
    rasa.script["choqué"] = (["¿Dónde?"], {"claim": {"loss": 1, "incident_type": "collision", "drivable": False}})
    chat.say("choqué")
    drafts = api.get("/api/v1/claims", params={"conversation_id": chat.id}).json()["items"]
    assert [draft["incident_type"] for draft in drafts] == ["collision"]


def test_silence_becomes_abandoned_and_a_word_opens_it_again(chat, monkeypatch):
    chat.say("choqué")
    monkeypatch.setattr(jobs, "INACTIVITY", -jobs.INACTIVITY)
    with transaction() as session:
        assert jobs.mark_abandoned(session) == 1
        conversation = session.get_one(Conversation, UUID(chat.id))
        assert (conversation.state, conversation.needs_person) == ("abandoned", True)
    chat.say("aquí sigo")
    with transaction() as session:
        assert session.get_one(Conversation, UUID(chat.id)).state == "open"
