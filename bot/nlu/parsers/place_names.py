"""Where the name of a street, a colonia or a road ends within a running sentence."""

import itertools
import re
from functools import lru_cache
from typing import FrozenSet, Tuple

from .catalogue import MAKES, MODELS, PLAIN_MAKES
from .colonias import colonia_end
from .folding import Token, fold
from .geography import STATE_NAMES, TOWNS, Named, capital_named_as_state, named, state_of
from .lookups import Match, load_lines, words
from .place_lists import (
    ARTICLES,
    AVENUES,
    FIRST_NAMES,
    GENERIC,
    INSIDE,
    NEIGHBORHOODS,
    NUMBERS,
    SAINTS,
    STOPS,
    STREET_TYPES,
    SURNAMES,
    date_end,
    known_colonia,
)

_AFTER_NUMBER = {"norte", "sur", "oriente", "poniente", "ote", "pte", "nte", "bis", "a", "b", "c", "d"}
_ABBREVIATION = re.compile(
    r"^(?:av|ave|blvd|boul|calz|prol|priv|cda|dr|dra|gral|lic|ing|prof|profa|ma|sta|sto|fco|fracc|col"
    r"|no|num|esq|carr|[a-z])$"
)


_BARE = frozenset(
    ["ampliacion", "nueva", "nuevo", "residencial", "ejido", "prolongacion", "calzada", "villa", "unidad", "rio"]
)
_COLONIA_LABELS = frozenset(["col", "colonia", "barrio", "fracc", "fraccionamiento", "residencial"])
# After these a name goes on: 'calle de la Paz', 'Morelos y Matamoros', 'avenida Nogales'.
_LEADS_ON = frozenset(
    [
        *(INSIDE - {"d"} | STREET_TYPES | GENERIC),
        *("y", "e", "con", "esq", "esquina", "x", "entre", "casi", "a", "rumbo", "hacia", "por", "sobre", "en"),
        *("col", "colonia", "barrio", "fracc", "dr", "doctor", "gral", "general", "lic", "ing", "profesor"),
    ]
)


def _goes_through(text: str, said: Tuple[Token, ...], first: int, at: int) -> bool:
    """Whether the town named at word `at` is only part of the name that began at `first`: 'Rosalía Bustamante'."""
    before = [word.text for word in said[first:at] if word.text not in INSIDE]
    of = said[at - 1].text in INSIDE
    if of and before and before[-1] in SURNAMES and said[at].text == "leon" and len(before) == 1:
        return AVENUES.at(said, at - 2) is None  # 'Márquez de León', 'Ponce de León'
    if of and said[at - 1].text in ("de", "d") and len(before) < 3 and _named_by_a_town(text, said, first, at):
        return True
    unfinished = set(before) <= GENERIC and (of or bool(before and before[-1] in _BARE))
    return unfinished or is_surname(text, said, at)


def is_surname(text: str, said: Tuple[Token, ...], at: int) -> bool:
    """Whether the town at word `at` is the surname of the first name before it, 'Salvador Nava', and that is not the
    end of a name that is whole without it: 'colonia San Benito Hermosillo', 'Guadalupe Victoria Hermosillo'.
    """
    if at == 0 or said[at - 1].text not in FIRST_NAMES or said[at].text not in SURNAMES:
        return False
    if text[said[at - 1].end : said[at].start].strip():
        return False  # 'del Consuelo, León'
    return not any(_is_whole(text, said, first, at) for first in range(max(0, at - 3), at))


def _is_whole(text: str, said: Tuple[Token, ...], first: int, at: int) -> bool:
    """Whether the words from `first` up to the town at word `at` are a street's or a colonia's whole name."""
    for listed in (AVENUES, NEIGHBORHOODS):
        longer, whole = listed.at(said, first), listed.at(said[:at], first)
        if longer and longer.after > at:
            return False  # 'Lázaro Cárdenas', 'Miguel Hidalgo'
        if whole and whole.after == at:
            return True
    if said[first].text in SAINTS and at - first == 2:
        return True
    in_town = at - first > 1 or (first > 0 and said[first - 1].text in _COLONIA_LABELS)
    return in_town and colonia_end(text, said[:at], first, family=False) == at


# Whoever is honoured in the name of a street is of the town that follows: 'Mártires de Tacubaya'.
_HONOURED = frozenset(
    [
        *("heroe", "heroes", "heroina", "martir", "martires", "defensor", "defensores", "batalla", "toma", "sitio"),
        *("conde", "duque", "obispo", "virrey", "nevado", "pico"),
    ]
)
_ITS_NUMBER = re.compile(r"\s*,?\s*(?:(?:#|numero|num|no)\.?\s*)?\d{1,4}(?:-?[a-d])?\b(?!\s*(?:km|de [a-z]|:|/|am|pm))")


def _named_by_a_town(text: str, said: Tuple[Token, ...], first: int, at: int) -> bool:
    """Whether 'de' and the town at word `at` end the name that began at `first`: 'Batalla de Puebla 230', no person's
    name nor a street that is whole without them, and its number follows.
    """
    last, town = said[at - 2].text, TOWNS.at(said, at)
    if not town or at - 2 < first or last in SURNAMES | FIRST_NAMES:
        return False
    if last in _HONOURED:
        return True
    known = AVENUES.at(said, first)
    whole = known and known.after == at - 1 and last not in _PART_OF_A_NAME
    return not whole and bool(_ITS_NUMBER.match(fold(text), said[town.after - 1].end))


@lru_cache(maxsize=128)
def place_starts(text: str) -> FrozenSet[int]:
    """Offsets where a state or a municipality begins, a street's name ending there:
    one that is no everyday name, or that its state follows.
    """
    places = [place for place in named(text) if not place.place.country]
    out = {place.start for place in places if not place.place.shared or closes(text, place) or _of_a_town(text, place)}
    for place, following in itertools.pairwise(places):
        near = fold(text)[place.end : following.start].strip(" ,.") == ""
        state = following.place.municipality is None or capital_named_as_state(following.place.name)
        of = [fold(one) for one in place.place.states]
        if near and state and fold(following.place.states[0] if following.place.states else "") in of:
            out.add(place.start)
    return frozenset(out)


def closes(text: str, place: Named) -> bool:
    """Whether a town whose name others share is one all the same: nearly always that one, and the last word of all."""
    others = any(n is not place and n.place.municipality and not n.place.shared for n in named(text))
    if others or not state_of(place.place.name) or not re.match(r"\s*(?:[.,;]|$)", fold(text)[place.end :]):
        return False
    before = words(text[: place.start])
    apart = bool(before) and "," in text[before[-1].end : place.start]
    return apart or (bool(before) and before[-1].text not in _LEADS_ON and before[-1].text not in FIRST_NAMES)


_TOWN_HEADS = frozenset(["ciudad", "cd", "municipio", "mpio", "alcaldia", "delegacion", "estado"])
# 'Héroes de Puebla', 'Plan de Ayala', 'Valle de México': what is only part of a name, though streets begin so.
_PART_OF_A_NAME = GENERIC | {
    *("heroes", "martires", "defensores", "batalla", "toma", "sitio", "plan", "valle", "sierra", "laguna", "puerto"),
    *("cerro", "conde", "duque", "obispo", "virrey", "hacienda", "mina", "templo", "puente", "nuestra", "senora"),
}


def _town_after(text: str, said: Tuple[Token, ...], at: int) -> bool:
    """Whether a town follows the 'ciudad' or 'municipio de' at word `at`."""
    then = at + 1 + (at + 1 < len(said) and said[at + 1].text in ("de", "del", "d"))
    return then < len(said) and any(n.start == said[then].start for n in named(text))


def _of_a_town(text: str, place: Named) -> bool:
    """'Calle Allende de Jerez', 'la Juárez de Toluca': a town after a street that is whole without it."""
    said = words(text[: place.start])
    if len(said) < 3 or said[-1].text not in ("de", "d") or place.place.municipality is None:
        return False
    whole = (AVENUES.at(said, at) for at in range(max(0, len(said) - 5), len(said) - 1))
    street = next((match for match in whole if match and match.after == len(said) - 1), None)
    if not street or said[street.first].text in _PART_OF_A_NAME or said[street.after - 1].text in _PART_OF_A_NAME:
        return False
    together = f"{' '.join(word.text for word in said[street.first :])} {fold(place.place.name)}"
    follows = re.match(r"\s*(?:$|[,.;]|(?:y|que|pero|no|ya|se|me|le|nos|a|en|por|con|esta|hay|frente|col|colonia|km) )",
                       fold(text)[place.end :])  # fmt: skip
    return bool(follows) and together not in AVENUES and together not in NEIGHBORHOODS


def _vehicle_at(said: Tuple[Token, ...], at: int) -> bool:
    """A make or a model that is no other word: the place's name has ended."""
    match = MAKES.at(said, at) or MODELS.at(said, at)
    return bool(match and not match.entry.shy and len(said[at].text) > 3 and said[at].text not in PLAIN_MAKES)


def _named_on(text: str, said: Tuple[Token, ...], at: int) -> bool:
    """Whether the article at word `at` is part of a name: it and the next word have capitals, unlike the whole text."""
    capitals = at + 1 < len(said) and text[said[at].start].isupper() and text[said[at + 1].start].isupper()
    return capitals and text[said[at].start + 1].islower()


_AFTER_SIDE = re.compile(r"\s*(?:$|[,#]|\d|(?:y|esq\w*|con|entre|numero|num|col|colonia|a la altura|frente|en) )")


def _is_side(text: str, said: Tuple[Token, ...], at: int) -> bool:
    """'Tecnológico este y Nueva España': the side of an avenue, no filler."""
    return said[at].text == "este" and bool(_AFTER_SIDE.match(fold(text), said[at].end))


def _initial(text: str, said: Tuple[Token, ...], at: int, first: int) -> bool:
    """Whether the letter at word `at` is an initial inside a name: 'José N. Rovirosa', 'carlos a madrazo'."""
    if len(said[at].text) > 1 or said[at].text.isdigit() or at == first or at + 1 >= len(said):
        return False
    gap = fold(text)[said[at].end : said[at + 1].start]
    if said[at].text in ("y", "e", "o", "x"):
        return False
    if gap.strip() == "." and not said[at + 1].text.isdigit():
        return text[said[at].start].isupper() or said[at - 1].text in FIRST_NAMES
    return gap == " " and said[at - 1].text in FIRST_NAMES and said[at + 1].text in SURNAMES


def _ends_before(text: str, said: Tuple[Token, ...], first: int, colonia: Match) -> bool:
    """Whether a colonia of the list begins where the name of a street ends: one of several words, or after a known
    street or a person's name and before its town: 'Rubén Darío Providencia Guadalajara'.
    """
    if colonia.after > colonia.first + 1 and NEIGHBORHOODS.at(said, colonia.first):
        return True
    street = AVENUES.at(said, first)
    town = colonia.after < len(said) and said[colonia.after].start in place_starts(text)
    saint = said[colonia.first].text in SAINTS and colonia.after > colonia.first + 1
    known = street and street.after == colonia.first and (saint or street.after - first > 1)
    person = colonia.first - first == 2 and said[first].text in FIRST_NAMES
    return bool(town and (known or person))


def name_end(text: str, said: Tuple[Token, ...], first: int, most: int = 5, numbered: bool = True) -> int:
    """Index after the last word of the name that starts at word `first`; `first` itself when there is no name."""
    folded, at, content = fold(text), first, 0
    while at < len(said) and content < most:
        word = said[at].text
        if at > first:
            gap = folded[said[at - 1].end : said[at].start]
            if not re.fullmatch(r"\s*|'|-|\s?\.\s*", gap) or (
                "." in gap and not _ABBREVIATION.match(said[at - 1].text)
            ):
                break
            if content and word in STREET_TYPES and said[at - 1].text not in INSIDE:
                break
            if content and word == "centro" and _closes_with_its_town(text, said, at):
                break
            article = content and word in ARTICLES and said[at - 1].text not in ("de", "d", "a", "y")
            if article and not _named_on(text, said, at):
                break  # 'avenida Bonampak el taxista…', but 'Campestre La Rosita'
            if (
                content
                and gap != "-"
                and said[at].start in place_starts(text)
                and not _goes_through(text, said, first, at)
            ):
                break
            if content and (_vehicle_at(said, at) or (word in _TOWN_HEADS and _town_after(text, said, at))):
                break
            colonia = known_colonia(text, said, at) if content else None
            if colonia and said[at - 1].text not in INSIDE | GENERIC and _ends_before(text, said, first, colonia):
                break  # 'Orizaba, Roma Norte' without its comma
        following = said[at + 1].text if at + 1 < len(said) else ""
        unnumbered = (word == "n" and following.isdigit()) or (word == "s" and following == "n")
        if content and unnumbered and not _initial(text, said, at, first):
            break  # 'Morelos n. 14', 'Morelos s/n'
        saint = word == "sn" and at > first and said[at - 1].text in ("de", "d")  # 'valle d sn javier', not 's/n'
        side = content and _is_side(text, said, at)
        if word in STOPS and not (side or saint) and not _initial(text, said, at, first):
            break
        if (word.isdigit() or word in NUMBERS) and not (content == 0 and counted(said, at)):
            dated = date_end(said, at)
            if not dated and (content or not numbered or (len(word) > 4 and word.isdigit())):
                break
            if dated:
                at, content = dated, content + 2
                continue
            following = said[at + 1].text if at + 1 < len(said) else ""
            return at + 2 if following in _AFTER_NUMBER else at + 1
        at += 1
        content += word not in INSIDE
        if content == 0 and at - first > 3:
            return first
    while at > first and said[at - 1].text in INSIDE:
        at -= 1
    return at


def _closes_with_its_town(text: str, said: Tuple[Token, ...], at: int) -> bool:
    """Whether the town of the 'centro' at word `at` follows it: '5 de Mayo centro Oaxaca'."""
    town = at + 1 < len(said) and TOWNS.at(said, at + 1)
    return bool(town and said[at - 1].text not in INSIDE | {"plaza"})


_MEASURES = frozenset(load_lines("counted_things.txt"))


def counted(said: Tuple[Token, ...], at: int) -> bool:
    """Whether the number at word `at` is the first word of a name: 'Tres Ríos', 'Siete Colinas', '4 Caminos'."""
    if at + 1 >= len(said) or said[at + 1].start - said[at].end != 1 or said[at].text in ("uno", "una", "un", "1"):
        return False
    thing = said[at + 1].text
    plural = len(thing) > 3 and thing.endswith("s") and thing not in _MEASURES | STOPS | NUMBERS
    digits = said[at].text.isdigit()
    if digits and (len(said[at].text) > 1 or thing in GENERIC or NEIGHBORHOODS.at(said, at + 1)):
        return False
    return plural and TOWNS.at(said, at + 1) is None and STATE_NAMES.at(said, at + 1) is None
