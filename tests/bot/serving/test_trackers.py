"""The tracker store against Rasa's own, on the same rows."""

import asyncio

import pytest
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.trackers import AT_HAND, TrackersAtHand

SLOTS = {"draft": {"type": "any", "mappings": [{"type": "custom"}]}}
DOMAIN = Domain.from_dict({"slots": SLOTS, "intents": ["inform"]})
PARSED = {"intent": {"name": "inform", "confidence": 0.9}, "entities": []}


@pytest.fixture
def stores(tmp_path):
    url = f"sqlite:///{tmp_path}/trackers.db"
    return TrackersAtHand(domain=DOMAIN, host=url), SQLTrackerStore(domain=DOMAIN, host=url)


def turn(store: SQLTrackerStore, words: str, *, fails: bool = False) -> DialogueStateTracker:
    """What Rasa does with a message: retrieve, add events, save."""

    async def process():
        tracker = await store.get_or_create_tracker("caller")
        tracker.update(UserUttered(words, PARSED["intent"], parse_data=PARSED))
        if fails:
            return tracker
        for event in (ActionExecuted("action_report"), BotUttered("¿Dónde?"), SlotSet("draft", {"said": words})):
            tracker.update(event)
        tracker.update(ActionExecuted("action_listen"))
        await store.save(tracker)
        return tracker

    return asyncio.run(process())


def told(store: SQLTrackerStore) -> list:
    """The conversation as the store gives it."""
    tracker = asyncio.run(store.retrieve("caller"))
    return [event.as_dict() for event in tracker.events] if tracker else []


def test_the_rows_are_those_that_rasas_store_reads(stores):
    ours, rasas = stores
    for words in ("choqué", "en la Roma", "no"):
        turn(ours, words)
    assert told(rasas) == told(ours)
    assert [event["text"] for event in told(rasas) if event["event"] == "user"] == ["choqué", "en la Roma", "no"]
    assert asyncio.run(ours.retrieve("caller")).get_slot("draft") == {"said": "no"}


def test_a_tracker_at_hand_is_not_read_again(stores):
    ours, _ = stores
    turn(ours, "choqué")
    read = turn(ours, "en la Roma")
    assert turn(ours, "no") is read


def test_another_instance_may_have_gone_on_with_the_conversation(stores):
    ours, rasas = stores
    turn(ours, "choqué")
    turn(rasas, "en la Roma")
    turn(ours, "no")
    assert told(ours) == told(rasas)
    assert [event["text"] for event in told(ours) if event["event"] == "user"] == ["choqué", "en la Roma", "no"]


def test_a_turn_that_failed_leaves_nothing_behind(stores):
    ours, rasas = stores
    turn(ours, "choqué")
    turn(ours, "esto no llegó", fails=True)
    turn(ours, "en la Roma")
    assert [event["text"] for event in told(ours) if event["event"] == "user"] == ["choqué", "en la Roma"]
    assert told(ours) == told(rasas)


def test_a_new_session_is_read_as_rasa_reads_it(stores):
    ours, rasas = stores
    turn(ours, "choqué")
    tracker = asyncio.run(ours.retrieve("caller"))
    tracker.update(SessionStarted())
    asyncio.run(ours.save(tracker))
    turn(ours, "otra vez yo")
    assert told(ours) == told(rasas)


def test_only_so_many_are_kept(stores):
    ours, _ = stores

    async def open_many():
        for number in range(AT_HAND + 10):
            await ours.get_or_create_tracker(f"caller {number}")
            await ours.save(await ours.retrieve(f"caller {number}"))

    asyncio.run(open_many())
    assert len(ours._known) == AT_HAND


def test_nothing_is_read_of_a_conversation_that_begins(stores, monkeypatch):
    ours, rasas = stores

    def read(*_, **__):
        raise AssertionError("there is nothing to read")

    with monkeypatch.context() as patch:
        patch.setattr(ours, "_event_query", read)
        patch.setattr(ours, "_additional_events", read)
        turn(ours, "choqué")
    assert told(ours) == told(rasas) != []


def test_a_first_turn_that_failed_leaves_nothing_behind(stores):
    ours, rasas = stores
    turn(ours, "esto no llegó", fails=True)
    turn(ours, "choqué")
    assert [event["text"] for event in told(rasas) if event["event"] == "user"] == ["choqué"]
    assert told(ours) == told(rasas)
