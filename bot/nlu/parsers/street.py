"""Streets, corners, streets between, exterior numbers and colonias, however they are strung together."""

import re
from functools import lru_cache
from typing import Tuple

from .folding import Token, fold
from .landmark import is_landmark
from .lookups import words
from .neighborhood import after_address, neighborhood
from .place_names import AVENUES, STOPS, known_street, name_end, place_starts, shown
from .street_names import BEFORE_JOIN, NUMBERED, PUBLIC, SIDE, TYPE, Spans, is_believable, overlaps, street_at, word_at
from .street_parts import HASH, JOIN, NUMBER, Street, follow

_BETWEEN = re.compile(
    r"\b(?:entre|(?:x|por)(?=\s+\d+(?:-?[a-z])?\s+y\s+\d))\s+(?:las? )?(?:calles? "
    r"|av(?:enida)?s?\.? )?(?:de )?(?:la |el )?"
)
_CORNER_OF = re.compile(
    r"\b(?:esquina|esq|eskina|cruce|crucero|interseccion)\.?\s+(?:que forman |formada por "
    r"|de|con|entre|en|q forman)?\s*(?:las calles |las avenidas |la calle |calles |avenidas "
    r"|la avenida |av\.? |la |el )?"
)
_FACING = re.compile(
    r"\b(?:frente|enfrente|afuera|fuera|a la altura|altura|delante|junto|en el)\s*(?:al|a|del"
    r"|de)?\s*(?:el\s+)?(?:numero|num|no|nro|#)?\.?\s*#?\s*(\d{1,5})\b(?!\s*(?:de |minutos|metros|km|:"
    r"|carros|horas))"
)


@lru_cache(maxsize=64)
def street(text: str, taken: Spans = (), answer: bool = False) -> Street:
    """The street address in the text;
    `taken` are offsets already known to be something else (a road, a name). In an `answer` to 'where?' a street needs
    no 'calle' nor 'en' before it: 'Morelos 1250', 'Encino y Roble'.
    """
    out = Street()
    said = words(text)
    colonia = neighborhood(text, taken)
    if colonia:
        out.neighborhood = colonia[0]
        out.spans.append(colonia[1:])
    _between(text, said, out, taken)
    (answer and _leading(text, said, out, taken)) or _typed(text, said, out, taken) or _untyped(
        text, said, out, taken
    ) or _corner_of(text, said, out, taken) or _numbered(text, said, out, taken, answer)
    if not out.neighborhood and out.street:
        last = max(end for _, end in out.spans)
        colonia = after_address(text, last, taken)
        if colonia:
            out.neighborhood = colonia[0]
            out.spans.append(colonia[1:])
    if not out.number and (out.street or out.neighborhood or re.search(r"\bfrente al? (?:numero|num|#)", fold(text))):
        facing = _FACING.search(fold(text))
        if facing and not overlaps(facing.start(1), facing.end(1), taken):
            out.number = facing[1]
            out.spans.append(facing.span())
    return out


def _typed(text: str, said: Tuple[Token, ...], out: Street, taken: Spans) -> bool:
    folded = fold(text)
    for label in TYPE.finditer(folded):
        if (
            overlaps(label.start(), label.end(), taken)
            or overlaps(label.start(), label.end(), out.spans)
            or PUBLIC.match(folded, label.start())
        ):
            continue
        number = NUMBERED.search(folded[: label.start()])
        begin = number.start() if number else label.start()
        name = street_at(text, said, begin) if number else street_at(text, said, label.start())
        if number and not name:
            name = street_at(text, said, label.start())
            name = (begin, name[1], shown(text, begin, name[1])) if name else None
        if not name:
            continue
        out.street = name[2]
        out.spans.append((name[0], name[1]))
        follow(text, said, name[1], out, taken)
        if not out.corner and not out.between:
            _reverse_corner(text, name, out)
        if not out.corner:
            _second(text, said, name[1], out, taken)
        return True
    return False


_FIRST_JOIN = re.compile(r"\W*(?:la |el )?((?!la |el )[a-z0-9][a-z0-9.]*(?: [a-z0-9.]+){0,2}?) (?:y|con|casi con) +$")


def _reverse_corner(text: str, name: Tuple[int, int, str], out: Street) -> None:
    """'Doctor Vértiz y Eje 5 Sur':
    what stands before 'y' and the typed street is the street, and that one its corner.
    """
    folded = fold(text)
    before = BEFORE_JOIN.search(folded[: name[0]]) or _FIRST_JOIN.match(folded[: name[0]])
    if before and not set(before[1].split()) & STOPS:
        out.corner, out.street = out.street, shown(text, before.start(1), before.end(1))
        out.spans.append(before.span(1))


def _second(text: str, said: Tuple[Token, ...], end: int, out: Street, taken: Spans) -> None:
    """'sobre avenida Patria … esquina con Acueducto', with other facts in between."""
    match = re.search(r"\b(?:esquina|esq|eskina|cruce|crucero)\.?\s*(?:con|de)?\s*(?:la |el )?", fold(text)[end:])
    if match:
        name = street_at(text, said, end + match.end())
        if name and not overlaps(name[0], name[1], taken):
            out.corner = name[2]
            out.spans.append((name[0], name[1]))


def _untyped(text: str, said: Tuple[Token, ...], out: Street, taken: Spans) -> bool:
    """A known avenue:
    joined to another street, with a number, or after 'en', 'sobre', 'por'; the best of those named.
    """
    folded, best, best_rank = fold(text), None, 0
    for first in range(len(said)):
        side = SIDE.match(folded, said[first].start)
        after = word_at(said, side.end()) if side else known_street(said, first)
        if after == first or overlaps(said[first].start, said[after - 1].end, taken + tuple(out.spans)):
            continue
        rank = _rank(text, said, first, said[after - 1].end)
        if rank > best_rank:
            best, best_rank = (first, after), rank
    if not best:
        return False
    first, after = best
    article = said[first].text in ("la", "el") and not AVENUES.at(said, first)
    start, end = said[first].start, said[after - 1].end
    if best_rank < 3:
        end = max(end, said[max(after, name_end(text, said, first)) - 1].end)
    out.street = shown(text, said[first + 1].start if article else start, end)
    out.spans.append((start, end))
    before = BEFORE_JOIN.search(folded[:start])
    follow(text, said, end, out, taken)
    if before and not out.corner:
        out.corner, out.street = out.street, shown(text, before.start(1), before.end(1))
        out.spans.append((before.start(1), start))
    return True


def _rank(text: str, said: Tuple[Token, ...], first: int, end: int) -> int:
    """How sure it is that the known avenue said[first]…end is the place:
    3 joined to another, 2 numbered, 1 introduced, 0 not.
    """
    folded = fold(text)
    before = said[first - 1].text if first else ""
    join = JOIN.match(folded, end)
    if join and (
        (is_believable(text, said, join.end(), False) and before in ("en", "sobre", "por", "de", "la", ""))
        or re.search(r"esq|cruc", join.group())
        or known_street(said, word_at(said, join.end())) > word_at(said, join.end())
    ):
        return 3
    if BEFORE_JOIN.search(folded[: said[first].start]):
        return 3
    numbered = HASH.match(folded, end) or re.match(r"\s*,?\s*(?:numero|num|no\.?) ?\d", folded[end:])
    if numbered or (
        re.match(r"\s+\d{2,5}\b(?!\s*(?:minutos|horas|km|metros|:|/|de |pesos|\d))", folded[end:])
        and (not first or folded[: said[first].start].rstrip().endswith((",", "en", "sobre")))
    ):
        return 2
    if said[first].text in ("la", "el") and not AVENUES.at(said, first):
        several = " " in folded[said[first + 1].start : end]
        return 1 if several and before in ("en", "sobre", "por") else 0
    if before in ("la", "el") and SIDE.match(folded, said[first].start):
        before = said[first - 2].text if first > 1 else "en"
    return 1 if before in ("en", "sobre", "por", "x", "lateral", "cruzando") else 0


def _corner_of(text: str, said: Tuple[Token, ...], out: Street, taken: Spans) -> bool:
    """'en la esquina de X y Y', 'cruce de X con Y', and 'en X esquina con Y' for streets that no list has."""
    folded = fold(text)
    for match in _CORNER_OF.finditer(folded):
        name = street_at(text, said, match.end())
        if not name or overlaps(name[0], name[1], taken):
            continue
        before = re.search(
            r"\b(?:en|sobre|por|de|x|,)\s+(?:la |el )?([a-z0-9][a-z0-9 .]{2,30}?)\s*,?\s*(?:casi |y )?$",
            folded[: match.start()],
        )
        if before and re.search(r"con\b|esq|esk", match.group()) and not set(before[1].split()) & STOPS:
            number = re.search(r"\s#?(\d{1,5}(?:-?[a-d])?)$", before[1])
            out.number = out.number or (number[1].upper() if number else None)
            end = before.start(1) + (number.start() if number else len(before[1]))
            out.street, out.corner = shown(text, before.start(1), end), name[2]
            out.spans += [(before.start(1), before.end(1)), (name[0], name[1])]
            return True
        out.street = name[2]
        out.spans.append((name[0], name[1]))
        join = re.match(r"\s*,?\s*(?:y|con|esquina con|esq\.? con|esquina|e)\s+(?:la |el )?", folded[name[1] :])
        if join:
            other = street_at(text, said, name[1] + join.end())
            if other:
                out.corner = other[2]
                out.spans.append((other[0], other[1]))
        return True
    return False


_NO_STREET = {"poliza", "reporte", "folio", "inciso", "modelo", "nissan"}
_INTRODUCED = re.compile(r"(?:\b(?:en|sobre|por)\s+(?:la |el )?|^\s*(?:es |fue |estoy en )?)")
_ANSWERED = re.compile(
    r"(?:\b(?:en|sobre|por)\s+(?:la |el )?|(?:^|,)\s*(?:(?:es|fue|aqui|estoy|estamos|en|la|el"
    r"|pues|mire)\s+)*)"
)
_HOUSE = re.compile(
    r"\s*,?\s*(?:(?:#|numero|num|no)\.?\s*)?\d{1,4}(?:-?[a-d])?\b\s*,?\s*(?:$|(?:casi|esq\w*|entre|col|colonia|fracc"
    r"|barrio|y|con|interior|int|letra|bis|roma|condesa|centro|del valle)\b)"
)
_BARE_NUMBER = re.compile(r"\s+(\d{2,5})\b(?!\s*(?:minutos|horas|km|metros|:|/|de |pesos|\d))")


_IN_NAMES = frozenset(
    ["rio", "parque", "bosque", "bosques", "cerro", "laguna", "fuente", "puerto", "playa", "hacienda", "mina"]
)
_START = re.compile(r"\W*(?:(?:es|fue|aqui|estoy|estamos|en|sobre|la|el|pues|mire|si)\s+)*")
_THEN = re.compile(
    r"\s*,?\s*(?:#|num(?:ero)?\.?|no\.?)?\s*\d{1,5}(?:-?[a-d])?\b(?!\s*(?:minutos|min|horas|km|metros|:|/|de |\d))"
)


def _leading(text: str, said: Tuple[Token, ...], out: Street, taken: Spans) -> bool:
    """'Río Mixcoac 25, casi esquina Félix Cuevas': an answer that begins with a name and a house number."""
    folded = fold(text)
    first = word_at(said, _START.match(folded).end())  # type: ignore[union-attr]
    if first == len(said) or TYPE.match(folded, said[first].start) or said[first].text.isdigit():
        return False
    after = name_end(text, said, first, numbered=False)
    if after == first or overlaps(said[first].start, said[after - 1].end, taken + tuple(out.spans)):
        return False
    names = [w.text for w in said[first:after]]
    thing = is_landmark(names[0]) and names[0] not in _IN_NAMES
    if thing or set(names) & _NO_STREET or not _THEN.match(folded, said[after - 1].end):
        return False
    if said[first].start in place_starts(text) and not _HOUSE.match(folded, said[after - 1].end):
        return False
    out.street = shown(text, said[first].start, said[after - 1].end)
    out.spans.append((said[first].start, said[after - 1].end))
    follow(text, said, said[after - 1].end, out, taken)
    return True


def _numbered(text: str, said: Tuple[Token, ...], out: Street, taken: Spans, answer: bool = False) -> bool:
    """'en Morelos 1250', 'sobre Pino Suárez número 88', 'en Morelos entre X y Y': a street by what follows it."""
    folded = fold(text)
    for match in (_ANSWERED if answer else _INTRODUCED).finditer(folded):
        first = word_at(said, match.end())
        after = name_end(text, said, first, numbered=False)
        if after <= first or overlaps(said[first].start, said[after - 1].end, taken + tuple(out.spans)):
            continue
        end, names = said[after - 1].end, [w.text for w in said[first:after]]
        if is_landmark(names[0]) or set(names) & _NO_STREET:
            continue
        if (
            said[first].start in place_starts(text)
            and not match.group().startswith("sobre")
            and not (_HOUSE.match(folded, end) and (answer or match.group().strip()))
        ):
            continue  # a town, unless a house number follows: 'Durango 180, colonia Roma'
        number = NUMBER.match(folded, end) or HASH.match(folded, end) or _BARE_NUMBER.match(folded, end)
        between = re.match(r"\s*,?\s*entre\b", folded[end:]) and out.between
        join = JOIN.match(folded, end) if answer else None
        corner = (
            join
            and street_at(text, said, join.end())
            and is_believable(text, said, join.end(), bool(re.search(r"esq|cruc", join.group())))
        )
        introduced = answer or match.group().strip()
        if (number and introduced) or between or corner or match.group().startswith("sobre"):
            out.street = shown(text, said[first].start, end)
            out.spans.append((said[first].start, end))
            follow(text, said, end, out, taken)
            return True
    return False


def _between(text: str, said: Tuple[Token, ...], out: Street, taken: Spans) -> None:
    folded = fold(text)
    for match in _BETWEEN.finditer(folded):
        if re.match(
            r"(?:las? )?(?:\d{1,2}(?::\d\d)?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once"
            r"|doce)\s*(?:y|e|a|:|de la|am|pm|hrs)\b",
            folded[match.start() + 6 :],
        ) and not re.search(
            r"\b(?:calle|c)\.?\s*\d+(?:\s*-?[a-z])?\s*,?\s*(?:numero \d+|#\s?\d+|x|num\.? \d+)?\s*,?\s*$",
            folded[: match.start()],
        ):
            continue
        one = street_at(text, said, match.end())
        if not one or overlaps(one[0], one[1], taken):
            continue
        join = re.match(r"\s*,?\s*(?:y|e|&|con)\s+(?:la |el )?(?:calle )?", folded[one[1] :])
        two = street_at(text, said, one[1] + join.end()) if join else None
        if two:
            out.between = [one[2], two[2]]
            out.spans.append((match.start(), two[1]))
            return
