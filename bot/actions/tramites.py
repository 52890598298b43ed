"""Payoff, cancellation and endorsements: what to bring, whom to call, and a folio's progress."""

from typing import Text

from bot.actions.asking import ask_again
from bot.actions.conversation import Flow
from bot.actions.turn import Turn


class ActionTramite(Flow):
    """Trámites of the financing plan."""

    action: Text = "action_tramite"

    @staticmethod
    async def handle(turn: Turn) -> None:
        """Say the route."""
        turn.say("utter_tramite_info")
        ask_again(turn)
