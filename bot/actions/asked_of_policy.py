"""Questions of the policy, whatever they were taken for: what is paid, what it costs, who is insured, what if."""

import re

from bot.actions import claim as drafts
from bot.actions.emergency import somebody_is_hurt
from bot.actions.told import asks_of_cover, is_question, is_supposed, tells_a_loss
from bot.actions.turn import Turn
from bot.actions.whose import asks_about_theirs, asks_whether_insured
from bot.actions.wording import says_so

QUESTION = "action_question"
_UNSURE = 0.5
_TAKEN_FOR_NO_QUESTION = ("action_report", "action_session")
_PAPERS = re.compile(r"\b(que|cuales|los) (documentos?|docs|documentacion|papel(es|eo)|requisitos|tramites)\b")
_OF_MONEY = ("ask_coverage", "ask_deductible", "ask_documents", "ask_what_to_do", "tramite_info")
_COST = re.compile(
    r"\b(?:es[oa]|esto|tod[oa]|servicio|grua|ayuda|arrastre|visita|ajustador|cuanto|tiene|hay|genera|y|me|nos)\b.{0,20}"
    r"\b(?:cuesta|costo|cobran?|cobrar|cobraria\w*|precio|cargo extra)\b|\b(?:es|sale|seria|viene) (?:gratis"
    r"|gratuit[oa]|sin costo)\b"
    r"|\b(?:tengo|hay) que pagar\b"
)

_PREMIUM = re.compile(
    r"\b(no (he |hemos )?(pag\w+|cubr\w+|abon\w+)|debo|deb(ia|emos)|atras\w+|me falta (pagar|un pago)|vencid\w+)\b"
    r".{0,30}\b(mensualidad\w*|pagos?|recibos?|prima|poliza|seguro|anualidad|parcialidad\w*)\b"
)
_MONEY = re.compile(r"\b(cubr\w+|cobertura|pag\w+|deducible|ampara\w*|inclu\w+|respond\w*|cuesta|cobran?|prestad[oa]|"
                    r"entra|aplica|"
                    r"sustituto)\b")  # fmt: skip


def price(turn: Turn, proposed: str) -> str:
    """What it costs, asked while a report is taken, is no "¿para qué?"."""
    started = drafts.started(turn.claim) and not turn.reported
    if not started or turn.intent in _OF_MONEY or not is_question(turn) or not _COST.search(turn.folded):
        return proposed
    turn.intent, turn.confidence, turn.rerouted = "ask_coverage", max(turn.confidence, 0.9), True
    return QUESTION


def insured(turn: Turn, proposed: str) -> str:
    """Whether the caller is insured here is answered from the policy."""
    idle = not drafts.started(turn.claim) and not turn.memory["flow"] and not turn.reported
    theirs = tells_a_loss(turn) or asks_about_theirs(turn)
    if not idle or theirs or not asks_whether_insured(turn) or proposed not in _TAKEN_FOR_NO_QUESTION:
        return proposed
    turn.intent, turn.confidence, turn.rerouted = "ask_coverage", 0.9, True
    return QUESTION


def unpaid(turn: Turn, proposed: str) -> str:
    """Who asks what becomes of it when a premium is unpaid asks about the policy, and gives nothing up."""
    if not is_question(turn) or not _PREMIUM.search(turn.folded):
        return proposed
    turn.intent, turn.confidence, turn.rerouted = "ask_coverage", max(turn.confidence, 0.9), True
    return QUESTION


def supposed(turn: Turn, proposed: str) -> str:
    """A loss that is only imagined is a question: what the policy says of it, or what one would do."""
    unsure = turn.confidence < _UNSURE and (proposed == QUESTION or not says_so(turn))
    if (
        not (proposed in _TAKEN_FOR_NO_QUESTION or unsure)
        or turn.expected not in (None, "incident_type")
        or turn.memory["flow"]
    ):
        return proposed
    covers = asks_of_cover(turn) and _MONEY.search(turn.folded)
    if not (is_supposed(turn) or covers) or tells_a_loss(turn) or somebody_is_hurt(turn) or drafts.started(turn.claim):
        return proposed
    money = "ask_deductible" if "deducible" in turn.folded else "ask_coverage"
    others = money if _MONEY.search(turn.folded) else "ask_what_to_do"
    turn.intent = "ask_documents" if _PAPERS.search(turn.folded) else others
    turn.confidence = max(turn.confidence, 0.9)
    turn.memory["supposed"] = True
    turn.rerouted = True
    return QUESTION


def asked_on(turn: Turn, proposed: str) -> str:
    """A question after one that the policy answered is asked of the policy: "¿y qué pasa si no trae licencia?"."""
    idle = turn.expected is None and not drafts.started(turn.claim) and not turn.memory["flow"]
    told = turn.memory["policy"] and not turn.reported and not tells_a_loss(turn)
    if proposed != "action_report" or not (idle and told and is_question(turn)):
        return proposed
    turn.intent, turn.confidence, turn.rerouted = "ask_coverage", max(turn.confidence, 0.9), True
    return QUESTION
