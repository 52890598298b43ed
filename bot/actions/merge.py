"""Every fact said goes into the draft, whatever was asked."""

import re
from datetime import datetime
from typing import Any, Callable, Collection, Dict, Optional

from bot.actions import claim as drafts
from bot.actions.hearing import agrees
from bot.actions.hours import loss_time
from bot.actions.mend import correcting, keep_the_second, mends, take_by_name
from bot.actions.places import take_place
from bot.actions.taking import (
    fact,
    may_set,
    note_what_is_implied,
    simple,
    take_cargo,
    take_denuncia,
    take_detained,
    take_stolen_parts,
    take_third_parties,
    take_trailer,
)
from bot.actions.turn import Turn, fold
from bot.actions.whose import IDENTIFYING, OTHERS_CAR, are_others, is_others_vehicle
from bot.nlu.parsers import injuries, phone, times, vehicle
from bot.nlu.told import heard

# Questions whose answer may be nothing but a number: such a number is read in the light of the question alone.
NUMBER_QUESTIONS = {
    "policy_number": "policy_number", "inciso": "inciso", "reporter_phone": "phone", "plates": "plates", "vin": "vin",
    "occupants": "occupants", "driver_age": "age", "report_number": "report_number", "tramite_folio": "folio",
    "tramite_plan": "folio",
}  # fmt: skip
_BESIDE = {"policy_number": "inciso"}  # "7001450/3"
_NEVER_TEN_DIGITS = ("plates", "vin", "inciso", "occupants", "driver_age")
_ANY_LOSS = {"siniestro", "reporte", "un siniestro"}
_ACCIDENT = {"accidente", "un accidente", "percance", "un percance"}
# A later word may say more exactly what happened, never less.
SHARPER = {
    None: None,  # anything
    "other": None,
    "roadside_assistance": ("collision", "rollover", "run_over", "fire", "flood", "tire", "glass", "total_theft",
                            "weather", "falling_object", "vandalism", "partial_theft"),
    "collision": ("run_over", "rollover"),
    "total_theft": ("partial_theft",),
}  # fmt: skip
# "Está mal el teléfono" is about the report, not about anybody's health.
_WRONG = re.compile(r"\best(a|an|aba|uvo) mal (el|la|los|las|lo|mi|mis|su|ese|esa|eso|este|esta|esto|un|escrit|anotad)")
_WRONG_ALL = re.compile(r"\b(esta|estan|quedo) (muy |todo |bien )?mal\W*$")
_CAR_STILL = re.compile(
    r"^\W*(no|nada|ni|ya no)\b[\W\w]{0,12}\b(se mueve|responde|reacciona|despierta)\b"
    r"(?! (el|la|mi) (?!carr|coch|auto|cam|uni))"
)
_NO_POLICY = re.compile(
    r"\bno (me )?(tengo|traigo|encuentro|cargo|se|acuerdo|recuerdo)( \w+){0,4} poliza\b"
    r"|\bpoliza( \w+)? no (la |lo |me la )?(tengo|traigo|encuentro|cargo|se|acuerdo|recuerdo)\b|\bsin (la )?poliza\b"
)
# Who died before all this: the late holder of a policy.
_LATE = re.compile(
    r"\b(mi|del?|el|la) (difunt|finad)[oa]\b|\ben paz descanse\b|\bviud[oa]\b|\bnombre (de|del) [^.;]{0,60}"
    r"(fallecio|murio|difunt[oa]|finad[oa]|ya no (vive|esta con))|\bya (es|esta) (difunt|finad)[oa]\b"
)
_DIED = re.compile(r"\b(ya|que|hace) [\w ]{0,20}(fallecio|murio)\b|\b(fallecio|murio) (hace|el ano|en)\b")
CONFIRMS = ("confirm_report", "confirm_policy", "what_to_correct")
_OF_PEOPLE = re.compile(r"\b(herid|lesion|lastim|golpead|iles|nadie|person)\w*")
_JUST_NOW = ("apenas", "ahorita", "ahora", "ya", "hoy", "orita", "ahora mismo", "en este momento")
# Asked so, a vague "accidente" is told more exactly; afterwards a wheel that jams is the crash's, no puncture.
_TELL_KINDS = (None, "incident_type", "injuries", "location", "description", *CONFIRMS)
_TELL_TIMES = ("occurred_at", "incident_type", "description", "injuries")


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
    keep_the_second(turn)
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
    if _NO_POLICY.search(turn.folded) and not turn.claim["policy"]["number"]:
        turn.skip("policy_number")
    if correcting(turn):
        take_by_name(turn)
    note_what_is_implied(turn)


def take(turn: Turn, entity: str, value: Any) -> None:
    """Take one fact into the draft, as if it had been seen in the message."""
    _TAKERS[entity](turn, value)


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
        if turn.expected in _NEVER_TEN_DIGITS and not turn.claim["reporter"]["phone"]:
            return None  # a phone, told before it was asked
        return "nothing" if re.fullmatch(r"[\d\s().+-]+", turn.text) else None
    letters = re.sub(r"[\d\W_]", "", turn.text)
    return wanted if len(letters) <= 3 else None


def _take_incident(turn: Turn, value: Any) -> None:
    kind = value.get("type") if isinstance(value, dict) else value
    current = turn.claim["incident_type"]
    words = {
        fold(e.get("text") or turn.text[e["start"] : e["end"]]) for e in turn.entities if e["entity"] == "incident"
    }
    announced = words <= {"percance"} and "report" in turn.folded  # "quiero reportar otro percance"
    if words and (words <= _ANY_LOSS or announced) and not any(said.get("any") for said in turn.all("third_parties")):
        return  # the question what happened is still open
    vague = turn.memory["vague"]
    turn.memory["vague"] = bool(words) and words <= _ACCIDENT
    sharper = None if vague and turn.expected in _TELL_KINDS else SHARPER.get(current, ())
    mends = correcting(turn) and (turn.kept != turn.text or _as_sharp(kind, current))
    if sharper is None or kind in sharper or turn.expected == "incident_type" or mends:
        turn.set("incident_type", kind)


def _as_sharp(kind: str, current: Optional[str]) -> bool:
    """Whether a kind of loss says no less than the one known: a wreck that "ya no prendió" is still a crash."""
    return kind != "roadside_assistance" and current not in (SHARPER.get(kind) or ())


def _take_service(turn: Turn, value: Any) -> None:
    service = value.get("service") if isinstance(value, dict) else value
    if turn.claim["incident_type"] is None:
        turn.set("incident_type", "roadside_assistance")
    if turn.claim["incident_type"] in ("roadside_assistance", "tire"):
        simple("service", "service")(turn, service)
    elif service == "tow":
        turn.set("details.tow_requested", True)


def _take_injuries(turn: Turn, value: Optional[Dict[str, Any]]) -> None:
    known = turn.claim["injuries"]["any"]
    if turn.expected == "injuries" and turn.heard and re.search(r"[a-z]{2}", turn.folded):
        value = heard.answer(turn.text, injuries.read(turn.text), turn.heard)
    late = _LATE.search(turn.folded) or (turn.expected in IDENTIFYING and _DIED.search(turn.folded))
    if value is None or (value.get("deaths") and late):
        return  # "mi difunto esposo" died before all this
    if _WRONG.search(turn.folded) or (turn.expected in CONFIRMS and _WRONG_ALL.search(turn.folded)):
        return
    if turn.expected in CONFIRMS and value.get("any") is False and agrees(turn) and not _OF_PEOPLE.search(turn.folded):
        return  # "todo bien" is said of the report
    if turn.expected == "drivable" and _CAR_STILL.match(turn.folded):
        return
    if value.get("any") is None and not value.get("deaths"):
        return
    if value.get("any") is False and known and turn.expected != "injuries" and not correcting(turn):
        return
    for field in ("any", "count", "deaths", "text"):
        turn.set(f"injuries.{field}", value.get(field))
    if value.get("any") is False:
        turn.claim["injuries"]["count"] = None


def _take_policy(turn: Turn, value: Any) -> None:
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


def _take_inciso(turn: Turn, value: Any) -> None:
    if may_set(turn, "policy.inciso", "inciso"):
        turn.set("policy.inciso", int(value))


def _take_phone(turn: Turn, value: Any) -> None:
    if turn.expected == "reporter_phone" and value != phone.SAME:
        said = phone.read(turn.text)  # of several, the one that stands
        value = said.e164 if said and said.e164 else value
    number = turn.metadata.get("address") if value == phone.SAME else value
    if OTHERS_CAR.search(turn.folded) and turn.expected != "reporter_phone":
        turn.set("details.third_party_phone", number)
    elif may_set(turn, "reporter.phone", "reporter_phone") and ("reporter.phone" not in turn.understood or mends(turn)):
        turn.set("reporter.phone", number)


def _take_plates(turn: Turn, value: Any) -> None:
    if are_others(turn, "plates", value):
        turn.set("details.third_party_plates", value)
    elif may_set(turn, "vehicle.plates", "plates"):
        turn.set("vehicle.plates", value)
        turn.memory["caller_plates"] = value


def _take_vin(turn: Turn, value: Any) -> None:
    vin = value.get("vin") if isinstance(value, dict) else value
    if may_set(turn, "vehicle.vin", "vin"):
        turn.set("vehicle.vin", vin)


def _take_vehicle(turn: Turn, value: Dict[str, Any]) -> None:
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


def _take_person(turn: Turn, value: Dict[str, Any]) -> None:
    name, role = value.get("name"), value.get("role")
    by_question = {"driver_name": "driver", "insured_name": "insured", "reporter_name": "reporter"}
    asked = by_question.get(turn.expected or "")
    if role in (None, "other"):
        role = None if asked == "reporter" and value.get("relation") else asked  # 'o de mi mamá: Lupita Ortega'
    elif role == "reporter" and asked in ("driver", "insured") and not value.get("self"):
        role = asked if not re.search(r"\b(soy|llamo|habla)\b", turn.folded) else role
    path = {"driver": "driver_name", "insured": "insured_name", "reporter": "reporter.name"}.get(role or "")
    if not path and name and correcting(turn):
        path = _likest(turn, name)
    if not path:
        return
    if not name and value.get("self") and asked:
        return  # the answer's own reader also hears "lo traía yo, Daniela Fuentes"
    if not name and value.get("self") and path != "reporter.name":
        name = turn.claim["reporter"]["name"]
        if not name and path not in turn.memory["same_as_reporter"]:
            turn.memory["same_as_reporter"] = [*turn.memory["same_as_reporter"], path]
            turn.skip(path)
    if name and may_set(turn, path, {"reporter.name": "reporter_name"}.get(path, path)):
        turn.set(path, name)


def _likest(turn: Turn, name: str) -> Optional[str]:
    """The field whose name shares words with the corrected one: "Raúl Méndez Robles" mends "Raúl Méndez"."""
    fields = ("driver_name", "reporter.name", "insured_name")
    words = set(fold(name).split())
    shared = {field: len(words & set(fold(drafts.get(turn.claim, field) or "").split())) for field in fields}
    best = max(fields, key=lambda field: shared[field])
    return best if shared[best] else None


def _take_time(turn: Turn, value: Dict[str, Any]) -> None:
    said = loss_time(turn)
    if not said or not (may_set(turn, "occurred_at", "occurred_at") or _narrows(turn, said)):
        return
    if turn.expected in CONFIRMS and fold(said.text) in _JUST_NOW and not mends(turn):
        return  # "apenas voy a ir" moves no accident
    if turn.expected not in _TELL_TIMES and len(turn.text.split()) <= 3 and not correcting(turn):
        return  # "las cuatro" says when only where that was asked
    if said.future:
        if turn.expected == "occurred_at":
            turn.memory["future"] = True
        return
    turn.set("occurred_at", said.best.isoformat(timespec="seconds"))
    turn.set("details.occurred_text", said.text)
    for end in ("occurred_from", "occurred_to"):
        turn.claim["details"].pop(end, None)
    if said.at is None:
        turn.set("details.occurred_from", said.earliest.isoformat(timespec="seconds"))
        turn.set("details.occurred_to", said.latest.isoformat(timespec="seconds"))


def _narrows(turn: Turn, said: times.TimeSaid) -> bool:
    """Whether an hour lies within the vague time that is known: "anoche", and later "como a las tres"."""
    first, last = (turn.claim["details"].get(f"occurred_{end}") for end in ("from", "to"))
    if said.at is None or not first or not last:
        return False
    return datetime.fromisoformat(first) <= said.at <= datetime.fromisoformat(last)


_TAKERS: Dict[str, Callable[[Turn, Any], None]] = {
    "incident": _take_incident,
    "service": _take_service,
    "injuries": _take_injuries,
    "place": take_place,
    "policy_number": _take_policy,
    "inciso": _take_inciso,
    "phone": _take_phone,
    "plates": _take_plates,
    "vin": _take_vin,
    "vehicle": _take_vehicle,
    "person": _take_person,
    "time": _take_time,
    "third_parties": take_third_parties,
    "drivable": fact("drivable", "drivable"),
    "authorities": fact("authorities", "authorities"),
    "glass_part": simple("details.glass_part", "glass_part"),
    "stolen_parts": take_stolen_parts,
    "occupants": simple("details.occupants", "occupants"),
    "age": simple("details.driver_age", "driver_age"),
    "denuncia": take_denuncia,
    "violence": fact("details.violence", "violence"),
    "parked": fact("details.vehicle_parked", "parked"),
    "cargo": take_cargo,
    "trailer": take_trailer,
    "detained": take_detained,
    "by_relative": simple("details.by_relative", "by_relative"),
    "entrusted": simple("details.entrusted", "entrusted"),
    "licence": fact("details.driver_licensed", "licence"),
    "tow_destination": simple("details.tow_destination", "tow_destination"),
}
