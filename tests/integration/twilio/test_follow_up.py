"""Whoever contracted continuous attention hears every 15 minutes where the adjuster stands, until somebody is there."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from channels.conversations import store
from channels.conversations.tables import Conversation, Message
from channels.twilio.news import follow_up, on_the_way, words
from common import clock
from common.access import SYSTEM
from common.database import transaction
from console.dispatch.store import waiting
from policy_backend.claims import handling, reporting
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.store.tables import ClaimChangeRow, ClaimRow
from policy_backend.policies import demo_book

WITH_IT, WITHOUT = "6100001", "1042587"


def report(policy: str = WITH_IT, minutes_ago: int = 16, conversation: bool = True) -> int:
    """A claim reported on the web so long ago; its id."""
    with transaction() as session:
        facts = LossFacts.model_validate({"incident_type": "collision", "policy": {"number": policy}})
        talk = store.open_conversation(session, "web")[0].id if conversation else None
        row = reporting.report(session, facts, SYSTEM, conversation_id=talk)
        row.reported_at = clock.now() - timedelta(minutes=minutes_ago)
        return row.id


def change(claim_id: int, how: str, *values: object) -> None:
    with transaction() as session:
        getattr(handling, how)(session, session.get_one(ClaimRow, claim_id), *values, SYSTEM)


def said() -> list[str]:
    with transaction() as session:
        return [text or "" for text in session.scalars(select(Message.text).order_by(Message.id))]


def recorded(claim_id: int) -> list[str]:
    with transaction() as session:
        query = select(ClaimChangeRow.action).where(ClaimChangeRow.claim_id == claim_id).order_by(ClaimChangeRow.id)
        return [action for action in session.scalars(query) if action.startswith("follow_up")]


@pytest.fixture(autouse=True)
def book(database: str) -> None:
    with transaction() as session:
        demo_book.load(session)


def later(monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    instant = clock.now() + timedelta(minutes=minutes)
    monkeypatch.setattr(clock, "now", lambda: instant)


def test_once_every_fifteen_minutes_until_the_adjuster_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    claim_id = report(minutes_ago=14)
    assert follow_up.tell_due() == 0
    later(monkeypatch, 2)
    assert [follow_up.tell_due(), follow_up.tell_due()] == [1, 0]
    assert "aún no tenemos ajustador" in said()[-1]
    with transaction() as session:
        conversation = session.scalars(select(Conversation)).one()
        assert (conversation.needs_person, conversation.handover_reason) == (True, "unattended")
    change(claim_id, "assign", "Rosa Ibarra")
    later(monkeypatch, 14)
    assert follow_up.tell_due() == 0
    later(monkeypatch, 2)
    assert [follow_up.tell_due(), follow_up.tell_due()] == [1, 0]
    assert "Rosa Ibarra, su ajustador, ya tiene su caso" in said()[-1]
    with transaction() as session:
        on_the_way(session, session.get_one(ClaimRow, claim_id), "Rosa Ibarra", "adjuster")
        assert [job.followed_up.action for job in waiting(session) if job.followed_up] == ["follow_up"]
    later(monkeypatch, 16)
    assert follow_up.tell_due() == 1
    assert "va en camino" in said()[-1]
    change(claim_id, "arrive")
    later(monkeypatch, 16)
    assert follow_up.tell_due() == 0
    assert recorded(claim_id) == ["follow_up"] * 3


def test_nobody_else_hears_it() -> None:
    report(WITHOUT)
    report(minutes_ago=13 * 60)
    change(report(), "cancel", "no era nada")
    change(report(), "close", None)
    assert follow_up.tell_due() == 0


def test_without_a_conversation_a_person_is_to_call() -> None:
    claim_id = report(conversation=False)
    assert [follow_up.tell_due(), follow_up.tell_due()] == [1, 0]
    assert recorded(claim_id) == ["follow_up_due"]


def test_workers_at_the_same_time_tell_it_once() -> None:
    claim_id = report()
    with ThreadPoolExecutor(4) as workers:
        assert sum(workers.map(lambda _: follow_up.tell_due(), range(8))) == 1
    assert recorded(claim_id) == ["follow_up"]


def test_what_dies_half_way_leaves_nothing_and_is_told_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    claim_id = report()
    before = said()
    with monkeypatch.context() as broken:
        broken.setattr(follow_up.follow_ups, "record", lambda *_: 1 / 0)
        assert follow_up.tell_due() == 0
    assert (said(), recorded(claim_id)) == (before, [])
    assert [follow_up.tell_due(), follow_up.tell_due()] == [1, 0]


def test_the_words_fit_two_sms() -> None:
    from channels.twilio import sms

    due = clock.now() + timedelta(hours=1)
    for name, on_way in ((None, False), ("José Ramón Hernández", True), ("José Ramón Hernández", False)):
        text = words.follow_up("2600001230", name, due, on_way, 15)
        assert sms.measure(sms.economical(text)).segments <= 2
