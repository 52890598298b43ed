"""Every vehicle named in a text: make, model with trim, year, colour, kind, in one mention each, whoever's it is."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Dict, List, Optional, Tuple

from .catalogue import GLUE, INTRODUCERS, KINDS, MAKES, MODELS, NOUNS, OF_MAKE, PLAIN_MAKES, TRIMS, Model, misspelled
from .colors import COLORS
from .folding import Token, fold
from .lookups import Match, words
from .names import FIRST, LAST
from .number_words import Atom, atoms
from .vehicle_signs import at_work, driven, is_elsewhere, is_river, is_spelled
from .years import as_year, labelled


@dataclass
class Mention:
    """One vehicle as named in a text; start and end are offsets."""

    start: int
    end: int
    make: Optional[str] = None
    model: Optional[str] = None
    year: Optional[int] = None
    color: Optional[str] = None
    kind: Optional[str] = None
    noun: Optional[str] = None

    def value(self) -> Dict[str, object]:
        """The contract's vehicle fields."""
        return {"make": self.make, "model": self.model, "year": self.year, "color": self.color, "kind": self.kind}


@lru_cache(maxsize=64)
def mentions(text: str) -> Tuple[Mention, ...]:
    """The vehicles named in the text, from left to right."""
    said = _in_digits(text)
    numbers = {atom.start: atom for atom in atoms(text)}
    out: List[Mention] = []
    at = 0
    while at < len(said):
        mention, after = _read(text, said, at, numbers)
        if mention:
            out.append(mention)
        at = max(after, at + 1)
    return tuple(out)


def _in_digits(text: str) -> Tuple[Token, ...]:
    """The words of the text, numbers in words as one word of digits ('mazda tres', 'rav cuatro')."""
    spoken = [a for a in atoms(text) if a.spoken and text[a.start : a.end].lower() not in ("un", "una", "uno")]
    if not spoken:
        return words(text)
    kept = [w for w in words(text) if not any(a.start <= w.start < a.end for a in spoken)]
    return tuple(sorted([*kept, *(Token(a.digits, a.start, a.end) for a in spoken)], key=lambda w: w.start))


def _read(text: str, said: Tuple[Token, ...], first: int, numbers: Dict[int, Atom]) -> Tuple[Optional[Mention], int]:
    start = _kind(said, first) or _make(said, first) or _model(said, first, None) or _misspelled(said, first)
    if not start or (not isinstance(start.entry, str) and is_elsewhere(said, first)):
        return None, first + 1
    mention = Mention(said[first].start, said[start.after - 1].end)
    _apply(mention, start, said)
    at, glue, folded, last_model = start.after, 0, fold(text), start.after if mention.model else -1
    while at < len(said) and glue <= 3:
        gap = folded[said[at - 1].end : said[at].start]
        if len(gap) > 3 or (any(mark in gap for mark in ".;:?!\n") and glue == 0 and not re.match(r"[.:] ?$", gap)):
            break
        word = said[at].text
        if (
            last_model == at
            and _is_trim(text, said, at)
            and (word not in ("i", "e", "r") or (at + 1 < len(said) and said[at + 1].text in TRIMS))
        ):
            mention.model = f"{mention.model} {_as_trim(text[said[at].start : said[at].end])}"
            mention.end, at, glue, last_model = said[at].end, at + 1, 0, at + 1
            continue
        color = COLORS.at(said, at)
        if color and not mention.color:
            mention.color, mention.end, at, glue = color.entry, said[color.after - 1].end, color.after, 0
            continue
        atom = numbers.get(said[at].start)
        if (
            atom
            and not mention.year
            and not (mention.make and not mention.model and OF_MAKE[mention.make].at(said, at))
        ):
            after = at + sum(1 for w in said[at:] if w.end <= atom.end)
            is_label = labelled(folded, atom.start)
            year = as_year(atom.digits, is_label or _ends_thing(folded, atom.end))
            following = numbers.get(said[after].start) if after < len(said) else None
            whole = _in_two(atom, following, folded)
            if whole:
                year, after = whole, after + 1  # 'modelo veinte diecinueve'
            if atom.digits == "2000" and following and len(following.digits) <= 2:
                year, after = 2000 + int(following.digits), after + 1  # '2 mil 20'
            if (
                year
                and (mention.make or mention.model or mention.kind)
                and (is_label or len(atom.digits) == 4 or mention.model or mention.make)
            ):
                mention.year, mention.end, at, glue = year, said[after - 1].end, after, 0
                continue
        part = _next_part(said, at, mention)
        if part:
            _apply(mention, part, said)
            mention.end, at, glue = said[part.after - 1].end, part.after, 0
            last_model = at if part.entry and isinstance(part.entry, Model) and part.entry.model else last_model
            continue
        if word not in GLUE and not (word in ("un", "una") and _year_next(said, at)):
            break
        at, glue = at + 1, glue + 1
    return mention, start.after if mention.end == said[start.after - 1].end else 1 + max(
        i for i, w in enumerate(said) if w.end <= mention.end
    )


_PARTICLES = frozenset(("se", "le", "si"))
_DESCRIBES = frozenset(
    ["modelo", "mod", "color", "ano", "anio", "de", "del", "mk", "tipo", "tono", "placas", "automatico", "estandar"]
)


def _is_trim(text: str, said: Tuple[Token, ...], at: int) -> bool:
    """A trim level; no pronoun or particle, as in 'mi Avanza sí camina', 'el Tsuru se le metió'."""
    if said[at].text not in TRIMS or said[at].text not in _PARTICLES:
        return said[at].text in TRIMS
    typed = text[said[at].start : said[at].end]
    if typed.isupper() and text != text.upper():
        return True
    following = said[at + 1].text if at + 1 < len(said) else ""
    described = not following or following.isdigit() or following in _DESCRIBES or COLORS.at(said, at + 1) is not None
    return described and "í" not in typed


def _trim_next(said: Tuple[Token, ...], at: int) -> bool:
    return at < len(said) and len(said[at].text) > 1 and said[at].text in TRIMS - {"si"}


def _in_two(atom: Atom, following: Optional[Atom], folded: str) -> Optional[int]:
    """The year said in two numbers: 'veinte diecinueve', '20 19'; None where it is none."""
    if atom.digits not in ("20", "19") or not following or len(following.digits) != 2:
        return None
    together = folded[atom.end : following.start] == " "
    return as_year(atom.digits + following.digits, False) if together else None


def _year_next(said: Tuple[Token, ...], at: int) -> bool:
    """'mi carro es un 2012 gris'."""
    following = said[at + 1].text if at + 1 < len(said) else ""
    return following.isdigit() and len(following) in (2, 4) and as_year(following, True) is not None


def _as_trim(said: str) -> str:
    return said.upper() if len(said) <= 3 and said != "i" else said[:1].upper() + said[1:] if len(said) > 1 else said


def _ends_thing(folded: str, end: int) -> bool:
    """A bare two-digit year counts only when no unit or more digits follow."""
    return not re.match(r"\s*(?:\d|km|anos|minutos|horas|personas|por|de )", folded[end:])


def _kind(said: Tuple[Token, ...], first: int) -> Optional[Match]:
    return KINDS.at(said, first)


def _make(said: Tuple[Token, ...], first: int) -> Optional[Match]:
    make = MAKES.at(said, first)
    if (
        make
        and said[first].text in PLAIN_MAKES
        and make.after == first + 1
        and not _introduced(said, first)
        and not _followed(said, make)
    ):
        return None
    if (
        make
        and MODELS.at(said, first)
        and not _followed(said, make)
        and (first == 0 or KINDS.at(said, first - 1) is None)
    ):
        return None  # 'un vento' is Volkswagen's model unless Vento's own model or 'moto' says otherwise
    return make


def _introduced(said: Tuple[Token, ...], first: int) -> bool:
    before = said[first - 1].text if first else ""
    if before == "la" and said[first].text == "merced":
        return False  # where, not what: 'Villas La Merced'
    return first == 0 or before in INTRODUCERS or before in NOUNS


def _followed(said: Tuple[Token, ...], make: Match) -> bool:
    return make.after < len(said) and OF_MAKE[make.entry.make].at(said, make.after) is not None


def _model(said: Tuple[Token, ...], first: int, make: Optional[str]) -> Optional[Match]:
    if make:
        return OF_MAKE[make].at(said, first)
    match = MODELS.at(said, first)
    if not match or match.entry.code or is_spelled(said, first) or is_river(said, first, match.after):
        return None
    if match.entry.shy:
        before = said[first - 1].text if first else ""
        if first > 1 and said[first - 2].text in ("hubo", "habia", "paso", "cayo", "por", "hizo", "vino"):
            return None  # a tornado, not a Tornado
        if before in ("el", "la") and (at_work(said, first, match.after) or driven(said, first)):
            return match
        if (before, said[first].text) == ("la", "avanza") or (not before and _trim_next(said, match.after)):
            return match
        if before not in INTRODUCERS - {"el", "la", "su", "esta", "este", "modelo"} and not (
            before in ("", "su", "el", "la")
            and match.after < len(said)
            and (
                COLORS.at(said, match.after)
                or as_year(said[match.after].text if said[match.after].text.isdigit() else "", False)
            )
        ):
            return None
    return match


_BROUGHT = ("traigo", "traia", "es", "en", "era", "tengo", "manejo", "manejaba", "con", "contra", "robaron")


def _misspelled(said: Tuple[Token, ...], first: int) -> Optional[Match]:
    """A make or model with one wrong letter, after an article or a possessive."""
    if (
        first == 0
        or said[first - 1].text not in ("un", "una", "mi", "otro", "marca", "tipo", "es")
        or NOUNS.get(said[first].text)
    ):
        return None
    right = misspelled(said[first].text)
    if not right or COLORS.at(said, first) or said[first].text in FIRST or said[first].text in LAST:
        return None
    described = any(
        COLORS.at(said, i) or as_year(said[i].text, False) for i in range(first + 1, min(first + 3, len(said)))
    )
    if not (described or said[first - 1].text in ("marca", "tipo") or (first > 1 and said[first - 2].text in _BROUGHT)):
        return None
    token = Token(right, said[first].start, said[first].end)
    match = MAKES.at((token,), 0) or MODELS.at((token,), 0)
    return Match(first, first + 1, match.entry) if match else None


def _next_part(said: Tuple[Token, ...], at: int, mention: Mention) -> Optional[Match]:
    """The make or model that completes the mention, or None."""
    if mention.make and not mention.model:
        own = _model(said, at, mention.make)
        if own:
            return own
        right = misspelled(said[at].text)
        if right and OF_MAKE[mention.make].at((Token(right, 0, 0),), 0):
            return Match(at, at + 1, OF_MAKE[mention.make].at((Token(right, 0, 0),), 0).entry)
        return None
    if not mention.make:
        if mention.model is None:
            found_make = _make(said, at)
            if found_make:
                return found_make
            model = None if said[at].text == "uno" else MODELS.at(said, at)  # 'unidad uno'
            if (
                model
                and not model.entry.code
                and not (model.entry.shy and said[at - 1].text in ("de", "del", "con", "y", "es"))
            ):
                return model
            return _misspelled(said, at) if mention.noun else None
    elif mention.model:
        make = MAKES.at(said, at)
        if make and make.entry.make == mention.make:
            return make
    return None


def _apply(mention: Mention, part: Match, said: Tuple[Token, ...]) -> None:
    if isinstance(part.entry, str):
        mention.noun, mention.kind = said[part.first].text, part.entry
        return
    if part.entry.model is None or mention.make is None:
        mention.make = part.entry.make
    if part.entry.model:
        mention.model = part.entry.model
    if mention.kind is None or mention.kind == "auto" or part.entry.kind != "auto":
        mention.kind = part.entry.kind
