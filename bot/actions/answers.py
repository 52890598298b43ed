"""The answer to the question asked, where the facts alone do not hold it: yes, no, "no sé", and free words."""

import re
from typing import Any, Callable, Dict, Optional

from bot.actions import claim as drafts
from bot.actions.agenda import KNOWN
from bot.actions.turn import Turn
from bot.nlu.parsers.yes_no import is_unknown, read_yes_no

_SELF = re.compile(
    r"\b(yo|un servidor|una servidora|su servidora?|el que habla|la que habla|quien habla|conmigo|a mi nombre|"
    r"soy el dueno|soy la duena|es mio|es mia|mi persona)\b"
)
_SAME_PHONE = re.compile(r"\b(este|mismo|esta linea|al que (llamo|hablo|marco)|del que (llamo|hablo|marco|escribo))\b")
_NAME_LEAD = re.compile(
    r"^\W*(?:(?:pues|eh|este|bueno|si|sí|no|ah|mire|claro|a nombre de|esta a nombre de|está a nombre de|el|la|los|lo|"
    r"iba|manejaba|manejando|conduc[ií]a|conduciendo|tra[ií]a|era|es|fue|a|con|de|soy|me llamo|habla|le habla|mi nombre es|"
    r"mi nombre|nombre|se llama|que se llama|llamad[oa]|chofer|conductor|conductora|operador|due[ñn][oa]|titular|"
    r"asegurad[oa]|mi|mis|su|hij[oa]|espos[oa]|marido|mujer|herman[oa]|pap[aá]|mam[aá]|padre|madre|primo|prima|t[ií]o|t[ií]a|"
    r"novi[oa]|cu[ñn]ad[oa]|sobrin[oa]|amig[oa]|compa[ñn]er[oa]|emplead[oa]|trabajador|jefe|patr[oó]n|suegr[oa]|"
    r"abuel[oa]|yo|mism[oa]|que|se|el que|la que|quien|don|do[ñn]a|se[ñn]or|se[ñn]ora|sr|sra|lic|ing|nombre completo)\b[\s,.:;]*)+",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'-]*(?:\s+[^\W\d_][\w.'-]*){0,6}")
_NOT_NAMES = re.compile(
    r"\b(no|nadie|carro|coche|auto|choque|poliza|placas|para que|porque|cual|quiero|necesito|ayuda)\b"
)


def answer(turn: Turn) -> None:
    """Read the message as the answer to `turn.expected`; sets `turn.answered`, skips what the caller does not know."""
    question = turn.expected
    if not question or question not in KNOWN:
        return
    if brought(turn, question):
        turn.answered = True
        return
    reader = _READERS.get(question)
    if reader and reader(turn):
        turn.answered = True
    elif says_unknown(turn):
        turn.skip(question)
        turn.answered = True


def says_unknown(turn: Turn) -> bool:
    """Whether the caller says not to know, not to have it at hand, or that there is no more."""
    return is_unknown(turn.text) or (turn.intent == "dont_know" and turn.confidence > 0.4)


def yes_no(turn: Turn) -> Optional[bool]:
    """Yes, no, or None: the words first, then what the classifier is sure of."""
    said = read_yes_no(turn.text)
    if said is None and turn.confidence > 0.6 and not is_unknown(turn.text):
        said = {"affirm": True, "deny": False}.get(turn.intent)
    return said


def name_in(text: str) -> Optional[str]:
    """A person's or a company's name out of an answer such as "mi hijo Pablo Robles", None where there is none."""
    bare = _NAME_LEAD.sub("", text.strip()).strip(" .,;:!¡¿?")
    match = _NAME.match(bare)
    if not match or len(bare.split()) > 8 or _NOT_NAMES.search(bare.casefold()):
        return None
    name = re.split(r"[,;(]| y (?:mi|el|la|su)\b", match.group())[0].strip()
    return (name.title() if name == name.lower() else name) if len(name) > 1 else None


_PATHS = {
    "driver_name": "driver_name", "insured_name": "insured_name", "reporter_name": "reporter.name",
    "reporter_phone": "reporter.phone", "policy_number": "policy.number", "inciso": "policy.inciso",
    "plates": "vehicle.plates", "vin": "vehicle.vin", "drivable": "drivable", "authorities": "authorities",
    "incident_type": "incident_type", "service": "service", "description": "description",
}  # fmt: skip


def brought(turn: Turn, question: str) -> bool:
    """Whether the facts of this turn answer the question (or part of it: a town when the place was asked for)."""
    prefix = {
        "injuries": "injuries.", "location": "location.", "third_parties": "third_parties.", "vehicle": "vehicle.",
        "occurred_at": "occurred_at", "parked": "details.vehicle_parked", "licence": "details.driver_licensed",
        "cargo": "details.cargo", "trailer": "details.trailer", "denuncia": "details.denuncia",
    }.get(question) or _PATHS.get(question) or f"details.{question}"  # fmt: skip
    return any(path.startswith(prefix) for path in turn.understood)


def _yes_no_into(path: str, yes: Any = True, no: Any = False) -> Callable[[Turn], bool]:
    def read(turn: Turn) -> bool:
        said = yes_no(turn)
        if said is None:
            return False
        turn.set(path, yes if said else no)
        return True

    return read


def _free_text(path: str, shortest: int = 3) -> Callable[[Turn], bool]:
    def read(turn: Turn) -> bool:
        if len(turn.text) < shortest or says_unknown(turn):
            return False
        turn.set(path, turn.text[:2000])
        return True

    return read


def _person(path: str, same: str) -> Callable[[Turn], bool]:
    def read(turn: Turn) -> bool:
        reporter = turn.claim["reporter"]["name"]
        myself = bool(_SELF.search(turn.folded)) or (same == "driver_name" and yes_no(turn) is True)
        if myself or re.search(r"\bsoy yo\b", turn.folded):
            name = name_in(turn.text) if len(turn.text.split()) > 2 else None
            if name and not _SELF.search(name.casefold()):
                turn.set("reporter.name", reporter or name)
                turn.set(path, name)
            elif reporter:
                turn.set(path, reporter)
            else:
                # The name follows with the next question; then it stands in both places.
                turn.memory["same_as_reporter"] = [*turn.memory.get("same_as_reporter", []), path]
                turn.skip(same)
            return True
        name = None if says_unknown(turn) else name_in(turn.text)
        if name:
            turn.set(path, name)
        return bool(name)

    return read


def _reporter_name(turn: Turn) -> bool:
    name = None if says_unknown(turn) else name_in(turn.text)
    if name:
        turn.set("reporter.name", name)
    return bool(name)


def _injuries(turn: Turn) -> bool:
    if _yes_no_into("injuries.any")(turn):
        if turn.claim["injuries"]["any"]:
            turn.set("injuries.text", turn.text[:500])
        return True
    return False


def _location(turn: Turn) -> bool:
    if len(turn.text) < 4 or says_unknown(turn) or turn.text.startswith("(foto"):
        return False
    before = turn.claim["location"]["text"]
    turn.set("location.text", f"{before}; {turn.text}"[:1000] if before and before != turn.text else turn.text[:1000])
    return True


def _phone(turn: Turn) -> bool:
    address = turn.metadata.get("address")
    if address and (_SAME_PHONE.search(turn.folded) or yes_no(turn)):
        turn.set("reporter.phone", address)
        return True
    return False


def _third_parties(turn: Turn) -> bool:
    said = yes_no(turn)
    if said is None:
        return False
    turn.set("third_parties.any", said)
    if said and len(turn.text) > 4:
        turn.set("third_parties.text", turn.text[:500])
    return True


def _denuncia(turn: Turn) -> bool:
    said = yes_no(turn)
    if said is None:
        if re.search(r"\b(todavia|aun|apenas|voy a|ire|manana|no)\b", turn.folded):
            said = False
        else:
            return False
    if said:
        turn.set("details.denuncia_text", turn.text[:500])
    else:
        turn.set("details.denuncia_at", False)
    return True


def _parked(turn: Turn) -> bool:
    if re.search(r"\b(estacionad[oa]|parad[oa]|cochera|afuera de (mi|la) casa|apagad[oa])\b", turn.folded):
        turn.set("details.vehicle_parked", True)
    elif re.search(r"\b(circul|manej|iba|ibamos|andaba|en movimiento|avanz|pas(e|aba|ando)|cruz)\w*", turn.folded):
        turn.set("details.vehicle_parked", False)
    else:
        return _yes_no_into("details.vehicle_parked")(turn)
    return True


def _trailer(turn: Turn) -> bool:
    said = False if re.search(r"\bsin (remolque|caja|plataforma)\b", turn.folded) else yes_no(turn)
    if said is None:
        return False
    turn.set("details.trailers", int(said))
    return True


def _cargo(turn: Turn) -> bool:
    if len(turn.text) < 2 or says_unknown(turn):
        return False
    turn.set("details.cargo_text", turn.text[:500])
    if re.search(r"\b(derram|tir|cay|regad|regó)\w*", turn.folded) and not re.search(
        r"\bno se (cay|tir|derram)", turn.folded
    ):
        turn.set("details.cargo_spilled", True)
    return True


def _number_into(path: str, low: int, high: int, self_only: Optional[int] = None) -> Callable[[Turn], bool]:
    def read(turn: Turn) -> bool:
        match = re.search(r"\b\d{1,3}\b", turn.text)
        if match and low <= int(match.group()) <= high:
            turn.set(path, int(match.group()))
            return True
        if self_only is not None and re.search(r"\b(solo|sola|nada mas yo|nomas yo|unicamente yo)\b", turn.folded):
            turn.set(path, self_only)
            return True
        return False

    return read


def _vehicle(turn: Turn) -> bool:
    if len(turn.text) < 3 or says_unknown(turn):
        return False
    turn.set("details.vehicle_text", turn.text[:300])
    return True


def _occurred_at(turn: Turn) -> bool:
    if len(turn.text) < 3 or says_unknown(turn):
        return False
    turn.set("details.occurred_text", turn.text[:300])
    return True


def _service(turn: Turn) -> bool:
    words = {"tow": r"gr[uú]a|remolc|arrastr", "tire_change": r"llanta|ponch|rueda", "jump_start": r"corriente|bater",
             "fuel": r"gasolina|combustible|diesel", "locksmith": r"llaves|cerraj|abrir"}  # fmt: skip
    for service, pattern in words.items():
        if re.search(pattern, turn.folded):
            turn.set("service", service)
            return True
    return False


def _bad_policy(turn: Turn) -> bool:
    """A number with letters, or too short, is still looked up: the backend knows what its numbers look like."""
    match = re.search(r"\b(?=[a-z0-9-]*\d)[a-z0-9-]{4,20}\b", turn.folded)
    if not match or says_unknown(turn):
        return False
    turn.set("policy.number", match.group().upper())
    drafts.clear(turn.claim, ["policy.found", "policy.inciso"])
    turn.memory["policy"] = None
    return True


def _bad_plates(turn: Turn) -> bool:
    squeezed = re.sub(r"[\s-]", "", turn.folded).upper()
    if re.fullmatch(r"(?=.*\d)[A-Z0-9]{4,9}", squeezed):
        turn.set("vehicle.plates", squeezed)
        return True
    return False


_READERS: Dict[str, Callable[[Turn], bool]] = {
    "injuries": _injuries,
    "location": _location,
    "description": _free_text("description"),
    "policy_number": _bad_policy,
    "inciso": _number_into("policy.inciso", 1, 99999),
    "plates": _bad_plates,
    "vehicle": _vehicle,
    "driver_name": _person("driver_name", "driver_name"),
    "insured_name": _person("insured_name", "insured_name"),
    "reporter_name": _reporter_name,
    "reporter_phone": _phone,
    "third_parties": _third_parties,
    "drivable": _yes_no_into("drivable"),
    "authorities": _yes_no_into("authorities"),
    "occurred_at": _occurred_at,
    "service": _service,
    "damage": _free_text("details.damage"),
    "vehicle_whereabouts": _free_text("details.vehicle_whereabouts"),
    "occupants": _number_into("details.occupants", 1, 99, self_only=1),
    "licence": _yes_no_into("details.driver_licensed"),
    "driver_age": _number_into("details.driver_age", 12, 110),
    "trailer": _trailer,
    "cargo": _cargo,
    "parked": _parked,
    "denuncia": _denuncia,
    "violence": _yes_no_into("details.violence"),
    "stolen_parts": _free_text("details.stolen_parts"),
    "glass_part": _free_text("details.glass_part"),
    "tow_destination": _free_text("details.tow_destination"),
    "detained": _yes_no_into("details.detained"),
}
