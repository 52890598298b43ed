"""Streets, corners, streets between, exterior numbers and colonias, however they are strung together.

Every place where a street's name may begin is tried with all that follows it; the best told one is the street.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import List, NamedTuple, Optional, Tuple

from .colonia_beside import after_address, listed
from .folding import Token, fold
from .geography import is_place, named
from .house_numbers import house_number
from .landmark import CHAIN, is_landmark
from .lookups import load_lines, words
from .neighborhood import neighborhood
from .place_lists import AVENUES, FIRST_NAMES, SURNAMES, known_street, shown
from .place_names import place_starts
from .street_names import NUMBERED_TYPE, SIDE, TYPE, Spans, overlaps, street_at
from .street_parts import HASH, JOIN, NUMBER, Street, between, follow
from .street_starts import UNIT, starts

_SECOND = re.compile(r"\b(?:esquina|esq|eskina|cruce|crucero|casi con)\.?\s*(?:con|de)?\s*(?:la |el )?")
_MARKED = re.compile(
    r"\s*,?\s*(?:(?:en)?frente|a la altura|altura|casi|pasando|antes|despues|junto|a un (?:lado|costado)|al lado"
    r"|afuera|fuera"
    r"|por (?:el|la)|entre|km|kilometro|en la esquina|atras|detras|a espaldas|cerca|s/n|sin numero)\b"
)
# 'Insurgentes a la altura de Viaducto', 'Mina llegando a la calle Bravo': what follows is where on the street it was.
_BEYOND = re.compile(
    r"\b(?:a la altura|altura|antes|pasando|pasandito|despues|casi|llegando|cerca|adelante|frente|enfrente|atras)"
    r"(?: de(?:l)?| al?| por| con| en| llegar al?)*(?: la| el)? $"
)
_BETWEEN = re.compile(r",? (?:entre|e/) ")
_REGION = re.compile(r"\b(?:municipio|mpio|alcaldia|delegacion|deleg|ciudad|cd|estado)\.? (?:de |del )?$")
_LISTING = re.compile(r"\s*,")  # what follows is another part of the address
_CLOSED = re.compile(r"\s*[,.;]|\W*$")
_CORNER = re.compile(r" (?:y|con|esquina|esquina con) (?:la |el )?[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{3}")
_ALONG_IT = re.compile(rf"\s*,? (?:x|por) (?:(?:la|el) |{TYPE.pattern})")
_IN_TOWN = re.compile(r"\s*,? en [a-z]{3}")
_HOUSE = re.compile(
    r"\s*,?\s*(?:(?:#|numero|num|no)\.?\s*)?\d{1,5}(?:-?[a-d])?\b\s*,?\s*(?:$|(?:casi|esq\w*|entre|col|colonia|fracc\w*"
    r"|barrio|y|con|interior|int|letra|bis|roma|condesa|centro|del valle)\b)"
)
_SMALL = ("de", "del", "la", "las", "los", "el")
_SIDES = ("norte", "sur", "oriente", "poniente", "nte", "ote", "pte")
_BY_SIDE = re.compile(r"\s+\d{1,3}(?:-?[a-d])?\b(?!\s*(?:metros|mts|min))")
_OF_A_COLONIA = re.compile(r"\s*,?\s*(?:(?:#|numero|num|no\.?)?\s*\d{1,5}\b\s*,?\s*)?(?:col|colonia|fracc\w*|barrio)\b")
_NO_STREET = frozenset(load_lines("not_streets.txt"))
# Names of things that are also the first word of a street's.
_IN_NAMES = frozenset(
    ["rio", "parque", "bosque", "bosques", "cerro", "laguna", "fuente", "puerto", "playa", "hacienda", "mina"]
)
_INTRODUCED = {
    "sobre": 14,
    "along": 8,
    "en": 6,
    "por": 4,
    "corner": 14,
    "after": 10,
    "opens": 5,
    "named": 40,
    "thing": 8,
}


class _Told(NamedTuple):
    """A street that may be the one, and how well it is told."""

    score: int
    first: int
    end: int  # of its name
    street: Street


@lru_cache(maxsize=64)
def street(text: str, taken: Spans = (), answer: bool = False) -> Street:
    """The street address in the text;
    `taken` are offsets already known to be something else (a road, a name). In an `answer` to 'where?' a street needs
    no 'calle' nor 'en' before it: 'Morelos 1250', 'Encino y Roble'.
    """
    said, none = words(text), Street()
    taken += tuple(unit.span() for unit in UNIT.finditer(fold(text)))
    colonia = neighborhood(text, taken)
    if colonia:
        none.neighborhood = colonia[0]
        none.spans.append(colonia[1:])
    between(text, said, none, taken)
    told: List[_Told] = []
    for first, introduced in sorted(starts(text, said, (colonia[1:],) if colonia else ()).items()):
        inside = any(one.first < first and said[first].start < one.end for one in told)
        one = None if inside else _told(text, said, first, introduced, none, taken, answer)
        told += [one] if one else []
    out = max(told, key=lambda one: (one.score, -one.first)).street if told else none
    if out.street and not out.corner and not out.between:
        _second(text, said, out, taken)
    if not out.neighborhood:
        _colonia_beside(text, out, taken)
    house = None if out.number else house_number(text, out, taken)
    if house:
        out.number, span = house
        out.spans.append(span)
    return out


def _told(
    text: str, said: Tuple[Token, ...], first: int, introduced: str, none: Street, taken: Spans, answer: bool
) -> Optional[_Told]:
    """The street that begins at said[first] with all that is told of it, or None where none can be believed."""
    folded, begin = fold(text), said[first].start
    if said[first].text in ("de", "del", "d"):
        return None  # 'colonia Lindavista de Tepic'
    towns = [n for n in named(text) if not n.place.shared]
    inside = any(n.start < begin < n.end for n in towns)  # the second word of a town
    if introduced == "en" and any(n.start == begin and _BETWEEN.match(folded, n.end) for n in towns):
        return None  # 'en Mexicali entre Lázaro Cárdenas y Juárez'
    if inside or overlaps(begin, said[first].end, taken + tuple(none.spans)):
        return None
    name = _name(text, said, first)
    if not name:
        return None
    out = replace(none, between=list(none.between), spans=[*none.spans, name[:2]], street=name[2])
    after = follow(text, said, name[1], out, taken)
    typed = TYPE.match(folded, begin) or NUMBERED_TYPE.match(folded, begin)
    listed_ = bool(SIDE.match(folded, begin)) or known_street(said, first) > first
    enclosed = out.between and any(s >= after.end and not folded[after.end : s].strip(" ,") for s, _ in none.spans)
    anchored = any(after.end <= n.start < after.end + 30 and not n.place.shared for n in named(text))
    told = ("known" if after.link == "plain" and anchored and _LISTING.match(folded, after.end) else after.link) or (
        "sure" if enclosed else ""
    )
    if (
        not told
        and introduced in ("en", "por", "sobre", "along", "opens")
        and _crossed_later(text, said, first, name[1])
    ):
        told = "sure"
    marked = answer and bool(_MARKED.match(folded, after.end) or _CLOSED.match(folded, after.end))
    if not (typed or _is_told(text, said, first, name, introduced, told, out.number, listed_, answer, marked)):
        return None
    score = 50 if typed else 20 if listed_ else 0
    score += {"typed": 55, "sure": 30, "known": 25, "plain": 15, "": 0}[told] + _INTRODUCED.get(introduced, 0)
    score += (20 if after.labelled else 12) if out.number else 0
    score -= 45 * bool(_BEYOND.search(folded[:begin]))
    return _Told(score + 8 * marked, first, name[1], out)


def _crossed_later(text: str, said: Tuple[Token, ...], first: int, end: int) -> bool:
    """Whether a street that shows itself is crossed further on: 'en la Ruiz Cortines, pero sí: esquina con Lincoln'."""
    names = [word for word in said[first:] if word.start < end]
    if is_landmark(names[0].text) or names[0].start in place_starts(text):
        return False
    known, people = known_street(said, first) > first, SURNAMES | FIRST_NAMES
    capital = text != text.upper() and all(text[word.start].isupper() or word.text in _SMALL for word in names)
    shows = known or capital or (len(names) > 1 and all(word.text in people for word in names))
    return shows and bool(_SECOND.search(re.split(r"[.;\n]", fold(text)[end:])[0][:60]))


def _name(text: str, said: Tuple[Token, ...], first: int) -> Optional[Tuple[int, int, str]]:
    """(start, end, shown) of the name that begins at said[first]; a bare number only as in '65 x 54 y 56'."""
    folded, begin = fold(text), said[first].start
    gridded = bool(
        re.match(r"\d{1,3}(?:-?[a-z])?,? (?:(?:x|por|con|y|esq\w*(?: con)?) (?:la )?\d|e/|entre )", folded[begin:])
    )
    name = street_at(text, said, begin, numbered=gridded)
    its_number = _BY_SIDE.match(folded, name[1]) if name and fold(name[2]) in _SIDES else None
    if name and its_number:  # 'calle Poniente 150 número 622': the streets of a side are told apart by numbers
        return name[0], its_number.end(), f"{name[2]} {its_number.group().strip().upper()}"
    after = known_street(said, first)
    if name and after > first and not TYPE.match(folded, begin) and not SIDE.match(folded, begin):
        end = said[after - 1].end  # 'Insurgentes' rather than 'Insurgentes viaducto', where that is joined to another
        follows = JOIN.match(folded, end) or NUMBER.match(folded, end) or HASH.match(folded, end)
        named_on = (
            after < len(said) and said[after].text in ("las", "los", "la", "el") and text[said[after].start].isupper()
        )
        if end < name[1] and not named_on and (follows or AVENUES.at(said, after)):
            return begin, end, shown(text, begin, end)
    return name


def _is_told(
    text: str, said: Tuple[Token, ...], first: int, name: Tuple[int, int, str], introduced: str, link: str,
    number: Optional[str], known: bool, answer: bool, marked: bool,
) -> bool:  # fmt: skip
    """Whether a name without 'calle' is a street by what stands before and after it."""
    names = [w.text for w in said[first:] if w.start < name[1]]
    town = name[0] in place_starts(text)
    if town and introduced and len(names) > 1 and names[-1] in _SIDES and _OF_A_COLONIA.match(fold(text), name[1]):
        return True  # 'en Teziutlán Norte, colonia La Paz': a street called by a town
    thing = is_landmark(names[0]) and names[0] not in _IN_NAMES and not known
    state = any(n.start == name[0] and n.place.municipality is None for n in named(text))
    if (
        set(names) & _NO_STREET
        or (thing and link != "typed")
        or (state and not known and (len(names[0]) < 5 or not (link or _HOUSE.match(fold(text), name[1]))))
    ):
        return False
    if _REGION.search(fold(text)[: name[0]]):
        return False  # 'delegación Benito Juárez'
    if introduced == "de" and not known:
        return link in ("typed", "sure", "known")
    if introduced == "opens" and not answer and not known:
        return link in ("typed", "sure")
    if _is_state_of_the_last(text, name[0]):
        return False  # 'Orizaba Veracruz sur 10'
    if town and introduced == "en" and _ALONG_IT.match(fold(text), name[1]):
        return False  # 'en nvo laredo x la reforma'
    if town and not known:
        return (
            introduced in ("sobre", "named")
            or link in ("sure", "typed")
            or bool(number and _HOUSE.match(fold(text), name[1]))
        )
    town_of_a_person = len(names) > 1 and names[-1] in SURNAMES and is_place(text[name[0] : name[1]])
    person = len(names) > 1 and names[0] in FIRST_NAMES and names[1] in SURNAMES | FIRST_NAMES
    if (person or town_of_a_person) and introduced in ("en", "por", "along", "sobre", "thing"):
        article, elsewhere = said[first - 1].text == "la", _in_a_town(text, name)
        if article or (introduced in ("en", "por") and elsewhere):
            return True  # 'en la Francisco Medina Ascencio', 'en Úrsulo Galván en Xalapa'
    if number and not (link or answer or known) and len(names) == 1 and (len(names[0]) < 4 or introduced == "after"):
        return False  # 'son de Jalisco, JKV 913'
    if introduced == "en" and text[name[0]].isupper() and text != text.upper() and _CORNER.match(text, name[1]):
        return True  # 'en Amores y Torres Adalid'
    if link or (number and introduced):
        return bool(introduced or known) and (known or answer or link != "plain" or introduced in ("after", "corner"))
    if introduced in ("sobre", "named", "corner"):
        return True
    if introduced == "along" and not known:  # 'bajando por Murillo Vidal en Xalapa'
        capital = text[name[0]].isupper() and text != text.upper()
        return capital or (len(names) > 1 and bool(_IN_TOWN.match(fold(text), name[1])))
    if known and name[0] in place_starts(text):
        return introduced in ("sobre", "along") or (
            _is_no_town(text, name) and bool(_MARKED.match(fold(text), name[1]) or CHAIN.search(fold(text)[: name[0]]))
        )
    if known and len(names) == 1 and is_landmark(names[0]) and fold(text)[: name[0]].endswith(" el "):
        return False  # 'por el aeropuerto'
    if known:
        before = said[first - 1].text if first > 0 else ""
        along = introduced == "por" and before == "la" and names[0].endswith(("o", "s", "z"))  # 'por la Insurgentes'
        article = before in ("la", "el") and not along
        if introduced in ("en", "por", "along") and (answer or not article or len(names) > 1):
            return True
        pointed = introduced == "thing" and (
            answer or len(names) > 1 or CHAIN.search(fold(text)[: name[0]])
        )  # 'el Chedraui de Insurgentes'
        return (pointed or (marked and introduced in ("opens", "after"))) and _is_no_town(text, name)
    return marked and introduced in ("opens", "after") and bool(_MARKED.match(fold(text), name[1]))


_AFTER_TOWN = re.compile(r"\s*,? (?:en|por) $")


def _in_a_town(text: str, name: Tuple[int, int, str]) -> bool:
    """Whether 'en' and a town follow at once, or a town stands before: 'en Coyoacán, en Francisco Sosa'."""
    rest, places = _IN_TOWN.match(fold(text), name[1]), [n for n in named(text) if n.place.municipality]
    followed = bool(rest) and any(n.start == rest.end() - 3 for n in places)
    return followed or any(n.end <= name[0] and _AFTER_TOWN.fullmatch(fold(text)[n.end : name[0]]) for n in places)


def _is_state_of_the_last(text: str, start: int) -> bool:
    """Whether the place at `start` is the state of the town said right before it."""
    before = [n for n in named(text) if n.end <= start and not fold(text)[n.end : start].strip(" ,.")]
    here = [n for n in named(text) if n.start == start]
    return bool(before and here and any(fold(here[0].place.name) == fold(state) for state in before[-1].place.states))


def _is_no_town(text: str, name: Tuple[int, int, str]) -> bool:
    """Whether an avenue is meant rather than the town of the same name: another town is named, and not its state."""
    others = [
        n
        for n in named(text)
        if n.place.municipality and not n.place.shared and (n.end <= name[0] or n.start >= name[1])
    ]
    followed = [n for n in named(text) if n.start >= name[1] and not fold(text)[name[1] : n.start].strip(" ,.")]
    return bool(others and not followed) or not is_place(text[name[0] : name[1]])


def _second(text: str, said: Tuple[Token, ...], out: Street, taken: Spans) -> None:
    """'sobre avenida Patria … esquina con Acueducto', with other facts in between."""
    for match in _SECOND.finditer(fold(text)):
        name = street_at(text, said, match.end())
        if name and not overlaps(name[0], name[1], taken + tuple(out.spans)):
            out.corner = name[2]
            out.spans.append((name[0], name[1]))
            return


def _colonia_beside(text: str, out: Street, taken: Spans) -> None:
    """The colonia right after the address, or one of the list that stands alone between commas."""
    if out.street:
        gridded = out.street.split()[-1].rstrip("abcdABCD").isdigit() and bool(out.between or out.corner)
        colonia = after_address(text, max(end for _, end in out.spans), taken, gridded) or listed(
            text, taken + tuple(out.spans)
        )
        if colonia:
            out.neighborhood = colonia[0]
            out.spans.append(colonia[1:])
