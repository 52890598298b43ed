"""A turn from beginning to end: resume, understand, look up, put life first, and give the floor to one flow.

A rule (bot/data/rules) names the flow that the kind of message suggests; what was asked and what the message brought
may say otherwise, since "no" is an answer and "¿para qué?" is not. One action a turn keeps a turn fast: a form would
take three calls of the action server for the same.
"""

import re
from abc import ABC, abstractmethod
from typing import Any, Awaitable, Callable, Dict, List, Text

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.actions import resume
from bot.actions.answers import answer, brought
from bot.actions.backend import Backend
from bot.actions.emergency import put_life_first
from bot.actions.identify import identify
from bot.actions.merge import merge
from bot.actions.turn import Turn

Handler = Callable[[Turn], Awaitable[None]]
FLOWS: Dict[Text, Handler] = {}
REPORT = "action_report"

# Asked in free words: here only a plain question or request leaves the report.
FREE_TEXT = ("incident_type", "description", "location", "damage", "vehicle_whereabouts", "stolen_parts", "glass_part",
             "tow_destination", "cargo", "vehicle", "driver_name", "insured_name", "reporter_name")  # fmt: skip
_QUESTION = re.compile(
    r"[?¿]|^\W*(oiga|disculpe|perdon|y|pero|este|una (pregunta|duda))?\W*"
    r"(que|como|cuando|cuanto|cuanta|cuantos|cual|cuales|quien|donde|a donde|por que|para que|pa que|puedo|me puede[ns]?|"
    r"tengo que|debo|hay que|necesito saber|quiero saber|quisiera saber)\b"
)

_backend: List[Backend] = []


def backend() -> Backend:
    """The process's one client of the policy backend."""
    if not _backend:
        _backend.append(Backend())
    return _backend[0]


def is_question(turn: Turn) -> bool:
    """Whether the message reads like a question."""
    return bool(_QUESTION.search(turn.folded))


def digresses(turn: Turn, proposed: Text) -> bool:
    """Whether the message leaves the report for the proposed flow."""
    if proposed == REPORT:
        return False
    if turn.expected is None or turn.reported:
        return True
    if turn.answered and not is_question(turn):
        return turn.confidence >= 0.85 and turn.intent in ("request_person", "cancel_report", "legal_help")
    if turn.expected in FREE_TEXT and not is_question(turn):
        return turn.confidence >= 0.6
    return turn.confidence >= 0.4


async def respond(turn: Turn, proposed: Text) -> None:
    """Understand the message and let one flow answer it."""
    if resume.comes_back(turn):
        resume.ask_to_resume(turn)
        return
    if turn.expected == "resume_report":
        resume.take_answer(turn)
        proposed = REPORT
    merge(turn)
    turn.answered = bool(turn.expected and brought(turn, turn.expected))
    leaves = digresses(turn, proposed)
    if not leaves and not turn.reported:
        answer(turn)
    if not turn.reported:
        await identify(turn)
        put_life_first(turn)
    flow = proposed if leaves else REPORT
    if turn.memory["flow"] and not leaves:
        flow = turn.memory["flow"]["action"]
    await FLOWS[flow](turn)
    if not turn.spoke:
        await FLOWS[REPORT](turn)


class Flow(Action, ABC):
    """An action that is one flow of the conversation; subclasses give its name and `handle`."""

    action: Text = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        FLOWS[cls.action] = cls.handle

    def name(self) -> Text:
        """The action's name in domain.yml."""
        return self.action

    @staticmethod
    @abstractmethod
    async def handle(turn: Turn) -> None:
        """Answer the turn."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[Dict]:
        """Called by Rasa: one turn."""
        turn = Turn(dispatcher, tracker, backend())
        await respond(turn, self.action)
        return turn.finish()
