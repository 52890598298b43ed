"""Where the words of a message say that another flow answers it than the one its kind suggests."""

import re

from bot.actions import asked_of_policy, resume
from bot.actions import claim as drafts
from bot.actions.already_reported import adds_to_one_made
from bot.actions.mend import mends_outright
from bot.actions.oddities import in_english
from bot.actions.told import is_question, tells_a_loss
from bot.actions.turn import Turn

REPORT = "action_report"
SESSION = "action_session"
NO_KIND = 0.3
SURE = 0.95
_PERSON = re.compile(
    r"\b(speak|talk|agent|operator|human|representative|advis[eo]r|connect me)\b|\b(a|real|another) person\b|"
    r"\bis (there )?(anyone|anybody|someone|somebody)\b"
)
_NOT_HEARD = re.compile(
    r"\W*(?:(?:perdon|disculpe|oiga|ay|eh|joven|senorita)\W+)*(?:no (?:le |te |lo |la |se )?(?:entend\w*|entiend\w*|"
    r"escuch\w*|oi|oigo|oye|"
    r"capt\w*|agarr\w* la onda|comprend\w*)|(?:como|que) dijo|mande|que|como)(?: bien| nada| la pregunta| usted|"
    r" lo que dijo)*\W*"
)
_DEAL = re.compile(
    r"\b(firm(o|e|ar|amos|arle)|(le |lo |se lo )?(acepto|aceptamos|acepte|aceptar)|llegar? a un (arreglo|acuerdo)|"
    r"(me|nos) (da|ofrece|quiere dar|propone|quiere pagar|esta ofreciendo)\b.{0,30}"
    r"(dinero|lana|billetes?|feria|pesos|efectivo|mil))\b"
)

# Told without asking, it is heard once: nobody should take the money while the questions go on.
_OFFER = re.compile(
    r"\b(me|nos) (\w+ )?(da|dan|ofrece\w*|ofrecio|quieren? dar|quieren? pagar|propone\w*)\b.{0,40}"
    r"\b(dinero|lana|billetes?|feria|pesos|efectivo|mil|varo)\b|\b(que )?(nos arreglemos|arreglarnos|arreglemonos|"
    r"ahi muera)\b"
)
# Payoffs, endorsements and cancellations of the insurance are no reports, whatever else is asked of them.
_PART = r"\b(?:nombre|domicilio|direccion|rfc|apellidos?|serie|placas|motor|color|datos|duen[oa]|titular)\b"
_PAPER = r"\b(?:poliza|seguro|contrato|caratula)\b"
_WRONG = r"\b(?:mal|equivocad\w+|incorrect\w+|no (?:es|son)|otr[oa])\b"
_CHANGE = r"\b(?:corregir|correg\w+|cambi\w+|actualiz\w+|modific\w+|correccion|poner)\b"
_TRAMITE = re.compile(
    rf"\bendosos?\b|{_CHANGE}.{{0,40}}{_PART}.{{0,25}}{_PAPER}|{_CHANGE}.{{0,25}}{_PAPER}.{{0,15}}\ba nombre\b|"
    rf"{_PAPER}.{{0,30}}{_PART}.{{0,20}}{_WRONG}|{_PART}.{{0,30}}{_WRONG}.{{0,25}}{_PAPER}|"
    rf"{_PART}.{{0,20}}{_PAPER}.{{0,15}}{_WRONG}|"
    r"\bliquidar (mi|el|todo|lo)\b|\bcancel\w+ (mi|el|la) (seguro|poliza)\b"
)
# The same, once a trámite is spoken of: "es para cambiar el nombre".
_SPOKEN_OF = re.compile(rf"{_TRAMITE.pattern}|{_CHANGE}.{{0,25}}{_PART}")
_ASKS_FOR_PAPERS = (
    "ask_documents",
    "ask_what_to_do",
    "ask_coverage",
    "correct",
    "inform",
    "tramite_info",
    "cancel_report",
)


def reroute(turn: Turn, proposed: str) -> str:
    """The flow that the message's own words ask for; `proposed` where they ask for none."""
    for rule in (
        resume.gives_up,
        _person_in_english,
        _not_heard,
        _deal,
        asked_of_policy.price,
        _our_number,
        asked_of_policy.insured,
        _not_stolen,
        _tramite,
        asked_of_policy.unpaid,
        _no_help_yet,
        adds_to_one_made,
        asked_of_policy.supposed,
        _report_named,
        _of_a_report,
        _sought,
        asked_of_policy.asked_on,
        _beside_the_point,
    ):
        proposed = rule(turn, proposed)
    return proposed


def _person_in_english(turn: Turn, proposed: str) -> str:
    """Who asks for somebody in English gets somebody."""
    if not in_english(turn) or not _PERSON.search(turn.folded):
        return proposed
    turn.intent, turn.confidence = "request_person", max(turn.confidence, 0.9)
    turn.rerouted = True
    return "action_handover"


def _not_heard(turn: Turn, proposed: str) -> str:
    """Who has not heard or understood is told again, whatever so short a message was taken for."""
    if not _NOT_HEARD.fullmatch(turn.folded):
        return proposed
    turn.intent, turn.confidence, turn.rerouted = "ask_repeat", max(turn.confidence, 0.9), True
    return SESSION


def _deal(turn: Turn, proposed: str) -> str:
    """An offer of money or a paper to sign is a question of what to do, whatever it was taken for."""
    offered = _OFFER.search(turn.folded) and "deal" not in turn.memory["said_once"]
    if not offered and not (_DEAL.search(turn.folded) and is_question(turn)):
        return proposed
    turn.memory["said_once"].append("deal")
    turn.intent, turn.confidence = "ask_what_to_do", max(turn.confidence, 0.9)
    turn.rerouted = True
    return "action_question"


_RUDE = re.compile(
    r"\b(?:groser\w+|prepotent\w+|pesim\w+|mal (?:trato|servicio)|me (?:grito|insulto|trato (?:muy )?mal)|queja\w*)\b"
)
_IS_PAID = re.compile(
    r"\b(?:me|nos|lo|la) (?:l[oa] )?(?:van a |va a |iran a )?(?:pagan?|pagar\w*|cubren?|cubrir\w*|repon\w+)\b"
)
_PUTS_RIGHT = re.compile(r"\b(?:cambiar|corregir|correg\w+|actualizar|modificar) (?!de )")


def _of_a_report(turn: Turn, proposed: str) -> str:
    """What is wanted of a report that is spoken of, where it was taken for how it is going."""
    if turn.intent != "follow_up_report" or turn.confidence > SURE or tells_a_loss(turn):
        return proposed
    if _RUDE.search(turn.folded):
        turn.intent = "complaint"
        return "action_handover"
    if is_question(turn) and _IS_PAID.search(turn.folded):
        turn.intent, turn.rerouted = "ask_coverage", True
        return "action_question"
    if _PUTS_RIGHT.search(turn.folded) and not is_question(turn):
        turn.intent = "add_to_report"
    return proposed


# Words of who has reported before: "choqué hace una hora y no llega el ajustador".
_REPORTED = re.compile(
    r"\b(?:report\w*|ajustador\w*|grua|folio|siniestro|quedaron|dijeron|prometieron|mandaron|iban a|otra vez"
    r"|de nuevo)\b"
    r"|\bya (?:les |los |le |habia |hace )*(?:llam\w+|habl\w+|avis\w+|marqu\w+|dije|reporte)\b"
)


def _no_help_yet(turn: Turn, proposed: str) -> str:
    """Who tells a loss and that nobody has come has not reported it yet: "choqué hace una hora y nadie viene"."""
    opens = turn.expected in (None, "incident_type") and not drafts.started(turn.claim) and not turn.reported
    named = turn.first("report_number") or turn.memory.get("about") or turn.memory["flow"]
    if turn.intent != "follow_up_report" or not opens or named or _REPORTED.search(turn.folded):
        return proposed
    if not tells_a_loss(turn) or is_question(turn):
        return proposed
    turn.intent = "report_loss"
    return REPORT


# "¿A qué número les marco?"
_OUR_NUMBER = re.compile(
    r"\b(?:que|cual|algun|un) (?:\w+ ){0,3}(?:numero|telefono|tel|linea)\b[^.,;]{0,25}"
    r"\b(?:habl|llam|marc|comunic|contact|ustedes|cabina|aseguradora)"
    r"|\b(?:me (?:da|pasa|dan|pasan)|tienen) (?:un |su |el |algun )(?:numero|telefono|tel)\W*$"
)


def asks_our_number(turn: Turn) -> bool:
    """Whether the message asks which number to call."""
    wanted = _OUR_NUMBER.search(turn.folded) and turn.expected not in ("reporter_phone", "report_number")
    return bool(wanted) and not turn.first("phone")


def _our_number(turn: Turn, proposed: str) -> str:
    """Which number to call is told, whatever the question was taken for."""
    if not asks_our_number(turn) or tells_a_loss(turn):
        return proposed
    turn.rerouted = True
    return SESSION


# A car that was only looked for in the wrong street, or that somebody moved.
FOUND = re.compile(
    r"\b(?:ya|si|que|siempre|siempre si) (?:lo |la )?(?:encontr\w+|halle|hallamos|aparecio|vi(?! que))\b"
    r"|\baparecio (?:el|la|mi)\b|\bno (?:me l[oa] |se l[oa] )?(?:habian )?robaron\b"
)
_NOT_STOLEN = re.compile(
    r"\b(?:estaba|quedo|l[oa] (?:deje|movi|estacione|tenia)) (?:\w+ )?(?:en|a|con|por)\b"
    r"|\bse l[oa] (?:habia )?llev\w+ (?:la grua|una grua|mi|transito|los de transito|al corralon)"
    r"|\bl[oa] (?:movi(?:o|eron)|agarro"
    r"|tomo) (?:mi|un|el|la)\b"
    r"|\bfalsa alarma\b|\bme equivoque\b|\bno (?:fue|era|es) robo\b|\bno me l[oa] robaron\b"
)


def _not_stolen(turn: Turn, proposed: str) -> str:
    """What turned out to be no theft is set aside, as if it were cancelled."""
    if turn.reported or turn.claim["incident_type"] != "total_theft" or turn.memory["flow"] or "?" in turn.text:
        return proposed
    if not (FOUND.search(turn.folded) and _NOT_STOLEN.search(turn.folded)):
        return proposed
    turn.lead("utter_found_again")
    turn.intent, turn.confidence, turn.rerouted = "cancel_report", max(turn.confidence, 0.9), True
    return "action_follow_up"


def _tramite(turn: Turn, proposed: str) -> str:
    """What a payoff, a cancellation or an endorsement needs, where papers or a correction seem to be meant."""
    open_report = drafts.started(turn.claim) and not turn.reported
    wanted = _SPOKEN_OF if turn.memory.get("tramite") else _TRAMITE
    if open_report or turn.intent not in _ASKS_FOR_PAPERS or not wanted.search(turn.folded) or tells_a_loss(turn):
        return proposed
    turn.intent, turn.confidence = "tramite_info", max(turn.confidence, 0.9)
    turn.rerouted = True
    return "action_tramite"


def _beside_the_point(turn: Turn, proposed: str) -> str:
    """What fits no kind of message, brings no fact and answers nothing is nothing that this line is for."""
    stray = turn.expected is None and turn.text and not turn.entities and not turn.memory["flow"]
    if stray and turn.confidence < NO_KIND:
        turn.intent = "out_of_scope"
        return SESSION
    return proposed


def _report_named(turn: Turn, proposed: str) -> str:
    """A report's number with nothing else open asks how that report is going, or mends it."""
    open_draft = drafts.started(turn.claim) and not turn.reported
    wrong = turn.first("report_number_wrong")
    if proposed != REPORT or open_draft or turn.memory["flow"] or not (turn.first("report_number") or wrong):
        return proposed
    of_it = turn.intent == "correct" or mends_outright(turn)
    if tells_a_loss(turn) and not of_it:
        return proposed
    turn.intent = "add_to_report" if of_it else "follow_up_report"
    turn.confidence = max(turn.confidence, 0.9)
    return "action_follow_up"


_IDENTIFYING = ("report_number", "report_number_wrong", "plates", "policy_number", "phone", "inciso", "vin")


def _sought(turn: Turn, proposed: str) -> str:
    """What may find the report that was looked for in vain: "la póliza es 1042587"."""
    named = {entity.get("entity") for entity in turn.entities}
    if proposed != REPORT or not turn.memory.get("sought") or not named or not named <= set(_IDENTIFYING):
        return proposed
    turn.intent, turn.confidence = turn.memory.pop("sought"), max(turn.confidence, 0.9)
    turn.rerouted = True
    return "action_follow_up"
