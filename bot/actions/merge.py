"""Every fact said goes into the draft, whatever was asked."""

import re
from typing import Any, Callable, Collection, Dict, Optional

from bot.actions.elsewhere import takes_elsewhere
from bot.actions.mend import correcting, keep_the_second, take_by_name
from bot.actions.parts import take_part
from bot.actions.places import take_place
from bot.actions.story import leave_out
from bot.actions.subjects import leave_out_what_is_said_of_papers
from bot.actions.takers import hurt, insured, loss, people
from bot.actions.taking import (
    fact,
    note_that_nobody_came,
    note_what_is_implied,
    note_whether_the_other_is_there,
    simple,
    take_authorities,
    take_cargo,
    take_denuncia,
    take_detained,
    take_drivable,
    take_parked,
    take_stolen_parts,
    take_third_parties,
    take_trailer,
)
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import name_answers, names
from bot.nlu.told import heard

# Questions whose answer may be nothing but a number: such a number is read in the light of the question alone.
NUMBER_QUESTIONS = {
    "policy_number": "policy_number", "inciso": "inciso", "reporter_phone": "phone", "plates": "plates", "vin": "vin",
    "occupants": "occupants", "driver_age": "age", "report_number": "report_number", "tramite_folio": "folio",
    "tramite_plan": "folio",
}  # fmt: skip
_BESIDE = {"policy_number": "inciso"}  # "7001450/3"
_NEVER_TEN_DIGITS = ("plates", "vin", "inciso", "occupants", "driver_age")
_ASK_FOR_NAMES = ("driver_name", "insured_name", "reporter_name")
_ASK_FOR_NO_PLACE = ("injuries", "policy_number", "plates", "vin", "reporter_phone", "third_parties", "authorities",
                     "drivable", "occurred_at", "driver_age", "licence", "occupants")  # fmt: skip
_NO_POLICY = re.compile(
    r"\bno (me )?(tengo|traigo|encuentro|cargo|se|acuerdo|recuerdo)( \w+){0,4} poliza\b"
    r"|\bpoliza( \w+)? no (la |lo |me la )?(tengo|traigo|encuentro|cargo|se|acuerdo|recuerdo)\b|\bsin (la )?poliza\b"
)


def merge(turn: Turn, only: Optional[Collection[str]] = None) -> None:
    """Take the entities of the message (`only` some, where given), its pin and its photos into the draft."""
    pin = turn.metadata.get("location")
    if pin:
        take_place(turn, {"latitude": pin["latitude"], "longitude": pin["longitude"]})
    for item in turn.metadata.get("media") or []:
        if item not in turn.claim["evidence"]:
            turn.claim["evidence"].append(item)
            turn.understood["evidence"] = turn.claim["evidence"]
    number = _only_number(turn)
    _set_apart(turn)
    keep_the_second(turn)
    if correcting(turn):
        leave_out_what_is_said_of_papers(turn)
    if turn.expected in _ASK_FOR_NAMES or (turn.expected in _ASK_FOR_NO_PLACE and names.bare_name(turn.text)):
        _leave_out_places_within_the_name(turn)
    if only is None:
        _guess_what_happened(turn)
    for entity in turn.entities:
        name, value = entity.get("entity"), entity.get("value")
        if value is None or (only is not None and name not in only):
            continue
        if number and name not in (number, _BESIDE.get(number)):
            continue
        if name in _TAKERS:
            take(turn, str(name), value)
    loss.take_cause(turn)
    if _NO_POLICY.search(turn.folded) and not turn.claim["policy"]["number"]:
        turn.skip("policy_number")
    if correcting(turn):
        take_by_name(turn)
    take_part(turn)
    insured.take_rest_of_vehicle(turn)
    hurt.put_hurt_right(turn)
    note_what_is_implied(turn)
    note_whether_the_other_is_there(turn)
    note_that_nobody_came(turn)


def _set_apart(turn: Turn) -> None:
    """What is to be left out brings no fact; another destination of the tow truck moves no accident."""
    if leave_out(turn):
        turn.entities = []
    destination = takes_elsewhere(turn)
    if destination:
        turn.set("details.tow_destination", destination)
        turn.entities = [e for e in turn.entities if e.get("entity") not in ("place", "tow_destination")]


def take(turn: Turn, entity: str, value: Any) -> None:
    """Take one fact into the draft, as if it had been seen in the message."""
    _TAKERS[entity](turn, value)


def _leave_out_places_within_the_name(turn: Turn) -> None:
    """'Ángel de Jesús Flores' names no Ángel de la Independencia."""
    read = name_answers.read_name(turn.text)
    name = set(fold(read.name).split()) if read and read.name else set()
    turn.entities = [
        e
        for e in turn.entities
        if e.get("entity") != "place" or len(name) < 2 or set(fold(turn.text[e["start"] : e["end"]]).split()) - name
    ]


def _guess_what_happened(turn: Turn) -> None:
    """Whoever answers what happened tells something: the best guess, where no kind is clear, is better than asking."""
    answers = turn.expected in ("incident_type", "description") and not turn.claim["incident_type"]
    if not answers or not turn.heard or turn.first("incident") or turn.first("service"):
        return
    kind = heard.guess(turn.heard)
    if kind:
        turn.entities.append({"entity": "incident", "value": {"type": kind}, "start": 0, "end": len(turn.text)})


def _only_number(turn: Turn) -> Optional[str]:
    """The one entity to read from a message that is nothing but the number asked for."""
    wanted = NUMBER_QUESTIONS.get(turn.expected or "")
    if not wanted or not turn.entities:
        return None
    if wanted not in {e.get("entity") for e in turn.entities}:
        if turn.expected in ("plates", "vin") and turn.first("policy_number") and not turn.claim["policy"]["found"]:
            return "policy_number"  # found after all
        if turn.expected in _NEVER_TEN_DIGITS and not turn.claim["reporter"]["phone"]:
            return None  # a phone, told before it was asked
        return "nothing" if re.fullmatch(r"[\d\s().+-]+", turn.text) else None
    letters = re.sub(r"[\d\W_]", "", turn.text)
    return wanted if len(letters) <= 3 else None


_TAKERS: Dict[str, Callable[[Turn, Any], None]] = {
    "incident": loss.take_incident,
    "service": loss.take_service,
    "injuries": hurt.take_injuries,
    "place": take_place,
    "policy_number": insured.take_policy,
    "inciso": insured.take_inciso,
    "phone": insured.take_phone,
    "plates": insured.take_plates,
    "vin": insured.take_vin,
    "vehicle": insured.take_vehicle,
    "person": people.take_person,
    "time": loss.take_time,
    "third_parties": take_third_parties,
    "drivable": take_drivable,
    "authorities": take_authorities,
    "glass_part": simple("details.glass_part", "glass_part"),
    "stolen_parts": take_stolen_parts,
    "occupants": simple("details.occupants", "occupants"),
    "age": people.take_age,
    "denuncia": take_denuncia,
    "violence": fact("details.violence", "violence"),
    "parked": take_parked,
    "cargo": take_cargo,
    "trailer": take_trailer,
    "detained": take_detained,
    "by_relative": simple("details.by_relative", "by_relative"),
    "entrusted": simple("details.entrusted", "entrusted"),
    "licence": fact("details.driver_licensed", "licence"),
    "tow_destination": simple("details.tow_destination", "tow_destination"),
}
