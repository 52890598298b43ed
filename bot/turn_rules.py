"""Rasa's rules, for an assistant whose rules are all one turn long."""

from typing import Any, Dict, List, Optional, Tuple

from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class TurnRules(RulePolicy):
    """Looks at the last message and what was done about it; RulePolicy replays the conversation from its beginning,
    three times a turn, and takes longer with each message."""

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> Tuple[Optional[str], Optional[str], bool]:
        if use_text_for_last_user_input:  # no rule here quotes a message's text
            return None, None, False
        return super()._find_action_from_rules(tracker, domain, use_text_for_last_user_input)

    def _prediction_states(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        use_text_for_last_user_input: bool = False,
        rule_only_data: Optional[Dict[str, Any]] = None,
    ) -> List[State]:
        turn = last_turn(tracker)
        return super()._prediction_states(turn, domain, use_text_for_last_user_input, rule_only_data)


def last_turn(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """The tracker from its last message on; the whole of it where there is none."""
    events: list = []
    for event in reversed(tracker.events):
        events.append(event)
        if isinstance(event, UserUttered):
            break
    else:
        return tracker
    turn = tracker.init_copy()
    for event in [ActionExecuted(ACTION_LISTEN_NAME), *reversed(events)]:
        turn.update(event)
    return turn
