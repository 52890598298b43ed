"""Whose policy and which vehicle: what is said of them goes into the draft, or among what is the other side's."""

import re
from typing import Any, Dict

from bot.actions import claim as drafts
from bot.actions.mend import correcting, mends
from bot.actions.taking import may_set
from bot.actions.turn import Turn, fold
from bot.actions.whose import are_others, is_others_vehicle
from bot.nlu.parsers import colors, phone, phone_owner, vehicle


def take_policy(turn: Turn, value: Any) -> None:
    """A policy number: another one opens the search again."""
    number = str(value)
    policy = turn.claim["policy"]
    if policy["number"] == number:
        return
    if are_others(turn, "policy_number", value):
        turn.set("details.third_party_policy", number)
        return
    if policy["found"] and turn.expected != "policy_number" and not correcting(turn):
        return
    turn.set("policy.number", number)
    drafts.clear(
        turn.claim, ["policy.found"] if "policy.inciso" in turn.understood else ["policy.found", "policy.inciso"]
    )
    turn.memory["policy"] = None
    if turn.memory.pop("vehicle_of_policy", None):
        drafts.clear(turn.claim, [f"vehicle.{name}" for name in turn.claim["vehicle"]])


def take_inciso(turn: Turn, value: Any) -> None:
    """The unit's inciso."""
    if may_set(turn, "policy.inciso", "inciso"):
        turn.set("policy.inciso", int(value))


def take_phone(turn: Turn, value: Any) -> None:
    """The caller's phone, or the other side's."""
    if turn.expected == "reporter_phone" and value != phone.SAME:
        said = phone.read(turn.text)  # of several, the one that stands
        value = said.e164 if said and said.e164 else value
    number = turn.metadata.get("address") if value == phone.SAME else value
    whose = phone.owners(turn.text).get(value) if turn.expected != "reporter_phone" else None
    if whose == phone_owner.OTHER_SIDE and turn.expected not in ("driver_name", "insured_name"):
        turn.set("details.third_party_phone", number)
    elif whose:
        return  # one of the caller's: whom to call is asked
    elif may_set(turn, "reporter.phone", "reporter_phone") and ("reporter.phone" not in turn.understood or mends(turn)):
        turn.set("reporter.phone", number)


def take_plates(turn: Turn, value: Any) -> None:
    """The caller's plates, or the other side's."""
    if are_others(turn, "plates", value):
        turn.set("details.third_party_plates", value)
    elif turn.expected == "vin" and "placa" not in turn.folded:
        return  # part of a serial number that is spelled
    elif may_set(turn, "vehicle.plates", "plates") or _found_nothing(turn, value):
        turn.set("vehicle.plates", value)
        turn.memory["caller_plates"] = value


def _found_nothing(turn: Turn, value: str) -> bool:
    """Whether other plates are told while the policy is still looked for: those told before found none."""
    other = value != turn.claim["vehicle"]["plates"]
    return other and turn.expected in ("policy_number", "vehicle", "insured_name") and not turn.claim["policy"]["found"]


def take_vin(turn: Turn, value: Any) -> None:
    """The serial number."""
    vin = value.get("vin") if isinstance(value, dict) else value
    if may_set(turn, "vehicle.vin", "vin"):
        turn.set("vehicle.vin", vin)


def take_rest_of_vehicle(turn: Turn) -> None:
    """The year and the colour of the car that is known, told later and alone: "gris 2016", "el Jetta es 2018"."""
    car, bare = turn.claim["vehicle"], re.sub(r"\W+", " ", turn.folded).split()
    if turn.memory["policy"] or not (car["make"] or car["model"]) or turn.expected in _ASKS_A_NUMBER:
        return
    called = {fold(str(car[name])) for name in ("make", "model", "color") if car[name]}
    year = next((int(word) for word in bare if re.fullmatch(r"19[5-9]\d|20[0-4]\d", word)), None)
    colour = colors.read(turn.text)
    rest = set(bare) - {str(year), *fold(colour or "").split()} - _LINKS
    spoken_of = (
        correcting(turn)
        and year
        and any(
            re.search(rf"\b{re.escape(name)}\b (?:es|era) (?:del? |modelo |ano )*{year}", turn.folded)
            for name in called
        )
    )
    if spoken_of or (not rest - called and (year or colour)):
        for field, value in (("year", year), ("color", colour)):
            if value and (spoken_of or not car[field] or correcting(turn)):
                turn.set(f"vehicle.{field}", value)


_ASKS_A_NUMBER = ("vehicle", "inciso", "reporter_phone", "policy_number", "driver_age", "occurred_at", "denuncia")
_LINKS = frozenset(
    ("es", "del", "de", "color", "modelo", "ano", "y", "el", "la", "un", "una", "pues", "si", "carro", "coche", "auto",
     "ah", "perdon")
)  # fmt: skip


def take_vehicle(turn: Turn, value: Dict[str, Any]) -> None:
    """What the caller's vehicle is, as far as no policy says it."""
    replaces = correcting(turn) or turn.expected == "confirm_policy"
    if (turn.memory["policy"] and not replaces) or is_others_vehicle(turn, value, replaces):
        return
    if turn.expected == "vehicle":
        value = {**(vehicle.read(turn.text) or {}), **{key: said for key, said in value.items() if said}}
    for field in ("make", "model", "year", "color"):
        if replaces or may_set(turn, f"vehicle.{field}", "vehicle"):
            turn.set(f"vehicle.{field}", value.get(field))
    if value.get("kind"):
        turn.set("details.vehicle_kind", value["kind"])
