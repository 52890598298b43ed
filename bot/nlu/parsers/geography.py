"""States, municipalities and cities named in a text, and what is known of each."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Dict, FrozenSet, Iterator, List, Optional, Set, Tuple

from .folding import Token, fold
from .lookups import Match, Phrases, load_lines, load_yaml, words
from .postal_catalogue import settlements


@dataclass(frozen=True)
class Place:
    """What a name may be:
    a state (`municipality` None), or a municipality or town of the `states` that have one so called. A `small` one
    is of the list of towns, where nothing is known of its municipality.
    """

    name: str
    municipality: Optional[str]
    states: Tuple[str, ...]
    shared: bool = False
    city: Optional[str] = None
    country: Optional[str] = None
    small: bool = False


@dataclass(frozen=True)
class Named:
    """A place named in a text; offsets in the text."""

    place: Place
    start: int
    end: int


STATES: Dict[str, List[str]] = {}
_OF: Dict[str, Dict[str, Tuple[str, str]]] = {}  # folded name -> state -> (municipality, name shown)
_SMALL: Dict[str, Tuple[str, List[str]]] = {}
TOWNS: "Phrases[Place]" = Phrases()
STATE_NAMES: "Phrases[str]" = Phrases()
_WORDY = frozenset(
    {
        "em",
        "mor",
        "son",
        "sin",
        "ver",
        "col",
        "mex",
        "tam",
        "camp",
        "aguas",
        "gro",
        "nay",
        "df",
        "bc",
        "qr",
        "nl",
        "v",
        "la capital del pais",
        "san luis",
    }
)


_SHORT = {
    "nuevo": "nvo", "nueva": "nva", "san": "sn", "santa": "sta", "santo": "sto", "general": "gral", "doctor": "dr",
    "guadalupe": "gpe", "francisco": "fco", "de": "d", "ciudad": "cd", "villa": "va", "puerto": "pto",
    "gutierrez": "gtz", "rodriguez": "rdz", "hernandez": "hdz", "gonzalez": "glz", "martinez": "mtz", "juarez": "jrz",
}  # fmt: skip


def _shortened(name: str) -> List[str]:
    """The folded name as thumbs write it: 'nvo laredo', 'sn nicolas d los garza', 'tuxtla gtz'."""
    parts = name.split()
    if len(parts) < 2:
        return ["gpe"] if name == "guadalupe" else []
    choices = [(part, _SHORT[part]) if part in _SHORT else (part,) for part in parts]
    return [" ".join(chosen) for chosen in product(*choices) if list(chosen) != parts]


def _rarely_named() -> Iterator[Tuple[str, str]]:
    """(name, state) of the municipalities that states.yml does not have; without those called like a street, a colonia
    or a person, which a caller's words mean more often.
    """
    others = [*load_lines("avenues.txt"), *load_lines("neighborhoods.txt"), *load_lines("common_colonias.txt")]
    people = {fold(name) for kind in ("first_names", "surnames") for name in load_lines(f"{kind}.txt")}
    known = {fold(name) for name in others}
    for municipality, state in sorted({(place.municipality, place.state) for place in settlements()}):
        name = fold(municipality)
        plain = re.sub(r"\b(?:de|del|la|las|los|el|san|santa|santo|villa)\b", " ", name).split()
        if name not in known and name not in STATE_NAMES and name not in TOWNS and not people.issuperset(plain):
            yield municipality, state


def _load() -> None:
    shared: FrozenSet[str] = frozenset(fold(line) for line in load_lines("common_municipality_names.txt"))
    for state, entry in load_yaml("states.yml").items():
        STATES[state] = entry["said"]
        for line in entry["municipalities"]:
            names = [name.strip() for name in line.split("=")]
            for name in names:
                same = set(fold(names[0]).split()) & set(fold(name).split()) and not name.startswith(
                    ("Ciudad ", "Los Mochis")
                )
                _OF.setdefault(fold(name), {}).setdefault(state, (name if same else names[0], name))
    for name, (municipality, state) in load_yaml("cities.yml").items():
        _OF.setdefault(fold(name), {})[state] = (municipality, name)
    for key in [key for key in _OF if key.startswith("ciudad ")]:
        _OF.setdefault("cd " + key[7:], _OF[key])
    for key, by_state in _OF.items():
        names = {value[0] for value in by_state.values()}
        name = next(iter(by_state.values()))[1]
        many = len(by_state) > 1
        municipality = names.pop() if len(names) == 1 else name
        place = Place(
            name,
            municipality,
            tuple(by_state),
            many or key in shared,
            city=name if fold(municipality) != key else None,
        )
        for said in (key, *_shortened(key)):
            TOWNS.add(said, place)
    for state, said_so in STATES.items():
        for name in [state, *said_so]:
            STATE_NAMES.add(name, state)
    for country, names_there in load_yaml("foreign.yml").items():
        for name in names_there:
            TOWNS.add(name, Place(name, None, (), country=country))
    for line in load_lines("towns.txt"):
        state, _, there = line.partition(": ")
        for name in there.split(" · "):
            _SMALL.setdefault(fold(name), (name, []))[1].append(state)
    for name, state in _rarely_named():
        _SMALL.setdefault(fold(name), (name, []))[1].append(state)
    for name, states in _SMALL.values():
        TOWNS.add(name, Place(name, name, tuple(states), shared=True, small=True))


_load()
_CAPITAL_STATES = {fold(state) for state in STATES if fold(state) in _OF}
_DOMINANT = {
    "monterrey": "Nuevo León",
    "guadalajara": "Jalisco",
    "merida": "Yucatán",
    "leon": "Guanajuato",
    "la paz": "Baja California Sur",
    "tlaquepaque": "Jalisco",
    "cordoba": "Veracruz",
    "tonala": "Jalisco",
    "coyoacan": "Ciudad de México",
    "nogales": "Sonora",
    "matamoros": "Tamaulipas",
    "tula": "Hidalgo",
    "tuxpan": "Veracruz",
    "el salto": "Jalisco",
    "minatitlan": "Veracruz",
    "loreto": "Baja California Sur",
    "san pedro garza garcia": "Nuevo León",
    "cuautla": "Morelos",
    "atizapan": "Estado de México",
    "jiutepec": "Morelos",
    "tequila": "Jalisco",
    "palenque": "Chiapas",
    "cardenas": "Tabasco",
    "lagos de moreno": "Jalisco",
}


def _plainly_written(word: Token) -> Token:
    """A town's name written as it sounds in the letters that it has: 'tlakepake', 'kampeche'."""
    if "k" not in word.text or len(word.text) < 6 or word.text in TOWNS:
        return word
    return replace(word, text=re.sub(r"k(?=[ei])", "qu", word.text).replace("k", "c"))


@lru_cache(maxsize=128)
def named(text: str) -> Tuple[Named, ...]:
    """Every state, municipality, town and foreign place named in the text, longest names first where they overlap."""
    said, out, at = tuple(_plainly_written(word) for word in words(text)), [], 0
    while at < len(said):
        here = TOWNS.at(said, at)
        state = STATE_NAMES.at(said, at)
        if (state and state.after > (here.after if here else 0)) or (
            state and here and state.after == here.after and not here.entry.states
        ):
            here = None
        if here:
            place = here.entry
            if state and state.after == here.after:
                place = Place(place.name, place.municipality, place.states, place.shared, place.city)
            out.append(Named(place, said[here.first].start, said[here.after - 1].end))
            at = here.after
        elif state and (
            _is_state(text, said, state.first, state.after) or _of_the_town(text, said, state, out[-1] if out else None)
        ):
            out.append(
                Named(Place(state.entry, None, (state.entry,)), said[state.first].start, said[state.after - 1].end)
            )
            at = state.after
        else:
            at += 1
    return tuple(out)


def _is_state(text: str, said: tuple, first: int, after: int) -> bool:
    """Abbreviations that are also words ('son', 'sin', 'ver', 'col') count only right after a place, or in
    capitals after a comma.
    """
    name = " ".join(word.text for word in said[first:after])
    if name not in _WORDY:
        return True
    start, end = said[first].start, said[after - 1].end
    if name in ("df", "nl", "bc", "qr", "camp", "gro", "nay") and len(name) > 1:
        return True
    if name == "col" and re.match(r"\.?\s*[a-z]", fold(text)[end:]):
        return False
    before = fold(text)[:start].rstrip()
    if name == "aguas" and before.endswith(" en") | (before == "en"):
        return bool(re.match(r"\s*(?:[,.]|$)", fold(text)[end:]))
    return (
        bool(before.endswith(","))
        and (end == len(text.rstrip(" .")) or fold(text)[end : end + 1] in ".,")
        and name != "v"
    )


_NOT_SPOKEN = re.compile(r"\s*(?:$|[,.;]|(?:me|se|nos|km|calle|c|av|avenida|blvd|colonia|fracc|ya|yo|no|poliza) )")


def _of_the_town(text: str, said: tuple, state: Match, town: Optional[Named]) -> bool:
    """'Nogales son', 'tuxpan ver, …': an abbreviation that is also a word, right after a town of that state."""
    start, end = said[state.first].start, said[state.after - 1].end
    if not town or state.entry not in town.place.states or fold(text)[town.end : start].strip(" ,.("):
        return False
    return bool(_NOT_SPOKEN.match(fold(text)[end:]))


def capital_named_as_state(name: str) -> bool:
    """True for names of both a state and its municipality: Puebla, Querétaro, Durango…"""
    return fold(name) in _CAPITAL_STATES


def state_of(municipality: str) -> Optional[str]:
    """The only state, or the one nearly always meant, that has a municipality or town so called;
    None when it depends.
    """
    by_state = _OF.get(fold(municipality), {})
    if len(by_state) == 1:
        return next(iter(by_state))
    return _DOMINANT.get(fold(municipality))


def municipality_in(name: str, state: str) -> Optional[str]:
    """The municipality of `state` that `name` (a municipality or a town) belongs to, or None."""
    known = _OF.get(fold(name), {}).get(state)
    return known[0] if known else None


def states_with(name: str) -> Set[str]:
    """The states that have a municipality or a town so called."""
    return {*_OF.get(fold(name), {}), *(_SMALL[fold(name)][1] if fold(name) in _SMALL else ())}


def is_place(name: str) -> bool:
    """True when `name` is a state, municipality or town in the lists."""
    return name in TOWNS or name in STATE_NAMES
