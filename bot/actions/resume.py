"""Coming back after hours, and a second loss: go on with what there is, or start another report."""

import re
from datetime import datetime, timedelta
from typing import Any, Dict

from bot.actions import claim as drafts
from bot.actions import learned, words
from bot.actions.hearing import yes_no
from bot.actions.turn import Turn, blank_memory

AWAY = timedelta(hours=2)
_NEW = ("nuev", "otro reporte", "otro percance", "otra cosa", "distint", "diferente", "aparte", "es otro", "es otra")
_SAME = ("mismo", "misma", "segu", "continu", "ese", "pendiente", "anterior")


def start_anew(turn: Turn) -> None:
    """A further report in the same conversation: who calls stays known, what happened does not."""
    reporter = dict(turn.claim["reporter"])
    kept = {name: turn.memory[name] for name in ("reports", "said_once")}
    loss = turn.claim["loss"] + (1 if turn.reported else 0)
    turn.claim = drafts.blank(turn.channel, loss)
    turn.claim["reporter"] = reporter
    turn.memory = {**blank_memory(), **kept}
    turn.expected = turn.memory["expects"]


def comes_back(turn: Turn) -> bool:
    """Whether a draft lies open and the caller was away for hours."""
    last = turn.memory["last_at"]
    if not last or turn.reported or turn.expected == "resume_report" or turn.memory.get("set_aside"):
        return False
    if not drafts.started(turn.claim):
        return False
    return turn.now - datetime.fromisoformat(last) > AWAY


def ask_to_resume(turn: Turn) -> None:
    """Ask whether to go on with the open report; what the message said waits for the answer."""
    turn.memory["before_resume"] = turn.expected
    turn.memory["waiting"] = turn.as_waiting()
    turn.memory["asked"].pop("resume_report", None)
    turn.ask("resume_report", what=open_report(turn))


def open_report(turn: Turn) -> str:
    """The open report in a few words: what and where."""
    place = words.place(turn.claim["location"])
    incident = words.INCIDENTS[turn.claim["incident_type"] or "other"]
    return f"{incident} {words.at(place)}" if place else incident


def settles(turn: Turn) -> bool:
    """Whether the answer says which of the two it is; what tells something else is asked once more, then decided by
    what there is: another kind of loss is a new one, the same kind is the one that is known.
    """
    said, tried = turn.folded, turn.memory["asked"].get("resume_report", 0)
    if yes_no(turn) is not None or learned.yes_no(turn) is not None or any(word in said for word in (*_NEW, *_SAME)):
        return True
    return tried > 1


_CANCEL = re.compile(r"(?<!no )(?<!no lo )(?<!no la )\bcancel\w+")


def gives_up(turn: Turn, proposed: str) -> str:
    """Asked which report is meant, the one that has its number may be cancelled: what waited for the answer is let go.

    A rule of `rerouting`: the flow that answers, `proposed` where nothing is cancelled.
    """
    if turn.expected != "resume_report" or not turn.reported or not _CANCEL.search(turn.folded):
        return proposed
    turn.memory.pop("waiting", None)
    turn.memory["expects"] = turn.expected = None
    turn.intent = "cancel_report"
    return "action_follow_up"


def ask_which(turn: Turn) -> None:
    """Ask whether what is told is the report that has its number, or another loss; in other words the second time."""
    again = turn.expected == "resume_report"
    turn.memory["asked"]["resume_report"] = 2 if again else 1
    name = "utter_ask_resume_after_again" if again else "utter_ask_resume_after"
    turn.say(name, number=words.report_number(turn.memory["report_number"]))
    turn.memory["expects"] = "resume_report"


def _is_another(turn: Turn, waiting: Dict[str, Any]) -> bool:
    """Whether the message that waits tells a loss of another kind than the report's."""
    kinds = {e["value"].get("type") for e in waiting.get("entities") or [] if e.get("entity") == "incident"}
    return turn.reported and bool(kinds) and turn.claim["incident_type"] not in kinds


def take_answer(turn: Turn) -> None:
    """The answer to `resume_report`: the turn goes on with the message that had to wait for it."""
    said, goes_on = turn.folded, learned.yes_no(turn)
    new = any(word in said for word in _NEW) or (yes_no(turn) is False and not any(word in said for word in _SAME))
    waiting: Dict[str, Any] = turn.memory.pop("waiting", None) or {}
    if goes_on is not None:
        new = not goes_on
    elif not new and yes_no(turn) is None and not any(word in said for word in _SAME):
        new = _is_another(turn, waiting)
    turn.resumed = ("deny" if turn.intent == "deny" else "new_report") if new else "affirm"
    before = turn.memory.pop("before_resume", None)
    if new:
        start_anew(turn)
    else:
        turn.memory["expects"] = turn.expected = before
    turn.take_up(waiting)
