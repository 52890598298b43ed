"""What streets, colonias, towns and people are called, by the lists and by the postal catalogue."""

import re
from typing import FrozenSet, Optional, Tuple

from .colonias import colonia_end, is_city
from .folding import Token, fold
from .geography import STATE_NAMES, TOWNS, named
from .lookups import Match, Phrases, load_lines
from .number_words import HUNDREDS, TEENS, TENS, UNITS

STOPS: FrozenSet[str] = frozenset(load_lines("place_stops.txt"))
STREET_TYPES = frozenset(load_lines("street_types.txt"))
ARTICLES = frozenset(["el", "la", "los", "las"])
SAINTS = frozenset(["san", "santa", "santo"])
INSIDE = frozenset(["de", "d", "del", "la", "las", "los", "el"]) | SAINTS
NUMBERS = frozenset([*UNITS, *TEENS, *TENS, *HUNDREDS, "mil"])
MONTHS = frozenset(load_lines("months.txt"))
AVENUES: "Phrases[str]" = Phrases()
for _line in [*load_lines("avenues.txt"), *load_lines("joined_avenues.txt")]:
    AVENUES.add(_line, _line)
NEIGHBORHOODS: "Phrases[str]" = Phrases()
for _line in load_lines("neighborhoods.txt"):
    NEIGHBORHOODS.add(_line, _line)
# A name is not over after these alone: 'Ampliación Tláhuac', 'Villas de Irapuato'.
GENERIC = frozenset(load_lines("unfinished_names.txt"))
FIRST_NAMES = frozenset(fold(name) for name in load_lines("first_names.txt"))
SURNAMES = frozenset(fold(name) for name in load_lines("surnames.txt"))
PEOPLE = FIRST_NAMES | SURNAMES


def town_at(text: str, said: Tuple[Token, ...], first: int) -> Optional[Match]:
    """The town that starts at word `first`, but for a colonia that is known as a town, 'Ciudad Satélite', or shares its
    everyday name with towns of other states than the town that the text names: 'Santa Ana, Mérida'.
    """
    town = TOWNS.at(said, first)
    if not town or (town.entry.city and not is_city(town.entry.name)):
        return None
    others = [n.place for n in named(text) if n.start != said[first].start]
    elsewhere = any(place.municipality and not place.shared for place in others)
    far = elsewhere and all(set(place.states).isdisjoint(town.entry.states) for place in others)
    far = far and town.entry.shared and town.after - first > 1
    return None if far else town


def known_colonia(text: str, said: Tuple[Token, ...], first: int, labelled: bool = False) -> Optional[Match]:
    """The colonia of the list, or of a town that the text names, that starts at word `first`, with its name; without
    `labelled` ('colonia', 'fraccionamiento' before it) no name that may as well be a street's or a person's.
    """
    known = NEIGHBORHOODS.at(said, first)
    after = colonia_end(text, said, first, family=not labelled)
    if not labelled and _is_an_avenue(said, first, max(after, known.after if known else 0)):
        return None
    if after == first or (known and known.after >= after):
        return known
    name = [word.text for word in said[first:after] if word.text not in INSIDE]
    if not labelled:
        other = [AVENUES.at(said, first), town_at(text, said, first), STATE_NAMES.at(said, first)]
        if any(match and match.after >= after for match in other) or date_end(said, first):
            return known
        people = STOPS if said[first].text in SAINTS else PEOPLE | STOPS
        numbered = bool(name) and (name[0] in STREET_TYPES | NUMBERS or name[0].isdigit())
        if numbered or people.issuperset(name) or GENERIC.issuperset(name):
            return known
    return Match(first, after, shown(text, said[first].start, said[after - 1].end))


_ORDINALS = re.compile(r"(?:primera|segunda|tercera|cuarta|quinta|sexta|septima|octava|novena|decima)")
_SIDES = ("norte", "sur", "oriente", "poniente", "nte", "ote", "pte")


def _is_an_avenue(said: Tuple[Token, ...], first: int, after: int) -> bool:
    """Whether what a colonia is called too is said of an avenue: 'la quinta norte', 'por la Tecnológico'."""
    sided = after < len(said) and said[after].text in _SIDES and _ORDINALS.fullmatch(said[after - 1].text)
    along = first > 1 and said[first - 2].text in ("por", "sobre", "x") and said[first - 1].text == "la"
    return bool(sided or (along and said[first].text.endswith("o")))


def date_end(said: Tuple[Token, ...], at: int) -> int:
    """Index after the date that names a street: '16 de septiembre', '5 feb', '1o mayo'; 0 when there is none."""
    of = at + 1 + (at + 1 < len(said) and said[at + 1].text in ("de", "d"))
    return of + 1 if of < len(said) and said[of].text in MONTHS else 0


def shown(text: str, start: int, end: int) -> str:
    """The name as said, with capitals when it came without any."""
    name = re.sub(r"\s+", " ", text[start:end]).strip(" ,.")
    if name != name.lower() and name != name.upper():
        return name
    small = {"de", "del", "la", "las", "los", "el", "y", "a", "con"}
    parts = re.split(r"([\s\-]+)", name.lower())
    return "".join(
        p
        if p in small and i
        else p.upper()
        if re.fullmatch(r"i{2,3}|iv|vi{0,3}|xxi|xx", p) and len(p) > 1
        else p[:1].upper() + p[1:]
        for i, p in enumerate(parts)
    )


def known_street(said: Tuple[Token, ...], first: int) -> int:
    """Index after the known avenue that starts at word `first` ('la'/'el' before it allowed), or `first`."""
    for skip in (0, 1):
        if skip and (first + 1 >= len(said) or said[first].text not in ("la", "el", "av", "los", "las")):
            break
        if first + skip < len(said):
            match = AVENUES.at(said, first + skip)
            if match:
                return match.after
    return first
