"""Plates of which a part is said to be otherwise: 'terminan en E, no en D', 'la última letra es D'."""

import re
from typing import Optional

from .digitized import digitize
from .folding import fold
from .spelling import spelled

_BARE_PART = re.compile(
    r"\b(?:las?|el|los|de|del|en|mi|mis|placas?|numeros?|letras?|es|son|termina\w*|acaba\w*|final\w*|ultim\w+|empieza\w*)\b"
)
_END = re.compile(
    r"\b(?:termin|acab|ultim|final)\w*\b(?:[^,.;]*?\b(?:es|son|en|con))? (?P<end>[^,.;]+?)(?=[,.;]|\s+(?:y )?no\b|\s*$)"
)
_FEW = 3  # signs of an end


def part(known: str, old: str, new: str) -> Optional[str]:
    """The plates that are known with the old part of them replaced by the new one, as long; None where it is not."""
    plain = re.sub(r"[^A-Z0-9]", "", known.upper())
    said = [re.sub(r"[^A-Z0-9]", "", _BARE_PART.sub(" ", digitize(fold(one)).text).upper()) for one in (old, new)]
    if not all(said) or len(said[0]) != len(said[1]) or len(said[0]) >= len(plain) or said[0] not in plain:
        return None
    at = plain.rfind(said[0])
    return plain[:at] + said[1] + plain[at + len(said[0]) :]


def at_the_end(known: str, text: str) -> Optional[str]:
    """The plates that are known with the end that the text tells."""
    told = _END.search(fold(text))
    signs = "".join(piece.chars for one in spelled(told["end"]) for piece in one) if told else ""
    return known[: -len(signs)] + signs if 0 < len(signs) <= _FEW else None
