"""Model years: '2019', 'modelo 19', 'del 98', 'dos mil dieciocho', 'noventa y ocho'."""

import re
from datetime import date
from typing import Optional

from .digitized import digitize
from .folding import fold
from .number_words import atoms

FIRST_YEAR = 1950
_LABEL = re.compile(
    r"(?:modelo|mod|ano|anio|del|del ano|modelo del|'|aino|mdl|model)\s*(?:es|del|:|ano|el|'"
    r"|del ano)?\s*$"
)
# 'Dos mil quince, no, perdón, dieciséis', 'le dije 2015 y es 2016': the one said last.
_RATHER = re.compile(
    r"\b(?:perdon|digo|miento|mas bien|mejor dicho|corrijo|que diga|quise decir|sino)\b|\b(?:dije|puse|anote"
    r"|di)\b.*\b(?:y|pero) es\b"
)


# 'Es 2016... no, 17', 'un 18, perdón, 19'.
_PUT_RIGHT = re.compile(
    r"\b(?:19|20)?\d\d\W+(?:(?:ay|uy|no|perdon|digo|miento|mas bien|corrijo|que diga|mejor dicho)\W+)+"
    r"(?:(?:es|era|modelo|del|no)\W+)*((?:19|20)?\d\d)\b(?!\s*(?:km|mil|personas|anos|pesos))"
)


def put_right(text: str) -> Optional[int]:
    """The year said in the place of one just said; None where none is put right."""
    said = _PUT_RIGHT.search(digitize(text).text)
    return as_year(said[1], True) if said else None


def as_year(digits: str, short: bool) -> Optional[int]:
    """The model year that the digits name: four digits, or two when `short`; None when no vehicle has it."""
    if not digits.isdigit():
        return None
    last = date.today().year + 2
    if len(digits) == 4 and FIRST_YEAR <= int(digits) <= last:
        return int(digits)
    if short and len(digits) in (1, 2):
        value = int(digits)
        year = 2000 + value if 2000 + value <= last else 1900 + value
        if len(digits) == 2 and FIRST_YEAR <= year <= last:
            return year
    return None


def read(text: str) -> Optional[int]:
    """The year in an answer to 'which model year?'; a labelled year first, then four digits, then two; None if none."""
    right = put_right(text)
    if right:
        return right
    rather = _RATHER.split(fold(text))
    text = rather[-1] if len(rather) > 1 and atoms(rather[-1]) else text
    folded, numbers = fold(text), atoms(text)
    for index, atom in enumerate(numbers):
        following = numbers[index + 1].digits if index + 1 < len(numbers) else ""
        if atom.digits in ("20", "19") and len(following) == 2 and as_year(atom.digits + following, False):
            return as_year(atom.digits + following, False)
        if atom.digits == "2000" and 0 < len(following) <= 2 and as_year(str(2000 + int(following)), False):
            return 2000 + int(following)  # 'dos mil 20'
        if _LABEL.search(folded[: atom.start]) and as_year(atom.digits, True):
            return as_year(atom.digits, True)
    for short in (False, True):
        for atom in numbers:
            if as_year(atom.digits, short):
                return as_year(atom.digits, short)
    return None


def labelled(folded: str, start: int) -> bool:
    """True when the number at `start` follows 'modelo', 'año', 'del'."""
    return bool(_LABEL.search(folded[max(0, start - 20) : start]))
