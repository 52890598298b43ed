"""A person, one word away: on request, for a complaint, for legal help."""

import re

from bot.actions.asking import ask_again
from bot.actions.claim import started
from bot.actions.conversation import Flow
from bot.actions.emergency import legal
from bot.actions.turn import Turn

# Of a report that exists: its number shows the person at once what went wrong.
_OF_A_REPORT = re.compile(
    r"\b(ajustador|grua|esper\w+|horas?|reporte|siniestro|no (llega|ha llegado|llego|viene)|"
    r"nadie viene)\b"
)


_SAID = {"complaint": ("utter_complaint", "utter_complaint_2"), "requested": ("utter_person", "utter_person_2")}


class ActionHandover(Flow):
    """Alert an operator with what is known, and keep taking the report meanwhile."""

    action: str = "action_handover"

    @staticmethod
    async def handle(turn: Turn) -> None:
        """Say what comes now; the reason tells the operator."""
        reason = {"complaint": "complaint", "legal_help": "legal_help"}.get(turn.intent, "requested")
        turn.hand_over(reason)
        if reason == "legal_help":
            turn.set("details.detained", True if "deten" in turn.folded or "ministerio" in turn.folded else None)
            turn.claim["priority"] = "emergency" if turn.emergency else "urgent"
        idle = not started(turn.claim) and not turn.reported
        if reason == "complaint" and idle and _OF_A_REPORT.search(turn.folded):
            turn.say("utter_complaint")
            turn.memory["flow"] = {"action": "action_follow_up", "wish": "follow_up_report"}
            turn.ask("report_number")
            return
        if reason == "legal_help":
            legal(turn)
        else:
            turn.say(turn.vary(*_SAID[reason]))
        ask_again(turn)
