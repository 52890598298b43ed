"""What belongs to any conversation: greetings, thanks, waiting, repeating, who this is, and what it is not for."""

import re

from bot.actions.asking import advance, ask_again
from bot.actions.claim import started
from bot.actions.conversation import Flow
from bot.actions.explain import explains
from bot.actions.merge import merge
from bot.actions.oddities import greet_oddity
from bot.actions.register import say_number_again
from bot.actions.rerouting import asks_our_number
from bot.actions.resume import start_anew
from bot.actions.summary import summaries
from bot.actions.tell import tell
from bot.actions.turn import Turn

_ANSWERS = {
    "ask_identity": "utter_identity",
    "out_of_scope": "utter_out_of_scope",
}


class ActionSession(Flow):
    """Kind words around the report; then back to what was asked."""

    action: str = "action_session"

    @staticmethod
    async def handle(turn: Turn) -> None:
        """Answer by intent."""
        open_report = started(turn.claim) and not turn.reported and not turn.memory.get("set_aside")
        if asks_our_number(turn):
            turn.say("utter_tramite_route_unknown" if turn.memory.get("tramite") else "utter_our_number")
            ask_again(turn)
        elif turn.intent == "greet":
            turn.lead("utter_greet_again" if open_report else "utter_greet")
            ask_again(turn) if open_report else turn.ask("incident_type")
        elif turn.intent in ("thank", "goodbye"):
            if open_report:
                turn.lead("utter_welcome")
                ask_again(turn)
            else:
                turn.say("utter_goodbye")
                turn.memory["expects"] = None
        elif turn.intent == "ask_repeat":
            repeat(turn)
        elif turn.intent == "wait":
            turn.memory["last_wait"] = turn.folded
            turn.say(turn.vary("utter_wait", "utter_wait_2", "utter_wait_3"))
        elif turn.intent == "ask_privacy":
            whole = re.search(r"complet|entero|todo|aviso|arco", turn.folded) or "privacy" in turn.memory["said_once"]
            turn.memory["said_once"].append("privacy")
            turn.say("utter_privacy_whole" if whole else "utter_privacy")
            ask_again(turn)
        elif turn.intent == "new_report":
            another(turn, open_report)
        elif turn.intent == "out_of_scope" and greet_oddity(turn):
            turn.ask(turn.expected or "incident_type") if not open_report else ask_again(turn)
        else:
            turn.say(_ANSWERS.get(turn.intent, "utter_out_of_scope"))
            ask_again(turn)


def another(turn: Turn, open_report: bool) -> None:
    """A second loss, or a fresh start of this one."""
    if open_report and re.search(r"\b(de nuevo|de cero|otra vez|borron|reinici)", turn.folded):
        start_anew(turn)
    elif open_report:
        # One at a time: the open one is nearly done, and starting over would lose it.
        turn.memory["another"] = True
        turn.lead("utter_one_at_a_time")
        ask_again(turn)
        return
    elif turn.reported:
        start_anew(turn)
    merge(turn)
    tell(turn)
    advance(turn)


def repeat(turn: Turn) -> None:
    """Say the last question again in other words, or the number if it was given."""
    explained = explains(turn)
    if explained:
        turn.lead(explained) if started(turn.claim) and not turn.reported else turn.say(explained)
        ask_again(turn)
    elif turn.reported:
        say_number_again(turn)
    elif turn.expected == "confirm_report":
        turn.lead("utter_repeat")
        turn.ask("confirm_report", counted=False, **summaries(turn))
    elif not started(turn.claim):
        turn.lead("utter_repeat")
        turn.ask("incident_type")
    else:
        turn.lead("utter_repeat")
        ask_again(turn)
