"""What follows a street's name: its number, inside and out, and the street it crosses."""

import re
from dataclasses import dataclass, field
from typing import List, NamedTuple, Optional, Tuple

from .folding import Token, fold
from .place_lists import known_street
from .street_names import SIDE, TYPE, Spans, is_believable, overlaps, street_at, word_at

JOIN = re.compile(
    r"\s*[,.]?\s*(?:(?:casi |y |en la |en |haciendo |hace |k hace |que hace )?(?:esquina|esq|eskina|esqina|eskna"
    r"|cruce|crucero"
    r"|cruza|crucese|interseccion|cruzando|cruzamiento)\.?\s*(?:casi )?(?:con|cn|c/|de|y|a|en)?\b"
    r"|casi (?:con|llegando a|esq\.? con|en|y)?\b"
    r"|(?:y|con|x|e)\b(?!/)|&|/(?!n\b)|c/|por(?= \d))(?: (?:la|el|las)\b)?\s*"
)
NUMBER = re.compile(
    r"\s*,?\s*(?:(?:creo|pienso) que )?(?:(?:es )?el (?=numero|num))?(?:(?:a la altura del?|altura del?|al|en el"
    r"|frente al|enfrente del|afuera del"
    r"|con)\s+)?(?:numero|num|no|nro|nmro|n|#|ext|exterior|numero exterior)\.?\s*(?:exterior"
    r"|ext|es|es el)?\s*:?\s*#?\s*(\d{1,5}(?:-?[a-d]\b)?)"
)
_NO_NUMBER = re.compile(r"\s*,?\s*(?:s/n|s n|sn|sin numero)\b")
HASH = re.compile(r"\s*,?\s*#\s*(\d{1,5}(?:-?[a-d]\b)?)")
_PLAIN = re.compile(
    r"\s*,?\s*(?:al )?(\d{1,5}(?:-[a-z])?)\b(?!\s*(?:(?:minutos|min|horas|hrs|carros|personas|de (?:la(?! col)"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|pm|am"
    r"|heridos|lesionados|metros|mts|km|anos|veces|eleven)\b|-eleven|:|/|\d))"
)
_OF_NUMBER = re.compile(r"\s+(?:norte|sur|oriente|poniente|nte|ote|pte)\b")  # 'Madero 118 Ote'
_INSIDE = re.compile(
    r"\s*,?\s*(?:int|interior|depto|dpto|departamento|local|casa|torre|edificio|edif|piso)"
    r"(?:\.?\s?\d{1,4}[a-z]?|\.?\s[a-z])\b"
)

_BETWEEN = re.compile(
    r"\b(?:entre|e/|ent\.|(?:x|por)(?=\s+(?:la )?\d+(?:-?[a-z])?\s+y\s+(?:la )?\d))\s*(?:las? )?(?:calles? "
    r"|av(?:enida)?s?\.? )?(?:de )?(?:la |el )?"
)


# 'Entre 8 y 9' are hours, unless a street of that kind stands before it or a side after it.
_HOURS = re.compile(
    r"(?:las |la (?=1\b|una))?(?:\d{1,2}(?::\d\d)?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)"
    r"\s*(?:y|e|a|:|de la|am|pm|hrs)\b"
)
_ON_A_STREET = re.compile(
    r"\b(?:(?:calle|c|la|av\w*)\.?\s*\d+(?:\s*-?[a-z]\b)?|norte|sur|oriente|poniente|nte|ote|pte)\s*,?\s*"
    r"(?:(?:numero|num\.?|no\.?|#)?\s?\d+(?:\s?-?\s?[a-z]\b)?|x)?\s*,?\s*$"
)
_SIDED = re.compile(r"(?:las? )?\w+ (?:y|e) (?:las? )?\w+ (?:norte|sur|oriente|poniente|nte|ote|pte)\b")


_MINUTES = re.compile(r"(?:media|una|\d+|[a-z]+) (?:horas?|minutos?|min|y)\b[a-z0-9 ]*\b(?:minutos?|min|horas?)\b")
# 'Entre Hidalgo y la que sigue, cómo se llama, este, Allende': what is said while a name is sought.
_GROPING = (
    r"(?:(?:(?:la|el) (?:que sigue|otra|otro|siguiente)|como se llama|esta|este|ah|eh|mmm?|creo que(?: es)?"
    r"|no me acuerdo|ay"
    r"|a ver|espereme|dejeme ver|es)\b[\s,.]+)*"
)


@dataclass
class Street:
    """What was said of a street address; `spans` are the offsets it was said at."""

    street: Optional[str] = None
    number: Optional[str] = None
    corner: Optional[str] = None
    between: List[str] = field(default_factory=list)
    neighborhood: Optional[str] = None
    spans: List[Tuple[int, int]] = field(default_factory=list)


class Followed(NamedTuple):
    """Where what follows a street's name ends, how sure its corner is ('' none), whether its number is called so."""

    end: int
    link: str
    labelled: bool


def follow(text: str, said: Tuple[Token, ...], end: int, out: Street, taken: Spans) -> Followed:
    """Number and corner right after a street's name, put into `out`."""
    folded, link, labelled = fold(text), "", False
    none = _NO_NUMBER.match(folded, end)
    if none:
        out.spans.append((end, none.end()))
        end = none.end()
    for _ in range(3):
        number = (
            None if out.number else NUMBER.match(folded, end) or HASH.match(folded, end) or _PLAIN.match(folded, end)
        )
        if number and not overlaps(number.start(1), number.end(1), taken):
            labelled = number.re is not _PLAIN
            out.number = re.sub(r"\s", "", text[number.start(1) : number.end(1)]).upper()
            inside = _INSIDE.match(folded, number.end()) or _OF_NUMBER.match(folded, number.end())
            after = (inside or number).end()
            out.spans.append((end, after))
            end = after
            continue
        join = JOIN.match(folded, end)
        if join and not out.corner and not out.between:
            word = join.group().strip(" ,.")
            numbered = folded[end - 1].isdigit()  # '60 x 35', 'la 60 con la 35'
            crossed = word.startswith("con") and is_believable(text, said, join.end(), False)
            grid = numbered and (bool(re.match(r"(?:x|por)\b", word)) or (crossed and folded[join.end()].isdigit()))
            sure = grid or bool(re.search(r"esq|cru[cz]|esk|inters|casi", word))
            name = street_at(text, said, join.end())
            thing = bool(re.fullmatch(r"[ye] (?:la|el)", word)) and not _is_street(text, said, join.end())
            believed = not thing and is_believable(text, said, join.end(), sure)
            if name and believed and not overlaps(name[0], name[1], taken):
                out.corner = name[2]
                out.spans.append((name[0], name[1]))
                end, link = name[1], _link(text, said, name[0], sure)
                continue
        break
    return Followed(end, link, labelled)


def _is_street(text: str, said: Tuple[Token, ...], offset: int) -> bool:
    """Whether a street shows itself at `offset`: 'y la Hidalgo', 'y el callejón', but not 'y el rin quedó cuadrado'."""
    first = word_at(said, offset)
    if first == len(said):
        return False
    typed = TYPE.match(fold(text), said[first].start) or SIDE.match(fold(text), said[first].start)
    named = known_street(said, first) > first or said[first].text[0].isdigit()
    return bool(typed) or named or (text[said[first].start].isupper() and text != text.upper())


def _link(text: str, said: Tuple[Token, ...], start: int, sure: bool) -> str:
    folded, first = fold(text), word_at(said, start)
    if TYPE.match(folded, start) or SIDE.match(folded, start):
        return "typed"
    return "sure" if sure else "known" if known_street(said, first) > first else "plain"


def between(text: str, said: Tuple[Token, ...], out: Street, taken: Spans) -> None:
    """The two streets 'between' which it was, put into `out`."""
    folded = fold(text)
    for match in _BETWEEN.finditer(folded):
        rest = folded[match.start() + 6 :]
        if _HOURS.match(rest) and not (_ON_A_STREET.search(folded[: match.start()]) or _SIDED.match(rest)):
            continue
        one = street_at(text, said, match.end())
        if not one or overlaps(one[0], one[1], taken):
            continue
        if _MINUTES.match(folded, match.end()):
            continue
        join = re.match(rf"\s*,?\s*(?:y|e|&|con)\s+{_GROPING}(?:la |el )?(?:calle )?", folded[one[1] :])
        two = street_at(text, said, one[1] + join.end()) if join else None
        if two:
            out.between = [one[2], two[2]]
            out.spans.append((match.start(), two[1]))
            return
