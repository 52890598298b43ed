"""After the number: how it goes on, what is added, what is taken back."""

import re
from typing import Any, Dict, Optional, Text

from bot.actions import words
from bot.actions.asking import ask_again
from bot.actions.backend import BackendDown, Rejected
from bot.actions.conversation import Flow
from bot.actions.turn import Turn

Record = Dict[str, Any]


class ActionFollowUp(Flow):
    """Questions about a report that exists, and changes to it."""

    action: Text = "action_follow_up"

    @staticmethod
    async def handle(turn: Turn) -> None:
        """Follow up, add or cancel."""
        turn.say("utter_follow_up_none")
        ask_again(turn)


async def after_report(turn: Turn) -> None:
    """What a caller says once the report has its number."""
    turn.say("utter_anything_else", number=words.report_number(turn.memory["report_number"]))
