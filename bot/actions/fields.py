"""Single fields of the draft: which one a word names, which one holds a value, and how a new value for it is read."""

import difflib
import re
from typing import Any, Callable, Dict, List, Optional, Tuple

from bot.actions import claim as drafts
from bot.actions.turn import Turn, fold
from bot.actions.whose import OTHERS_CAR
from bot.nlu.parsers import (
    colors,
    name_answers,
    phone,
    place,
    plates,
    plates_mended,
    restated,
    times,
    vehicle,
    vin,
    years,
)
from bot.nlu.parsers.digitized import digitize
from bot.nlu.parsers.folding import fold as fold_in_place
from bot.nlu.parsers.neighborhood import colonia
from bot.nlu.parsers.numbers import read_number
from bot.nlu.parsers.place_lists import shown
from bot.nlu.parsers.vehicle_mentions import mentions

Reader = Callable[[Turn, str], Any]

# What a field is called, the more exact names first.
_CALLED: List[Tuple[str, str]] = [
    (
        r"numeros? ((de |del )(la |el )?(calle|casa|avenida|av|bulevar|blvd|calzada|domicilio)|exterior)|"
        r"\bnum(ero)? ext",
        "location.number",
    ),
    (r"\b(kilometro|km)\b", "location.kilometer"),
    (r"\b(esquina|cruce)\b", "location.corner"),
    (r"\bcolonia\b|\bfracc(ionamiento)?\b", "location.neighborhood"),
    (r"\b(municipio|ciudad|alcaldia|delegacion)\b", "location.municipality"),
    (r"\bestado\b(?! (mal|bien))", "location.state"),
    (r"\b(sentido|rumbo|(con|en|la) direccion (a|hacia))\b", "location.heading"),
    (r"\b(calle|avenida)\b", "location.street"),
    (r"\bcolor\b", "vehicle.color"),
    (r"\bmarca\b", "vehicle.make"),
    (r"\b(ano|modelo)\b(?=\D*\d)", "vehicle.year"),
    (r"\bmodelo\b", "vehicle.model"),
    (r"\bplacas?\b", "vehicle.plates"),
    (
        r"\bnombre (?:del?|de la|en la) (?:seguro|poliza|contrato|caratula)\b"
        r"|\b(?:poliza|seguro) (?:(?:esta|va|viene|es) )?a nombre\b",
        "insured_name",
    ),
    (r"numero de serie|\bserie\b|\bvin\b|\bniv\b", "vehicle.vin"),
    (r"\binciso\b|\bunidad \d", "policy.inciso"),
    (r"\bpoliza\b", "policy.number"),
    (
        r"telefono|celular|\bcel\b|\btel\b|numero de contacto|\bmi numero\b(?! (de|ext|int))|\blada\b|(?=.*\d (lo|al"
        r"|los) (ultimo|final))|\b(termina\w*|acaban?|ultim[oa]s?)\b(?=.*\d)",
        "reporter.phone",
    ),
    (r"conductor\w*|chofer|operador\b|manej\w*|conduc\w*", "driver_name"),
    (r"asegurad\w*|titular\w*|duen[oa]", "insured_name"),
    (r"\b(mi nombre|me llamo|(?<!^)nombre|nombre (es|esta|mal)|apellidos?)\b", "reporter.name"),
    (r"\bnumero\b(?=\D{0,12}\d{1,5}(?![\d ]*\d))", "location.number"),
]
NAMES = ("reporter.name", "driver_name", "insured_name")
# Where a value that somebody takes back may stand, the likelier first.
_HELD = (
    "location.number", "location.kilometer", "vehicle.year", "policy.inciso", "injuries.count", "policy.number",
    "reporter.phone", "vehicle.plates", "vehicle.color", "vehicle.model", "vehicle.make", "location.corner",
    "location.heading", "location.neighborhood", "location.street", "location.municipality", "location.state",
    "location.nearest_town", "location.highway", *NAMES, "vehicle.vin", "occurred_at", "third_parties.text",
)  # fmt: skip
_LEAD = re.compile(
    r"^\W*(?:(?:en|a|al|por|para|pa|hacia|con|de|del|el|la|los|las|un|una|calle|avenida|av|colonia|col|km|kilometro|"
    r"numero|num|no|se llama|modelo|color|inciso|unidad|que|es|era|fue|iba|vamos|ibamos|rumbo|sentido)\b\W*)+",
    re.I,
)
_SMALL = {"de", "del", "la", "el", "los", "las", "y"}


def called(text: str) -> Optional[str]:
    """The field that the words name ("la colonia", "el color"), None where they name none."""
    folded = digitize(fold(text)).text
    return next((path for pattern, path in _CALLED if re.search(pattern, folded)), None)


def called_span(text: str) -> Tuple[int, int]:
    """Where the name of the field that `called` finds stands in the text, (0, 0) where none is named."""
    folded = fold_in_place(text)
    path = called(text)
    return next((m.span() for pattern, one in _CALLED if one == path for m in re.finditer(pattern, folded)), (0, 0))


def holding(turn: Turn, said: str, before: str = "") -> Optional[str]:
    """The field of the draft that holds what was `said`, None where none does; `before` are the words before it, which
    may speak of the other party's vehicle ("el otro carro no era …").
    """
    bare = fold(_LEAD.sub("", said)).strip(" .,")
    digits = re.sub(r"\D", "", digitize(bare).text)
    if _of_the_other(turn, before):
        known = turn.claim["third_parties"]["text"]
        return "third_parties.text" if known and _is("third_parties.text", known, said, bare, digits, turn) else None
    named = called(turn.text)
    for path in sorted(_HELD, key=lambda path: path != named):
        value = drafts.get(turn.claim, path)
        if value is not None and _is(path, value, said, bare, digits, turn):
            return path
        if path == named == "reporter.phone" and 2 <= len(digits) <= 4 and str(value).endswith(digits):
            return path  # "acaba en 10, no en 01"
    if bare in ("yo", "yo mismo", "yo misma") and _caller_drives(turn):
        return "driver_name"
    return None


def _of_the_other(turn: Turn, before: str) -> bool:
    """Whether the words speak of the other party's vehicle: "el otro carro", or its model where ours is another."""
    if OTHERS_CAR.search(fold(before)):
        return True
    theirs = set(fold(turn.claim["third_parties"]["text"] or "").split())
    ours = {fold(str(turn.claim["vehicle"][part] or "")) for part in ("make", "model")}
    named = {fold(name) for m in mentions(before) for name in (m.make, m.model) if name}
    return bool(named & theirs) and not named & ours


def _is(path: str, value: Any, said: str, bare: str, digits: str, turn: Turn) -> bool:
    if path == "occurred_at":
        when = times.parse_time(said, turn.now)
        return bool(when and when.best.isoformat(timespec="minutes")[11:16] == str(value)[11:16])
    if isinstance(value, (int, float)):
        if _AN_HOUR.search(digitize(fold(said)).text):
            return False
        return bool(digits) and not re.search(r"[a-z]{3}", digitize(bare).text) and float(digits) == float(value)
    known = fold(str(value))
    if re.search(r"\d", known) and path not in _WORDED:
        plain, told = re.sub(r"\W", "", known), re.sub(r"\W", "", digitize(bare).text)
        part = 1 if path == called(turn.text) else 4  # 'no es 123, es 132 en las placas'
        return bool(told) and (told == plain or (len(told) >= part and told in plain))
    words = set(re.findall(r"[a-z0-9]+", bare)) - _SMALL
    return bool(words) and words <= set(re.findall(r"[a-z0-9]+", known))


_AN_HOUR = re.compile(r"\blas? \d{1,2}\b")  # 'no a las dos' is of no two people
_WORDED = ("location.street", "location.highway", "vehicle.model", "third_parties.text")


def _caller_drives(turn: Turn) -> bool:
    driver = turn.claim["driver_name"]
    return "driver_name" in turn.memory["same_as_reporter"] or bool(driver and driver == turn.claim["reporter"]["name"])


def value_of(turn: Turn, path: str, said: str, instead_of: str = "") -> Any:
    """What `said` means as a new value of the field, None where it cannot be one.

    `instead_of` is the old value as said: part of a telephone stands for that part alone.
    """
    said = said.strip(" .,;:!¡")
    old, new = re.sub(r"\D", "", digitize(instead_of).text), re.sub(r"\D", "", digitize(said).text)
    known = drafts.get(turn.claim, path)
    if path in ("reporter.phone", "policy.number") and known and old and len(old) == len(new) < len(str(known)):
        return str(known)[: str(known).rfind(old)] + new + str(known)[str(known).rfind(old) + len(old) :]
    if path == "reporter.phone" and known and 2 <= len(new) < 8:
        mended = restated.amend(str(known)[-10:], said) or restated.amend(str(known)[-10:], turn.text)
        if mended:
            return str(known)[:-10] + mended
    if path == "vehicle.plates" and known:
        part = plates_mended.part(str(known), instead_of, said) or plates_mended.at_the_end(str(known), turn.text)
        if part:
            return part
    if path in NAMES and known and instead_of:
        one = _one_word(str(known), instead_of, said)
        if one:
            return one
    if path == "third_parties.text":
        return _in_place_of(str(known or ""), instead_of, said)
    return _READ[path](turn, said) if said else None


def _one_word(known: str, old: str, new: str) -> Optional[str]:
    """The name that is known with one of its words changed: "se llama Efrén, no Efraín", of Efraín Salas."""
    words = known.split()
    old, new = fold(_LEAD.sub("", old)).strip(" .,"), _LEAD.sub("", new).strip(" .,")
    read = name_answers.read_name(new)
    name = read.name if read and read.name else ""
    if len(words) < 2 or not name or " " in name or old not in map(fold, words):
        return None
    return " ".join(name if fold(word) == old else word for word in words)


def _in_place_of(known: str, old: str, new: str) -> str:
    """What was told of the other party with the new words where the old ones stood; the new ones where they did not."""
    old = _LEAD.sub("", old).strip(" .,") or old
    article = re.search(r"\b(?:un|una) $", fold_in_place(new)[: len(new) - len(_LEAD.sub("", new))])
    new = _LEAD.sub("", new).strip(" .,") or new
    at = fold_in_place(known).find(fold_in_place(old))
    before = re.search(r"\buna? $", fold_in_place(known)[: max(at, 0)])
    if article and before:  # 'era una combi', of 'un taxi'
        return known[: before.start()] + article.group() + new + known[at + len(old) :]
    return known[:at] + new + known[at + len(old) :] if at >= 0 else new


def _number(_: Turn, said: str) -> Optional[float]:
    match = re.search(r"\d+(?:[.,]\d+)?", digitize(said).text)
    return float(match.group().replace(",", ".")) if match else None


def _whole(turn: Turn, said: str) -> Optional[int]:
    number = _number(turn, said)
    return int(number) if number is not None else None


def _house(_: Turn, said: str) -> Optional[str]:
    match = re.search(r"\d{1,5}(?:\s?-?[a-d]\b)?", digitize(said).text)
    return re.sub(r"\s", "", match.group()).upper() if match else None


def _policy(_: Turn, said: str) -> Optional[str]:
    return next((digits for digits in read_number(said) if 4 <= len(digits) <= 15), None)


def _person_as(path: str) -> Reader:
    def read(turn: Turn, said: str) -> Optional[str]:
        own = turn.claim["reporter"]["name"] if path != "reporter.name" and _ME.fullmatch(fold(said)) else None
        return own or _person(turn, said, drafts.get(turn.claim, path))

    return read


_ME = re.compile(r"\W*(?:(?:soy|fui|era|es|pues|si|el|la que|el que|manejaba|iba) )*yo(?: mism[oa]| mer[oa])?\W*")


_SECOND = re.compile(r"\b(?:segundo|otro|materno|falt\w+ (?:el|un|mi|su)) (?:apellido|materno)|\bapellido materno")


def _person(turn: Turn, said: str, known: Optional[str]) -> Optional[str]:
    """The longest name among the pieces; a surname alone takes the place of the one it is like in the name `known`,
    or of all that follows the first name.
    """
    names = [
        n.name for n in map(name_answers.read_name, [said, *re.split(r"[,.;]| con [a-z]\b", said)]) if n and n.name
    ]
    name = max(names, key=lambda name: len(name.split()), default=None)
    if name and " " not in name and known and _SECOND.search(turn.folded):
        return " ".join([*known.split()[:2], name])  # 'faltó el segundo apellido, Ruiz'
    if name and " " not in name and known and " " in known and "apellid" in turn.folded:
        like = difflib.get_close_matches(fold(name), [fold(word) for word in known.split()[1:]], 1, 0.7)
        if like:
            return " ".join(name if fold(word) == like[0] else word for word in known.split())
        return f"{known.split()[0]} {name}"
    if name and known and "apellid" in fold(turn.text) and fold(known.split()[0]) not in fold(name).split():
        return f"{known.split()[0]} {name}" if len(name.split()) == 2 else name  # "mi apellido es Cruz Lima"
    return name


def _phone(_: Turn, said: str) -> Optional[str]:
    read = phone.read(said)
    return read.e164 if read else None


def _vin(_: Turn, said: str) -> Optional[str]:
    read = vin.read(said)
    return read.get("vin") if read else None


def _part_of_vehicle(key: str) -> Reader:
    return lambda _, said: (vehicle.read("un " + _LEAD.sub("", said)) or {}).get(key)


def _part_of_place(key: str) -> Reader:
    def read(_: Turn, said: str) -> Optional[str]:
        return (place.read("en " + _LEAD.sub("", said)) or {}).get(key) or (
            _name(_, said) if key not in ("municipality", "state") else None
        )

    return read


_VERB_AHEAD = re.compile(r"(?:me|se|le|les|nos|te|lo|ya|que|donde|esta|estan|quedo|mal|equivoc\w+)\b")


def _name(_: Turn, said: str) -> Optional[str]:
    bare = re.split(r"[,.;]|\b(?:y no|no|pero)\b", _LEAD.sub("", said))[0].strip()
    if _VERB_AHEAD.match(fold(bare)):
        return None
    return shown(bare, 0, len(bare)) if 2 <= len(bare) <= 60 else None


def _corner(turn: Turn, said: str) -> Optional[str]:
    """'Tecnológico pero con Carranza': what stands after the last word that leads to a corner."""
    return _name(turn, re.split(r"\b(?:con|esquina|cruce)\b", said, flags=re.I)[-1].strip())


def _when(turn: Turn, said: str) -> Optional[str]:
    when = times.parse_time(said, turn.now)
    return when.best.isoformat(timespec="seconds") if when and not when.future else None


_READ: Dict[str, Reader] = {
    "location.number": _house,
    "location.kilometer": _number,
    "location.corner": _corner,
    "location.heading": _name,
    "location.neighborhood": lambda turn, said: colonia(said) or _name(turn, said),
    "location.street": _name,
    "location.municipality": _part_of_place("municipality"),
    "location.state": _part_of_place("state"),
    "location.nearest_town": _name,
    "location.highway": _part_of_place("highway"),
    "vehicle.year": lambda _, said: years.read("modelo " + said),
    "vehicle.color": lambda _, said: colors.read(said),
    "vehicle.make": _part_of_vehicle("make"),
    "vehicle.model": _part_of_vehicle("model"),
    "vehicle.plates": lambda _, said: plates.read(said),
    "vehicle.vin": _vin,
    "policy.number": _policy,
    "policy.inciso": _whole,
    "injuries.count": _whole,
    "reporter.phone": _phone,
    "occurred_at": _when,
    **{path: _person_as(path) for path in NAMES},
}
