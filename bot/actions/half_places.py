"""The answer to a question for the part of a place that is lacking: a corner, a number, a kilometre, a town."""

import re
from typing import Any, Dict, Tuple

from bot.actions.claim import Claim, part_lacking
from bot.nlu.parsers import place
from bot.nlu.parsers.folding import fold
from bot.nlu.parsers.geography import STATE_NAMES, TOWNS
from bot.nlu.parsers.landmark import is_landmark
from bot.nlu.parsers.lookups import words
from bot.nlu.parsers.place_lists import STOPS, known_street, shown
from bot.nlu.parsers.place_names import name_end
from bot.nlu.parsers.said_numbers import spell

Place = Dict[str, Any]
_LEAD = re.compile(
    r"\W*(?:(?:pues|mire|mira|este|eh|ah|si|es|fue|era|aqui|estoy|estamos|ando|andamos|como|creo que|mas o menos|casi"
    r"|por|en|el|la|al|del|a la altura (?:de|del)|altura (?:de|del)|municipio de|ciudad de|el municipio de|la ciudad de"
    r"|con)\b\W*)*"
)
_UNKNOWN = re.compile(
    r"\bno (?:lo |la |me )?(?:se|conozco|recuerdo|acuerdo|veo|tengo|alcanzo)\b|\bni idea\b|quien sabe"
)
_TO = re.compile(r"^(?:(?:iba|ibamos|voy|vamos|venia|rumbo|hacia|para|pa|pal|direccion|sentido|a|al)\b\W*)+", re.I)
_SPOTS = ("number", "corner", "between_streets")


def answered_part(claim: Claim, text: str) -> Place:
    """What the answer adds to the place known so far, {} where it is none of what is lacking."""
    lacking, location = part_lacking(claim), claim["location"]
    if not lacking or _UNKNOWN.search(fold(text)):
        return {}
    alone = _read(text)
    if lacking == "town":
        return _town(text, alone)
    if lacking == "kilometer" and not _stands_alone(alone):
        return _on_road(text, str(location["highway"]))
    if lacking == "heading" and not _stands_alone(alone):
        return _heading(text, str(location["highway"]), location["kilometer"])
    if lacking == "spot" and location.get("street") and not _stands_alone(alone):
        return _on_street(text, str(location["street"]), alone)
    return {}


def _read(text: str) -> Place:
    read = place.find(text, answer=True)
    return {name: item for name, item in read[0].value.items() if item not in (None, "", [])} if read else {}


def _bare(text: str) -> str:
    """The answer without the words that lead to it: 'como en el 120' is '120'."""
    lead = _LEAD.match(fold(text))
    return text[lead.end() if lead else 0 :].strip(" .,!")


def _kept(told: Place, names: Tuple[str, ...]) -> Place:
    return {name: told[name] for name in names if name in told}


def _stands_alone(told: Place) -> bool:
    """A road, or a street with its own number, corner or town."""
    return bool(told.get("highway") or (told.get("street") and any(told.get(k) for k in ("municipality", *_SPOTS))))


def _town(text: str, alone: Place) -> Place:
    """'Guadalupe', 'en Juárez', 'la Cuauhtémoc': a name that is also a street's is the town that was asked for."""
    if alone.get("municipality") or alone.get("state") or _stands_alone(alone):
        return alone
    bare = _bare(text)
    if bare in STATE_NAMES and bare not in TOWNS:
        return {"state": STATE_NAMES.at(words(bare), 0).entry}  # type: ignore[union-attr]
    named = _read(f"municipio de {bare}")
    if named.get("municipality"):
        return _kept(named, ("municipality", "state"))
    said = words(bare)
    whole = bool(said) and len(said) <= 5 and name_end(bare, said, 0, numbered=False) == len(said)
    if not whole or is_landmark(said[0].text) or alone.get("neighborhood"):
        return {name: item for name, item in alone.items() if name != "street"}
    return {"municipality": shown(bare, 0, len(bare))}


def _on_road(text: str, highway: str) -> Place:
    """'Como en el 120', 'por Palmillas': read beside the road that is known."""
    bare = _bare(spell(text).text)
    number = re.match(r"\d{1,4}(?!\s*(?:minutos|metros|horas|km|kilometros))\b", fold(bare))
    told = _read(f"{highway}, {f'km {bare}' if number else text}")
    return _kept(told, ("kilometer", "heading", "nearest_town", "state", "landmark"))


def _heading(text: str, highway: str, kilometer: float) -> Place:
    """'A Colima', 'pal norte', 'Tepic': read as where one went on the road that is known."""
    road = f"{highway} km {kilometer}"
    told = _read(f"{road}, {text}")
    told = told if told.get("heading") else _read(f"{road} rumbo a {_TO.sub('', _bare(text))}")
    return _kept(told, ("heading", "nearest_town", "landmark"))


def _on_street(text: str, street: str, alone: Place) -> Place:
    """'Con Niño Obrero', 'en el 3300', 'Patria': read as what goes on after the street that is known."""
    rest, bare = text.strip(" .,"), _bare(text)
    number = re.fullmatch(r"#?\s*(\d{1,5}(?:-?[a-d])?)", fold(spell(bare).text))
    told: Place = {"number": number[1].upper()} if number else _read(f"{street} {rest}")
    name = words(bare)
    elsewhere = alone.get("landmark") or alone.get("neighborhood") or not name or name[0].text in STOPS
    if not any(told.get(spot) for spot in _SPOTS) and (known_street(name, 0) or not elsewhere if name else False):
        told = _read(f"{street} esquina con {bare}")
    return _kept({**alone, **told}, (*_SPOTS, "neighborhood", "landmark", "municipality", "state", "heading"))
