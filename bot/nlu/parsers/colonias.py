"""The colonias of the postal catalogue, where their town is named.

Half the country's colonias share their names with streets, heroes and saints, so that a name alone tells little; beside
the town that has a colonia so called, it tells all.
"""

import re
from functools import lru_cache
from typing import Dict, FrozenSet, Iterator, List, NamedTuple, Set, Tuple

from .folding import Token, fold
from .geography import Place, named
from .postal_catalogue import settlements

# The catalogue's kinds of settlement that people name as where in a town they are.
_KINDS = frozenset(
    [
        *("Colonia", "Fraccionamiento", "Barrio", "Unidad habitacional", "Condominio", "Conjunto habitacional"),
        *("Residencial", "Ampliación", "Villa", "Ciudad", "Zona industrial", "Parque industrial", "Zona comercial"),
        *("Pueblo", "Ejido", "Hacienda", "Club de golf"),
    ]
)
_SECTION = re.compile(r"\s*\(.*|\s+(?:(?:\w+ )?(?:seccion|etapa|sector)\b.*|[ivx]{1,4}|\d)$")
_MARK = re.compile(r"[,;:(\n]")
_MOST = 6  # words of a name
# So many colonias of a town that begin with one word are called by it: 'Otay' for Otay Jardín, Otay Universidad…
_FAMILY = 3


class _Catalogue(NamedTuple):
    by_name: Dict[str, Tuple[int, ...]]  # the folded name of a colonia: the towns that have one
    families: Dict[str, Tuple[int, ...]]  # the first word of several colonias' names: the towns that have them
    towns: Dict[Tuple[str, str], Set[int]]  # (state, folded municipality or city): towns
    states: Dict[int, str]  # the state of each town


def _read() -> _Catalogue:
    ids: Dict[Tuple[str, str], int] = {}
    towns: Dict[Tuple[str, str], Set[int]] = {}
    by_name: Dict[str, Set[int]] = {}
    heads: Dict[Tuple[str, int], int] = {}
    for place in (place for place in settlements() if place.kind in _KINDS):
        town = ids.setdefault((place.state, place.municipality), len(ids))
        for called in {place.municipality, place.city} - {""}:
            towns.setdefault((place.state, fold(called)), set()).add(town)
        name = " ".join(re.findall(r"[a-z0-9]+", _SECTION.sub("", fold(place.name))))
        if town not in by_name.setdefault(name, set()) and not name.endswith((" de", " la", " el")):
            by_name[name].add(town)
            head, _, rest = name.partition(" ")
            heads[head, town] = heads.get((head, town), 0) + bool(rest)
    families: Dict[str, List[int]] = {}
    for (head, town), members in heads.items():
        if members >= _FAMILY and len(head) > 3:
            families.setdefault(head, []).append(town)
    return _Catalogue(
        {name: tuple(sorted(of)) for name, of in by_name.items()},
        {head: tuple(of) for head, of in families.items()},
        towns,
        {town: state for (state, _), town in ids.items()},
    )


_CATALOGUE = _read()


@lru_cache(maxsize=1024)
def _towns(place: Place) -> FrozenSet[int]:
    """The catalogue's towns that a place named in a text may be."""
    names = {fold(name) for name in (place.name, place.municipality, place.city) if name}
    towns = _CATALOGUE.towns
    return frozenset(town for state in place.states for name in names for town in towns.get((state, name), ()))


@lru_cache(maxsize=1024)
def is_city(name: str) -> bool:
    """Whether a municipality or a city of the catalogue is called `name`."""
    return any(fold(name) == called for _, called in _CATALOGUE.towns)


def _names(said: Tuple[Token, ...], first: int, text: str) -> Iterator[Tuple[str, int]]:
    """(name, index after it) of each phrase without a mark inside that starts at word `first`, the shortest first."""
    name = ""
    for at in range(first, min(first + _MOST, len(said))):
        if name and _MARK.search(text, said[at - 1].end, said[at].start):
            return
        name = f"{name} {said[at].text}" if name else said[at].text
        yield name, at + 1


def colonia_end(text: str, said: Tuple[Token, ...], first: int, family: bool) -> int:
    """Index after the longest name that starts at word `first` of a colonia of a town, or (of several words) a state,
    that the text names elsewhere; `first` where none does. With `family` what several colonias are called by counts.
    """
    end = first
    for name, after in _names(said, first, text) if named(text) else ():
        alone = after == first + 1
        having = _CATALOGUE.by_name.get(name, ()) + (_CATALOGUE.families.get(name, ()) if family and alone else ())
        if not having:
            continue
        there = [n.place for n in named(text) if not n.start <= said[first].start < n.end]
        states = () if alone else {state for place in there for state in place.states}
        in_town = any(not _towns(place).isdisjoint(having) for place in there)
        end = after if in_town or any(_CATALOGUE.states[town] in states for town in having) else end
    return end


def settlement_end(text: str, said: Tuple[Token, ...], first: int) -> int:
    """Index after the longest name that starts at word `first` of any colonia or village; `first` where none does."""
    by_name = _CATALOGUE.by_name
    return max((after for name, after in _names(said, first, text) if name in by_name), default=first)
