"""Whose car a message speaks of: the insured one, or the other party's."""

import re
from typing import Any, Dict, Optional

from bot.actions.turn import Turn, fold
from bot.nlu.parsers import plates, policy_number
from bot.nlu.parsers.folding import fold as fold_in_place
from bot.nlu.parsers.vehicle import is_third
from bot.nlu.parsers.vehicle_mentions import mentions

# Asked for the insured vehicle itself: here a vehicle is the caller's own.
IDENTIFYING = ("plates", "policy_number", "inciso", "vehicle", "vin", "insured_name")
_ABOUT_OTHERS = ("third_parties", "authorities")
OTHERS_CAR = re.compile(
    r"\b(del otro|de la otra|del tercero|de quien|del que (me|nos)|de la que (me|nos)|"
    r"(alcance|alcanzamos|alcanzo|logre|logramos|pude) a? ?(ver|anotar|apuntar|leer|tomar)|(le )?(vi|anote|"
    r"apunte|tome) (las|sus) placas|"
    r"el otro (carro|coche|auto|vehiculo)|(el|la) (\w+ )?que (me|nos) (peg|choc|golp|dio|impact)\w*)"
)
_THEIR_POLICY = re.compile(r"\b(poliza|seguro)( \w+){0,3} del? (el|la|otr[oa]|tercero)|\bsu (poliza|seguro)\b")
# "un Jetta gris, con placas de Jalisco …": what follows another's vehicle at once is that vehicle's.
_BESIDE = re.compile(r"\W*(?:y )?(?:(?:con|de|trae|traia|sus|las|placas?|son|matricula|numero|de \w+)\b\W*)*")
_THEIR = re.compile(r"\bsus? (?:placas?|poliza|seguro|carro|coche|camioneta)\b")
_OWN_CAR = re.compile(
    r"\b(mi|mis|mio|mia|nuestr[oa]s?|traigo|traia|traiamos|manej(o|aba)|conduzc?\w*|(el|la) asegurad[oa]|"
    r"(carro|vehiculo|unidad) asegurad[oa]|"
    r"(iba|venia|voy|vengo|ibamos|veniamos|andaba|circulaba) (\w+ ){0,2}?(en|con) (un|una|el|la))\b"
)

# The other driver, reporting on the insured's policy.
_OTHER_SIDE = re.compile(
    r"\b(su|uno de sus|una de sus) (asegurad[oa]s?|clientes?)\b|\bsoy (el|la) (otr[oa]|tercer[oa]|afectad[oa]|"
    r"del otro)\b"
)
_NOT_A_CLIENT = re.compile(
    r"\b(no soy|yo no soy|ni soy) (el |la |su )?(asegurad|client|titular|duen)\w*|\bno (tengo|traigo) seguro (con|"
    r"de) ustedes\b|"
    r"\b(asegurad[oa]|seguro|poliza|cliente) (con|de|en) ustedes\b|\b(asegurad[oa]|cliente) suy[oa]\b"
)
_HIT_US = re.compile(
    r"\b(me|nos) (\w+ )?(peg|choc|dio|dier|golp|impact|embist|alcanz|rasp|aventar|avento)\w*|\bmi (carro|coche|auto|"
    r"moto|casa|barda)\b"
)

# "¿El carro de placas JKV913A está asegurado con ustedes?"
_IS_INSURED = re.compile(
    r"\b(?:esta|estaba|estan|tiene|tienen|cuenta|cuentan|trae|es|sera|sigue|estoy|sigo|soy|estare) (?:\w+ )?"
    r"(?:asegurad\w+|con seguro|seguro|poliza|client\w+ (?:de|con) ustedes)\b"
)
WHOSE = re.compile(
    r"\b(de quien (es|era|son)|quien es el duen|a nombre de quien|(datos|nombre|telefono|direccion|poliza) (del|"
    r"de el|de la) "
    r"(otr[oa]|duen\w+|carro|coche|que (me|nos)|senor|conductor)|a quien pertenece"
    r"|que (dijo|declaro|puso|conto) (el|la) (otr[oa]|chofer|conductor|que (me|nos)))"
)


def asks_whether_insured(turn: Turn) -> bool:
    """Whether the message asks if somebody is insured here."""
    asked = "?" in turn.text or re.search(r"\b(?:saber|checar|revisar|verificar|ver) si\b", turn.folded)
    return bool(asked and _IS_INSURED.search(turn.folded))


def asks_about_theirs(turn: Turn) -> bool:
    """Whether plates are told to hear of the vehicle that bears them, which is not the caller's."""
    start = next((int(e.get("start", 0)) for e in turn.entities if e.get("entity") == "plates"), None)
    if start is None or not (asks_whether_insured(turn) or WHOSE.search(turn.folded)):
        return False
    return not _OWN_CAR.search(fold_in_place(turn.text)[:start])


def other_side(turn: Turn) -> bool:
    """Whether the caller is the other party of a loss of the insured."""
    told = turn.folded
    if _OTHER_SIDE.search(told) or (_NOT_A_CLIENT.search(told) and _HIT_US.search(told)):
        turn.memory["other_side"] = True
    return bool(turn.memory.get("other_side"))


def is_others_vehicle(turn: Turn, value: Dict[str, Any], replaces: bool) -> bool:
    """Whether a vehicle is not the insured one: it was told of another party, or differs from the one known."""
    if turn.expected == "third_parties":
        return not _is_own(turn, value)
    if turn.expected in IDENTIFYING:
        return False
    known = turn.claim["vehicle"]["make"]
    if known and not replaces and fold(known) != fold(value.get("make") or ""):
        return True
    if _OWN_CAR.search(turn.folded) or _is_own(turn, value) or _beside_theirs(turn, value):
        return False
    return bool(
        turn.claim["third_parties"]["any"]
        or turn.all("third_parties")
        or OTHERS_CAR.search(turn.folded)
        or turn.expected in _ABOUT_OTHERS
    )


def _is_own(turn: Turn, value: Dict[str, Any]) -> bool:
    """Whether the words say that this vehicle is the caller's: 'un Tsuru, yo traigo el Aveo rojo'."""
    said = [m for m in mentions(turn.text) if is_third(turn.text, m) is False]
    return any(m.model and m.model == value.get("model") for m in said)


def _beside_theirs(turn: Turn, value: Dict[str, Any]) -> bool:
    """Whether the message names the other party's vehicle apart from this one: "jetta gris, golpe por camión"."""
    said = [(is_third(turn.text, m), m) for m in mentions(turn.text)]
    named = ("make", "model")
    own = [third for third, m in said if any(getattr(m, n) and getattr(m, n) == value.get(n) for n in named)]
    theirs = any(third and (m.make or m.model or m.kind != "auto") for third, m in said)
    return bool(own) and not any(own) and theirs and not OTHERS_CAR.search(turn.folded)


def are_others(turn: Turn, entity: str, value: Any) -> bool:
    """Whether plates or a policy number are the other party's: what was spoken of last before them decides."""
    told = {"plates": plates, "policy_number": policy_number}[entity].others(turn.text)
    if value in told or (entity == "plates" and asks_about_theirs(turn)):
        return True
    if turn.expected in IDENTIFYING:
        return False
    if entity == "policy_number" and other_side(turn):
        return False  # "su asegurado me pegó, su póliza es …"
    if entity == "policy_number" and not _THEIR_POLICY.search(turn.folded):
        return False
    said = next((e for e in turn.entities if e.get("entity") == entity and e.get("value") == value), {})
    nearest = _spoken_of(turn, int(said.get("start", 0)))
    if nearest is not None:
        return nearest == "theirs"
    return turn.expected in _ABOUT_OTHERS or bool(OTHERS_CAR.search(turn.folded) and not _OWN_CAR.search(turn.folded))


def _spoken_of(turn: Turn, start: int) -> Optional[str]:
    """Whose things the words before `start` speak of last ("mine", "theirs"), None where they do not tell."""
    before = fold_in_place(turn.text)[:start]
    mine = max((m.end() for m in _OWN_CAR.finditer(before)), default=-1)
    theirs = max((m.end() for m in OTHERS_CAR.finditer(before)), default=-1)
    for mention in mentions(turn.text):
        if mention.start < start:
            third = is_third(turn.text, mention)
            theirs = max(theirs, mention.end) if third and _BESIDE.fullmatch(before[mention.end :]) else theirs
            mine = max(mine, mention.end) if third is False else mine
    for said in turn.entities:
        end = int(said.get("end", 0))
        inside = int(said.get("start", 0)) <= start < end
        if said.get("entity") == "third_parties" and (inside or (end <= start and _BESIDE.fullmatch(before[end:]))):
            theirs = max(theirs, min(end, start))
    if turn.expected in _ABOUT_OTHERS or turn.claim["third_parties"]["any"]:
        theirs = max([theirs, *(m.end() for m in _THEIR.finditer(before))])
    if max(mine, theirs) < 0:
        return None
    return "theirs" if theirs > mine else "mine"
