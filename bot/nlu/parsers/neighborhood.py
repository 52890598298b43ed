"""Colonias, fraccionamientos and barrios: named, known, or 'el centro'."""

import re
from typing import Optional, Tuple

from .folding import Token, fold
from .geography import TOWNS, named
from .landmark import is_landmark
from .lookups import Phrases, load_lines, words
from .place_lists import AVENUES, GENERIC, NEIGHBORHOODS, STOPS, known_colonia, known_street, shown
from .place_names import name_end, place_starts
from .street_names import TYPE
from .street_starts import UNIT

# Words that begin the names of many colonias: 'Campestre La Rosita', 'Jardines Los Naranjos'.
_OFTEN_LONGER = GENERIC | {"campestre", "bosque", "fuentes", "fuente", "solidaridad", "parque", "alamos"}
_ARTICLES = frozenset(["la", "el", "los", "las"])
# Colonias that many towns have: where a street follows one without a comma, its name ends there.
COLONIAS: "Phrases[str]" = Phrases()
for _line in load_lines("common_colonias.txt"):
    COLONIAS.add(_line, _line)
_GOES_ON = re.compile(r"\s+(?:#?\s?\d{1,5}\b|no\.? \d|numero|y |esq|casi |entre )")

_AND_A_THING = re.compile(r"\s+y (?:la|el|los|las|mi|un|una|se|me|no|ya|le|lo|que|fue|hay|por|como|mis|dos) ")

Spans = Tuple[Tuple[int, int], ...]
_COLONIA = re.compile(
    r"\b(?:col|colonia|kolonia|colinia|coloni|fracc|fracionamiento|fraccionamiento|frac|barrio"
    r"|unidad habitacional|u\.?h\.?|residencial|conjunto habitacional|coto|poblado|ejido|rancheria"
    r"|infonavit|villas de|zona|sector)\b\.?\s*(?:(?:esta mal\b[,;]? ?)?(?:no es [a-z ]{2,24}?)?[,;]?\s*"
    r"(?:(?:sea|es|no se)[,;]? (?:pero )?(?:yo )?creo (?:que|q) )?\b(?:es"
    r"|se llama|era"
    r"|sino)\s+)?"
    r"(?:de (?=la |el |los |las )|de )?"
)
_CALLED = re.compile(r"\b(?:es|era|sino)\s+$")
_UNIT = re.compile(r"\b(?:en|de) (?:la|mi|esta) (?:u\.? |unidad )(?=[a-z])")  # not the vehicle: 'la unidad no prende'
OPEN_END = re.compile(r"\s*(?:[,.;]|$|(?:en|de|aqui|alla|aca) [a-z])")
_KEPT = ("villas", "infonavit", "zona", "ejido", "sector")
_CENTER = re.compile(
    r"\b(?:en|por|cerca de|a) (?:el |pleno |mero )?centro\b(?! comercial| de (?:la carretera|salud"
    r"|convenciones|verificacion))|\b(?:zona|colonia) centro\b|\bel mero centro\b|,\s*centro\b|(?<=\d) del centro\b"
)


_OF_THE_TOWN = re.compile(r",? centro(?=\s*(?:$|[,.;]))")  # 'toluca centro'
_BEFORE_THE_TOWN = re.compile(
    r"(?<!plaza )(?<!\bde )(?<!\bdel )(?<!\bal )(?<!\bel )\bcentro(?: de)? $"
)  # '5 de mayo centro oaxaca'


def neighborhood(text: str, taken: Spans) -> Optional[Tuple[str, int, int]]:
    """(name, start, end) of the colonia in the text, outside the offsets `taken`; None when there is none."""
    return (
        _labelled(text, taken)
        or _unit(text, taken)
        or _center(text, taken)
        or _known(text, taken)
        or _before_its_parts(text, taken)
    )


_CALLS_IT = re.compile(r"\W*(?:(?:en|de|col|colonia|que|se llama|es|era|fue)\b\W*)+")


def colonia(said: str) -> Optional[str]:
    """The colonia that is called so, without its town, and with the article of its name: 'es Las Ánimas, en Xalapa'."""
    lead = _CALLS_IT.match(fold(said))
    text = f"colonia {said[lead.end() if lead else 0 :]}"
    told = _labelled(text, ())
    rest = words(text[told[2] :]) if told else ()
    whole = told and (not rest or OPEN_END.match(fold(text), told[2]) or told[2] + rest[0].start in place_starts(text))
    return told[0] if told and whole else None


def colonia_at(text: str, offset: int) -> Optional[Tuple[int, int]]:
    """(start, end) of the name of the colonia whose label stands at `offset`, None where none does."""
    label = _COLONIA.match(fold(text), offset)
    said = words(text)
    first = next((i for i, w in enumerate(said) if label and w.start >= label.end()), len(said))
    if first == len(said) or not label:
        return None
    known = known_colonia(text, said, first, labelled=True)
    after = known.after if known else name_end(text, said, first, most=4)
    return (said[first].start, said[after - 1].end) if after > first else None


def free(start: int, end: int, taken: Spans) -> bool:
    """Whether text[start:end] shares nothing with the spans that are taken."""
    return not any(s < end and start < e for s, e in taken)


def _labelled(text: str, taken: Spans) -> Optional[Tuple[str, int, int]]:
    folded, said = fold(text), words(text)
    for match in _COLONIA.finditer(folded):
        first = next((i for i, w in enumerate(said) if w.start >= match.end()), len(said))
        if first == len(said) or said[first].start - match.end() > 2 or not free(match.start(), match.end(), taken):
            continue
        if re.match(r"[a-z]+\s*,", folded[match.start() :]) and (TOWNS.at(said, first) or TYPE.match(said[first].text)):
            continue  # 'no sé la colonia, Tampico', 'colima col, av Constitución'
        label = next(i for i, w in enumerate(said) if w.start >= match.start())
        first += _leading_article(text, said, first, match)
        whole = NEIGHBORHOODS.at(said, label)  # 'zona río tijuana' is Zona Río
        if whole and whole.after > first:
            return whole.entry, match.start(), said[whole.after - 1].end
        known = known_colonia(text, said, first, labelled=True)
        after = _before_a_street(text, said, first, name_end(text, said, first, most=4))
        capitals = text[said[after - 1].start].isupper() and text != text.upper()
        of = known and known.after < after and said[known.after].text in ("de", "del")
        longer = of and re.match(r"\s*(?:[,.;]|$)", folded[said[after - 1].end :])  # 'valle de sn javier, circuito…'
        if (
            known
            and not longer
            and not (capitals and after > known.after and not (known.after < len(said) and TOWNS.at(said, known.after)))
        ):
            after = known.after  # in small letters nothing tells where a longer name ends
            after += after < len(said) and said[after].text in (
                "norte",
                "sur",
                "oriente",
                "poniente",
                "nte",
                "ote",
                "pte",
            )
        joined = first < after < len(said) and capitals and text[said[after - 1].end : said[after].start] == " "
        town = TOWNS.at(said, after) if joined else None
        if town and _town_follows(text, said[town.after - 1].end):
            after = town.after  # 'Popular Coatepec, Puebla'
        if first < after < len(said) and said[after - 1].text in _OFTEN_LONGER and said[after].text in _ARTICLES:
            longer = name_end(text, said, after, most=2, numbered=False)
            town = longer < len(said) and said[longer].start in place_starts(text)
            closed = town or OPEN_END.match(folded, said[longer - 1].end)  # 'nueva los reyes toluca'
            after = longer if longer > after and closed else after
        if said[first].text == "centro":  # 'colonia centro hidalgo y juarez'
            after = first + 1 + (first + 1 < len(said) and said[first + 1].text in ("historico", "norte", "sur"))
        if after == first:
            continue
        name = shown(text, said[first].start, said[after - 1].end)
        if match.group().startswith(_KEPT) and fold(name) != "centro":
            name = shown(text, match.start(), said[after - 1].end)
        return name, match.start(), said[after - 1].end
    return None


def _town_follows(text: str, end: int) -> bool:
    """Whether a town follows after a comma."""
    gap = re.match(r"\s*,\s*", text[end:])
    return bool(gap) and any(n.start == end + gap.end() and n.place.municipality for n in named(text))


def _leading_article(text: str, said: Tuple[Token, ...], first: int, label: "re.Match[str]") -> int:
    """1 where the article at word `first` is the speaker's ('la colonia es la Roma'), 0 where it is the name's."""
    if said[first].text not in ("la", "el") or first + 1 == len(said) or NEIGHBORHOODS.at(said, first):
        return 0
    capital = text[said[first].start].isupper() and text != text.upper()
    called = _CALLED.search(label.group()) and not capital
    return int(bool(called or (NEIGHBORHOODS.at(said, first + 1) and not capital)))


def _unit(text: str, taken: Spans) -> Optional[Tuple[str, int, int]]:
    """A housing estate called 'unidad' for short: 'en la unidad Las Margaritas'."""
    said = words(text)
    for match in _UNIT.finditer(fold(text)):
        first = next((i for i, w in enumerate(said) if w.start >= match.end()), len(said))
        known = known_colonia(text, said, first, labelled=True) if first < len(said) else None
        after = known.after if known else name_end(text, said, first, most=3, numbered=False)
        if after == first or not free(match.start(), said[after - 1].end, taken):
            continue
        whole = bool(OPEN_END.match(fold(text), said[after - 1].end))
        capital = text[said[first].start].isupper() and text != text.upper()
        if known or (whole and (capital or after - first > 1)):
            return shown(text, said[first].start, said[after - 1].end), match.start(), said[after - 1].end
    return None


def _before_a_street(text: str, said: Tuple[Token, ...], first: int, after: int) -> int:
    """Where a colonia ends that a street follows without a comma: 'colonia moderna juarez 120', 'fracc los pinos pino
    blanco 23'.
    """
    if after == first or after == len(said) or not _GOES_ON.match(fold(text), said[after - 1].end):
        return after
    common = COLONIAS.at(said, first)
    if common:
        return common.after
    for at in range(first + 1, after):
        if AVENUES.at(said, at) and said[at - 1].text not in ("de", "del", "la", "las", "los", "el", "san", "santa"):
            return at
    if _AND_A_THING.match(fold(text), said[after - 1].end):
        return after  # 'colonia José N. Rovirosa y la camioneta…'
    small = ("de", "del", "la", "las", "los", "el")
    whole = [at for at in range(first, after) if said[at].text not in small and len(said[at].text) > 1]
    return whole[1] if len(whole) > 2 else after


def _center(text: str, taken: Spans) -> Optional[Tuple[str, int, int]]:
    folded = fold(text)
    towns = [n for n in named(text) if n.place.municipality]
    after_towns = (_OF_THE_TOWN.match(folded, n.end) for n in towns)
    before_towns = (_BEFORE_THE_TOWN.search(folded[: n.start]) for n in towns)
    for match in (_CENTER.search(folded), *after_towns, *before_towns):
        end = match.start() + match.group().index("centro") + len("centro") if match else 0
        if match and free(end - len("centro"), end, taken):
            return "Centro", end - len("centro"), end
    return None


def _known(text: str, taken: Spans) -> Optional[Tuple[str, int, int]]:
    """A colonia of the list after 'en', 'en la'; not when it goes on like a street."""
    folded, said = fold(text), words(text)
    for first in range(1, len(said)):
        known = known_colonia(text, said, first)
        if not known or TYPE.fullmatch(said[known.after - 1].text) or _is_thing(said, first, known.after):
            continue  # 'por la vía Morelos', 'en la curva de…'
        start, end = said[first].start, said[known.after - 1].end
        before, two_back = said[first - 1].text, said[first - 2].text if first > 1 else ""
        if before in ("la", "el"):
            introduced = two_back in ("en", "por", "es", "") and not TYPE.match(said[first].text)
        else:
            introduced = before in ("en", "por") and not (AVENUES.at(said, first) or TYPE.match(said[first].text))
        if introduced and free(start, end, taken) and not _goes_on(said, known.after, folded[end:]):
            return known.entry, start, end
    return None


def _is_thing(said: Tuple[Token, ...], first: int, after: int) -> bool:
    """Whether a name is only an article and a landmark's word, or goes on: 'El Túnel', 'la curva de…'."""
    article = said[first].text in _ARTICLES
    more = article and after < len(said) and said[after].text in ("de", "del", "d")
    return after - first == 1 + article and (more or is_landmark(said[after - 1].text))


# What may stand between the last boundary and the name of an estate.
_OPENED = re.compile(r"(?:^|[,.;:(\n]|\ben\b|\bes\b|\bpor\b)\W*(?:(?:en|es|por|pues|aqui|estoy) )*")


def _before_its_parts(text: str, taken: Spans) -> Optional[Tuple[str, int, int]]:
    """An estate that tells itself by its parts: 'Villas La Merced mz 12 lt 30', 'paseos del río 2da sección'."""
    folded, said = fold(text), words(text)
    for parts in UNIT.finditer(folded):
        opened = [m.end() for m in _OPENED.finditer(folded, 0, parts.start())]
        if not opened or re.search(r"\d", folded[opened[-1] : parts.start()]):
            continue
        towns = [n.end for n in named(text) if n.start >= opened[-1] and n.end < parts.start()]
        begin = (
            towns[0] if towns and named(text[opened[-1] :])[0].start == 0 else opened[-1]
        )  # 'en slp lomas 4ta sección'
        name = folded[begin : parts.start()].strip(" ,.")
        first = next((i for i, w in enumerate(said) if w.start >= begin), len(said))
        after = next((i for i, w in enumerate(said) if w.start >= parts.start()), len(said))
        inside = [word.text for word in said[first:after]]
        plain = not STOPS.intersection(inside) - _ARTICLES and not TYPE.search(name)
        town = TOWNS.at(said, first) if inside else None
        if 1 <= len(inside) <= 5 and len(name) > 4 and plain and not (town and town.after >= after):
            start, end = said[first].start, said[after - 1].end
            if free(start, end, taken):
                return shown(text, start, end), start, end
    return None


def _goes_on(said: Tuple[Token, ...], after: int, rest: str) -> bool:
    """Whether what follows a name makes it a street: a number, a corner."""
    joined = after + 1 < len(said) and said[after].text in ("y", "con") and known_street(said, after + 1) > after + 1
    return joined or bool(re.match(r"\s*(?:esq|esquina|\d{2,}|#|numero)\b", rest))
