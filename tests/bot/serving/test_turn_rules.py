"""The rules see the last turn of a conversation, and nothing of those before."""

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.turn_rules import last_turn

DOMAIN = Domain.from_dict(
    {
        "intents": ["inform", "ask_why"],
        "actions": ["action_report", "action_question"],
        "slots": {"claim": {"type": "any", "mappings": [{"type": "custom"}]}},
    }
)


def said(words: str, intent: str) -> UserUttered:
    return UserUttered(words, {"name": intent}, parse_data={"intent": {"name": intent}, "entities": []})


def conversation(*events) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("caller", list(events), DOMAIN.slots)


LISTEN = ActionExecuted("action_listen")
FIRST = [LISTEN, said("choqué", "inform"), ActionExecuted("action_report"), BotUttered("¿Dónde?"), SlotSet("claim", {})]


def test_before_the_action_there_is_the_message_only():
    tracker = conversation(*FIRST, LISTEN, said("¿para qué?", "ask_why"))
    states = last_turn(tracker).past_states(DOMAIN)
    assert [state.get("prev_action", {}).get("action_name") for state in states] == [None, "action_listen"]
    assert states[-1]["user"]["intent"] == "ask_why"
    assert last_turn(tracker).latest_action_name == "action_listen"


def test_after_the_action_there_is_what_was_done():
    tracker = conversation(*FIRST, LISTEN, said("¿para qué?", "ask_why"), ActionExecuted("action_question"))
    states = last_turn(tracker).past_states(DOMAIN)
    assert states[-1]["prev_action"]["action_name"] == "action_question"
    assert states[-1]["user"]["intent"] == "ask_why"


def test_the_states_are_the_last_ones_of_the_whole_conversation():
    tracker = conversation(*FIRST, LISTEN, said("¿para qué?", "ask_why"), ActionExecuted("action_question"))
    assert last_turn(tracker).past_states(DOMAIN)[1:] == tracker.past_states(DOMAIN)[-2:]


def test_a_conversation_without_a_message_is_left_as_it_is():
    tracker = conversation(LISTEN)
    assert last_turn(tracker) is tracker
