"""How the answer to each question is read, where the facts alone do not hold it: free words, names, numbers."""

import re
from typing import Any, Callable, Dict

from bot.actions.caller import same_as_reporter
from bot.actions.half_places import answered_part
from bot.actions.hearing import says_unknown, yes_no
from bot.actions.identify import unit_called
from bot.actions.merge import take
from bot.actions.tell import tells_nothing
from bot.actions.turn import Turn
from bot.nlu.parsers import (
    details,
    incident,
    inciso,
    injuries,
    name_answers,
    names,
    occupants,
    phone,
    place,
    plates,
    situation,
    third_parties,
    times,
    trailers,
    vehicle,
    vin,
)
from bot.nlu.parsers.names import company
from bot.nlu.parsers.numbers import read_number

# A "no la tengo" here says that there is none at hand; elsewhere it may be a plain no.
_AT_HAND = re.compile(
    r"\bno (la |lo |las |los |me |me (la|lo|las) )?(tengo|traigo|encuentro|cargo|ubico|recuerdo|se|acuerdo)\b"
)
# Of a licence these say that it is not here, not that there is none.
_NOT_HERE = re.compile(
    r"\bno (la|lo) (traigo|tengo|trae|tiene)\b.{0,20}\b(mano|aqui|ahorita|conmigo|consigo|momento|"
    r"ahora)\b"
)
_NOBODY = re.compile(r"\b(nadie|estaba (estacionad|parad)[oa]|sin conductor|ningun[oa])\b")
_SOMEBODY_ELSE = re.compile(r"\b(otra persona|alguien mas|no (era|fui|soy) yo|yo no|no (iba|manejaba) yo)\b")
# Words of a sentence about something else than a place, and those by which places are told.
_TELLS = re.compile(
    r"^\W*(no|ya|que)\b|\b(hable|llame|marque|avise|mande|llego|llegaron|dijo|dijeron|habia|quiero|necesito|ocupo"
    r"|tengo|"
    r"traigo|viene|vienen|"
    r"estoy (muy |bien |toda? |todo |media |medio )?(bien|mal|solo|sola|nervios\w*|asustad\w*)|"
    r"estamos bien|pego|pegaron|choco|chocaron|"
    r"gracias|favor|ayud\w+|apur\w+|rapido|urge)\b"
)
_SPOT = re.compile(
    r"\b(en|por|frente|enfrente|cerca|cerquita|junto|atras|detras|adelante|altura|entre|esquina|salida|entrada|rumbo|"
    r"hacia|sobre|antes|despues|pasando|pasandito|afuera|calle|avenida|av|bulevar|blvd|carretera|autopista|km|"
    r"kilometro|puente|crucero|glorieta|caseta|colonia|col|fraccionamiento|plaza|parque|gasolinera|oxxo|mercado|"
    r"hospital|escuela|estacionamiento|casa|trabajo|lado|contra|al (norte|sur|oriente|poniente))\b"
)
_FROM_A_SPOT = re.compile(
    r"^\W*(?:(?:pues|es|fue|estoy|estamos|aqui|ahorita|mire|si|no se)\W+)*(en|por|frente|enfrente|cerca|junto|afuera|"
    r"atras|"
    r"entre|sobre|a la altura|a un lado|al lado|pasando|antes|despues|esquina|calle|avenida|av|col|colonia|carretera)\b"
)
_NOT_A_PLACE = frozenset(("incident", "violence", "injuries", "third_parties", "person", "phone"))
_PRONOUN = re.compile(r"^\W*(?:era |fue )?(?:él|ella|el)\s+(?:se llama |es )?", re.I)
_SHE = re.compile(
    r"^\W*(?:(?:no|fue|era|pues|no era yo)\W+)*(?:él|ella|el|ellos)(?:\W+(?:iba|venía|venia|estaba) manejando"
    r"|\W+(?:manejaba|manejó|traía el carro|lo traía|la traía|conducía))?\s*,\W*(?:se llama\W+|es\W+)?",
    re.I,
)


def _fact_into(path: str, fact: str) -> Callable[[Turn], bool]:
    def read(turn: Turn) -> bool:
        if turn.folded.strip(" .!") == "ya" and fact in ("drivable", "licence"):
            return False
        said = None if fact == "licence" and _NOT_HERE.search(turn.folded) else situation.read(fact, turn.text)
        said = yes_no(turn) if said is None and not says_unknown(turn) else said
        turn.set(path, said)
        return said is not None

    return read


def _free_text(path: str, shortest: int = 3) -> Callable[[Turn], bool]:
    def read(turn: Turn) -> bool:
        if len(turn.text) < shortest or says_unknown(turn) or turn.text.startswith("("):
            return False
        if path in ("description", "details.damage") and tells_nothing(turn):
            return False
        turn.set(path, turn.text[:2000])
        return True

    return read


_MINE = re.compile(r"\W*(?:(?:es|esta|pues|a|carro|seguro|la|el|nombre)\W+)*mi[oa]\W*")


def _person(path: str, question: str) -> Callable[[Turn], bool]:
    def read(turn: Turn) -> bool:
        if question == "driver_name" and _NOBODY.search(turn.folded):
            turn.skip(question)
            return True
        other = _SHE.match(turn.text) if question == "driver_name" else None
        text = turn.text[other.end() :] if other else turn.text
        firm = question == "insured_name" and company(text)
        said = None if _says_something_else(turn) and not firm else name_answers.read_name(text)
        if other and said and said.me:
            said = said._replace(me=False)
        mine = question == "insured_name" and _MINE.fullmatch(turn.folded)
        if mine or (said and said.me) or (not (said and (said.name or said.relation)) and yes_no(turn) is True):
            if said and said.name and not turn.claim["reporter"]["name"]:
                turn.set("reporter.name", said.name)
            same_as_reporter(turn, path, question)
            return True
        name = said.name if said else names.bare_name(_PRONOUN.sub("", turn.text))
        if name:
            turn.set(path, name)
            return True
        if said and said.relation and turn.memory["asked"].get(question, 0) >= 2:
            # The name is not known; the relation is better than nothing.
            turn.set(path, f"{said.relation} de quien reporta")
            return True
        if (said and said.relation) or _SOMEBODY_ELSE.search(turn.folded):
            turn.partly = True  # somebody else, whose name is asked for next
        return False

    return read


def _says_something_else(turn: Turn) -> bool:
    """Whether other facts than a person's make up most of the message: "anoche" is nobody's name."""
    others = ("time", "place", "phone", "policy_number", "plates", "vin", "authorities", "injuries")
    covered = sum(e["end"] - e["start"] for e in turn.entities if e.get("entity") in others and "start" in e)
    return covered > 0.6 * len(turn.text)


_THE_SAME = re.compile(
    r"\W*(?:(?:es|soy|pues|si|el|la|ya|yo|ese|esa|con)\W+)*(?:mism[oa]|se lo (?:di|dije)|le dije|que le dije|"
    r"que manejaba|"
    r"manejaba yo|soy yo|yo|que le di)(?: mero| nombre| de antes| señorita| joven)*\W*"
)


def _reporter_name(turn: Turn) -> bool:
    said = None if _says_something_else(turn) else name_answers.read_name(turn.text)
    if turn.claim["driver_name"] and _THE_SAME.fullmatch(turn.folded):
        turn.set("reporter.name", turn.claim["driver_name"])
        return True
    if not said or not said.name:
        return False
    turn.set("reporter.name", said.name)
    return True


def _location(turn: Turn) -> bool:
    said = None if says_unknown(turn) or turn.text.startswith("(foto") else place.read(turn.text)
    if not said and answered_part(turn.claim, turn.text):
        said = {"text": turn.text.strip()}  # "120", of a road that is known
    if not said or (len(turn.text) < 4 and not turn.text.strip().isdigit()):
        return False
    recognised = any(value not in (None, "", []) for name, value in said.items() if name != "text")
    other = _NOT_A_PLACE.intersection(str(e.get("entity")) for e in turn.entities)
    if not recognised and other and not turn.first("place") and not _FROM_A_SPOT.match(turn.folded):
        return False  # what happened, or to whom, is no place
    if not recognised and _TELLS.search(turn.folded) and not _SPOT.search(turn.folded):
        return False  # "ya le hablé al 911" is nowhere
    take(turn, "place", said)
    return True


def _phone(turn: Turn) -> bool:
    said = phone.read(turn.text)
    address = turn.metadata.get("address")
    if said and said.e164:
        turn.set("reporter.phone", said.e164)
    elif address and ((said and said.same) or (not said and yes_no(turn))):
        turn.set("reporter.phone", address)
    elif said and said.digits and turn.memory["asked"].get("reporter_phone", 0) >= 2:
        # Said twice the same way, it is kept as said: a person can tell what is missing.
        turn.set("reporter.phone", said.digits)
    else:
        return False
    return True


def _policy(turn: Turn) -> bool:
    """A number with letters, or a short one, is looked up too: the backend knows what its numbers look like. The
    question says that plates will do, so plates are plates."""
    if says_unknown(turn) or (turn.first("plates") and not turn.first("policy_number")):
        return False
    if turn.first("phone") and "reporter.phone" in turn.understood and not turn.first("policy_number"):
        return False  # a phone, told before it was asked
    match = re.search(r"\b(?=[a-z0-9-]*\d)[a-z0-9-]{4,20}\b", turn.folded)
    readings = [digits for digits in read_number(turn.text) if 4 <= len(digits) <= 15]
    number = match.group().upper() if match else readings[0] if readings else None
    if number:
        take(turn, "policy_number", number)
        turn.memory["readings"] = readings[1:5]
    return bool(number)


def _injuries(turn: Turn) -> bool:
    """ "No pasó nada" and "ahí quedó" are no answer: the parser knows them."""
    take(turn, "injuries", injuries.read(turn.text))
    return any(path.startswith("injuries.") for path in turn.understood)


def _third_parties(turn: Turn) -> bool:
    said = third_parties.read(turn.text)
    if not said or said["any"] is None:
        return False
    turn.set("third_parties.any", said["any"])
    turn.set("third_parties.fled", said["fled"])
    if said["any"] and len(turn.text) > 4:
        turn.set("third_parties.text", turn.text[:500])
    return True


def _denuncia(turn: Turn) -> bool:
    said = situation.read("denuncia", turn.text)
    said = yes_no(turn) if said is None else said
    if re.search(r"\b(todavia no|aun no|apenas|voy a|ire|(?<!la )manana|pendiente)\b", turn.folded):
        said = False
    when = times.parse_time(turn.text, turn.now) if said is not False else None
    if said is None and when and not when.future:
        said = True  # the hour answers "¿cuándo la puso?"
    if said is None:
        return False
    at = when.best.isoformat(timespec="seconds") if when and not when.future else None
    take(turn, "denuncia", {"made": said, "at": at, "text": turn.text[:300]})
    return True


def _trailer(turn: Turn) -> bool:
    named = trailers.read(turn.text)
    if named:
        take(turn, "trailer", named)
        return True
    said = False if re.search(r"\bsin (remolque|caja|plataforma)\b", turn.folded) else yes_no(turn)
    if said is None:
        return False
    turn.set("details.trailers", int(said))
    return True


def _cargo(turn: Turn) -> bool:
    if len(turn.text) < 2 or says_unknown(turn):
        return False
    spilled = re.search(r"\b(derram|tir[oó]|cay[oó]|reg[oó]|regad)\w*", turn.folded)
    dry = re.search(r"\bno se (le )?(cay|tir|derram|reg)|\bsin derram", turn.folded)
    said = details.cargo(turn.text) or {"spilled": False if dry else True if spilled else None}
    take(turn, "cargo", {**said, "text": turn.text[:500]})
    return True


def _driver_age(turn: Turn) -> bool:
    numbers = [int(digits) for digits in read_number(turn.text) if len(digits) <= 3]
    years = details.age(turn.text, turn.now) or (numbers[0] if numbers and 12 <= numbers[0] <= 110 else None)
    turn.set("details.driver_age", years)
    return years is not None


def _vehicle(turn: Turn) -> bool:
    said = vehicle.read(turn.text) if len(turn.text) >= 3 else None
    if len(turn.text) < 3 or (says_unknown(turn) and not said):
        return False
    if said:
        take(turn, "vehicle", said)
    turn.set("details.vehicle_text", turn.text[:300])
    return True


def _vin(turn: Turn) -> bool:
    said = vin.read(turn.text)
    if not said or says_unknown(turn):
        return False
    if not said.get("valid") and turn.memory["asked"].get("vin", 0) < 2:
        return False  # asked once more: one wrong character finds another car, or none
    turn.set("vehicle.vin", said["vin"])
    return True


def _occurred_at(turn: Turn) -> bool:
    if len(turn.text) < 2 or says_unknown(turn) or times.parse_time(turn.text, turn.now):
        return False  # a time that could be read was taken already, or lies in the future
    turn.set("details.occurred_text", turn.text[:300])
    return True


def _read_into(path: str, read: Callable[[str], Any]) -> Callable[[Turn], bool]:
    def reader(turn: Turn) -> bool:
        said = None if _AT_HAND.search(turn.folded) else read(turn.text)
        turn.set(path, said)
        return said is not None

    return reader


def _inciso(turn: Turn) -> bool:
    """By number, or by the vehicle: "la Suburban", "la moto"."""
    said = None if _AT_HAND.search(turn.folded) else inciso.read(turn.text) or unit_called(turn)
    turn.set("policy.inciso", said)
    return said is not None


def _plates(turn: Turn) -> bool:
    said = None if _AT_HAND.search(turn.folded) else plates.read(turn.text)
    if said:
        take(turn, "plates", said)
    return said is not None


def _destination(turn: Turn) -> bool:
    """Where to: the service itself ("una grúa") is no place."""
    if turn.first("service") and len(turn.folded.split()) <= 3 and not _SPOT.search(turn.folded):
        return False
    return _free_text("details.tow_destination")(turn)


def _service(turn: Turn) -> bool:
    service = incident.read_service(turn.text)
    if service is None and yes_no(turn):
        service = "tow"  # the last wording asks whether a tow truck will do
    turn.set("service", service)
    return service is not None


READERS: Dict[str, Callable[[Turn], bool]] = {
    "injuries": _injuries,
    "location": _location,
    "description": _free_text("description"),
    "policy_number": _policy,
    "inciso": _inciso,
    "plates": _plates,
    "vehicle": _vehicle,
    "vin": _vin,
    "driver_name": _person("driver_name", "driver_name"),
    "insured_name": _person("insured_name", "insured_name"),
    "reporter_name": _reporter_name,
    "reporter_phone": _phone,
    "third_parties": _third_parties,
    "drivable": _fact_into("drivable", "drivable"),
    "authorities": _fact_into("authorities", "authorities"),
    "occurred_at": _occurred_at,
    "service": _service,
    "damage": _free_text("details.damage"),
    "vehicle_whereabouts": _free_text("details.vehicle_whereabouts"),
    "occupants": _read_into("details.occupants", occupants.read),
    "licence": _fact_into("details.driver_licensed", "licence"),
    "driver_age": _driver_age,
    "trailer": _trailer,
    "cargo": _cargo,
    "parked": _fact_into("details.vehicle_parked", "parked"),
    "denuncia": _denuncia,
    "violence": _fact_into("details.violence", "violence"),
    "stolen_parts": _free_text("details.stolen_parts"),
    "glass_part": _free_text("details.glass_part"),
    "tow_destination": _destination,
    "detained": _fact_into("details.detained", "detained"),
}
