"""What is said of how the caller feels, of the help that does not come, or of being asked again: heard, and no fact."""

import re
from typing import List, Optional, Tuple

from bot.actions.oddities import INSULT
from bot.actions.turn import Turn

_VERY = r"(?:(?:muy|bien|bastante|tod[oa]|super|re|mas|tan|hasta|como)\W+){0,2}"
# What is felt → the kind word for it, each said once.
_FELT: List[Tuple[str, str]] = [
    (
        rf"\b(?:estoy|ando|sigo|me siento|quede|vengo|estamos|andamos|que|ay) {_VERY}"
        r"(?:asustad|nervios|espantad|angustiad|alterad|desesperad|aterrad|asustadisim|preocupad|confundid|histeric"
        r"|temblando|temblorosa?|llorando|en shock|en chock|shockead)\w*"
        r"|\b(?:tengo|me da|traigo|con) (?:mucho |un |muchisimo |harto )?(?:miedo|terror|panico)\b"
        r"|\bno (?:puedo (?:ni )?(?:pensar|creerlo|hablar|dejar de (?:llorar|temblar))|paro de (?:llorar|temblar))"
        r"|\bno se (?:ni )?que hacer\b|\b(?:dios mio|diosito|virgen(?:cita)?(?: santisima)?)\b",
        "utter_calm",
    ),
    (
        r"\bya (?:se (?:lo|la|los|las)|te l[oa]|les?|te) (?:habia )?(?:dije|dicho|explique|conte|comente"
        r"|mencione|repeti)\b"
        r"(?! (?:al?|a l[oa]s) (?!usted|ustedes|(?:l[oa]s? )?(?:otr[oa]s? )?(?:senorit|operador|joven|companer)))"
        r"|\b(?:otra vez|de nuevo|cuantas veces) (?:lo mismo|la misma|me (?:pregunt|van a pregunt)\w*)"
        r"|\b(?:tantas|puras|muchas|cuantas) preguntas\b|\bya (?:me )?(?:lo |la |me lo |me la )?preguntaron\b"
        r"|\b(?:di|dije|repet\w+|repit\w+|pregunt\w+|explique)\b.{0,25}\b(?:dos|tres|cuatro|mil|varias|muchas) veces\b",
        "utter_sorry_again",
    ),
]
# A plea for help to hurry, with nothing else in it.
_PLEA = re.compile(
    r"(?:\W*(?:ven(?:gan|ganse|gase)?|apur\w+|rapido|pronto|ya|por|favor|porfa(?:vor)?|ayud\w+|auxilio|urge|me|es|muy"
    r"|urgente|que|lleguen|alguien|mand\w+|a|ay|se|lo|les?|ruego|suplico|pido|dios|mio|no|tarden?|corran?|ahorita"
    r"|necesito|ayuda|senorita|joven|dense|prisa)\b)+\W*"
)
_NAMES_HELP = re.compile(r"\b(?:ven\w*|apur\w+|rapido|pronto|ayud\w+|auxilio|urge\w*|lleguen|mand\w+|tarden?|prisa)\b")


# Longer words that may stand beside what is felt, and tell nothing.
_LEFT = 3


def felt(turn: Turn) -> Optional[str]:
    """The response to what the caller feels, None where the message says nothing of it."""
    return next((response for pattern, response in _FELT if re.search(pattern, turn.folded)), None)


def pleads(turn: Turn) -> bool:
    """Whether the message only asks that help hurry: "vengan rápido, por favor"."""
    return bool(_PLEA.fullmatch(turn.folded) and _NAMES_HELP.search(turn.folded))


def vents(turn: Turn) -> bool:
    """Whether a message without a fact tells what is felt, or pleads: it is no answer in free words."""
    if turn.entities or not turn.text:
        return False
    rest = turn.folded
    for pattern, _ in _FELT:
        rest = re.sub(pattern, " ", rest)
    rest = INSULT.sub(" ", rest)
    return pleads(turn) or (rest != turn.folded and len(re.findall(r"[a-z]{4,}", rest)) <= _LEFT)


def comfort(turn: Turn) -> None:
    """Lead with a kind word for what the caller feels, each kind once, and never beside another."""
    response = felt(turn)
    if response and "incident_type" not in turn.understood and not turn.left:
        turn.once(response)


_PAPERS = ("policy_number", "inciso", "plates", "vin", "insured_name")


def child(turn: Turn) -> None:
    """Who says to be too young to drive is a child on the line: a person is called, and no papers are asked for."""
    if not re.search(r"\btengo (?:como |apenas )?\w+ anos\b", turn.folded) or turn.reported:
        return
    for question in _PAPERS:
        turn.skip(question)
    if "utter_child" not in turn.memory["said_once"]:
        turn.hand_over("requested")
    turn.once("utter_child")
