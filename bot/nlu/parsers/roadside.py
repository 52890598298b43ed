"""Where one was going on a road, and the town it was near to."""

import re
from typing import Dict, List, Optional, Tuple

from .colonias import settlement_end
from .folding import Token, fold
from .geography import STATE_NAMES, TOWNS
from .landmark import is_landmark
from .lookups import Phrases, load_lines, load_yaml, words
from .place_lists import shown
from .place_names import name_end
from .street_names import word_at

Spot = Optional[Tuple[int, int, str]]
_TO = (
    r"(?:para|pa|hacia|asia|rumbo|rumbo a|con rumbo a|con direccion a|con destino a|de regreso a|de vuelta a"
    r"|camino a|a|al)"
)
_HEADING = re.compile(
    r"\b(?:(?:con |en )?(?:rumbo|direccion|sentido|destino)|dir\.?|direc\.?|sent\.?(?= )|hacia|asia"
    r"|de (?:bajada|subida)(?= (?:a"
    r"|hacia|para) )|de ida|de venida|de regreso"
    r"|de vuelta"
    r"|regresando"
    r"|carriles?(?: centrales| laterales)?|cuerpo)\b\s*(?:a la|a los|a el|al|a|de|del|hacia|para|con direccion a|el"
    r"|la)?\b\s*"
    r"(?:el |la )?"
)
_GOING = re.compile(
    r"\b(?:vamos|ibamos|iban?|voy|van?|veniamos|venian?|vengo|vienen?|venimos|viaja(?:ba)?(?:mos|n)?|viajo"
    r"|circula(?:ba)?(?:mos|n)?|circulando|manejaba|llendo|yendo|salid[ao]|salimos|salia|baja(?:ndo|ba|bamos)|subiendo"
    r"|subia(?:mos)?|regres(?:o|aba|abamos|ando|amos)|dirigi(?:a|amos)|con carga)(?: yo| el| ella| nosotros"
    r"| manejando| circulando| con [a-z]+(?: [a-z]+)?)?(?:[ ,]+de [a-z]+(?: [a-z]+){0,2}?)? "
    rf"{_TO} (?:la |el |los |las )?|\b(?:km|kilometro) ?\d{{1,4}}(?:[.,+]\d{{1,3}})? (?:a|al|para|pa) "
)
# 'en el km 31, pa Delicias': after a comma it is whither, where it names a town.
_THITHER = re.compile(
    r"(?<=[,;.] )(?:(?:y|ya|iba|voy) )?(?:pa|para|hacia|asia) (?:la |el |los |las )?|^\W*(?:pa|para|hacia) "
)
_BEYOND = re.compile(r"\s+(?:(?:voy|iba|ibamos) )?(?:pa|para|hacia|asia) (?:la |el |los |las )?")  # 'km 8 pa Delicias'
_EXIT = re.compile(r"\b(?:antes de|despues de|pasando|pase) la salida a (?:la |el )?$")  # tells where, not whither
_FROM_TO = re.compile(rf"(?<!va )(?<!carretera )(?<!autopista )\bde (?=[a-z]+(?: [a-z]+){{0,3}}? {_TO} )")
_SIDE = re.compile(
    r"(?:norte|sur|oriente|poniente|este|oeste)\s*(?:-|\ba\b|\s)?\s*(?:norte|sur|oriente|poniente|este|oeste)?\b"
    r"|centro\b"
)
_DESTINATION = re.compile(r"(?:puerto|aeropuerto|bajio|frontera|playa|costa|sierra|capital|refineria|pacifico|golfo)\b")
_NOT_HEADING = frozenset(load_lines("not_headings.txt"))
_NEAR = re.compile(
    r"\b(?:cerca (?:de|del|d)|cerquita de|antes de(?: llegar a| entrar a| la salida a)?|(?:a punto de |ya |acabo de "
    r"|acabamos de )?"
    r"(?:pasando|pasar|pase|pasamos)(?: por)?|pasandito|pasadito|pasado|(?:mas )?adelante de|adelantito de"
    r"|a la altura de"
    r"|altura de|(?:casi )?llegando a|(?:ya )?casi (?:en|por)"
    r"|saliendo de|salida a|entrada a|entronque(?: a| con| de)?|desviacion a"
    r"|curvas? de|junto a"
    r"|entre"
    r"|despues de|delante de|por el rumbo de|(?:por|en) el pueblo de|a \d+ (?:km|kilometros|minutos) de|por|x|en)\s+"
    r"(?:la salida a |el pueblo de |la caseta (?:de cobro )?de |el entronque de |(?:el |la |l )?"
    r"(?:poblado|pueblo|ejido|comunidad|rancheria|congregacion|localidad|pueblito)(?: llamad[oa])?(?: del?)? )?"
)
# 'El último pueblo fue Creel', 'lo más cerca es Tepoztlán': the town tells itself as the nearest.
_NEAREST = re.compile(
    r"\b(?:(?:ultimo|siguiente|proximo|primer|unico) (?:pueblo|poblado|pueblito|ranchito|rancho|ciudad|lugar|letrero)"
    r"|(?:pueblo|poblado|pueblito|ciudad|lugar) (?:mas cercano|mas proximo|mas cerca|que (?:pase|pasamos|vi|vimos))"
    r"|lo mas (?:cerca|cercano))\b[a-z ]{0,24}?"
    r"\b(?:fue|es|era|dice|decia|se llama|llamado|creo que(?: es)?|seria|son),?\s+(?:que )?(?:el de )?"
)
_SPOT = re.compile(
    r"(?:ya |acabo de |acabamos de |a punto de )?(?:(?:por|en) el pueblo|(?:a la )?altura|antes de|pasa|pase"
    r"|llegando|casi llegando|adelantito|.*caseta|a \d+)"
)
_SETTLED = re.compile(r"\b(?:poblado|pueblo|ejido|comunidad|rancheria|congregacion|localidad|pueblito)\b")
_NO_TOWN = re.compile(r"(?:abajo|arriba|debajo|encima|dentro|fuera|[a-z]+[aei]r(?:l[aeo]s?|me|nos|se)?)$")
_PLAINLY = re.compile(r"(?:por|x|en)\s+$")

_ENDS: "Phrases[str]" = Phrases()
for _line in load_lines("road_ends.txt"):
    _ENDS.add(_line, _line)


_IN_SHORT: Dict[str, str] = load_yaml("towns_in_short.yml")


def in_full(name: str) -> str:
    """The name of a road or of a destination with its towns in full: 'Dgo-Mzt' as 'Durango-Mazatlán'."""
    return re.sub(r"[A-Za-z]{2,6}\b\.?(?!\w)", lambda word: _IN_SHORT.get(fold(word[0]).rstrip("."), word[0]), name)


def town_end(said: Tuple[Token, ...], first: int) -> int:
    """Index after the place (or 'México') named at `first`, or `first`."""
    if first >= len(said) or said[first].text in ("a", "son", "sin", "ver", "col"):
        return first
    matches = [phrases.at(said, first) for phrases in (_ENDS, TOWNS, STATE_NAMES)]
    return max((match.after for match in matches if match), default=first)


def heading(text: str, road: List[Tuple[int, int]]) -> Spot:
    """(start, end, name) of where one was going; 'de subida' only on a road, which is told at the offsets `road`."""
    folded, said, on_road = fold(text), words(text), bool(road)
    going_to = [
        m
        for m in _GOING.finditer(folded)
        if not folded[: m.start()].endswith(" que ") and not _EXIT.search(folded[: m.end()])
    ]
    for match in [*_HEADING.finditer(folded), *going_to, *_FROM_TO.finditer(folded)]:
        going = match.re is not _HEADING
        end = match.end()
        if match.re is _FROM_TO:  # 'de Puebla a Veracruz': both are towns
            first = word_at(said, end)
            after = town_end(said, first)
            to = re.match(rf"\s*{_TO} (?:la |el )?", folded[said[after - 1].end :]) if after > first else None
            if not to:
                continue
            end = said[after - 1].end + to.end()
        spot = _destination(text, said, end, going, match.group()) or _end_of_road(text, said, end, road)
        if spot:
            return match.start(), *(_said_better(text, said, spot[0]) or spot)
    beyond = [m for _, end in road for m in [_BEYOND.match(folded, end)] if m]
    for match in [*_THITHER.finditer(folded), *beyond] if on_road else ():
        first = word_at(said, match.end())
        after = town_end(said, first)
        if after > first:
            return match.start(), said[after - 1].end, shown(text, said[first].start, said[after - 1].end)
    side = re.search(r"\bde (?:subida|bajada)\b", folded)
    return (side.start(), side.end(), side.group()) if side and on_road else None


_BETTER = re.compile(
    r",? (?:o sea|es decir|osea|digamos|bueno|digo|mas bien),? (?:que )?(?:a |al |para |hacia )?(?:la |el )?"
)


def _said_better(text: str, said: Tuple[Token, ...], end: int) -> Optional[Tuple[int, str]]:
    """(end, name) of the town that explains the destination ending at `end`: 'rumbo a la playa, o sea Mazatlán'."""
    better = _BETTER.match(fold(text), end)
    first = word_at(said, better.end()) if better else len(said)
    after = town_end(said, first)
    return (said[after - 1].end, shown(text, said[first].start, said[after - 1].end)) if after > first else None


def _end_of_road(
    text: str, said: Tuple[Token, ...], offset: int, road: List[Tuple[int, int]]
) -> Optional[Tuple[int, str]]:
    """(end, name) where the word at `offset` begins the name of an end of the road: 'íbamos a Lázaro'."""
    first = word_at(said, offset)
    ends = {w.text for w in said for start, end in road if start <= w.start < end} - _NOT_HEADING
    if first == len(said) or said[first].start - offset > 2 or len(said[first].text) < 4:
        return None
    after = first
    while after < len(said) and said[after].text in ends:
        after += 1
    return (said[after - 1].end, shown(text, said[first].start, said[after - 1].end)) if after > first else None


def _destination(text: str, said: Tuple[Token, ...], offset: int, going: bool, by: str) -> Optional[Tuple[int, str]]:
    """(end, name) of the destination at `offset`: a side, a town, or after words that only tell headings any name."""
    folded, first = fold(text), word_at(said, offset)
    if 0 < first < len(said) and said[first - 1].text in ("la", "los", "las", "el"):
        named_so = TOWNS.at(said, first - 1)
        first -= bool(named_so and named_so.after > first)  # 'voy para La Paz'
    if (
        first == len(said)
        or said[first].start - offset > 2
        or (said[first].text in _NOT_HEADING and town_end(said, first) == first)
    ):
        return None
    side, after = _SIDE.match(folded, said[first].start), town_end(said, first)
    if side:
        return side.end(), shown(text, side.start(), side.end()).lower()
    noun = _DESTINATION.match(folded, said[first].start)
    if noun and after == first:
        return noun.end(), shown(text, noun.start(), noun.end())
    if after == first and is_landmark(said[first].text):
        return None
    capital = text[said[first].start].isupper() and text != text.upper()
    if after == first and (not going or capital or _meant(folded, said, first, by)):
        after = name_end(text, said, first, most=3, numbered=False)
    weak = not going and by.startswith(("de ", "pa", "destino", "carril", "cuerpo", "regresando"))
    if after == first or (weak and town_end(said, first) == first):
        return None
    return said[after - 1].end, shown(text, said[first].start, said[after - 1].end)


def _meant(folded: str, said: Tuple[Token, ...], first: int, by: str) -> bool:
    """Whether an unknown word in small letters is a town: 'voy para guelatao' at the end of a clause."""
    closed = re.match(r"\s*(?:[,.;]|$)", folded[said[first].end :])
    return (
        bool(closed)
        and bool(re.search(r"(?:para|hacia|rumbo a) $", by))
        and not re.search(r"[aei]r(?:l[aeo]s?)?$", said[first].text)
    )


def nearest(text: str) -> Spot:
    """(start, end, name) of the town that is called the last passed, the next or the nearest one."""
    folded, said = fold(text), words(text)
    for match in _NEAREST.finditer(folded):
        first = word_at(said, match.end())
        after = town_end(said, first)
        if after == first and first < len(said) and said[first].start - match.end() < 2:
            after = name_end(text, said, first, most=3, numbered=False)
        if after > first:
            return match.start(), said[after - 1].end, shown(text, said[first].start, said[after - 1].end)
    return None


def near(text: str, spans: List[Tuple[int, int]]) -> Spot:
    """(start, end, name) of the town that the road was near to, outside what `spans` tell already."""
    folded, said = fold(text), words(text)
    plainly: Spot = nearest(text)
    if plainly:
        return plainly
    for match in _NEAR.finditer(folded):
        first = word_at(said, match.end())
        if first == len(said) or any(s <= said[first].start < e for s, e in spans):
            continue
        after = town_end(said, first)
        if _SETTLED.search(match.group()):
            after = max(after, name_end(text, said, first, most=3, numbered=False))
        if after == first and said[first].text in ("el", "la", "los", "las", "del", "km", "un", "una"):
            if said[first].text not in ("el", "la", "los", "las") or not _SPOT.match(match.group()):
                continue
            if (
                not text[said[first].start].isupper() or text == text.upper()
            ):  # 'Las Vigas' is a name, 'la gasolinera' none
                first += 1
                after = town_end(said, first) if first < len(said) else first
                if after == first:
                    continue
        plain = bool(_PLAINLY.match(match.group()))
        if after == first and not (plain or is_landmark(said[first].text) or _NO_TOWN.match(said[first].text)):
            after = settlement_end(text, said, first) if len(said[first].text) > 4 else first  # 'cerca d cibuta'
        capital = text[said[first].start].isupper() and text != text.upper()
        if (
            after == first
            and not is_landmark(said[first].text)
            and (capital or (_SPOT.match(match.group()) and not plain))
        ):
            after = first if _NO_TOWN.match(said[first].text) else name_end(text, said, first, most=3, numbered=False)
        if after == first or (
            plain and match.group().startswith("en") and not capital and is_landmark(said[first].text)
        ):
            continue
        start, end = said[first].start, said[after - 1].end
        if match.group().startswith("entre") and after + 1 < len(said) and said[after].text == "y":
            end = said[max(town_end(said, after + 1), after + 1) - 1].end  # the other town is no place of its own
        spot = match.start(), end, shown(text, start, said[after - 1].end)
        if not plain:
            return spot
        plainly = plainly or (None if match.group().startswith("en") else spot)
    caseta = re.search(r"\bcaseta (?:de cobro )?(?:de )?(?=[a-z])", folded)
    if caseta:
        first = word_at(said, caseta.end())
        after = name_end(text, said, first, most=3, numbered=False)
        if after > first:
            return caseta.start(), said[after - 1].end, shown(text, said[first].start, said[after - 1].end)
    return plainly
