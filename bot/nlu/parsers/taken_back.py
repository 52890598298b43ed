"""A place told and taken back in one breath: 'en la calle 15, no, perdón, 17', 'no es Celaya, es Irapuato'.

What was taken back is blanked, so that every finder of places reads only what holds; offsets stay as they were.
"""

import re
from typing import FrozenSet, List, NamedTuple, Optional, Tuple

from .folding import Token, fold
from .geography import Named, named
from .highway import in_state, road_at
from .lookups import words
from .neighborhood import colonia_at
from .place_lists import NEIGHBORHOODS, STOPS, known_street
from .place_names import name_end
from .street_names import SIDE, street_at, type_at, word_at

_SOFT = r"(?:ay|uy|ah|eh|este|no|bueno|pues|oiga|que|como|joven|senorita)"
_HARD = (
    r"(?:perdon\w*|disculp\w+|digo|miento|mentira|mejor dicho|mas bien|corrijo|correccion|me equivoque|que diga"
    r"|quise decir|espere\w*|esperame|me confundi)"
)
_MARK = re.compile(rf"(?:[\s,.;:]+{_SOFT}\b)*[\s,.;:]+{_HARD}\b(?:[\s,.;:]+(?:{_SOFT}|{_HARD})\b)*[\s,.;:]*")
# 'Le digo que…', 'me pidió perdón' take nothing back.
_NO_MARK = re.compile(r"\b(?:le|les|te|lo|se|como|que|ya|con|pido|pide|pidio|pidiendo|de|un|yo)$")
_WEAK = re.compile(
    r"(?:\s*,\s*no\s*,|\s+no\s*,|\s*,\s*bueno,?(?= (?:es |fue )?en )|[\s,.;]+(?:ay|uy|ah|oh|bueno),? no\b[\s,.;]*"
    r"|[\s,.;]+no verdad[\s,]+)\s*"
)
# 'Ya me dijeron que esto es Cholula': what others say of where it is.
_TOLD_SO = (
    r"(?:(?:ya |aqui )?(?:(?:me|nos) )?(?:dicen|dijeron|dice|dijo|comentan|corrigen|aclaran|avisan|informan|digo)"
    r"(?: aqui)? que |(?:resulta|parece|creo) que )?"
)
_LEAD = re.compile(
    rf"{_TOLD_SO}(?:(?:esto|aqui|ahi|aca|esta) )?(?:ya )?(?:(?:es|era|fue|son|queda|esta|estoy|estamos|andamos|seria"
    r"|pertenece|le toca|se llama) )?(?:que )?(?:(?:es|fue) )?(?:aqui |ya )?(?:(?:en|por|sobre|a) )?"
    r"(?:(?:la|el|las|los) )?"
)
_DENIED = re.compile(r"\bno (?:es|era|fue|estoy|estamos|esta) (?:en )?(?:(?:la|el) )?")
_NOR = re.compile(r"\s*,? ni (?:es |fue |era )?(?:en |de )?(?:(?:la|el) )?")
_BUT = re.compile(
    r"\s*[,.;]?\s*(?:(?:si ?no)(?: que)?(?: es)?|es|era|fue|estoy|estamos|esta)\b(?: en\b)?\s*(?:(?:la|el)\s+)?"
)
_NOT_IN = re.compile(
    r"(?:\s*,\s*|\s+)(?:y )?no (?:es |fue |era |voy |iba |vamos )?(?:en|por|al?|hacia|para|pa|rumbo a) (?:(?:la|el) )?"
)
# 'En Delicias, perdón, no en Delicias, no, en Meoqui': denied by its name.
_NO_MORE = re.compile(
    r"\b(?:ya )?no(?: ya)? (?:(?:es|era|fue|estoy|estamos|esta|ando|andamos|pasamos|pase) )?(?:(?:en|por|a) )?"
    r"(?:(?:la|el) )?"
)
# 'Le dije Celaya y no, esto ya es Cortazar', 'creí que era Irapuato pero es Salamanca'.
_SAID_SO = re.compile(
    r"\b(?:(?:le|les|te) )?(?:dije|puse|anote|habia dicho|decia|crei|pense|creia|pensaba)(?: que)?(?: era| es"
    r"| fue| estaba)?"
    r"(?: en)? (?:la |el )?"
)
_IT_IS = re.compile(
    r"[^?]{0,60}?\b(?:esto|aqui|ya|en realidad|es que|pero(?:,? (?:siempre )?no)?"
    r"|resulta que)(?: ya)?[ ,:]+(?:que )?(?:es|era|fue"
    r"|estoy en|estamos en"
    r"|fue en|es en)\s+(?:la |el )?"
)
_CLOSED = re.compile(r"(?: capital)?\s*(?:[,.;]|$)")
_MANNERS = frozenset(
    ["tardanza", "demora", "molestia", "molestias", "hora", "pregunta", "palabra", "insistencia", "lata"]
)
_NEAR = re.compile(r"[\s,.;]*$")
_DIGITS = re.compile(r"\d{1,5}(?:-?[a-d])?$")


class Unit(NamedTuple):
    """A part of an address: what it may be, where it begins, where its own name begins after the label, its end."""

    kinds: FrozenSet[str]
    start: int
    name: int
    end: int


_ROAD = re.compile(r"\b(?:carretera|autopista|libre|cuota|km|libramiento)\b")
# 'Estoy en mi casa en Irapuato pero el choque fue en Salamanca': where the caller is now.
_NOW = re.compile(
    r"\b(?:estoy|ando|estamos|andamos|vivo|trabajo|voy|vamos|vengo|llegue|llegamos|me vine|nos venimos|me trajeron"
    r"|le hablo|hablo|llamo|le llamo|marco|me encuentro)\b[^.;]{0,60}?"
    r"(?=[\s,.;]+(?:pero |y |aunque |es que |nada mas que |nomas que )*(?:(?:el|la) "
    r"(?:accidente|choque|golpe|percance|siniestro|robo|volcadura|cosa|alcance|incidente|problema|carro|camioneta)"
    r" )?(?:fue|paso|ocurrio|sucedio|me paso|nos paso|me chocaron|nos chocaron|choque|me pegaron|me robaron"
    r"|se quedo|quedo|esta) (?:en|por|sobre|aqui en|alla en|alla por) )"
)


# 'Iba para casa de mi comadre en la colonia Obrera pero no llegué', 'venía de la Del Valle': whither and whence.
_UNDERWAY = re.compile(
    r"\b(?:i[bv]a|i[bv]amos|voy|vamos|venia|veniamos|vengo|venimos|regresaba|regresabamos)\b(?: [a-z]+){0,2}? "
    r"(?:a|al|para|pa|hacia|hasta|de|rumbo a|con rumbo a|camino a)\b(?: [a-z]+){0,9}? (?=(?:col|colonia|fracc"
    r"|fraccionamiento|barrio|unidad habitacional)\b)"
)
_NOT_THERE = re.compile(
    r"\b(?:(?:no|nunca) (?:alcance a |alcanzamos a )?(?:lleg\w+)|no fue (?:ahi|alla|ahi mero|en esa)"
    r"|antes de llegar|(?:fue|choque"
    r"|chocamos|chocaron|pego|pegaron|paso|quede|quedo) (?:mas )?antes|pero (?:\w+ ){0,3}(?:fue|paso|choque|chocaron"
    r"|pegaron))\b"
)


def held(text: str) -> str:
    """The text with blanks where a place stands that is taken back by what follows."""
    now = _NOW.search(fold(text))
    if now and any(_sure(n) and n.start >= now.end() for n in named(text)) and not _ROAD.search(now.group()):
        text = _blank(text, *now.span())
    text = without_goals(text)
    folded = fold(text)
    if not any(pattern.search(folded) for pattern in (_MARK, _WEAK, _NO_MORE, _DENIED, _NOT_IN, _SAID_SO)):
        return text
    text = _without_denied(text)
    for pattern in (_MARK, _WEAK):
        at = 0
        mark = pattern.search(fold(text), at)
        while mark:
            if pattern is _WEAK or not _NO_MARK.search(fold(text)[: mark.start()]):
                for span in _taken_back(text, mark.start(), mark.end(), pattern is _MARK):
                    text = _blank(text, *span)
            mark = pattern.search(fold(text), mark.end())
    return text


def without_goals(text: str) -> str:
    """The text with blanks where a colonia stands that one only went to or came from."""
    for underway in _UNDERWAY.finditer(fold(text)):
        goal = _unit_at(text, underway.end())
        rest = _units(text[goal.end :]) if goal else ()
        not_there = goal and _NOT_THERE.search(fold(text), goal.end)
        if goal and (not_there or any(unit.kinds & goal.kinds for unit in rest)):
            text = _blank(text, underway.start(), goal.end)
    return text


def _sure(place: Named) -> bool:
    return bool(place.place.municipality) and not place.place.shared


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _without_denied(text: str) -> str:
    """'No es X, es Y', 'le dije X y no, es Y' and 'Y, no en X' without X."""
    for denied in _NO_MORE.finditer(fold(text)):
        one = _unit_at(text, denied.end())
        for span in _said_before(text, one, denied.start()) if one else ():
            text = _blank(text, *span)
    for denied in _DENIED.finditer(fold(text)):
        one = _unit_at(text, denied.end())
        nor = _NOR.match(fold(text), one.end) if one else None
        other = _unit_at(text, nor.end()) if nor else None
        one = one._replace(end=other.end) if one and other and other.kinds & one.kinds else one
        but = _BUT.match(fold(text), one.end) if one else None
        new = _unit_at(text, but.end()) if but else None
        told = one and (one.name > one.start or (one.kinds != {"colonia"} and new))
        if one and but and told:
            bare = not new or (new.name == new.start and bool(new.kinds & one.kinds))
            keeps = bare and one.name > one.start  # 'no es la calle Morelos, es Hidalgo'
            text = _blank(text, denied.start(), one.start if keeps else one.end)
            text = _blank(text, one.name, but.end()) if keeps else text
    for said in _SAID_SO.finditer(fold(text)):
        one = _unit_at(text, said.end())
        but = _IT_IS.match(fold(text), one.end) if one else None
        new = _unit_at(text, but.end()) if but else None
        if one and new and new.kinds & one.kinds:
            text = _blank(text, said.start(), one.end)
    for denied in _NOT_IN.finditer(fold(text)):
        one, before = _unit_at(text, denied.end()), _units(text[: denied.start()])
        if one and before and before[-1].kinds & one.kinds and _CLOSED.match(fold(text), one.end):
            text = _blank(text, denied.start(), one.end)
    return text


def _said_before(text: str, one: Unit, denied: int) -> List[Tuple[int, int]]:
    """Where the part denied from an offset on stands, and where it was said before, if another of its kind follows."""
    name = fold(text)[one.name : one.end]
    before = [unit for unit in _units(text[:denied]) if fold(text)[unit.name : unit.end] == name]
    if not before or not any(unit.kinds & one.kinds for unit in _units(text[one.end :])):
        return []
    return [*((unit.start, unit.end) for unit in before), (denied, one.end)]


def _taken_back(text: str, start: int, end: int, hard: bool) -> List[Tuple[int, int]]:
    """What text[start:end], 'no, perdón', takes back with what follows it: spans to blank, none where nothing is."""
    folded = fold(text)
    number = _DIGITS.search(folded[:start])
    lead = _LEAD.match(folded, end)
    begin = lead.end() if lead else end
    digits = re.compile(r"\d{1,5}\b").match(folded, begin)
    before = _units(text[:start])
    new = _unit_at(text, begin)
    last = before[-1] if before and _NEAR.match(folded[before[-1].end : start]) else None
    if new and "town" in new.kinds and last and "town" in last.kinds:
        first = last  # with the state that follows its town
        if len(before) > 1 and "town" in before[-2].kinds and _NEAR.match(folded[before[-2].end : last.start]):
            first = before[-2]
        return [(first.start, end)]
    if new and last and new.kinds & last.kinds:
        bare = new.name == new.start and last.name > last.start and not SIDE.match(folded, new.start)
        return [(last.name if bare else last.start, begin if bare else end)]
    goals = list(_GOES_TO.finditer(folded, last.start, last.end)) if last and "road" in last.kinds else []
    if goals and _town_goal(text, end):
        return [(goals[-1].start(), _town_goal(text, end))]
    if digits and number and not new:
        return [(number.start(), begin)]
    if new and "town" not in new.kinds:
        for at in range(len(before) - 1, -1, -1):
            if before[at].kinds & new.kinds and start - before[at].end < 60:
                stop = before[at + 1].start if at + 1 < len(before) else start
                return [(before[at].start, stop), (start, end)]
    if hard and not new and last and last.name > last.start and not digits and _is_name(text, begin):
        return [(last.name, begin)]
    return []


_GOES_TO = re.compile(r"\ba (?:la |el )?(?=[a-z])")


def _town_goal(text: str, offset: int) -> int:
    """Offset of the 'a' of the town told in place of another: '…, no, perdón, a Vallarta'; 0 where none is."""
    lead = re.match(r"(?:(?:la|es|era|fue) )*(?:que va )?(?=al? )", fold(text)[offset:])
    to = _GOES_TO.match(fold(text), offset + lead.end()) if lead else None
    new = _unit_at(text, to.end()) if to else None
    return to.start() if to and new and "town" in new.kinds else 0


def _is_name(text: str, offset: int) -> bool:
    """Whether a name stands at `offset` that tells itself as one: a capital, a number after it, or the end."""
    said = words(text)
    first = word_at(said, offset)
    after = name_end(text, said, first, most=4, numbered=False) if first < len(said) else first
    if after == first or said[first].start > offset + 1 or said[first].text in _MANNERS:
        return False
    capital = text[said[first].start].isupper() and text != text.upper()
    return capital or bool(
        re.match(r"\s*(?:$|,|\.|#|\d|numero|esq|y |entre |en |col)", fold(text)[said[after - 1].end :])
    )


def _units(text: str) -> List[Unit]:
    """The parts of addresses in the text that show themselves, from left to right."""
    out: List[Unit] = []
    for word in words(text):
        if not out or word.start >= out[-1].end:
            one = _unit_at(text, word.start)
            out += [one] if one else []
    return out


def _unit_at(text: str, offset: int) -> Optional[Unit]:
    said = words(text)
    first = word_at(said, offset)
    if first == len(said) or said[first].start > offset + 2:
        return None
    begin = said[first].start
    label = type_at(text, begin)
    if label or SIDE.match(fold(text), begin):
        street = street_at(text, said, begin)
        return Unit(frozenset(["street"]), begin, _skip(said, label) if label else begin, street[1]) if street else None
    colonia = colonia_at(text, begin)
    if colonia:
        return Unit(frozenset(["colonia"]), begin, colonia[0], colonia[1])
    if said[first].text in STOPS:
        return None
    road = road_at(text, begin)
    if road and not in_state(text, begin):  # 'no en Meoqui Chihuahua' is a town and its state
        return Unit(frozenset(["road"]), begin, begin, road)
    return _known(text, said, first)


def _skip(said: Tuple[Token, ...], offset: int) -> int:
    at = word_at(said, offset)
    return said[at].start if at < len(said) else offset


def _known(text: str, said: Tuple[Token, ...], first: int) -> Optional[Unit]:
    """A town, an avenue or a colonia of the lists at word `first`."""
    begin, kinds, end = said[first].start, set(), 0
    towns = (n for n in named(text) if not n.place.country)
    town = next((n for n in towns if n.start in (begin, begin - 3, begin - 4) and n.end > begin), None)  # 'los Mochis'
    avenue, colonia = known_street(said, first), NEIGHBORHOODS.at(said, first)
    for kind, stop in (
        ("town", town.end if town else 0),
        ("street", said[avenue - 1].end if avenue > first else 0),
        ("colonia", said[colonia.after - 1].end if colonia else 0),
    ):
        if stop > end:
            kinds, end = {kind}, stop
        elif stop and stop == end:
            kinds.add(kind)
    return Unit(frozenset(kinds), begin, begin, end) if end else None
