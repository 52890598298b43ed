"""Where it happened: how a place that is said joins the one told before."""

import re
from typing import Any, Dict

from bot.actions import claim as drafts
from bot.actions.claim import place_is_enough
from bot.actions.elsewhere import elsewhere
from bot.actions.half_places import answered_part
from bot.actions.mend import correcting, mends_outright
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import place
from bot.nlu.parsers.geography import STATE_NAMES

_SPOT = re.compile(r"\b(esquina|esq|entre|a la altura|frente al?|casi con|cruce|numero|num|km|kilometro)\b")
_WHOLE = 200  # characters of an answer to where it was that are kept as they were said
_SPOTS_TOLD = ("street", "neighborhood", "highway", "landmark")
_FILLED = re.compile(
    r"\W*(?:(?:ay|uy|mij[oa]|este|pues|pos|eh+|mire|mira|oiga|bueno|joven|a ver|hijole|señorita|mm+)\b\W*)*", re.I
)
_NOT_PLACES = ("vin", "report_number", "phone", "plates", "policy_number", "folio", "person")


def take_place(turn: Turn, value: Dict[str, Any]) -> None:
    """Take a place into the draft: a whole new one, the part that is mended, or what is added to the one known."""
    if turn.expected == "location" and value.get("latitude") is None:
        part = answered_part(turn.claim, turn.text)
        value = {"text": value.get("text"), **part} if part else _as_answer(turn, value)
    elif elsewhere(turn) and not mends_outright(turn) and not _whither(turn, value):
        return
    here = turn.claim["location"]
    said = _without_its_capital(turn, {name: item for name, item in value.items() if item not in (None, "", [])})
    if not said:
        return
    if here.get("highway") and said.keys() <= {"highway", "kind", "text"} and not correcting(turn):
        said["landmark"] = said.pop("highway", None)  # a place on the road that is known: "por El Espinazo del Diablo"
    fresh = place_is_enough(here) and (correcting(turn) or turn.expected == "location") and not _on_the_road(turn, said)
    if fresh and _stands_alone(said) and not _same_place(said, here):
        drafts.clear(turn.claim, [f"location.{name}" for name in here])
    elif place_is_enough(here) and not fresh:
        # Already known: a later mention may only add ("fue en la colonia Americana"), never move the accident.
        if _SPOT.search(turn.folded):
            said = {**said, **answered_part(turn.claim, turn.text)}  # "en la esquina con Convención"
        added = ("text",) if turn.expected == "location" else ()
        said = {name: item for name, item in said.items() if name in added or here.get(name) in (None, "", [])}
    elif said.get("municipality") and said.get("municipality") != here.get("municipality") and not said.get("state"):
        drafts.clear(turn.claim, ["location.state"])
    if correcting(turn) and said.get("street") and fold(said["street"]) != fold(here.get("street") or ""):
        gone = ["text"]  # a street renamed keeps its number; one told with a spot of its own does not
        if said.keys() & {"number", "corner", "between_streets"}:
            gone += ["number", "corner", "between_streets"]
        drafts.clear(turn.claim, [f"location.{name}" for name in gone])
    text = said.pop("text", None)
    turn.set("details.landmark", said.pop("landmark", None))
    turn.set("details.country", said.pop("country", None))
    for name, item in said.items():
        turn.set(f"location.{name}", item)
    if text:
        before = here.get("text")
        joined = text if not before or fresh or before in text else before if text in before else f"{before}; {text}"
        turn.set("location.text", joined)


def _whither(turn: Turn, value: Dict[str, Any]) -> bool:
    """Whether the place is no more than where the car was going on the road that is known: "iba hacia Pachuca"."""
    here, told = turn.claim["location"], {name for name, item in value.items() if item not in (None, "", [])}
    return bool(here["highway"] and not here["heading"]) and "heading" in told and told <= {"heading", "text"}


def _as_answer(turn: Turn, value: Dict[str, Any]) -> Dict[str, Any]:
    """The place as the answer to where it was, where a street needs no "calle" before its name, on top of how it reads
    elsewhere; a street called by a town leaves no town: "Altamira 181, colonia Petrolera".
    """
    taken = tuple((e["start"], e["end"]) for e in turn.entities if e.get("entity") in _NOT_PLACES and "start" in e
                  and (e["entity"] != "person" or (e["value"] or {}).get("name")))  # fmt: skip
    read = place.find(turn.text, taken, answer=True)
    told = {name: item for name, item in read[0].value.items() if item not in (None, "", [])} if read else {}
    if any(told.get(spot) for spot in _SPOTS_TOLD) and len(turn.text) <= _WHOLE:
        told["text"] = turn.text[_FILLED.match(turn.text).end() :].strip()  # type: ignore[union-attr]
    if told.get("street") and fold(told["street"]) == fold(value.get("municipality") or ""):
        value = {name: item for name, item in value.items() if name not in ("municipality", "state")}
    return {**value, **told}


def _without_its_capital(turn: Turn, said: Dict[str, Any]) -> Dict[str, Any]:
    """What was said without the town, where it is no more than the name of the state that the known town is in, which
    its capital shares: "Tlaxcala", of who is in Apizaco."""
    here = turn.claim["location"]
    of_here = here.get("municipality") and said.get("state") == here.get("state") is not None
    if not of_here or turn.text.strip(" .,!") not in STATE_NAMES:
        return said
    return {name: item for name, item in said.items() if name != "municipality"}


def _same_place(said: Dict[str, Any], here: Dict[str, Any]) -> bool:
    """Whether it is the road or the street of the town that is known, told again: what it leaves out still holds."""
    for name in ("highway", "street"):
        if said.get(name):
            new, known = (set(re.findall(r"\w{4,}", fold(place[name] or ""))) for place in (said, here))
            town = said.get("municipality") in (None, here.get("municipality"))
            return bool(known) and (new <= known or known <= new) and (town or name == "highway")
    return False


def _on_the_road(turn: Turn, said: Dict[str, Any]) -> bool:
    """Whether what is seen or the town nearby is told of the road that is known: "por el puente de Palmillas"."""
    of_its_own = said.keys() & {"highway", "street", "neighborhood", "latitude"}
    return bool(turn.claim["location"]["highway"]) and not of_its_own and not correcting(turn)


def _stands_alone(said: Dict[str, Any]) -> bool:
    """Whether a place needs nothing of the one told before: a pin, a road, or a spot in a town."""
    if said.get("latitude") is not None or said.get("highway"):
        return True
    return bool(said.get("municipality")) and place_is_enough({**dict.fromkeys(drafts.LOCATION_FIELDS), **said})
