"""Whose car a message speaks of: the insured one, or the other party's."""

import re
from typing import Any, Dict

from bot.actions.turn import Turn, fold

# Asked for the insured vehicle itself: here a vehicle is the caller's own.
IDENTIFYING = ("plates", "policy_number", "inciso", "vehicle", "vin", "insured_name")
_ABOUT_OTHERS = ("third_parties", "authorities")
OTHERS_CAR = re.compile(
    r"\b(del otro|de la otra|del tercero|de quien|del que (me|nos)|de la que (me|nos)|"
    r"el otro (carro|coche|auto|vehiculo)|(el|la) (\w+ )?que (me|nos) (peg|choc|golp|dio|impact)\w*)"
)
_OWN_CAR = re.compile(
    r"\b(mi|mis|mio|mia|nuestr[oa]s?|traigo|traia|traiamos|manej(o|aba)|conduzc?\w*|asegurad[oa]|"
    r"(iba|venia|voy|vengo|ibamos|veniamos|andaba|circulaba) (\w+ ){0,2}?(en|con) (un|una|el|la))\b"
)


def is_others_vehicle(turn: Turn, value: Dict[str, Any], replaces: bool) -> bool:
    """Whether a vehicle is not the insured one: it was told of another party, or differs from the one known."""
    if turn.expected == "third_parties":
        return True
    if turn.expected in IDENTIFYING:
        return False
    known = turn.claim["vehicle"]["make"]
    if known and not replaces and fold(known) != fold(value.get("make") or ""):
        return True
    if _OWN_CAR.search(turn.folded):
        return False
    return bool(
        turn.claim["third_parties"]["any"]
        or turn.all("third_parties")
        or OTHERS_CAR.search(turn.folded)
        or turn.expected in _ABOUT_OTHERS
    )


def are_others_plates(turn: Turn, plates: Any) -> bool:
    """Whether plates are the other party's."""
    if turn.expected in IDENTIFYING:
        return False
    if OTHERS_CAR.search(turn.folded):
        return True
    if _OWN_CAR.search(turn.folded):
        return False
    return turn.expected in _ABOUT_OTHERS or _beside_another(turn, plates)


def _beside_another(turn: Turn, plates: Any) -> bool:
    """Whether plates stand in one breath with the other party: "se me metió un Jetta gris placas JKV913A"."""
    for said in turn.entities:
        if said.get("entity") == "plates" and said.get("value") == plates:
            start = said.get("start", 0)
            clause = max(turn.text.rfind(mark, 0, start) for mark in ",.;\n")
            others = [e for e in turn.entities if e.get("entity") == "third_parties"]
            return any(clause < e.get("end", 0) <= start + 1 for e in others)
    return False
