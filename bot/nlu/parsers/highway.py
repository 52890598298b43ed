"""Roads between towns: name or number, kilometre, heading, nearest town."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import List, Optional, Tuple

from .digitized import digitize
from .folding import Token, fold
from .geography import STATE_NAMES, TOWNS, is_place
from .landmark import is_landmark
from .lookups import Phrases, load_lines, words
from .number_words import atoms
from .place_names import STOPS, name_end, shown

_LABEL = re.compile(
    r"\b(?:super ?carretera|carretera|carrretera|karretera|caretera|carretra|carr|autopista|autopisa"
    r"|autopist|autopsta|utopista|autop|aut(?= )|macro ?libramiento|libramiento|maxipista|autovia"
    r"|(?:cuota|libre)(?= (?:de|a) ))\b\.?"
)
_KINDS_AFTER = re.compile(
    r"(?:\s*(?:federal|fed\.?|libre|de cuota|cuota|nacional|estatal|vieja|nueva|escenica|panamericana"
    r"|internacional|costera|interestatal|mexico|de|la|a|al|del|hacia|que va a|que va de|que va|mex|no"
    r"|num|numero|de paga)\b)*\s*"
)
_FAMOUS = re.compile(
    r"\b(?:autopista del sol|la autopista del sol|arco norte|siglo xxi|siglo 21|siglo veintiuno"
    r"|circuito exterior mexiquense|circuito mexiquense|mexiquense|macrolibramiento|"
    r"chamapa[ \-]lecheria|la rumorosa|espinazo del diablo|la pera|carretera nacional"
    r"|carretera escenica|carretera panamericana|carretera transistmica|"
    r"carretera interserrana|paso del toro|cumbres de maltrata|cumbres de acultzingo|la tinaja"
    r"|rio frio)\b"
)
_NUMBER = re.compile(
    r"\b(?:(?:la|en|por|carretera|autopista)\s+)?(?:(?:carretera\s+|autopista\s+)?federal|mexico|mex"
    r"|carretera|autopista|la)\s*-?\s*(\d{1,3}d?)\b(?!\s*(?:de|metros|anos|minutos|horas|carros"
    r"|personas|%|por|[:/.,]\d))"
)
_ROADS = frozenset(load_lines("federal_roads.txt"))
_KM = re.compile(
    r"\b(?:km|kms|kmt|k\.m\.|kilometro|kilometros|quilometro|kilometraje|klm)\b\.?\s*(?:numero |num "
    r"|no\.? |como el |el |al |es el |:|#)?\s*(?=[0-9]|[a-z])|\bkm(?=\d)"
)
_WRITTEN = re.compile(
    r"(\d{1,4})(?:\s*\+\s*(\d{1,3})|[.,](\d{1,3}))?(?:\s+(?:mas|y)\s+(\d{1,3})\s*(?:metros|mts"
    r"|m\b)?)?(\s+y medio)?"
)
_HEADING = re.compile(
    r"\b(?:con rumbo|rumbo|en direccion|con direccion|direccion|dir\.?|direc\.?|en sentido|sentido|con sentido"
    r"|con destino|destino|hacia|de ida|de regreso|de vuelta|regresando|pa)\b\s*(?:a la|a los|a el|al"
    r"|a|de|del|hacia|para|el|la)?\b\s*(?:el |la )?"
)
_GOING = re.compile(
    r"\b(?:vamos|iba|ibamos|voy|venia|veniamos|vengo|viajaba|viajabamos|viajo|circulaba|circulabamos"
    r"|venimos|manejaba|llendo|yendo|salida|salimos|salia|bajando|subiendo|regresaba|regresabamos"
    r"|de [a-z]+(?: [a-z]+){0,2}) (?:para|pa|hacia|a|rumbo a|con rumbo a|con direccion a|de regreso a"
    r"|al|para el|a la) |\b(?:km|kilometro) ?\d{1,4}(?:[.,+]\d{1,3})? (?:a|al|para|pa) "
)
_NOT_HEADING = frozenset(
    [
        "atras",
        "adelante",
        "delante",
        "mi",
        "donde",
        "alla",
        "aca",
        "aqui",
        "enfrente",
        "un",
        "una",
        "el",
        "abajo",
        "arriba",
        "contrario",
        "contraria",
        "atraz",
        "lado",
        "prohibido",
        "todos",
    ]
)
_SIDES = re.compile(
    r"(?:norte|sur|oriente|poniente|este|oeste)\s*(?:-|\ba\b|\s)?\s*(?:norte|sur|oriente|poniente|este"
    r"|oeste)?\b|centro\b"
)
_NEAR = re.compile(
    r"\b(?:cerca (?:de|del)|antes de(?: llegar a| entrar a| la salida a)?|pasando(?: por)?|pasandito"
    r"|pasadito|pasado|adelante de|mas adelante de|adelantito de|a la altura de|altura de|"
    r"llegando a|casi llegando a|saliendo de|salida a|entrada a|entronque (?:a|con|de)|desviacion a"
    r"|junto a|entre|despues de|delante de|por el rumbo de|(?:por|en) el pueblo de|a \d+ (?:km|kilometros"
    r"|minutos) de)\s+(?:la salida a |el pueblo de |la caseta de |el entronque de )?"
)


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
    kilometer = _kilometer(text)
    if kilometer:
        spans.append(kilometer[:2])
    heading = _heading(text, spans)
    if heading:
        spans.append(heading[:2])
    near = _near(text, spans) if name or kilometer or "caseta" in fold(text) else None
    if near:
        spans.append(near[:2])
    return Road(
        name[2] if name else None,
        kilometer[2] if kilometer else None,
        heading[2] if heading else None,
        near[2] if near else None,
        tuple(spans),
    )


def _name(text: str) -> Optional[Tuple[int, int, str]]:
    folded, said = fold(text), words(text)
    famous = _FAMOUS.search(folded)
    for label in _LABEL.finditer(folded):
        start = _KINDS_AFTER.match(folded, label.end())
        first = next((i for i, w in enumerate(said) if w.start >= (start.end() if start else label.end())), len(said))
        after = _pair_end(text, first) or name_end(text, said, first, most=4)
        if first < len(said) and said[first].text.rstrip("d").isdigit():
            after = max(_pair_end(text, first + 1) or 0, first + 1)
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
        return famous.start(), famous.end(), shown(text, famous.start(), famous.end())
    spelled = digitize(text)
    for number in _NUMBER.finditer(spelled.text):
        if number[1].rstrip("d") in _ROADS and (
            not re.match(r"(?:la|en la|por la)\b", number.group()) or int(number[1].rstrip("d")) > 12
        ):
            return (*spelled.said(number.start(), number.end()), f"Federal {number[1].upper()}")
    return None


_ENDS: "Phrases[str]" = Phrases()
for _line in load_lines("road_ends.txt"):
    _ENDS.add(_line, _line)


def _town(said: Tuple[Token, ...], first: int) -> int:
    """Index after the place (or 'México') named at `first`, or `first`."""
    if first >= len(said) or said[first].text in ("a", "son", "sin", "ver"):
        return first
    matches = [phrases.at(said, first) for phrases in (_ENDS, TOWNS, STATE_NAMES)]
    return max((match.after for match in matches if match), default=first)


_SPOT = re.compile(
    r"(?:por|en) el pueblo|(?:a la )?altura|antes de|pasando|pasandito|pasadito|llegando|casi llegando|adelantito"
)
_BEFORE_PAIR = ("la", "autopista", "carretera", "federal", "cuota", "libre", "tramo")


def _pair_end(text: str, first: int) -> Optional[int]:
    said, folded = words(text), fold(text)
    middle = _town(said, first)
    if middle == first or middle >= len(said):
        return None
    gap = folded[said[middle - 1].end : said[middle].start]
    if said[middle].text == "a" and middle + 1 < len(said):
        middle += 1
    elif not re.fullmatch(r"\s*-?\s*", gap):
        return None
    end = _town(said, middle)
    if end == middle and "-" in gap and said[middle].text not in STOPS:
        end = name_end(text, said, middle, most=2)
    return end if end > middle else None


def _pair(text: str) -> Optional[Tuple[int, int, str]]:
    """'la México-Querétaro', 'la guadalajara tepic', 'México-Puebla': two towns joined, with 'la' or a hyphen."""
    said, folded = words(text), fold(text)
    for first in range(len(said)):
        article = first > 0 and said[first - 1].text in (
            "la",
            "autopista",
            "carretera",
            "federal",
            "cuota",
            "libre",
            "tramo",
        )
        after = _pair_end(text, first)
        if not after:
            continue
        hyphen = "-" in folded[said[first].start : said[after - 1].end]
        if not (article or hyphen) or (said[first].text in ("la", "el")):
            continue
        tail = re.match(
            r"\s*,?\s*(?:libre|cuota|de cuota|la libre|la de cuota|la cuota|por la libre)\b",
            folded[said[after - 1].end :],
        )
        end = said[after - 1].end + (tail.end() if tail else 0)
        return said[first].start, end, shown(text, said[first].start, end)
    return None


def _kilometer(text: str) -> Optional[Tuple[int, int, float]]:
    folded = fold(text)
    for label in _KM.finditer(folded):
        written = _WRITTEN.match(folded, label.end())
        if written:
            metres = written[2] or written[4]
            decimals = written[3]
            value = int(written[1]) + (
                int(metres) / 1000
                if metres
                else int(decimals) / 10 ** len(decimals)
                if decimals
                else 0.5
                if written[5]
                else 0
            )
            return label.start(), written.end(), value
        spoken = [atom for atom in atoms(text) if atom.start >= label.end()]
        if spoken and spoken[0].start - label.end() <= 1:
            value, end = float(spoken[0].digits), spoken[0].end
            if len(spoken) > 1:
                between = folded[end : spoken[1].start]
                if re.fullmatch(r"\s*(?:mas|con|y)\s*", between):
                    value, end = value + int(spoken[1].digits) / 1000, spoken[1].end
                elif re.fullmatch(r"\s*punto\s*", between):
                    value, end = float(f"{int(value)}.{spoken[1].digits}"), spoken[1].end
                elif (
                    re.fullmatch(r"\s+", between)
                    and value < 1000
                    and len(spoken[1].digits) <= 2
                    and spoken[1].spoken
                    and int(spoken[0].digits) % 100 == 0
                ):
                    value, end = value + int(spoken[1].digits), spoken[1].end
            half = re.match(r"\s+y medio\b", folded[end:])
            return label.start(), end + (half.end() if half else 0), value + (0.5 if half else 0)
    return None


def _heading(text: str, spans: List[Tuple[int, int]]) -> Optional[Tuple[int, int, str]]:
    folded, said = fold(text), words(text)
    for match in _HEADING.finditer(folded):
        sides = _SIDES.match(folded, match.end())
        if sides:
            return match.start(), sides.end(), shown(text, sides.start(), sides.end()).lower()
        first = next((i for i, w in enumerate(said) if w.start >= match.end()), len(said))
        after = _town(said, first) if first < len(said) else first
        after = after if after > first else name_end(text, said, first, most=3, numbered=False)
        if (
            after > first
            and said[first].text not in _NOT_HEADING
            and not (
                match.group().startswith(("de ", "pa", "destino"))
                and not is_place(text[said[first].start : said[after - 1].end])
            )
        ):
            return match.start(), said[after - 1].end, shown(text, said[first].start, said[after - 1].end)
    for match in _GOING.finditer(folded):
        first = next((i for i, w in enumerate(said) if w.start >= match.end()), len(said))
        after = _town(said, first) if first < len(said) else first
        if after > first:
            return match.start(), said[after - 1].end, shown(text, said[first].start, said[after - 1].end)
    side = re.search(r"\bde (?:subida|bajada)\b", folded)
    return (side.start(), side.end(), side.group()) if side and spans else None


def _near(text: str, spans: List[Tuple[int, int]]) -> Optional[Tuple[int, int, str]]:
    folded, said = fold(text), words(text)
    for match in _NEAR.finditer(folded):
        first = next((i for i, w in enumerate(said) if w.start >= match.end()), len(said))
        if (
            first == len(said)
            or any(s <= said[first].start < e for s, e in spans)
            or (
                said[first].text in ("del", "km", "el", "un", "una", "la", "los")
                and not is_place(f"{said[first].text} {said[first + 1].text if first + 1 < len(said) else ''}")
            )
        ):
            continue
        after = _town(said, first)
        capital = text[said[first].start].isupper()
        if after == first and (capital or (_SPOT.match(match.group()) and not is_landmark(said[first].text))):
            after = name_end(text, said, first, most=3, numbered=False)
        if after > first:
            end = said[after - 1].end
            if match.group().startswith("entre") and after + 1 < len(said) and said[after].text == "y":
                end = said[max(_town(said, after + 1), after + 1) - 1].end  # the other town is no place of its own
            return match.start(), end, shown(text, said[first].start, said[after - 1].end)
    caseta = re.search(r"\bcaseta (?:de cobro )?(?:de )?(?=[a-z])", folded)
    if caseta:
        first = next((i for i, w in enumerate(said) if w.start >= caseta.end()), len(said))
        after = name_end(text, said, first, most=3, numbered=False)
        if after > first:
            return caseta.start(), said[after - 1].end, shown(text, said[first].start, said[after - 1].end)
    return None
