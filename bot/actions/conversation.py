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

from bot.actions import aside, dangers, learned, made_before, operators, resume
from bot.actions import claim as drafts
from bot.actions.answers import answer, answer_beside, brought
from bot.actions.asking import ask_again
from bot.actions.backend import Backend
from bot.actions.caller import complete, keep_the_line, spell_names, take_the_wheel
from bot.actions.emergency import alert, put_life_first, somebody_is_hurt
from bot.actions.hearing import agrees
from bot.actions.identify import identify
from bot.actions.lacking import has_none, leave_out_the_policy
from bot.actions.mend import mends
from bot.actions.merge import merge
from bot.actions.reading import read_as
from bot.actions.rerouting import REPORT, reroute
from bot.actions.tell import tell, tell_damage
from bot.actions.told import ASK, SURELY, is_question, supposes, tells_a_loss
from bot.actions.turn import Turn
from bot.actions.two_losses import keep_the_first
from bot.actions.wording import could_answer, says_so
from bot.nlu.answers.said import SURE
from bot.nlu.parsers import details, same_breath, situation

Handler = Callable[[Turn], Awaitable[None]]
FLOWS: Dict[str, Handler] = {}

# Asked in free words: here only a plain question or request leaves the report.
FREE_TEXT = ("incident_type", "description", "location", "damage", "vehicle_whereabouts", "stolen_parts", "glass_part",
             "tow_destination", "cargo", "vehicle", "driver_name", "insured_name", "reporter_name")  # fmt: skip
_NEED_WORDS = ("complaint", "ask_privacy", "ask_identity")  # 'los dos están con ustedes' is no complaint
_CONFIRMED = ("confirm_report", "confirm_policy", "what_to_correct")
# Asked who is hurt: 'una persona nada más' wants nobody to talk to.
_ONE_IS_HURT = re.compile(
    r"\W*(?:(?:si|nada mas|nomas|solo|solamente|pues|hay|fue|es|seria|creo que)\W+)*(?:una|1|otra) (?:sola )?persona"
    r"(?: (?:nada mas|nomas|solamente|lesionada|herida|lastimada|golpeada|del? \w+( \w+)?))*\W*$"
)
# Not to be guessed from a word or two: "ya", after "espere", gives nothing up.
_GRAVE = ("cancel_report", "complaint", "legal_help", "request_person")
# "Se lo llevaron al corralón" is the car, "no, solo lo quieren llevar a declarar" an answer; neither asks for a lawyer.
_HELD = ("detained", "vehicle_whereabouts", "tow_destination")
# What a question before any report may still bring: whose policy it is about.
_NO_LOSS = ("policy_number", "inciso", "plates", "vin", "person", "phone", "injuries")
# What may be put into a report that was made, besides.
_ADDED = ("third_parties", "authorities", "drivable", "denuncia", "stolen_parts", "occupants", "violence")

_backend: List[Backend] = []


def backend() -> Backend:
    """The process's one client of the policy backend."""
    if not _backend:
        _backend.append(Backend())
    return _backend[0]


def digresses(turn: Turn, proposed: str) -> bool:  # noqa: PLR0911 - one line a rule, the first that fits
    """Whether the message leaves the report for the proposed flow."""
    if proposed == REPORT:
        return False
    if turn.rerouted:
        return True
    asks = is_question(turn)
    if tells_a_loss(turn) and "incident_type" in turn.understood:
        if turn.intent == "legal_help":
            return turn.confidence >= 0.5
        return asks and turn.intent in ("ask_what_to_do", "ask_documents")
    if turn.expected is None:
        return True
    if turn.expected in _CONFIRMED and (agrees(turn) or (turn.news and "?" not in turn.text and not says_so(turn))):
        return False
    if turn.intent in _GRAVE and len(turn.text.split()) <= 3 and not says_so(turn):
        return False
    one_is_hurt = turn.expected == "injuries" and turn.intent == "request_person" and _ONE_IS_HURT.match(turn.folded)
    if one_is_hurt or (turn.intent == "wait" and turn.memory.get("last_wait") == turn.folded):
        return False  # the same words again are an answer
    answers = not asks and learned.heard(turn, SURE) and not _grave(turn)
    if answers or (turn.answered and turn.expected == "detained") or (not asks and _says_where(turn)):
        return False  # whom to ask for is said with it
    if turn.answered and not asks:
        return (
            turn.confidence >= 0.85
            and turn.intent in ("request_person", "cancel_report", "legal_help")
            and says_so(turn)
        )
    if _only_guessed(turn, asks):
        return False
    if turn.expected in FREE_TEXT and not asks:
        return turn.confidence >= (0.4 if says_so(turn) else 0.6)
    return turn.confidence >= 0.4


def _only_guessed(turn: Turn, asks: bool) -> bool:
    """Whether no word of the message bears out its intent, and it may be an answer or a fact."""
    if says_so(turn):
        return False
    guessed = turn.intent in _NEED_WORDS and turn.confidence < SURELY
    guessed = guessed or (turn.intent == "out_of_scope" and bool(turn.entities) and not asks)
    return guessed or (not asks and (could_answer(turn) or (turn.intent in ASK and bool(turn.news))))


def _says_where(turn: Turn) -> bool:
    """Whether the message says where the vehicle was taken, or whether somebody is held, where that was asked."""
    if turn.expected not in _HELD or turn.intent != "legal_help":
        return False
    if turn.expected == "detained":
        return situation.read("detained", turn.text) is not None or learned.yes_no(turn) is not None
    return bool(turn.first("vehicle_whereabouts") or details.whereabouts(turn.text)) and "abogad" not in turn.folded


def _grave(turn: Turn) -> bool:
    """Whether the message may be more than an answer; who has been to the prosecutor is not held there."""
    return turn.intent in _GRAVE and (turn.intent, turn.expected) != ("legal_help", "denuncia")


async def respond(turn: Turn, proposed: str) -> None:
    """Understand the message and let one flow answer it; then say what it was understood as."""
    operators.hear(turn)
    dangers.warn(turn)
    proposed = reroute(turn, proposed)
    report = await made_before.find(turn, proposed)
    await _give_the_floor(turn, proposed)
    turn.intent = read_as(turn)
    if report:
        report.close(turn)
    turn.about = made_before.followed(turn)


async def _give_the_floor(turn: Turn, proposed: str) -> None:
    if resume.comes_back(turn):
        if somebody_is_hurt(turn):
            alert(turn)
        resume.ask_to_resume(turn)
        return
    if turn.expected == "resume_report" and not resume.settles(turn):
        if somebody_is_hurt(turn):
            alert(turn)
        resume.ask_which(turn) if turn.reported else turn.ask("resume_report", what=resume.open_report(turn))
        return
    if turn.expected == "resume_report":
        resume.take_answer(turn)
        proposed = REPORT
    if turn.reported and proposed == REPORT:
        announced = turn.expected == "incident_type"  # the second loss, while the first was open
        if announced or (turn.memory.get("cancelled") and tells_a_loss(turn)):
            resume.start_anew(turn)
    if _only_asks_of_others(turn):
        ask_again(turn)
        return
    waiting = turn.memory["flow"]
    if turn.reported:
        if somebody_is_hurt(turn) and not tells_a_loss(turn):
            merge(turn)
            put_life_first(turn)
            waiting, proposed = None, REPORT
        await FLOWS[waiting["action"] if waiting and not _turns_away(turn, proposed) else proposed](turn)
        return
    another = turn.intent == "new_report" and turn.confidence >= 0.5 and (not turn.expected or says_so(turn))
    if another and drafts.started(turn.claim):
        await FLOWS[proposed](turn)
        return
    if waiting and not _turns_away(turn, proposed):
        await FLOWS[waiting["action"]](turn)
        return
    turn.memory["flow"] = None
    leaves = _take_in(turn, proposed)
    spell_names(turn)
    complete(turn)
    take_the_wheel(turn)
    keep_the_line(turn)
    await identify(turn)
    turn.left = leaves
    put_life_first(turn)
    await FLOWS[proposed if leaves else REPORT](turn)


def _only_asks_of_others(turn: Turn) -> bool:
    """Whether the message wants another person's data, which nobody is told, and tells no loss with it."""
    if not aside.about_others(turn):
        return False
    aside.keep_private(turn)
    if tells_a_loss(turn) and not turn.reported:
        return False
    turn.memory["flow"] = None
    return True


def _take_in(turn: Turn, proposed: str) -> bool:
    """Take the message's facts, its story and its answer into the draft; whether it leaves the report."""
    if turn.expected in (None, "incident_type") and not drafts.started(turn.claim):
        keep_the_first(turn)
    holds = same_breath.last_word(turn.text, turn.expected or "")
    if holds:
        turn.keep_from(holds)
    leave_out_the_policy(turn)
    if has_none(turn):  # where a paper lies is no fact of the loss
        turn.skip(str(turn.expected))
        turn.answered = True
        return False
    asked_only = turn.expected in _CONFIRMED and turn.text.rstrip().endswith("?") and not mends(turn)
    spoken_of = asked_only or supposes(turn)
    merge(turn, (*_NO_LOSS, *(_ADDED if turn.intent == "add_to_report" else ())) if spoken_of else None)
    turn.answered = bool(turn.expected and brought(turn, turn.expected))
    leaves = digresses(turn, proposed) and not _goes_in_circles(turn)
    if not leaves or "incident_type" in turn.understood:
        tell(turn)
        tell_damage(turn)
    if leaves:
        known = turn.answered
        answer_beside(turn)
        if known:
            turn.answered = learned.mend(turn, is_question(turn))
        elif not turn.answered:  # what stands beside the question was judged without it
            turn.answered = learned.take(turn, SURE)
    else:
        answer(turn)
    return leaves


def _goes_in_circles(turn: Turn) -> bool:
    """Whether the same words left the same question before: who says them again means them as the answer."""
    left_with = [turn.expected, turn.folded]
    again = bool(turn.memory.get("left_with") == left_with)
    turn.memory["left_with"] = left_with
    return again


def _turns_away(turn: Turn, proposed: str) -> bool:
    """Whether the message drops the question outside the report that was waiting for an answer."""
    if tells_a_loss(turn) or somebody_is_hurt(turn):
        return True
    if proposed == REPORT:
        return False
    if is_question(turn) and turn.intent in ("ask_documents", "ask_what_to_do") and not turn.entities:
        return bool(turn.intent != turn.memory["flow"].get("intent"))
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
