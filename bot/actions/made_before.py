"""A report made in an earlier conversation: once it is found, what is said is of it, as it is after a number."""

import copy
from typing import Any, Dict, Optional

from bot.actions import claim as drafts
from bot.actions.backend import BackendDown
from bot.actions.turn import Turn

Record = Dict[str, Any]
# What is asked of the policy, of a trámite or of nothing at all is asked beside the report.
_BESIDE_IT = (
    "ask_coverage",
    "ask_deductible",
    "tramite_info",
    "tramite_follow_up",
    "new_report",
    "greet",
    "ask_identity",
    "ask_privacy",
    "out_of_scope",
)
_FLOW = "action_follow_up"
_WHICH = ("report_number", "resume_report")  # while these are asked, nobody knows which report it is


class MadeBefore:
    """The report spoken of, open for one turn in place of the empty draft."""

    def __init__(self, turn: Turn, record: Record) -> None:
        self.number: str = record["report_number"]
        self._draft, self._before = turn.claim, turn.before
        turn.claim = _as_draft(turn, record)
        turn.before = copy.deepcopy(turn.claim)
        turn.memory["report_number"] = self.number

    def close(self, turn: Turn) -> None:
        """Put the draft back; a loss told as another one has begun a draft of its own."""
        if turn.memory["report_number"] == self.number:
            turn.memory["report_number"] = None
            turn.memory["about"] = self.number
            turn.claim = self._draft
            if turn.memory["expects"] == "incident_type":  # the greeting's, and no longer open
                turn.memory["expects"] = None
        else:
            turn.claim["loss"] = self._draft["loss"]
        turn.before = self._before


async def find(turn: Turn, proposed: str) -> Optional[MadeBefore]:
    """Open the report that the message names, or that was spoken of before; None where it speaks of another thing."""
    flow = (turn.memory["flow"] or {}).get("action")
    if turn.reported or drafts.started(turn.claim) or flow not in (None, _FLOW) or turn.intent in _BESIDE_IT:
        return None
    named = turn.first("report_number")
    about = turn.memory.get("about")
    number = named if named and (proposed in (_FLOW, "action_handover") or flow) else about
    another = turn.first("report_number_wrong") or (turn.first("plates") and proposed == _FLOW and not named)
    if not number or (another and number == about):
        return None
    try:
        record = await turn.backend.claim(str(number))
    except BackendDown:
        return None
    return MadeBefore(turn, record) if record else None


def remember(turn: Turn, record: Record) -> None:
    """Keep which report is spoken of; what this message told of it opens no draft of another."""
    turn.memory["about"] = record["report_number"]
    if not drafts.started(turn.before):
        known = turn.claim
        turn.claim = drafts.blank(turn.channel, known["loss"])
        turn.claim.update({name: known[name] for name in ("policy", "vehicle", "reporter")})


def followed(turn: Turn) -> Optional[Record]:
    """The earlier report that the files of this turn go with, for the front door; None where they go with a loss told
    here, or nobody knows yet. `alone`: nothing else was told here, and files that came before go with it too.
    """
    own = turn.memory["report_number"]
    told = bool(own) or drafts.started(turn.claim)
    named = turn.first("report_number") or turn.first("report_number_wrong")
    if turn.attended and turn.attended != own:
        number = turn.attended
    elif told or turn.memory["expects"] in _WHICH or (named and str(named) != turn.memory.get("about")):
        return None
    else:
        number = turn.memory.get("about")
    return {"report_number": number, "alone": not told and not turn.memory["reports"]} if number else None


def _as_draft(turn: Turn, record: Record) -> Record:
    claim = drafts.blank(turn.channel)
    for name, value in claim.items():
        said = record.get(name)
        if name != "reporter" and said is not None:  # who speaks now may be somebody else
            claim[name] = {**value, **copy.deepcopy(said)} if isinstance(value, dict) else copy.deepcopy(said)
    return claim
