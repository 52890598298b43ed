"""Taking a report."""

import re

from bot.actions import corrections, follow_up
from bot.actions.asking import advance, note_misunderstanding
from bot.actions.claim import started
from bot.actions.conversation import Flow
from bot.actions.oddities import greet_oddity
from bot.actions.register import submit
from bot.actions.turn import Turn

_CANCEL = re.compile(
    r"\b(?:cancel\w+|anul\w+|olvid(?:elo|alo|ela|ala)|borr\w+|ya no (?:quiero|hace falta)|no (?:lo )?registr\w+)\b"
)
_BRIEF = 5  # words
_TELLS = ("report_loss", "request_assistance")


class ActionReport(Flow):
    """Everything that tells, corrects or confirms what happened."""

    action: str = "action_report"

    @staticmethod
    async def handle(turn: Turn) -> None:
        """Take the answer, correct, read back or ask the next thing."""
        if turn.memory.get("pending"):
            await submit(turn)
        elif turn.reported:
            await follow_up.after_report(turn)
        elif turn.memory.get("set_aside"):
            take_up_again(turn)
        elif turn.expected == "confirm_report":
            await corrections.confirm(turn)
        elif turn.expected == "what_to_correct":
            await corrections.replace(turn)
        elif turn.expected == "confirm_policy":
            corrections.confirm_policy(turn)
        elif corrections.unmended(turn):
            pass
        elif corrections.wanted(turn):
            corrections.correct(turn)
        elif _closes(turn):
            turn.say("utter_goodbye")
        else:
            greet_oddity(turn)
            note_misunderstanding(turn)
            advance(turn)


def _closes(turn: Turn) -> bool:
    """Whether nothing is open, and no more than a yes or a no is said: it begins no report."""
    idle = turn.expected is None and not started(turn.claim) and not turn.understood and not turn.entities
    return idle and turn.intent in ("affirm", "deny", "dont_know") and len(turn.text.split()) <= _BRIEF


def take_up_again(turn: Turn) -> None:
    """After "ya no": only a fact, a yes or a wish to go on takes the draft up again."""
    if _CANCEL.search(turn.folded):
        turn.say("utter_set_aside_again")
        turn.memory["expects"] = None
    elif follow_up.GOES_ON.search(turn.folded) or turn.understood or turn.intent in _TELLS:
        turn.memory["set_aside"] = False
        advance(turn)
    else:
        turn.say("utter_goodbye")
