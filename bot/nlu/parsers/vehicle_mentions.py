"""Every vehicle named in a text: make, model with trim, year, colour, kind, in one mention each, whoever's it is."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Dict, List, Optional, Tuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from .colors import COLORS
from .folding import Token, fold
from .lookups import Match, Phrases, load_lines, load_yaml, words
from .numbers import Atom, atoms
from .years import as_year, labelled

KINDS: Dict[str, str] = {
    **dict.fromkeys(
        [
            "carro",
            "coche",
            "auto",
            "automovil",
            "carrito",
            "cochecito",
            "nave",
            "carcacha",
            "ranfla",
            "mueble",
            "vehiculo",
            "unidad",
            "sedan",
            "hatchback",
            "taxi",
            "uber",
            "didi",
            "cochesito",
            "troca",
            "carrazo",
            "autito",
            "patrulla",
        ],
        "auto",
    ),
    **dict.fromkeys(
        [
            "camioneta",
            "suv",
            "vagoneta",
            "camionetota",
            "camionetita",
            "troca",
            "trocona",
            "pickup",
            "pick up",
            "troka",
            "mueble grande",
            "redilas",
            "ambulancia",
        ],
        "pickup",
    ),
    **dict.fromkeys(["van", "combi", "urvan", "pesera"], "van"),
    **dict.fromkeys(
        [
            "camion",
            "torton",
            "rabon",
            "pipa",
            "volteo",
            "camionsito",
            "grua",
            "tres y media",
            "estaquitas",
            "camion de carga",
            "camion de volteo",
            "camion de la basura",
            "revolvedora",
        ],
        "truck",
    ),
    **dict.fromkeys(
        ["trailer", "tractocamion", "trailero", "tracto", "tractor", "quinta rueda", "doble remolque", "full"],
        "tractor",
    ),
    **dict.fromkeys(
        [
            "autobus",
            "bus",
            "camion de pasajeros",
            "micro",
            "microbus",
            "pesero",
            "urbano",
            "camion urbano",
            "metrobus",
            "minibus",
            "ruta",
            "trolebus",
            "mexibus",
        ],
        "bus",
    ),
    **dict.fromkeys(
        [
            "moto",
            "motocicleta",
            "motoneta",
            "motito",
            "cuatrimoto",
            "scooter",
            "motorraton",
            "mototaxi",
            "motociclista",
        ],
        "motorcycle",
    ),
}
TRIMS = frozenset(load_lines("trims.txt"))
_GLUE = {
    "color",
    "de",
    "del",
    "tipo",
    "modelo",
    "ano",
    "anio",
    "marca",
    "es",
    "version",
    "mi",
    "y",
    "con",
    "submarca",
    "linea",
    "mod",
    "tono",
    "serie",
}
_ARTICLES = {
    "un",
    "una",
    "mi",
    "el",
    "tu",
    "su",
    "la",
    "otro",
    "otra",
    "ese",
    "esa",
    "este",
    "esta",
    "aquel",
    "mis",
    "carro",
    "coche",
    "auto",
    "camioneta",
    "moto",
    "tipo",
    "modelo",
    "troca",
    "taxi",
    "unidad",
    "marca",
    "vehiculo",
    "nuestro",
    "nuestra",
    "motocicleta",
    "camion",
    "trailer",
}


@dataclass(frozen=True)
class Model:
    """A line of the lookup: a make, or a model of a make; `shy` models need company to be believed."""

    make: str
    model: Optional[str]
    kind: str
    shy: bool = False
    code: bool = False


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
    others: List[str] = field(default_factory=list)

    def value(self) -> Dict[str, object]:
        """The contract's vehicle fields."""
        return {"make": self.make, "model": self.model, "year": self.year, "color": self.color, "kind": self.kind}


_MAKES: "Phrases[Model]" = Phrases()
_MODELS: "Phrases[Model]" = Phrases()
_OF_MAKE: Dict[str, "Phrases[Model]"] = {}
_PRETTY = {"Mercedes-Benz Autobuses": "Mercedes-Benz", "Honda Motos": "Honda"}


def _load() -> List[str]:
    names = set()
    for make, entry in load_yaml("makes_models.yml").items():
        shown = _PRETTY.get(make, make)
        own = _OF_MAKE.setdefault(shown, Phrases())
        for name in [make, *entry["aka"]]:
            if name not in _PRETTY:
                _MAKES.add(name, Model(shown, None, entry["kind"]))
                names.add(fold(name))
        for line in entry["models"]:
            said, _, meant = str(line).lstrip("~").partition(" = ")
            shy = str(line).startswith("~") or len(said) <= 3 or said.isdigit()
            code = len(said) <= 2 or (said[0].isdigit() and not re.search(r"[a-zA-Z]{2}", said))
            model = Model(shown, meant or said, entry["kind"], shy, code)
            for form in {said, re.sub(r"[ \-]", "", said)}:
                own.add(form, model)
                if not (code and form.isdigit()):
                    _MODELS.add(form, model)
            if not shy and len(said) >= 5 and said.isalpha():
                names.add(fold(said))
    return sorted(n for n in names if len(n) >= 5 and n.isalpha())


_FUZZY = _load()
_KINDS: "Phrases[str]" = Phrases()
for _noun, _kind in KINDS.items():
    _KINDS.add(_noun, _kind)
    _KINDS.add(_noun + "s" if _noun[-1] in "aeiou" else _noun, _kind)
_COMMON = frozenset(load_lines("not_vehicles.txt"))


@lru_cache(maxsize=2048)
def _typo(word: str) -> Optional[str]:
    """The make or model that `word` misspells by one letter, or None."""
    if len(word) < 5 or not word.isalpha() or word in _COMMON:
        return None
    near = extractOne(word, _FUZZY, scorer=OSA.distance, score_cutoff=1)
    return near[0] if near and near[0][0] == word[0] else None


@lru_cache(maxsize=64)
def mentions(text: str) -> Tuple[Mention, ...]:
    """The vehicles named in the text, from left to right."""
    said = words(text)
    numbers = {atom.start: atom for atom in atoms(text)}
    out: List[Mention] = []
    at = 0
    while at < len(said):
        mention, after = _read(text, said, at, numbers)
        if mention:
            out.append(mention)
        at = max(after, at + 1)
    return tuple(out)


def _read(text: str, said: Tuple[Token, ...], first: int, numbers: Dict[int, Atom]) -> Tuple[Optional[Mention], int]:
    start = _kind(said, first) or _make(said, first) or _model(said, first, None) or _misspelled(said, first)
    if not start:
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
            and word in TRIMS
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
            and not (mention.make and not mention.model and _OF_MAKE[mention.make].at(said, at))
        ):
            after = at + sum(1 for w in said[at:] if w.end <= atom.end)
            is_label = labelled(folded, atom.start)
            year = as_year(atom.digits, is_label or _ends_thing(folded, atom.end))
            if year is None and atom.digits in ("20", "19") and after < len(said) and said[after].start in numbers:
                following = numbers[said[after].start]
                year = as_year(atom.digits + following.digits, False) if len(following.digits) == 2 else None
                after += sum(1 for w in said[after:] if w.end <= following.end) if year else 0
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
        if word not in _GLUE:
            break
        at, glue = at + 1, glue + 1
    return mention, start.after if mention.end == said[start.after - 1].end else 1 + max(
        i for i, w in enumerate(said) if w.end <= mention.end
    )


def _as_trim(said: str) -> str:
    return said.upper() if len(said) <= 3 and said != "i" else said[:1].upper() + said[1:] if len(said) > 1 else said


def _ends_thing(folded: str, end: int) -> bool:
    """A bare two-digit year counts only when no unit or more digits follow."""
    return not re.match(r"\s*(?:\d|km|anos|minutos|horas|personas|por|de )", folded[end:])


def _kind(said: Tuple[Token, ...], first: int) -> Optional[Match]:
    return _KINDS.at(said, first)


def _make(said: Tuple[Token, ...], first: int) -> Optional[Match]:
    make = _MAKES.at(said, first)
    if (
        make
        and said[first].text in _PLAIN_WORDS
        and make.after == first + 1
        and not _introduced(said, first)
        and not _followed(said, make)
    ):
        return None
    return make


_PLAIN_WORDS = {
    "for",
    "fort",
    "mini",
    "smart",
    "hero",
    "man",
    "mac",
    "vento",
    "ram",
    "onda",
    "lincoln",
    "jaguar",
    "mercury",
    "saturn",
    "hummer",
    "triumph",
    "internacional",
    "international",
    "mack",
    "merced",
    "mercedes",
    "puyo",
    "fiat",
    "sev",
    "dina",
    "mariner",
    "seat",
    "dinamo",
    "carabela",
    "quia",
    "victoria",
}


def _introduced(said: Tuple[Token, ...], first: int) -> bool:
    return (first > 0 and said[first - 1].text in _ARTICLES) or first == 0


def _followed(said: Tuple[Token, ...], make: Match) -> bool:
    return make.after < len(said) and _OF_MAKE[make.entry.make].at(said, make.after) is not None


def _model(said: Tuple[Token, ...], first: int, make: Optional[str]) -> Optional[Match]:
    if make:
        return _OF_MAKE[make].at(said, first)
    match = _MODELS.at(said, first)
    if not match or match.entry.code:
        return None
    if match.entry.shy:
        before = said[first - 1].text if first else ""
        if before not in _ARTICLES - {"el", "la", "su", "esta", "este", "modelo"} and not (
            first == 0
            and match.after < len(said)
            and (
                COLORS.at(said, match.after)
                or as_year(said[match.after].text if said[match.after].text.isdigit() else "", False)
            )
        ):
            return None
    return match


def _misspelled(said: Tuple[Token, ...], first: int) -> Optional[Match]:
    """A make or model with one wrong letter, after an article or a possessive."""
    if (
        first == 0
        or said[first - 1].text not in ("un", "una", "mi", "otro", "marca", "tipo", "es")
        or KINDS.get(said[first].text)
    ):
        return None
    right = _typo(said[first].text)
    if not right or COLORS.at(said, first):
        return None
    token = Token(right, said[first].start, said[first].end)
    match = _MAKES.at((token,), 0) or _MODELS.at((token,), 0)
    return Match(first, first + 1, match.entry) if match else None


def _next_part(said: Tuple[Token, ...], at: int, mention: Mention) -> Optional[Match]:
    """The make or model that completes the mention, or None."""
    if mention.make and not mention.model:
        own = _model(said, at, mention.make)
        if own:
            return own
        right = _typo(said[at].text)
        if right and _OF_MAKE[mention.make].at((Token(right, 0, 0),), 0):
            return Match(at, at + 1, _OF_MAKE[mention.make].at((Token(right, 0, 0),), 0).entry)
        return None
    if not mention.make:
        if mention.model is None:
            found_make = _make(said, at)
            if found_make:
                return found_make
            model = _MODELS.at(said, at)
            if (
                model
                and not model.entry.code
                and not (model.entry.shy and said[at - 1].text in ("de", "del", "con", "y", "es"))
            ):
                return model
            return _misspelled(said, at) if mention.noun else None
    elif mention.model:
        make = _MAKES.at(said, at)
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
