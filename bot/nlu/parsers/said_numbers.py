"""The text with the numbers of addresses in digits, what thumbs shorten beside them in full, and the way back:
'calle cincuenta y nueve' as 'calle 59', 'c 5 d mayo' as 'c 5 de mayo', 'xa Tepic' as 'para Tepic'.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import List, NamedTuple, Optional, Tuple

from .folding import fold
from .geography import TOWNS
from .lookups import words
from .number_words import Atom, atoms
from .place_lists import AVENUES, NEIGHBORHOODS
from .place_names import counted

# Small numbers are also words of names ('Tres Ríos', 'Domingo Diez'): they are numbers after these, or before a date.
_BEFORE = re.compile(
    r"\b(?:calle|av|avenida|eje|numero|num|no|km|kilometro|lote|lt|manzana|mz|carretera|federal|mexico|entre|y|con"
    r"|por|x"
    r"|mas|punto|esquina|la|interior|region|andador|retorno|privada|perdon|digo|miento|dicho)\W+$"
)
_AFTER = re.compile(r"\s+(?:de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
                    r"|diciembre)|norte|sur|oriente|poniente)\b")  # fmt: skip

# Short forms that are no other word where they stand.
_SHORT = re.compile(
    r"\b(?:xa(?= [a-z])"
    r"|(?<=[a-z]{3} )(?<!calle )(?<!tipo )(?<!zona )(?<!manzana )(?<!andador )(?<!edificio )(?<!letra )"
    r"(?<!seccion )(?<!torre )(?<!bloque )(?<!lote )d(?= (?:la|el|sn|[a-z]{3}))|(?<=\d )d(?= (?:enero|febrero"
    r"|marzo|abril|mayo|junio|julio|agosto|sept?iembre|octubre|noviembre"
    r"|diciembre)\b)|(?<!cd )(?<!cd\. )(?<!ciudad de )mx(?= ?- ?[a-z0-9]| \d)"
    # 'voy p San Cristóbal', and verbs of going written as they sound: 'iva x el bulevar', 'benia d León'
    r"|(?:(?<=\bvoy )|(?<=\bboy )|(?<=\b[bv]amos )|(?<=\b[bv]engo )|(?<=\b[bv]enia )|(?<=\bi[bv]a )|(?<=\bhi[bv]a )"
    r"|(?<=\bi[bv]amos )|(?<=\brumbo )|(?<=\bdireccion )|(?<=\bsentido ))(?:p/?|pr|pra)(?= [a-z]{3})"
    r"|(?:h?[iy]va|hiba|benia|boy|bamos|bengo"
    r"|(?:and|manej|circul|transit|pas|baj|est|regres|cruz|rod|avan[sz]|llev|camin|viaj)ava)(?:mos|n)?"
    r"(?= (?:x|xa|p|pr|por|en|a|al|pa|pal|para|sobre|rumbo|hacia|asia|d|de|con|[a-z]+ndo)\b))\b"
)
_IN_FULL = {
    **{"xa": "para", "d": "de", "mx": "mex", "p": "para", "p/": "para", "pr": "para", "pra": "para"},
    **{"boy": "voy", "bamos": "vamos", "bengo": "vengo"},
}


class Spelled(NamedTuple):
    """`text` with digits for number words; `origin[i]` is the offset as said of its i-th character, and of the end."""

    text: str
    origin: Tuple[int, ...]

    def here(self, spans: Tuple[Tuple[int, int], ...]) -> Tuple[Tuple[int, int], ...]:
        """Spans of the text as said, in this one."""
        return tuple((bisect_left(self.origin, s), bisect_left(self.origin, e)) for s, e in spans)

    def said(self, start: int, end: int) -> Tuple[int, int]:
        """Offsets as said of text[start:end]."""
        return self.origin[start], self.origin[end]


def _is_number(text: str, atom: Atom) -> bool:
    folded = fold(text)
    if not atom.spoken or atom.digits == "1" or _in_a_name(text, atom):
        return False
    if len(atom.digits) > 1 and atom.digits != "10":
        return True
    return bool(_BEFORE.search(folded[: atom.start]) or _AFTER.match(folded, atom.end))


def _in_a_name(text: str, atom: Atom) -> bool:
    """'Real de Catorce', 'Domingo Diez', 'Tres Marías'."""
    said = words(text)
    here = next((i for i, word in enumerate(said) if word.start >= atom.start), len(said))
    for phrases in (TOWNS, AVENUES, NEIGHBORHOODS):
        for first in range(max(0, here - 2), here + 1):
            match = phrases.at(said, first) if first < len(said) else None
            if match and match.after > here and match.after - first > 1:
                return True
    return counted(said, here)


@lru_cache(maxsize=64)
def spell(text: str) -> Spelled:
    """'carretera federal ochenta y cinco' as 'carretera federal 85'."""
    at = 0
    parts: List[str] = []
    origin: List[int] = []
    last: Optional[Atom] = None
    for atom in atoms(text):
        if last and atom.spoken and atom.start - last.end == 1:  # 'doce cincuenta' is 1250, 'cien veinte' is 120
            sums = int(last.digits) % 100 == 0 and len(atom.digits) < 3
            digits = str(int(last.digits) + int(atom.digits)) if sums else last.digits + atom.digits
            del origin[len(origin) - len(parts.pop()) :]
            parts.append(digits)
            origin += [last.start] * len(digits)
            at, last = atom.end, Atom(digits, last.start, atom.end, True)
        elif _is_number(text, atom):
            parts += [text[at : atom.start], atom.digits]
            origin += [*range(at, atom.start), *([atom.start] * len(atom.digits))]
            at, last = atom.end, atom
        else:
            last = None
    parts.append(text[at:])
    origin += range(at, len(text) + 1)
    return _in_full("".join(parts), origin)


def _going(word: str) -> str:
    """A verb of going as it is written: 'hivamos' as 'ibamos', 'manejava' as 'manejaba', 'benia' as 'venia'."""
    return re.sub(r"^h?[iy][bv]a", "iba", re.sub(r"^benia", "venia", re.sub(r"ava(mos|n)?$", r"aba\1", word)))


def _in_full(text: str, origin: List[int]) -> Spelled:
    """The text with short forms written out, the way back kept."""
    at = 0
    parts: List[str] = []
    kept: List[int] = []
    for match in _SHORT.finditer(fold(text)):
        full = _IN_FULL.get(match.group()) or _going(match.group())
        parts += [text[at : match.start()], full]
        first, last = origin[match.start()], origin[match.end() - 1]
        kept += [*origin[at : match.start()], *(min(first + i, last) for i in range(len(full)))]
        at = match.end()
    return Spelled("".join([*parts, text[at:]]), (*kept, *origin[at:]))
