"""The inciso (the unit's place in a policy): 'inciso 2', 'inciso dos', 'la unidad 14', 'el segundo'."""

import re
from typing import List, Optional

from .digitized import digitize
from .folding import fold
from .found import Found, found
from .labelled import numbers_after
from .numbers import Run, runs
from .policy_number import with_inciso

_LABEL = re.compile(
    r"\b(?:inciso|insiso|inc|incizo|certificado|unidad(?: numero| num| no| #)"
    r"|(?<!una )(?<!otra )unidad(?=\s+\d{1,3}\b))\b"
)
_GLUED = re.compile(r"(?<![-\d])\d{6,9}\s?[-/]\s?(\d{1,4})\b(?![-\d])")
_SPELLED = re.compile(  # over the text in digits: 'unidad tres', '7001450 guion 2', 'inc3'
    r"(?<!una )(?<!otra )(?<!un )(?<!1 )\bunidad (?:numero |num )?(\d{1,3})\b(?! (?:heridos|golpead))"
    r"|\b(?:inc\.?|unidad,? la (?:numero )?)(\d{1,4})\b"
    r"|(?<![-\d])\d{6,9}\W{0,3}(?:(?:guion|inc\w*\.?|la|el|con|unidad|vehiculo|carro|camion|numero|num)\W{1,2}){1,3}"
    r"(\d{1,3})\b(?!\s*(?:de (?!la)[a-z]{4}|heridos|pm|am|:|\d))"
)
ORDINALS = {
    "primer": 1,
    "primero": 1,
    "primera": 1,
    "segundo": 2,
    "segunda": 2,
    "tercer": 3,
    "tercero": 3,
    "tercera": 3,
    "cuarto": 4,
    "cuarta": 4,
    "quinto": 5,
    "quinta": 5,
    "sexto": 6,
    "sexta": 6,
    "septimo": 7,
    "octavo": 8,
    "noveno": 9,
    "decimo": 10,
}
_ORDINAL = re.compile(r"\b(" + "|".join(ORDINALS) + r")\b")


_MINE = re.compile(
    r"\b(?:el mio|la mia|el nuestro|la nuestra|l[oa] que traigo|el que (?:traigo|manejo|choco)|la que (?:traigo|manejo"
    r"|choco))\W+(?:(?:es|era|seria|si|el|la|inciso|unidad|numero)\W+)+(\d{1,4})\b"
)
# 'La Ranger 2019, el 2': of several numbers the one that stands last and alone.
_BY_ITSELF = re.compile(r"\d(?!.*\b(?:o|no|ni) ).*\W(?:el|la|es|inciso|numero|num|unidad) (?:el |la )?(\d{1,3})\W*$")
_RATHER = re.compile(
    r"\d\W+(?:(?:ay|no(?=\W*[,.]|\W+(?:perdon|no|digo|espere|ay|es el))|perdon|digo|mas bien|mejor|miento"
    r"|corrijo|que diga|disculp\w+|sino)\W+)+"
    r"(?:(?:es|era|el|la|inciso|unidad|numero|seria)\W+)*(\d{1,4})\b(?! no\b)"
    r"|\bno (?:es|era) (?:el |la )?\d{1,4}\W+(?:es|sino|era)\W+(?:el |la )?(\d{1,4})\b"
)


def find(text: str) -> List[Found]:
    """`inciso`: an int."""
    out = [
        found("inciso", int(number.digits), text, start, number.end)
        for start, run in numbers_after(text, _LABEL)
        for number in [next((atom for atom in run.atoms if atom.digits != "0"), run.atoms[0])]  # 'cero dos'
        if len(number.digits) <= 4
    ]
    folded = fold(text)
    if not out:
        for match in re.finditer(
            r"\b(?:inciso|unidad)\s+(\w+)|\b(?:(?:el|la)\s+|,\s*)(\w+)\s+(?:inciso|unidad)\b", folded
        ):
            word = match[1] or match[2]
            if word in ORDINALS:
                out.append(found("inciso", ORDINALS[word], text, match.start(), match.end()))
    digits = digitize(text)
    spelled = None if out else _SPELLED.search(digits.text)
    if spelled:
        group = next(g for g in (1, 2, 3) if spelled[g])
        start, end = digits.said(*spelled.span(group))
        out.append(found("inciso", int(spelled[group]), text, start, end))
    said = None if out else next((both for run in runs(text) for both in [with_inciso(text, run)] if both), None)
    if said:
        out.append(found("inciso", int(said[1].digits), text, said[1].start, said[1].end))
    glued = _GLUED.search(folded)
    if glued and not out:
        out.append(found("inciso", int(glued[1]), text, glued.start(1), glued.end(1)))
    return out


def _said_once(run: Run) -> str:
    """The digits of a number that is said whole and then digit by digit: 'veinticinco, dos cinco'."""
    first, *rest = [atom.digits for atom in run.atoms]
    spelled = len(first) > 1 and len(rest) > 1 and "".join(rest) == first
    return first if spelled or rest == [first] else run.digits


def read(text: str) -> Optional[int]:
    """The inciso in an answer to 'which inciso?': 'el 2', 'dos', 'el segundo', 'es el inciso tres'; None if none.
    Of several, the one that is said to be the caller's, or else the one that took another's place.
    """
    digits = digitize(text).text
    mine = _MINE.search(digits)
    rather = mine or next(reversed(list(_RATHER.finditer(digits))), None)
    if rather:
        return int(next(group for group in rather.groups() if group))
    named = find(text)
    if named:
        return named[0].value
    itself = _BY_ITSELF.search(fold(digits))
    if itself:
        return int(itself[1])
    numbers = [said for said in map(_said_once, runs(text)) if len(said) <= 4]
    if numbers:
        return int(numbers[0])
    ordinal = _ORDINAL.search(fold(text))
    return ORDINALS[ordinal[1]] if ordinal else None
