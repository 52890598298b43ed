"""A turn from beginning to end: resume, understand, look up, put life first, and give the floor to one flow.

A rule (bot/data/rules) names the flow that the kind of message suggests; what was asked and what the message brought
may say otherwise, since "no" is an answer and "¿para qué?" is not. One action a turn keeps a turn fast: a form would
take three calls of the action server for the same.
"""

import re
from abc import ABC, abstractmethod
from typing import Any, Awaitable, Callable, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.actions import aside, operators, resume
from bot.actions import claim as drafts
from bot.actions.answers import answer, brought
from bot.actions.asking import ask_again
from bot.actions.backend import Backend
from bot.actions.emergency import alert, put_life_first, somebody_is_hurt
from bot.actions.hearing import agrees
from bot.actions.identify import identify
from bot.actions.merge import complete, merge
from bot.actions.tell import tell
from bot.actions.turn import Turn, fold
from bot.actions.wording import could_answer, read_as, says_so

Handler = Callable[[Turn], Awaitable[None]]
FLOWS: Dict[str, Handler] = {}
REPORT = "action_report"

# Asked in free words: here only a plain question or request leaves the report.
FREE_TEXT = ("incident_type", "description", "location", "damage", "vehicle_whereabouts", "stolen_parts", "glass_part",
             "tow_destination", "cargo", "vehicle", "driver_name", "insured_name", "reporter_name")  # fmt: skip
_QUESTION = re.compile(
    r"[?¿]|^\W*(oiga|disculpe|perdon|y|pero|este|una (pregunta|duda))?\W*"
    r"(que|como|cuando|cuanto|cuanta|cuantos|cual|cuales|quien|donde|a donde|por que|para que|pa que|"
    r"puedo|me puede[ns]?|tengo que|debo|hay que|necesito saber|quiero saber|quisiera saber)\b"
)

NO_KIND = 0.3
_CONFIRMED = ("confirm_report", "confirm_policy", "what_to_correct")
# "El seguro me cubre un choque", "qué hago si choco": the loss is only spoken of.
_SPOKEN_OF = re.compile(
    r"\b(si|en caso de|cuando|para|por si|entra[n]?|documentos|papeles|requisitos|cubre[n]?|cobertura|deducible|que pasa|"
    r"seguro de|"
    r"contra|tramite|ampara|incluye)\b(?! (?:me|nos) (?:peg|choc|rob))"
)
_TOLD = re.compile(
    r"(?:[aeio]ron|amos|imos|que)\b|\b\w+[eo]\b|\b(acab\w+|tuve|hubo|hay|estoy|estamos|tengo|quede|ando|"
    r"traigo|se me|me)\b"
)
_DEAL = re.compile(
    r"\b(firm(o|e|ar|amos|arle)|(le |lo |se lo )?(acepto|aceptamos|acepte|aceptar)|llegar? a un (arreglo|acuerdo)|"
    r"(me|nos) (da|ofrece|quiere dar|propone|quiere pagar|esta ofreciendo)\b.{0,30}"
    r"(dinero|lana|billetes?|feria|pesos|efectivo|mil))\b"
)

# About a report or a person, not about a new loss, whatever it names: "ya no necesito la grúa", "se lo llevó el MP".
_ABOUT = ("cancel_report", "follow_up_report", "add_to_report", "new_report", "ask_repeat", "tramite_info",
          "tramite_follow_up", "legal_help", "complaint")  # fmt: skip
_ASKS_ABOUT = re.compile(
    r"\b(cuant[oa]s?|cubren?|incluye|aplica|viene con|tengo (derecho|cobertura|seguro|grua|asistencia|auxilio|auto))\b"
)
# Not to be guessed from a word or two: "ya", after "espere", gives nothing up.
_GRAVE = ("cancel_report", "complaint", "legal_help", "request_person")
# What a question before any report may still bring: whose policy it is about.
_NO_LOSS = ("policy_number", "inciso", "plates", "vin", "person", "phone")

_backend: List[Backend] = []


def backend() -> Backend:
    """The process's one client of the policy backend."""
    if not _backend:
        _backend.append(Backend())
    return _backend[0]


def is_question(turn: Turn) -> bool:
    """Whether the message reads like a question."""
    return bool(_QUESTION.search(turn.folded))


def supposes(turn: Turn) -> bool:
    """Whether the message asks about a loss instead of telling one: "¿me cubre si choco?" opens no report."""
    if drafts.started(turn.claim) or turn.confidence < 0.4 or somebody_is_hurt(turn):
        return False
    sure = turn.confidence >= 0.75 or (turn.confidence >= 0.5 and says_so(turn))
    if turn.expected in (None, "incident_type") and turn.intent in _ABOUT and sure:
        if turn.intent in ("tramite_info", "tramite_follow_up"):
            return not tells_a_loss(turn)
        if turn.intent == "complaint":  # of the tow truck, not for one
            return all(_kind(said) == "roadside_assistance" for said in turn.all("incident"))
        # Whom the police took was not stolen.
        return turn.intent != "legal_help" or all(_kind(said) == "total_theft" for said in turn.all("incident"))
    if tells_a_loss(turn):
        return False
    if turn.intent in ("ask_coverage", "ask_deductible", "ask_documents", "tramite_info", "tramite_follow_up"):
        return True
    return turn.intent == "ask_what_to_do" and bool(
        re.search(r"\bsi (me|se|yo|alguien|un|choc|rob)|en caso de", turn.folded)
    )


def tells_a_loss(turn: Turn) -> bool:
    """Whether a loss is told, not only spoken of: "choqué, ¿me cubre?" is one, "¿me cubre un choque?" is not."""
    for entity in turn.entities:
        if entity.get("entity") == "incident":
            if _kind(entity.get("value")) == "roadside_assistance" and _names_a_service(turn):
                continue
            clause = re.split(r"[,.;:¿?¡!\n]", turn.text[: entity.get("start", 0)])[-1]
            said = fold(turn.text[entity.get("start", 0) : entity.get("end", 0)])
            if not _SPOKEN_OF.search(fold(clause)) and _TOLD.search(said + " " + turn.folded):
                return True
    return False


def _names_a_service(turn: Turn) -> bool:
    """Whether help on the road is only spoken of: "¿por la grúa pago deducible?"."""
    asks = turn.intent not in ("request_assistance", "report_loss", "inform", "affirm", "deny", "dont_know", "greet")
    return bool(_ASKS_ABOUT.search(turn.folded)) or (asks and turn.confidence >= 0.5)


def _kind(incident: Any) -> Any:
    return incident.get("type") if isinstance(incident, dict) else incident


def digresses(turn: Turn, proposed: str) -> bool:  # noqa: PLR0911 - one line a rule, the first that fits
    """Whether the message leaves the report for the proposed flow."""
    if proposed == REPORT:
        return False
    asks = is_question(turn)
    if tells_a_loss(turn) and "incident_type" in turn.understood:
        if turn.intent == "legal_help":
            return turn.confidence >= 0.5
        return asks and turn.intent in ("ask_what_to_do", "ask_documents")
    if turn.expected is None:
        return True
    if turn.expected in _CONFIRMED and agrees(turn):
        return False
    if turn.intent in _GRAVE and len(turn.text.split()) <= 3 and not says_so(turn):
        return False
    if turn.answered and not asks:
        return (
            turn.confidence >= 0.85
            and turn.intent in ("request_person", "cancel_report", "legal_help")
            and says_so(turn)
        )
    if not asks and not says_so(turn) and could_answer(turn):
        return False
    if turn.expected in FREE_TEXT and not asks:
        return turn.confidence >= (0.4 if says_so(turn) else 0.6)
    return turn.confidence >= 0.4


async def respond(turn: Turn, proposed: str) -> None:
    """Understand the message and let one flow answer it; then say what it was understood as."""
    operators.hear(turn)
    proposed = _beside_the_point(turn, _report_named(turn, _deal(turn, proposed)))
    await _give_the_floor(turn, proposed)
    turn.intent = read_as(turn)


def _deal(turn: Turn, proposed: str) -> str:
    """An offer of money or a paper to sign is a question of what to do, whatever it was taken for."""
    if not _DEAL.search(turn.folded) or not is_question(turn):
        return proposed
    turn.intent, turn.confidence = "ask_what_to_do", max(turn.confidence, 0.9)
    return "action_question"


def _beside_the_point(turn: Turn, proposed: str) -> str:
    """What fits no kind of message, brings no fact and answers nothing is nothing that this line is for."""
    stray = turn.expected is None and turn.text and not turn.entities and not turn.memory["flow"]
    if stray and turn.confidence < NO_KIND:
        turn.intent = "out_of_scope"
        return "action_session"
    return proposed


def _report_named(turn: Turn, proposed: str) -> str:
    """A report's number with nothing else open asks how that report is going."""
    open_draft = drafts.started(turn.claim) and not turn.reported
    if proposed != REPORT or open_draft or turn.memory["flow"] or not turn.first("report_number") or tells_a_loss(turn):
        return proposed
    turn.intent, turn.confidence = "follow_up_report", max(turn.confidence, 0.9)
    return "action_follow_up"


async def _give_the_floor(turn: Turn, proposed: str) -> None:
    if resume.comes_back(turn):
        if somebody_is_hurt(turn):
            alert(turn)
        resume.ask_to_resume(turn)
        return
    if turn.expected == "resume_report":
        resume.take_answer(turn)
        proposed = REPORT
    if turn.reported and proposed == REPORT:
        announced = turn.expected == "incident_type"  # the second loss, while the first was open
        if announced or (turn.memory.get("cancelled") and tells_a_loss(turn)):
            resume.start_anew(turn)
    waiting = turn.memory["flow"]
    if turn.reported:
        if somebody_is_hurt(turn) and not tells_a_loss(turn):
            merge(turn)
            put_life_first(turn)
            waiting, proposed = None, REPORT
        await FLOWS[waiting["action"] if waiting and not _turns_away(turn, proposed) else proposed](turn)
        return
    if turn.intent == "new_report" and turn.confidence >= 0.5 and drafts.started(turn.claim):
        await FLOWS[proposed](turn)
        return
    if waiting and not _turns_away(turn, proposed):
        await FLOWS[waiting["action"]](turn)
        return
    turn.memory["flow"] = None
    if aside.about_others(turn):
        turn.say("utter_others_data")
        ask_again(turn)
        return
    merge(turn, _NO_LOSS if supposes(turn) else None)
    turn.answered = bool(turn.expected and brought(turn, turn.expected))
    leaves = digresses(turn, proposed)
    if not leaves or "incident_type" in turn.understood:
        tell(turn)
    if not leaves:
        answer(turn)
    complete(turn)
    await identify(turn)
    turn.left = leaves
    put_life_first(turn)
    await FLOWS[proposed if leaves else REPORT](turn)


def _turns_away(turn: Turn, proposed: str) -> bool:
    """Whether the message drops the question outside the report that was waiting for an answer."""
    if tells_a_loss(turn) or somebody_is_hurt(turn):
        return True
    if proposed == REPORT:
        return False
    return proposed != turn.memory["flow"]["action"] and turn.confidence >= 0.6


class Flow(Action, ABC):
    """An action that is one flow of the conversation; subclasses give its name and `handle`."""

    action: str = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        FLOWS[cls.action] = cls.handle

    def name(self) -> str:
        """The action's name in domain.yml."""
        return self.action

    @staticmethod
    @abstractmethod
    async def handle(turn: Turn) -> None:
        """Answer the turn."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict]:
        """Called by Rasa: one turn."""
        turn = Turn(dispatcher, tracker, backend())
        await respond(turn, self.action)
        return turn.finish()
