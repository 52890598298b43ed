"""Which policy and which vehicle: how the answers about them are read."""

import re

from bot.actions.feelings import vents
from bot.actions.hearing import only_asks, says_unknown
from bot.actions.identify import unit_called
from bot.actions.learned import tells_another_thing
from bot.actions.merge import take
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import inciso, plates, policy_number, vehicle, vin
from bot.nlu.parsers.numbers import read_number

# A "no la tengo" here says that there is none at hand; elsewhere it may be a plain no.
_NOT_AT_HAND = re.compile(
    r"\bno (la |lo |las |los |me |me (la|lo|las) )?(tengo|traigo|encuentro|cargo|ubico|recuerdo|acuerdo"
    r"|se(?! (?:me )?(?:le|l[ao]s? )?(?:v|lee|leen|alcanz|disting|not|apreci|mir)\w*))\b"
)


# Facts that have a number of their own: 'kilómetro 170', 'dos remolques', 'tiene 82 años'.
_NUMBERED = ("place", "trailer", "time", "age", "money", "occupants", "phone")
_A_LABEL = re.compile(r"\b(?:km|kilometros?|autopista|carretera|calle|avenida|somos|eramos|ibamos|veniamos|personas)\b")
_LABELLED = re.compile(
    r"(?i)\b(?:km|kil[oó]metros?)\W{0,2}[\w ]{1,40}|\b\d+ (?:toneladas|metros|litros|kilos|heridos|personas|cajas"
    r"|ejes|a[nñ]os|meses|horas|minutos)\b"
)


def without_other_facts(turn: Turn) -> str:
    """The message without what was understood as a fact of another kind that has a number in it."""
    text = _LABELLED.sub(lambda said: " " * len(said.group()), turn.text)
    for said in turn.entities:
        if said.get("entity") in _NUMBERED and "start" in said and not inciso.find(turn.text):
            start, end = said["start"], said["end"]
            if said["entity"] not in ("place", "occupants") or _A_LABEL.search(turn.folded[start:end]):
                text = text[:start] + " " * (end - start) + text[end:]
    return text


def read_policy(turn: Turn) -> bool:
    """A number with letters, or a short one, is looked up too: the backend knows what its numbers look like. The
    question says that plates will do, so plates are plates."""
    if says_unknown(turn) or (turn.first("plates") and not turn.first("policy_number")):
        return False
    if turn.first("phone") and "reporter.phone" in turn.understood and not turn.first("policy_number"):
        return False  # a phone, told before it was asked
    if turn.first("vehicle") and not turn.first("policy_number"):
        return False  # "Seat Ibiza gris 2016": its year
    if policy_number.others(turn.text):
        return False  # "la del otro es la 77120045", and the own one is not told
    text = turn.text if turn.first("policy_number") else without_other_facts(turn)
    match = re.search(r"\b(?=[a-z0-9-]*\d)[a-z0-9-]{4,20}\b", fold(text))
    readings = [digits for digits in read_number(text) if 4 <= len(digits) <= 15]
    number = match.group().upper() if match else readings[0] if readings else None
    if number:
        take(turn, "policy_number", number)
        turn.memory["readings"] = readings[1:5]
    if number and number == turn.before["policy"]["number"] and turn.before["policy"]["found"] is False:
        turn.skip("policy_number")  # said again as it was: it is the one there is
    return bool(number)


def read_inciso(turn: Turn) -> bool:
    """By number, or by the vehicle: "la Suburban", "la moto"."""
    number = None if _NOT_AT_HAND.search(turn.folded) else inciso.read(without_other_facts(turn))
    said = number or unit_called(turn)  # "no sé el inciso, es la Journey"
    turn.set("policy.inciso", said)
    return said is not None


def read_plates(turn: Turn) -> bool:
    """The plates, where there are any at hand."""
    said = None if _NOT_AT_HAND.search(turn.folded) else plates.read(turn.text)
    if said:
        take(turn, "plates", said)
    elif plates.none_yet(turn.text):
        turn.skip("plates")
        return True
    return said is not None


def read_vehicle(turn: Turn) -> bool:
    """Make, model, year and colour, and the caller's own words."""
    said = vehicle.read(turn.text) if len(turn.text) >= 3 else None
    if (
        only_asks(turn.text)
        or len(turn.text) < 3
        or ((says_unknown(turn) or vents(turn) or tells_another_thing(turn)) and not said)
    ):
        return False
    if said:
        take(turn, "vehicle", said)
    turn.set("details.vehicle_text", turn.text[:300])
    return True


def read_vin(turn: Turn) -> bool:
    """The serial number; one that does not add up is asked for once more."""
    said = vin.read(turn.text)
    if not said or says_unknown(turn):
        turn.partly = any(path.startswith("vehicle.") for path in turn.understood)
        return False
    if not said.get("valid") and turn.memory["asked"].get("vin", 0) < 2:
        return False  # asked once more: one wrong character finds another car, or none
    turn.set("vehicle.vin", said["vin"])
    return True
