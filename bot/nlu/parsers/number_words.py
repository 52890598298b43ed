"""Number words and written digits: what each stretch of words stands for."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import List, Optional, Tuple

from text_to_num import text2num

from .folding import Token, tokens
from .rejoined import whole

UNITS = {
    "cero": 0,
    "un": 1,
    "uno": 1,
    "una": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
}


TEENS = {
    "diez": 10,
    "once": 11,
    "doce": 12,
    "trece": 13,
    "catorce": 14,
    "quince": 15,
    "dieciseis": 16,
    "diecisiete": 17,
    "dieciocho": 18,
    "diecinueve": 19,
    "veintiun": 21,
    "veintiuno": 21,
    "veintiuna": 21,
    "veintidos": 22,
    "veintitres": 23,
    "veinticuatro": 24,
    "veinticinco": 25,
    "veintiseis": 26,
    "veintisiete": 27,
    "veintiocho": 28,
    "veintinueve": 29,
}


TENS = {
    "veinte": 20,
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
}


HUNDREDS = {
    "cien": 100,
    "ciento": 100,
    "doscientos": 200,
    "trescientos": 300,
    "cuatrocientos": 400,
    "quinientos": 500,
    "seiscientos": 600,
    "setecientos": 700,
    "ochocientos": 800,
    "novecientos": 900,
    "doscientas": 200,
    "trescientas": 300,
    "quinientas": 500,
}


SPELLINGS = {
    "sinco": "cinco",
    "sero": "cero",
    "dose": "doce",
    "trese": "trece",
    "catorse": "catorce",
    "onse": "once",
    "quinse": "quince",
    "dies": "diez",
    "nuebe": "nueve",
    "beinte": "veinte",
    "sinquenta": "cincuenta",
    "cincuentai": "cincuenta",
    "treintai": "treinta",
    "cuarentai": "cuarenta",
    "dieciseis": "dieciseis",
    "diesiseis": "dieciseis",
    "diesisiete": "diecisiete",
    "diesiocho": "dieciocho",
    "diesinueve": "diecinueve",
    "bentidos": "veintidos",
    "veintiun": "veintiuno",
    "veintiuna": "veintiuno",
    "una": "uno",
    "un": "uno",
    "ceros": "cero",
    "doces": "doce",
    "cuatros": "cuatro",
    "sietes": "siete",
    "ochos": "ocho",
    "nueves": "nueve",
    "cincos": "cinco",
}


_TIMES = {"doble": 2, "dobles": 2, "triple": 3, "cuadruple": 4}


_AND = {"y", "i", "e"}
_AFTER_TEN = (["seis"], ["siete"], ["ocho"], ["nueve"])  # 'diez y nueve', as it was written once


_ACCENTED = {"veintidos": "veintidós", "veintitres": "veintitrés", "veintiseis": "veintiséis", "dieciseis": "dieciséis"}


_GLUED = re.compile(
    r"^(treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)[yi]"
    r"(un|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)$"
)


@dataclass(frozen=True)
class Atom:
    """One number as said in one breath: its digits, other readings of the same words, and its place."""

    digits: str
    start: int
    end: int
    spoken: bool
    others: Tuple[str, ...] = ()


def _word(token: str) -> str:
    return SPELLINGS.get(token, token)


@lru_cache(maxsize=4096)
def _value(words: Tuple[str, ...]) -> Optional[int]:
    try:
        return int(text2num(" ".join(_ACCENTED.get(word, word) for word in words), "es"))
    except ValueError:
        return None


def _below_hundred(words: List[str], at: int) -> Tuple[List[str], int]:
    """The words of a number under 100 at `at`, with the canonical 'y', and the index after it."""
    word = words[at] if at < len(words) else ""
    glued = _GLUED.match(word)
    if glued:
        return [glued[1], "y", _word(glued[2])], at + 1
    if word in TENS:
        following = words[at + 1] if at + 1 < len(words) else ""
        if following in _AND and at + 2 < len(words) and UNITS.get(words[at + 2], 0) > 0:
            if word == "veinte":
                return [f"veinti{words[at + 2]}"], at + 3
            return [word, "y", words[at + 2]], at + 3
        if UNITS.get(following, 0) and not _unit_starts_more(words, at + 1):
            return [word, "y", following] if word != "veinte" else [f"veinti{following}"], at + 2
        return [word], at + 1
    if word == "diez" and words[at + 1 : at + 2] in (["y"], ["i"]) and words[at + 2 : at + 3] in _AFTER_TEN:
        return [f"dieci{words[at + 2]}"], at + 3
    if word in TEENS or word in UNITS:
        return [word], at + 1
    if word == "veinti" and at + 1 < len(words) and UNITS.get(words[at + 1], 0):
        return [f"veinti{words[at + 1]}"], at + 2
    return [], at


def _unit_starts_more(words: List[str], at: int) -> bool:
    """True when the unit at `at` belongs to a row of digits ('treinta cinco ocho') or to thousands, not to the
    tens before.
    """
    following = words[at + 1] if at + 1 < len(words) else ""
    return following in UNITS or following == "mil"


def _below_thousand(words: List[str], at: int) -> Tuple[List[str], int]:
    word = words[at] if at < len(words) else ""
    if word in HUNDREDS:
        if word == "cien":
            return ["cien"], at + 1
        rest, after = _below_hundred(words, at + 1)
        if rest and rest != ["cero"]:
            return [word, *rest], after
        return [word], at + 1
    return _below_hundred(words, at)


def _cardinal(words: List[str], at: int) -> Tuple[List[str], int]:
    """Words of the longest number that starts at `at` ([] if none), and the index after it."""
    if at < len(words) and words[at] == "mil":
        head, after = ["mil"], at + 1
    else:
        head, after = _below_thousand(words, at)
        if not head or head == ["cero"]:
            return head, after
        if after < len(words) and words[after] in ("millon", "millones"):
            rest, end = _cardinal(words, after + 1)
            return [
                *(["un"] if head == ["uno"] else head),
                "millón" if head == ["uno"] else "millones",
                *([] if rest == ["cero"] else rest),
            ], end if rest and rest != ["cero"] else after + 1
        if not (after < len(words) and words[after] == "mil"):
            return head, after
        head, after = [*head, "mil"], after + 1
    rest, end = _below_thousand(words, after)
    if rest and rest != ["cero"]:
        return head + rest, end
    return head, after


def _others(parts: List[str], value: int) -> Tuple[str, ...]:
    """Other digit strings that the same words may stand for: 'treinta tres' 33 or 303, 'dos mil ocho' 2008 or 20008."""
    if len(parts) < 2:
        return ()
    tens = [p for p in parts if p != "y"]
    last = _value((tens[-1],))
    if last is None or "mil" in tens[-1:] or "millón" in parts or "millones" in parts:
        return ()
    return (f"{value - last}{last}",)


def _digit(name: str) -> str:
    return str(UNITS[name]) if name in UNITS else name if name.isdigit() and len(name) == 1 else ""


def _repeated(names: List[str], words: Tuple[Token, ...], at: int) -> Optional[Tuple[str, int]]:
    """A digit said to come so many times, and the index after it: 'cero cuatro veces', 'tres veces el siete',
    'cuatro ceros'; None where none is.
    """
    one, two, three = (*names[at : at + 3], "", "", "")[:3]
    if not _digit(one):
        return None
    if two in ("veces", "vez"):
        after = at + 3 if three == "el" else at + 2
        digit = _digit(names[after]) if after < len(names) and words[after].text not in ("un", "una") else ""
        beside = [*names[max(0, at - 1) : at], *names[after + 1 : after + 2]]  # not 'chocó dos veces dos carros'
        dictated = digit and one not in ("0", "cero") and all(name in _SAID or not name.isalpha() for name in beside)
        return (digit * int(_digit(one)), after + 1) if dictated else None
    plural = words[at].text in _PLURAL
    if three == "veces" and int(_digit(two) or 0) > 1:
        after = at + 4 if at + 3 < len(names) and names[at + 3] == "el" else at + 3
        ahead = after < len(names) and _digit(names[after])  # 'dos, tres veces cuatro'
        return (_digit(one) * int(_digit(two)), at + 3) if plural or not ahead else None
    counted = (*names[at + 2 : at + 4], "", "")[1] == "veces"  # 'cinco, ceros cuatro veces'
    many = not counted and at + 1 < len(words) and words[at + 1].text in _PLURAL and int(_digit(one)) > 1
    return (_digit(two) * int(_digit(one)), at + 2) if many else None


# A digit said to be several: 'tres ceros', 'sietes dos veces'.
_PLURAL = frozenset(word for word in SPELLINGS if word.endswith("s") and SPELLINGS[word] == word[:-1])
_SAID = frozenset([*UNITS, *TEENS, *TENS, *HUNDREDS, *SPELLINGS])


_LETTER_O = re.compile(r"(?=\w*o)(?=(?:o*\d){3})\d[\do]{5,}")  # no plate has so many digits in a row


@lru_cache(maxsize=128)
def atoms(text: str) -> Tuple[Atom, ...]:
    """Every number in the text, written or spoken, in order."""
    words: Tuple[Token, ...] = whole(tokens(text), _SAID)
    names = [_word(token.text) for token in words]
    out: List[Atom] = []
    at = 0
    while at < len(words):
        word = names[at]
        if word.isdigit() and word.isascii() and len(word) <= 3 and at + 1 < len(words) and names[at + 1] == "mil":
            written = at + 2 < len(words) and names[at + 2].isdigit() and len(names[at + 2]) <= 3
            rest, after = ([], at + 3) if written else _below_thousand(names, at + 2)
            value = int(word) * 1000 + (int(names[at + 2]) if written else _value(tuple(rest)) or 0)
            out.append(Atom(str(value), words[at].start, words[after - 1].end, True))
            at = after
            continue
        zeros = _LETTER_O.fullmatch(word)
        if zeros:
            word = word.replace("o", "0")  # '2O87713'
        if word.isdigit() and word.isascii():
            out.append(Atom(word, words[at].start, words[at].end, False))
            at += 1
            continue
        if word in _TIMES and at + 1 < len(names):
            unit = names[at + 1]
            digit = unit if unit.isdigit() and len(unit) == 1 else str(UNITS[unit]) if unit in UNITS else ""
            if digit:
                out.append(Atom(digit * _TIMES[word], words[at].start, words[at + 1].end, True))
                at += 2
                continue
        again = _repeated(names, words, at)
        if again:
            out.append(Atom(again[0], words[at].start, words[again[1] - 1].end, True))
            at = again[1]
            continue
        parts, after = _cardinal(names, at)
        value = _value(tuple(parts)) if parts else None
        if value is None:
            at += 1
            continue
        out.append(Atom(str(value), words[at].start, words[after - 1].end, True, _others(parts, value)))
        at = after
    return tuple(out)
