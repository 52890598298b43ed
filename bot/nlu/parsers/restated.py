"""A number said again because the first was wrong, in whole or in part: '4099040... no, espere, 4099004', '…, termina
en 87', 'la lada es 871'.
"""

import re
from typing import List, Optional, Sequence

from .digitized import digitize
from .folding import fold
from .found import Found

TAKES_BACK = re.compile(
    r"\b(?:(?<!si )no(?! se\b| ve)|nop|perdon\w*|digo|diga|corrijo|correccion|mejor|mas bien|equivoqu\w*|confund\w+"
    r"|miento|lei mal"
    r"|vi mal|(?:esta|estaba|es) mal|mal|disculp\w*|esper\w*|esa no|o sea|nuev[oa]|renov\w+|vigente|actual|al reves"
    r"|pero (?:habl|llam|marqu|contact|localic|busqu)\w+)\b"
)
_OLD = re.compile(r"\b(?:viej[oa]|anterior|antes|vencid[oa]|ya no)\b[\w ]{0,14}$")
_DENIED = re.compile(r"\bno (?:es|era|son|eran)? ?(?:el |la |las |los )?$")
_TAIL = re.compile(r"\b(?:termin\w*|acab\w*|ultim[oa]s?|final\w*|remat\w+)\b|\b(?:dos|tres|cuatro) digitos\b")
_DENIES = re.compile(
    r"\b(?:no|en (?:vez|lugar) del?|cambi\w+ (?:el|la|lo)?) ?(?:(?:es|era|son|termina en|acaba en|el|la|los)\b ?)*$"
)
_AGAIN = re.compile(
    r"\W*(?:(?:no|ay|perdon|digo|espere\w*|mejor|corrijo|miento|mas bien|que diga|es|el|la|los|las|son|en|con"
    r"|termina\w*"
    r"|acaba\w*|ultim[oa]s?|par|dos|tres|cuatro|numeros?|digitos?|al|final|joven|senorita|lada|clave|era|seria"
    r"|equivoque|me|primer[oa]s?|empieza|\d{1,4})\b\W*)*\b\d{1,4}\b(?:\W+(?:al|lo|es|el|la|de|final|ultimo|lada)\b)*"
    r"(?!\s*(?:de la (?:tarde|manana|noche)|pesos|anos|heridos|personas|am|pm|hrs|:))"
)
_HEAD = re.compile(r"\b(?:lada|clave|empie\w+|comien\w+|primer[oa]s?|inici\w+)\b")


def stand(text: str, seen: Sequence[Found]) -> List[Found]:
    """The numbers of one kind that are not taken back by the words between or before them."""
    folded = fold(text)
    out: List[Found] = []
    for at, one in enumerate(seen):
        before = folded[seen[at - 1].end if at else 0 : one.start]
        if at and re.fullmatch(r"\W*(?:y )?no (?:es |era |la |el |las )*", before) and re.search(r"[,.;(]", before):
            denied = re.search(r"\bno[,.;]", before) is None
            if denied:
                continue  # '1042587, no 1042578'
        if at and out and (TAKES_BACK.search(before) or _OLD.search(folded[: seen[at - 1].start])):
            out.pop()
        elif at == 0 and len(seen) > 1 and _DENIED.search(before):
            continue  # 'no es la 1042578, es la 1042587'
        out.append(one)
    return out or list(seen)


def amend(known: str, said: str) -> Optional[str]:
    """The digits `known` with the part that is said to be otherwise: 'termina en 3360', 'los últimos son 62, no 26',
    'la lada es 871', 'el 26 por 62'; None where the words mend no part of it.
    """
    folded = re.sub(r"(?<=\d)[ -](?=\d)", "", digitize(fold(said)).text)
    numbers = list(re.finditer(r"(?<!\d)(?<!ultimos )\d{1,8}(?!\d)(?! (?:digitos|numeros|cifras|ultim))", folded))
    denied = [number for number in numbers if _DENIES.search(folded[: number.start()])]
    new = [number for number in numbers if number not in denied]
    if len(new) != 1 or len(new[0].group()) >= len(known):
        return None
    digits, old = new[0].group(), denied[0].group() if denied else ""
    near = folded[max(0, new[0].start() - 40) : new[0].end() + 30]
    tail, head = _TAIL.search(near), _HEAD.search(near)
    if head and not tail:
        return digits + known[len(digits) :] if len(digits) <= 4 else None
    if old and len(old) == len(digits) and old in known:
        at = known.rfind(old)
        return known[:at] + digits + known[at + len(old) :]
    if len(digits) >= 2 and (tail or TAKES_BACK.search(folded[: new[0].start()])):
        return known[: -len(digits)] + digits
    return None


def mended(text: str, known: str, end: int) -> str:
    """The number `known` that ends at an offset, with the part of it that is said again at once after it."""
    rest = re.split(r"(?<=\d)\W+(?:y|mi|pero|en|por|que)\b", digitize(fold(text)[end:]).text)[0]
    again = _AGAIN.match(rest)
    if not again or not re.search(r"[a-z]", again.group()):
        return known
    return amend(known, again.group()) or known
