"""Roads between towns: name or number, kilometre, heading, nearest town."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import List, Optional, Tuple

from .folding import Token, fold
from .geography import STATE_NAMES, TOWNS, capital_named_as_state, named
from .kilometers import bare_kilometer, kilometer
from .lookups import load_lines, words
from .place_lists import STOPS, shown
from .place_names import name_end
from .roadside import heading, in_full, near, nearest, town_end
from .street_names import TYPE

_LABEL = re.compile(
    r"\b(?:super ?carretera|carretera|carrretera|karretera|caretera|carretra|carr|autopista|autopisa"
    r"|autopist|autopsta|utopista|autop|aut(?= )|macro ?libramiento|libramiento|libr(?= )|maxipista|autovia"
    r"|lib(?= (?:norte|sur|nte|ote|pte|oriente|poniente|al?|de|del)\b)|(?:cuota|libre)(?= [a-z])|federal(?= \d"
    r"| a [a-z]))\b\.?"
)
_KINDS_AFTER = re.compile(
    r"(?:\s*(?:corta|larga|antigua|federal|fed\.?|libre|de cuota|cuota|nacional|estatal|vieja|nueva|escenica"
    r"|panamericana"
    r"|internacional|costera|interestatal|mexico|de|la|a|al|del|hacia|que va a|que va de|que va|mex|no"
    r"|num|numero|de paga)\b)*\s*"
)
_FAMOUS = re.compile(
    r"(?<!\by )(?<!\bcon )(?<!\besq )(?<!\bav )(?<!avenida )"
    r"\b(?:autopista del sol|la autopista del sol|(?<=la )del sol|transpeninsular|(?<=la )escenica"
    r"|(?<=la )panamericana|arco norte"
    r"|siglo xxi|siglo 21|siglo veintiuno"
    r"|circuito exterior mexiquense|circuito mexiquense|mexiquense|macrolibramiento|"
    r"chamapa[ \-]lecheria|la rumorosa|espinazo del diablo|la pera|carretera nacional"
    r"|carretera escenica|carretera panamericana|carretera transistmica|"
    r"carretera interserrana|paso del toro|cumbres de maltrata|cumbres de acultzingo|la tinaja"
    r"|rio frio)\b"
)
_NUMBER = re.compile(
    r"\b(\d{1,3}d?) (?:libre|de cuota|cuota|federal)\b|\b(?:(?:la|en|por|carretera|autopista)\s+)?(?:(?:carretera\s+"
    r"|autopista\s+)?federal|mexico|mex"
    r"|carretera|autopista|costera|la)\s*-?\s*(\d{1,3}d?)\b(?!\s*(?:de(?! cuota| paga| [a-z ]{3,24} (?:a|hacia"
    r"|para) )|metros"
    r"|anos|minutos|horas|carros|avenida|av"
    r"|personas|%|(?:por|x) \d|norte|sur|oriente|poniente|[:/.,]\d))"
)
# A road of any kind: what 'near' a town is said of.
_ROAD = re.compile(r"\b(?:autopista|carretera|supercarretera|caseta|libramiento|(?:en|por) la (?:libre|cuota))\b")
_ROADS = frozenset(load_lines("federal_roads.txt"))


@dataclass(frozen=True)
class Road:
    """What was said about a road; `spans` are the offsets it was said at, so that no other finder reads them again."""

    highway: Optional[str]
    kilometer: Optional[float]
    heading: Optional[str]
    nearest_town: Optional[str]
    spans: Tuple[Tuple[int, int], ...]


@lru_cache(maxsize=64)
def road(text: str) -> Road:
    """The road, kilometre, heading and nearest town named in the text."""
    spans: List[Tuple[int, int]] = []
    name = _name(text)
    if name:
        spans.append(name[:2])
    measured = kilometer(text)
    if measured:
        spans.append(measured[:2])
    where = heading(text, spans)
    if where:
        spans.append(where[:2])
    if not measured and (name or where):
        measured = bare_kilometer(text)
        spans += [measured[:2]] if measured else []
    beside = near(text, spans) if name or measured or _ROAD.search(fold(text)) else nearest(text)
    if beside:
        spans.append(beside[:2])
    return Road(
        in_full(name[2]) if name else None,
        measured[2] if measured else None,
        in_full(where[2]) if where else None,
        beside[2] if beside else None,
        tuple(spans),
    )


def _name(text: str) -> Optional[Tuple[int, int, str]]:
    folded, said = fold(text), words(text)
    famous = _FAMOUS.search(folded)
    for label in _LABEL.finditer(folded):
        if famous and label.end() <= famous.start() <= label.end() + 1:
            end = _joined_end(folded, said, famous)
            goal = text[famous.end() : end]
            return (
                label.start(),
                end,
                f"{shown(text, label.start(), label.end())} {_proper(text, famous)}{goal.title()}",
            )
        start = _KINDS_AFTER.match(folded, label.end())
        first = next((i for i, w in enumerate(said) if w.start >= (start.end() if start else label.end())), len(said))
        if not _is_label(label.group(), said, first):
            continue
        apart = first < len(said) and re.search(r"[,;]|\.\s", folded[label.end() : said[first].start])
        thing = first < len(said) and said[first].text in ("caseta", "entronque", "km", "kilometro", "puente", "tunel")
        goal = _goal_in_its_state(said, first)
        pair = _pair_end(text, first, labelled=True)
        after = first if apart or thing else goal or pair or name_end(text, said, first, most=4)
        if first < len(said) and not apart and said[first].text.rstrip("d").isdigit():
            pair = not re.search(r"[,.;]", folded[said[first].end : said[min(first + 1, len(said) - 1)].start])
            after = max((_pair_end(text, first + 1) or 0) if pair else 0, first + 1)
            return (
                label.start(),
                said[after - 1].end,
                f"Federal {said[first].text.upper()}{text[said[first].end : said[after - 1].end]}",
            )
        if after > first:
            return label.start(), said[after - 1].end, shown(text, label.start(), said[after - 1].end)
        tail = re.sub(r"(?:\s+(?:a|al|la|el|de|del|hacia))+\s*$", "", start.group()) if start else ""
        if start and tail.strip():
            return label.start(), label.end() + len(tail), shown(text, label.start(), label.end() + len(tail))
    pair = _pair(text)
    if pair:
        return pair
    if famous:
        return famous.start(), famous.end(), _proper(text, famous)
    for number in _NUMBER.finditer(folded):
        said_number = number[1] or number[2]
        joining = _between_towns(text, number.end())
        if re.match(r" de (?!cuota|paga)", fold(text)[number.end() :]) and not joining:
            continue  # 'la 16 de septiembre'
        before = _JOINED.search(folded[: number.start()])  # 'la 60 con la 57' are streets
        joined = (before and not number.group().startswith(("en", "por"))) or _JOINS.match(folded, number.end())
        joined = joined and not _JUNCTION.search(fold(text)[: number.start(2) if number[2] else number.start(1)])
        if (
            not joined
            and said_number.rstrip("d") in _ROADS
            and (not re.match(r"(?:la|en la|por la)\b", number.group()) or int(said_number.rstrip("d")) > 12 or joining)
        ):
            return number.start(), number.end(), f"Federal {said_number.upper()}"
    return None


def _between_towns(text: str, end: int) -> bool:
    """'La 2 entre Caborca y Sonoyta', 'la 1 de Tijuana a Ensenada': a road by the towns it joins."""
    joins = re.match(r",? (?:entre|de) ", fold(text)[end:])
    said = words(text)
    first = next((i for i, w in enumerate(said) if joins and w.start >= end + joins.end()), len(said))
    after = town_end(said, first)
    return (
        after > first
        and after < len(said)
        and said[after].text in ("y", "a", "hacia", "para", "pa")
        and town_end(said, after + 1) > after + 1
    )


def road_at(text: str, offset: int) -> int:
    """Where the name of the road that begins at `offset` ends, 0 where none does: a label and a name, or two towns."""
    said = words(text)
    label = _LABEL.match(fold(text), offset)
    start = _KINDS_AFTER.match(fold(text), label.end()) if label else None
    first = next((i for i, w in enumerate(said) if w.start >= (start.end() if start else offset)), len(said))
    if label and not _is_label(label.group(), said, first):
        return 0
    after = _pair_end(text, first) or (name_end(text, said, first, most=3) if label and first < len(said) else first)
    return said[after - 1].end if after > first else 0


def _is_label(label: str, said: Tuple[Token, ...], first: int) -> bool:
    """'Cuota' and 'federal' alone name a road only before a town or a road's number."""
    if label in ("cuota", "libre"):
        return town_end(said, first) > first
    if label != "federal":
        return True
    return first < len(said) and (said[first].text.rstrip("d") in _ROADS or town_end(said, first) > first)


_BEFORE_PAIR = ("la", "autopista", "carretera", "federal", "cuota", "libre", "tramo", "carretero", "maxipista")


_JOINS = re.compile(r",? (?:con|y|entre|x|por|esq\w*(?: con)?) (?:la |las )?(?:calles? )?\d")
_JUNCTION = re.compile(r"\bentronque (?:de |con |d )?(?:la )?(?:carretera |federal )?$")
_JOINED = re.compile(r"\b(?:con|y|entre|x|esquina(?: con| de)?) (?:la )?$")


def _proper(text: str, famous: "re.Match[str]") -> str:
    """The name of a famous road as it is written."""
    return "Siglo XXI" if famous.group().startswith("siglo") else shown(text, famous.start(), famous.end())


_TOWNS_OF_ROADS = re.compile(r"(?:la tinaja|la pera|la rumorosa|paso del toro|rio frio|chamapa[ -]lecheria)$")


def _joined_end(folded: str, said: Tuple[Token, ...], famous: "re.Match[str]") -> int:
    """Where the road ends that a town names with the one it leads to: 'la tinaja cosamaloapan'."""
    first = next((i for i, w in enumerate(said) if w.start >= famous.end()), len(said))
    near = first < len(said) and re.fullmatch(r"[ -]+", folded[famous.end() : said[first].start])
    after = town_end(said, first) if near and _TOWNS_OF_ROADS.match(famous.group()) else first
    return said[after - 1].end if after > first else famous.end()


def _pair_end(text: str, first: int, labelled: bool = False) -> Optional[int]:
    """Index after the two towns that name a road at word `first`; a `labelled` one may lead to a town of no list."""
    said, folded = words(text), fold(text)
    middle = town_end(said, first)
    if middle == first or middle >= len(said):
        return None
    gap = folded[said[middle - 1].end : said[middle].start]
    if said[middle].text == "a" and middle + 1 < len(said):
        middle += 1
    elif not re.fullmatch(r"\s*-?\s*", gap):
        return None
    end = town_end(said, middle)
    if "-" not in gap and said[middle - 1].text != "a" and _is_its_state(said, first, middle):
        return None  # 'carretera a Progreso Yucatán'
    unlisted = "-" in gap or (labelled and said[middle - 1].text == "a")
    if end == middle and unlisted and said[middle].text not in STOPS:
        end = name_end(text, said, middle, most=2)
    return end if end > middle else None


def _is_its_state(said: Tuple[Token, ...], first: int, at: int) -> bool:
    """Whether the state named at word `at` is that of the town at `first`, and no town is called so."""
    town, state = TOWNS.at(said, first), STATE_NAMES.at(said, at)
    if not town or not state or state.entry not in town.entry.states:
        return False
    return TOWNS.at(said, at) is None or not capital_named_as_state(state.entry)


def _goal_in_its_state(said: Tuple[Token, ...], first: int) -> int:
    """Index after the town that a road goes to, where its state follows: 'carretera a Tuxpan Veracruz'; 0 elsewhere."""
    town = TOWNS.at(said, first) if 0 < first < len(said) and said[first - 1].text in ("a", "al") else None
    state = STATE_NAMES.at(said, town.after) if town and town.after < len(said) else None
    return town.after if town and state and state.entry in town.entry.states else 0


_PAY = re.compile(r"\s*,?\s*(?:libre|cuota|de cuota|la libre|la de cuota|la cuota|por la libre)\b")
_MEASURED = re.compile(r"\s*,?\s*(?:en el )?(?:km|kilometro|maxipista|autopista|carretera)\b")


def in_state(text: str, start: int) -> bool:
    """Whether the two names at `start` are a town and its state: 'matehuala slp km 610'."""
    places = [n for n in named(text) if n.start >= start][:2]
    return (
        len(places) == 2
        and {fold(s) for s in places[0].place.states} & {fold(s) for s in (places[1].place.name,)} != set()
    )


def _both_shared(text: str, start: int) -> bool:
    """Whether neither name at `start` is surely a town's, or the first is only a part of one."""
    places = [n for n in named(text) if n.end > start][:2]
    inside = bool(places) and places[0].start < start
    return inside or all(n.place.shared or n.place.municipality is None for n in places)


def _pair(text: str) -> Optional[Tuple[int, int, str]]:
    """'la México-Querétaro', 'la guadalajara tepic', 'México-Puebla': two towns joined, with 'la' or a hyphen."""
    said, folded = words(text), fold(text)
    for first in range(len(said)):
        of = first > 1 and said[first - 1].text == "de" and said[first - 2].text == "la"  # 'en la de Cancún a Playa'
        article = of or (first > 0 and said[first - 1].text in _BEFORE_PAIR)
        after = _pair_end(text, first)
        if not after or (first > 0 and TYPE.fullmatch(said[first - 1].text)):  # 'Calzada México-Xochimilco'
            continue
        rest = folded[said[after - 1].end :]
        tail = _PAY.match(rest)
        hyphen = "-" in folded[said[first].start : said[after - 1].end]
        # 'voy de Guadalajara a Vallarta, km 80'
        whence = not of and first > 0 and said[first - 1].text in ("de", "desde")
        if article and not hyphen and _both_shared(text, said[first].start):
            continue  # 'la Reforma, Hidalgo'
        measured = (tail or _MEASURED.match(rest)) and not whence and not in_state(text, said[first].start)
        if not (article or hyphen or measured) or (said[first].text in ("la", "el")):
            continue
        end = said[after - 1].end + (tail.end() if tail else 0)
        return said[first - of].start, end, shown(text, said[first].start, end)
    return None
