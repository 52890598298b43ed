"""Questions in the middle of it all: why, what to do, which papers; and what one's own policy says."""

import re
from typing import Any, Dict, List, Optional, Text

from bot.actions import words
from bot.actions.asking import ask_again
from bot.actions.backend import BackendDown, Rejected
from bot.actions.conversation import Flow
from bot.actions.turn import Turn

_TOPICS = [
    (r"robo parcial|robo de (partes|autopartes|llantas|espejos)|autopartes", "partial_theft"),
    (r"rob(o|aron|ad[oa])", "total_theft"),
    (r"perdida total", "total_loss"),
    (r"cristal|parabrisas|vidrio|medallon", "glass"),
    (r"gastos medicos|lesionad|herid|hospital|pase medico", "injuries"),
    (r"inunda", "flood"),
    (r"grua|asistencia|auxilio", "roadside_assistance"),
]


class ActionQuestion(Flow):
    """Answer, then come back to what was asked."""

    action: Text = "action_question"

    @staticmethod
    async def handle(turn: Turn) -> None:
        """Answer by intent."""
        if turn.intent == "ask_why":
            expected = turn.expected
            turn.say(f"utter_why_{expected}" if expected else "utter_why_general")
        elif turn.intent == "ask_documents":
            turn.say(f"utter_documents_{topic(turn) or 'general'}")
        elif turn.intent == "ask_what_to_do":
            incident = turn.claim["incident_type"]
            turn.say(f"utter_what_to_do_{incident}" if incident in ("total_theft", "flood") else "utter_what_to_do")
        else:
            await coverage(turn)
            return
        ask_again(turn)


def topic(turn: Turn) -> Optional[str]:
    """What the papers are for: as said, else the incident of the report."""
    said = next((name for pattern, name in _TOPICS if re.search(pattern, turn.folded)), None)
    incident = turn.claim["incident_type"]
    return said or (incident if incident in {name for _, name in _TOPICS} else None)


async def coverage(turn: Turn) -> None:
    """What the caller's own policy has, after the policy number and the plates or the holder's name agree."""
    turn.say("utter_coverage_later" if not turn.reported else "utter_coverage_adjuster")
    ask_again(turn)
