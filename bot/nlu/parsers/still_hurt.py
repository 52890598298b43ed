"""Who is hurt still, when some of those told of are not: 'solo mi hijo, quite a mi esposa'."""

import re
from typing import Optional

from .health import of_health
from .hurt_people import State, count_named, named
from .injury_count import told_first
from .person_nouns import KIN, STRANGER

_WHO = rf"(?:mis? (?:{KIN})|(?:el|la) (?:{STRANGER}|chofer|copiloto|acompanante|otr[oa]|del? \w+))"
_UNHURT_ONE = re.compile(  # 'quite a mi esposa', 'mi esposa no se lastimó', 'mi esposa está bien', 'ella no'
    rf"\b(?:quit|borr|elimin|sac)\w+ (?:de ahi )?(?:a|lo de) {_WHO}(?:[ ,]+(?:ell?a?|es[ea]) no\b[^,.;]*)?"
    rf"|\b(?:a )?{_WHO}(?: (?:si|siempre|al final|ya))* (?:no (?:se|le|tiene|tuvo|trae|esta|salio|resulto)\b[^,.;]*"
    r"|no\b(?=\W*$|\s*[,.;])|(?:esta|salio|anda|quedo) (?:bien|perfect\w+|iles[oa])\b[^,.;]*)"
)
_ONLY = re.compile(
    r"\b(?:solo|solamente|nomas|nada mas|unicamente|na mas|unic[oa])\b"
    r"(?! (?:que|quiero|necesito|mand\w+|falta|pid\w+|ocupo|para|una (?:duda|pregunta)|le)\b)"
)
# 'Solo mi hijo está grave' makes nobody well.
_HOW_BADLY = re.compile(
    r"\b(?:grave\w*|peor|inconsciente|sangr\w+|delicad\w+|ambulancia|hospital|se (?:la|lo|los|las) llevaron)\b"
)
_NOT_OF_HURT = re.compile(
    r"\b(?:telefono|nombre|apellido|placas?|poliza|manej\w+|conduc\w+|espejos?|llantas?|barda|iba|venia|calle|colonia"
    r"|numero|carro|coche|camioneta|auto|taxi)\b"
)
_THE_ONE = re.compile(r"\b(?:el|la) (?:que|lastimad|lesionad|herid|golpead)")
_FEW = 14  # words


def still_hurt(text: str, known: int, state: State) -> Optional[int]:
    """How many of those told of (`known`) are hurt, where some of them are not: 'solo mi hijo, quite a mi esposa'."""
    folded = of_health(text).text
    if _NOT_OF_HURT.search(folded) or _HOW_BADLY.search(folded) or len(folded.split()) > _FEW:
        return None
    rest, out = _UNHURT_ONE.subn(" ", folded)
    if _ONLY.search(rest) or (out and _THE_ONE.search(rest)):
        count = count_named(rest, state) if named(rest) else told_first(_ONLY.sub(" ", rest))
        return count if count and count <= known else None
    return known - out if 0 < out < known and not named(rest) else None
