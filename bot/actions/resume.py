"""Coming back after hours: go on with the draft, or start another report."""

from datetime import datetime, timedelta

from bot.actions import claim as drafts
from bot.actions import words
from bot.actions.answers import yes_no
from bot.actions.turn import Turn, blank_memory

AWAY = timedelta(hours=2)
_NEW = ("nuev", "otro reporte", "otra cosa", "distint", "diferente")


def start_anew(turn: Turn) -> None:
    """A further report in the same conversation: who calls stays known, what happened does not."""
    reporter = dict(turn.claim["reporter"])
    evidence_loss = turn.claim["loss"] + 1
    reports = turn.memory["reports"]
    turn.claim = drafts.blank(turn.channel, evidence_loss)
    turn.claim["reporter"] = reporter
    turn.memory = {**blank_memory(), "reports": reports, "said_once": turn.memory["said_once"]}
    turn.expected = turn.memory["expects"]


def comes_back(turn: Turn) -> bool:
    """Whether a draft lies open and the caller was away for hours."""
    last = turn.memory["last_at"]
    if not last or turn.reported or not drafts.started(turn.claim) or turn.expected == "resume_report":
        return False
    return turn.now - datetime.fromisoformat(last) > AWAY


def ask_to_resume(turn: Turn) -> None:
    """Ask whether to go on with the open report; what the message said waits for the answer."""
    turn.memory["before_resume"] = turn.expected
    turn.memory["waiting"] = {"text": turn.text, "entities": turn.entities}
    turn.memory["asked"].pop("resume_report", None)
    place = words.place(turn.claim["location"])
    incident = words.INCIDENTS[turn.claim["incident_type"] or "other"]
    turn.ask("resume_report", what=f"{incident} en {place}" if place else incident)


def take_answer(turn: Turn) -> None:
    """The answer to `resume_report`: the turn goes on with the message that had to wait."""
    waiting = turn.memory.pop("waiting", None) or {}
    before = turn.memory.pop("before_resume", None)
    anew = any(word in turn.folded for word in _NEW) or yes_no(turn) is False
    if anew:
        start_anew(turn)
    else:
        turn.memory["expects"] = turn.expected = before
    if not turn.entities:
        turn.entities = waiting.get("entities") or []
    turn.answered = True
