"""Taking a report."""

from typing import Text

from bot.actions import corrections, follow_up
from bot.actions.asking import advance, note_misunderstanding
from bot.actions.conversation import Flow
from bot.actions.register import submit
from bot.actions.turn import Turn


class ActionReport(Flow):
    """Everything that tells, corrects or confirms what happened."""

    action: Text = "action_report"

    @staticmethod
    async def handle(turn: Turn) -> None:
        """Take the answer, correct, read back or ask the next thing."""
        if turn.memory.get("pending"):
            await submit(turn)
        elif turn.reported:
            await follow_up.after_report(turn)
        elif turn.expected == "confirm_report":
            await corrections.confirm(turn)
        elif turn.expected == "what_to_correct":
            await corrections.replace(turn)
        elif turn.expected == "confirm_policy":
            corrections.confirm_policy(turn)
        elif corrections.wanted(turn):
            corrections.correct(turn)
        else:
            note_misunderstanding(turn)
            advance(turn)
