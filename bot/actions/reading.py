"""The kind of a message as finally read: what it did with what was asked, not what its words looked like alone."""

import re
from typing import Optional

from bot.actions import claim as drafts
from bot.actions import learned
from bot.actions.agenda import KNOWN
from bot.actions.answers import answers_to, brought
from bot.actions.hearing import agrees, says_unknown, yes_no
from bot.actions.mend import mends, mends_outright, takes_back
from bot.actions.told import is_question
from bot.actions.turn import Turn
from bot.actions.wording import LED, YES_NO, says_so
from bot.nlu.parsers import plates
from bot.nlu.parsers.digitized import digitize
from bot.nlu.parsers.yes_no import is_unknown

SURE = 0.6
BRIEF = 5  # words


def read_as(turn: Turn) -> str:  # noqa: PLR0911 - one line a rule, the first that fits
    """The intent as finally read: what the message did with what was asked."""
    if turn.resumed:
        return turn.resumed
    told = turn.understood.get("incident_type")
    stays = not turn.left and (turn.intent not in _ELSEWHERE or not says_so(turn))
    lost = turn.intent == "dont_know" and turn.confidence > SURE  # "no sé, no sé, es una carretera" mends nothing
    opens = told and not drafts.started(turn.before)  # "me quedé en un charco, más bien un río" puts nothing right
    if turn.understood and stays and not lost and not opens and _corrects(turn):
        return "correct"
    if turn.expected == "what_to_correct" and not turn.news and agrees(turn):
        return "deny" if LED.match(turn.folded) and yes_no(turn) is False else "affirm"
    if told and turn.expected in (None, "incident_type", "description") and not turn.left:
        if turn.expected == "description":
            return "inform"  # how it was that is reported already
        return "request_assistance" if told == "roadside_assistance" else "report_loss"
    if turn.expected == "confirm_policy" and turn.intent not in _ELSEWHERE and yes_no(turn) is not None:
        return "affirm" if agrees(turn) or yes_no(turn) else "deny"
    if turn.expected in ("confirm_report", "confirm_policy") and (turn.intent not in _ELSEWHERE or not says_so(turn)):
        if turn.news and (turn.replaced or turn.intent in ("inform", "affirm", "deny", "correct", "thank", "wait")):
            return "inform" if turn.intent == "inform" and not _BUT.search(turn.folded) else "correct"
        if agrees(turn):
            return "affirm"
    if turn.expected == "plates" and not turn.understood.get("vehicle.plates") and plates.none_yet(turn.text):
        return "deny" if LED.match(turn.folded) else "inform"  # there are none, which is known
    if turn.expected == "detained" and turn.understood.get("details.detained") and is_question(turn):
        return "legal_help"  # "ya lo llevan al MP, ¿qué hago?"
    if turn.expected == "report_number" and re.search(r"(?:\d[\s-]*){9}", _in_digits(turn)) and not is_question(turn):
        return "inform"  # a number that was asked for, however it is then used
    return _by_what_it_did(turn)


def _in_digits(turn: Turn) -> str:
    return digitize(turn.folded).text


def _by_what_it_did(turn: Turn) -> str:  # noqa: PLR0911 - one line a rule, the first that fits
    """The kind of an answer by what it made of the question that was open."""
    settled = settles(turn)
    unknown = turn.intent == "dont_know" and is_unknown(turn.text) and learned.polarity(turn) is None
    corrects = turn.intent == "correct" and (takes_back(turn) or not turn.answered)
    if settled is not None and not turn.left and not corrects and not unknown:
        yes = turn.expected in _THERE or _says_yes(turn)
        return "deny" if settled is False else "affirm" if yes else "inform"
    if not turn.answered or turn.left:
        return _stayed(turn)
    if corrects:
        return "correct"
    if turn.intent == "dont_know" and says_unknown(turn):
        if brought(turn, turn.expected or "") and not _LOST.match(turn.folded):
            return "inform"  # "es la Juárez, el número no lo alcanzo a ver"
        elsewhere = [path for path in turn.news if not answers_to(path, turn.expected or "")]
        return "inform" if elsewhere and turn.confidence < SURE else "dont_know"
    if turn.expected in turn.memory["skipped"] and says_unknown(turn):
        return "inform" if turn.news and not _LOST.match(turn.folded) else "dont_know"
    if turn.expected in YES_NO and (LED.match(turn.folded) or turn.intent in ("affirm", "deny")):
        return {True: "affirm", False: "deny"}.get(yes_no(turn), "dont_know" if says_unknown(turn) else "inform")
    return "inform"


# "No, no fue con otro carro, fue un señor a pie": there is somebody, and a no was said.
_A_NO = re.compile(r"\W*no\b\W+(?:no\b|fue\b|era\b|es\b)")


def _says_yes(turn: Turn) -> bool:
    """Whether a yes is said, and not only what makes it one: "me duele el cuello"."""
    led = LED.match(turn.folded) or (len(turn.folded.split()) <= BRIEF and _A_YES.search(turn.folded))
    return bool(led and yes_no(turn) and not _A_NO.match(turn.folded))


def _corrects(turn: Turn) -> bool:
    """Whether the facts of the message stand in the place of others: by its words, or by what they replaced."""
    if turn.expected == "what_to_correct":
        return bool(turn.news)
    if mends_outright(turn):
        return not turn.answered or turn.expected in _READ_OUT or takes_back(turn)
    return takes_back(turn) and (mends(turn) or (turn.intent == "correct" and turn.confidence >= 0.5))


def _stayed(turn: Turn) -> str:
    """The kind of a message that answered nothing: one that stayed with the report asked for no other flow."""
    if turn.left or turn.expected not in KNOWN or not drafts.started(turn.before):
        return turn.intent
    if turn.intent in ("report_loss", "request_assistance") and turn.expected not in ("incident_type", "description"):
        return "inform"  # it is told already that there was a loss
    sure = turn.confidence >= SURE and _SAID_BEFORE.search(turn.folded)
    if turn.intent == "correct" and turn.news and not sure and not takes_back(turn) and not mends(turn):
        return "inform"  # a fact that comes by the way
    if turn.expected == "injuries" and turn.intent in ("deny", "affirm", *_GUESSED) and not says_so(turn):
        return "inform"  # "no pasó nada, fue un rayón" leaves open who is hurt
    if turn.intent in _GUESSED and not says_so(turn):
        return "deny" if re.match(r"\W*no+\b", turn.folded) else "inform"
    return turn.intent


# Who begins so does not know, whatever else is said.
_LOST = re.compile(
    r"\W*(?:(?:pues|pos|la verdad|ay|uy|joven|senorita|este|eh|no|aun|todavia|ahorita)\W+)*"
    r"(?:no (?:lo |la |me )?(?:se|c(?=\W*$|[,.;]| (?:si|q|que|cual|donde|como|d|de)\b)"
    r"|sabria|acuerdo|recuerdo|tengo (?:ni )?idea)|ni idea"
    r"|quien sabe|sepa|n[cs])\b"
)
_BUT = re.compile(r"\bpero\b")
_SAID_BEFORE = re.compile(r"\b(?:le|les|te) (?:dije|habia dicho|comente|puse|di)\b")
_READ_OUT = ("confirm_report", "confirm_policy")
# Who tells of them says yes: "ya llegó tránsito", "federal tipo B".
_THERE = ("authorities", "drivable", "licence", "denuncia")
# 'Lamentablemente sí', 'correcto, señorita'.
_A_YES = re.compile(r"\b(?:si+|simon|sip|aja|afirmativo|correcto|exacto|efectivamente|asi es|claro|ok|okey)\b|^\W*$")
# Flows of their own that the classifier guesses from a word or two.
_GUESSED = (
    "cancel_report",
    "goodbye",
    "wait",
    "new_report",
    "thank",
    "greet",
    "follow_up_report",
    "add_to_report",
    "complaint",
    "tramite_info",
    "tramite_follow_up",
)
# Where the answer to a question of yes or no stands in the draft.
_SETTLED = {
    "injuries": "injuries.any", "third_parties": "third_parties.any", "drivable": "drivable",
    "authorities": "authorities", "licence": "details.driver_licensed", "trailer": "details.trailers",
    "violence": "details.violence", "denuncia": "details.denuncia_at",
    "detained": "details.detained",
}  # fmt: skip


def settles(turn: Turn) -> Optional[bool]:
    """What this turn made of the question of yes or no that was open, None where it made nothing of it."""
    value = turn.understood.get(_SETTLED.get(turn.expected or "", ""))
    return None if value is None else bool(value)


_ELSEWHERE = ("request_person", "complaint", "legal_help", "cancel_report")
