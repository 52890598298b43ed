"""What is said in place of something else: "no es X, es Y", "es Y, no X", "Y en vez de X", "la calle está mal: Y"."""

import re
from typing import Any, Dict, Iterator, List, NamedTuple, Optional

from bot.actions.fields import called, called_until, holding, value_of
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import every, persons, place
from bot.nlu.parsers.folding import fold as fold_in_place

_MENDS = re.compile(
    r"\b(mas bien|mejor dicho|me equivo(que|co)|quise decir|rectifico|corrij\w+|correccion|en realidad|"
    r"(estaba|esta|estuvo|quedo|dije|di|puse|anote|escribi|apunto|anoto) mal|error mio|una correccion|"
    r"(se lo|te lo|le|lo|la|les) (dije|di|puse|pase|anote) (mal|al reves)|al reves|en (vez|lugar) de|"
    r"no (fue|es|era|fueron|son) (un |una )?\w+( \w+){0,3}\W+(es|era|fue|sino|son|fueron)\b)|"
    r"^\W*((no|ay|oiga|bueno|espere\w*)\W+)*(perdon\w*|disculp\w+|digo|mejor)\b"
)
_IS = (
    r"(?:es|era|fue|son|eran|fueron|esta|estaba|estuvo|se llama|vive|iba|ibamos|voy|vamos|venia|veniamos|hubo|paso|"
    r"seria|manejaba|traia|termina)"
)
_TO = r"(?:(?:en|por|para|pa|hacia|con|a|al|de) )?"
# Each reading has the old value (x) and the new one (y); over the text folded letter by letter.
# 'No fue mi culpa, está tirada' takes nothing back.
_EXCUSE = r"(?!(?:mi )?(?:culpa|intencion|falta)\b|(?:a proposito|adrede|nada|grave|para tanto|queja)\b)"
_NOT_BUT = re.compile(
    rf"\bno\s+{_IS}\s+{_TO}{_EXCUSE}(?P<x>[^,.;:]{{1,60}}?)\s*(?:[,.;:]\s*"
    rf"(?:si ?no |mas bien )?(?:que )?(?:{_IS}(?:\s+(?:que\s+)?(?:es|era|fue|en|por)\b)?)?|"
    rf"\s+sino(?:\s+(?:que\s+)?{_IS})?(?:\s+en\b)?|"
    rf"\s+{_IS}\b)\s+(?P<y>\S.*)$",
    re.S,
)
_BUT_NOT = re.compile(
    rf"^(?P<y>.{{2,90}}?)[\s,.;:]+(?:y\s+)?no\s+(?:{_IS}\s+)?{_TO}(?P<x>[^,.;:]{{1,40}}?)\W*$",
    re.S,
)
_INSTEAD = (
    re.compile(r"^(?P<y>.{1,90}?)[\s,]+en (?:vez|lugar) de(?:l)? (?P<x>[^,.;:]{1,40}?)\W*$", re.S),
    re.compile(rf"\ben (?:vez|lugar) de(?:l)? (?P<x>[^,.;:]{{1,40}}?)[\s,]+(?:{_IS}\s+)?(?P<y>\S.*)$", re.S),
    re.compile(
        r"\b(?:dije|puse|dice|decia|puso|pusieron|anote|anoto|apunto|entendio) (?:que )?"
        rf"(?:{_IS} )?(?P<x>[^,.;:]{{1,40}}?)[\s,]+(?:y|pero)?\s*(?:en realidad )?{_IS}\s+(?P<y>\S.*)$",
        re.S,
    ),
)
_AFTER_IS = re.compile(rf"\b{_IS}\s+(?=\S)")
_NEW_VALUE = re.compile(
    rf"(?:[,.;:]|\b(?:{_IS}|deb(?:e|ia) (?:de )?(?:ser|decir)|pong\w+|por|cambi\w+ (?:a|por)|correct[oa] es|que))\s+"
)


class _Reading(NamedTuple):
    x: str
    y: str
    x_span: "tuple[int, int]"
    y_span: "tuple[int, int]"
    sure: bool  # the words themselves say that X is denied, whatever X is


_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")


def mends(turn: Turn) -> bool:
    """Whether the words say that something takes the place of what was said before."""
    return bool(_MENDS.search(turn.folded))


def correcting(turn: Turn) -> bool:
    """Whether what is said now replaces what was said before."""
    return turn.intent == "correct" or turn.expected in ("what_to_correct", "confirm_report") or mends(turn)


def keep_the_second(turn: Turn) -> None:
    """Of "no es X, es Y" only Y was said: the facts of X go, and Y is read as what X was."""
    for reading in _readings(turn.text):
        path = holding(turn, reading.x) or _named(turn, reading)
        if not (path or reading.sure or _alike(turn, reading)):
            continue
        denied = [e for e in turn.entities if _touches(e, reading.x_span)]
        kept = [e for e in turn.entities if e not in denied and _touches(e, reading.y_span)]
        turn.entities = [e for e in turn.entities if e not in denied]
        value = value_of(turn, path, reading.y, reading.x) if path else None
        if path == "location.street":
            turn.entities += _like(turn, fold(reading.x), denied, reading.y, reading.y_span[0])
        elif path and value is not None:
            turn.entities = [e for e in turn.entities if e not in kept or not _speaks_of(e, path)]
            _put(turn, path, value)
        elif not kept:
            start = reading.y_span[0]
            fresh = [_entity(f.entity, f.value, start + f.start, start + f.end)
                     for f in every.find_all(reading.y, turn.now)]  # fmt: skip
            turn.entities += fresh or _like(turn, fold(reading.x), denied, reading.y, start)
        return


def take_by_name(turn: Turn) -> None:
    """ "El color está mal, es vino": the field named gets the value said, where no fact of the message was one."""
    path = called(turn.text)
    if not path or path in turn.understood:
        return
    for mark in _NEW_VALUE.finditer(fold_in_place(turn.text), called_until(turn.text)):
        value = value_of(turn, path, turn.text[mark.end() :])
        if value is not None:
            _put(turn, path, value)
            return


def _put(turn: Turn, path: str, value: Any) -> None:
    if path == "policy.number":
        turn.entities.append(_entity("policy_number", value, 0, len(turn.text)))
        return
    turn.set(path, value)
    if path == "location.street":
        turn.claim["location"]["text"] = None


def _readings(text: str) -> Iterator[_Reading]:
    folded = fold_in_place(text)
    for pattern, sure in ((_NOT_BUT, True), *((one, True) for one in _INSTEAD), (_BUT_NOT, False)):
        match = pattern.search(folded)
        if match:
            x, y = match.span("x"), match.span("y")
            if pattern is _BUT_NOT:  # 'me equivoqué, la calle es Naranjos, no Limones': Y is what stands after 'es'
                y = (max([y[0], *(y[0] + one.end() for one in _AFTER_IS.finditer(match["y"]))]), y[1])
            yield _Reading(text[slice(*x)], text[slice(*y)].strip(" .!"), x, y, sure)


def _named(turn: Turn, reading: _Reading) -> Optional[str]:
    """The field named before the old value, where the new one names no other: "el modelo es 2020, no 2002"."""
    if _YEAR.fullmatch(reading.x.strip()) and _YEAR.search(reading.y) and not turn.all("time"):
        return "vehicle.year"
    if not correcting(turn):
        return None
    path = called(turn.text[: reading.x_span[1]])
    return path if path and called(reading.y) in (None, path) else None


def _alike(turn: Turn, reading: _Reading) -> bool:
    """Whether the message has the same kind of fact on both sides of its "no"."""
    old = {e.get("entity") for e in turn.entities if _touches(e, reading.x_span)}
    new = {e.get("entity") for e in turn.entities if _touches(e, reading.y_span)}
    return bool(old & new - {"incident", "injuries", "drivable", "third_parties"})


def _touches(entity: Dict[str, Any], span: "tuple[int, int]") -> bool:
    return bool(entity.get("start", 0) < span[1] and entity.get("end", 0) > span[0])


_ENTITY_OF = {"location": "place", "vehicle": "vehicle", "injuries": "injuries", "occurred_at": "time",
              "driver_name": "person", "insured_name": "person"}  # fmt: skip
_ENTITY_AT = {"policy.number": "policy_number", "policy.inciso": "inciso", "reporter.phone": "phone",
              "reporter.name": "person", "vehicle.plates": "plates", "vehicle.vin": "vin"}  # fmt: skip


def _speaks_of(entity: Dict[str, Any], path: str) -> bool:
    """Whether an entity would put another reading of the same words into the field."""
    return entity.get("entity") in (_ENTITY_AT.get(path), _ENTITY_OF.get(path.partition(".")[0]), "policy_number",
                                    "inciso", "age", "occupants")  # fmt: skip


def _entity(name: str, value: Any, start: int, end: int) -> Dict[str, Any]:
    return {"entity": name, "value": value, "start": start, "end": end}


def _like(turn: Turn, denied: str, facts: "List[Dict[str, Any]]", said: str, start: int) -> "List[Dict[str, Any]]":
    """What Y is when it does not show: a street where X was a place, a name where X was one."""
    claim = turn.claim
    here = claim["location"]
    if any(e["entity"] == "place" for e in facts) or _shares(denied, here["street"], here["neighborhood"]):
        street = re.sub(r"^(la calle|calle|la|el|en)\s+", "", said, flags=re.I)
        read = _place("en " + street) or _place(said) or place.read("calle " + street)
        return [_entity("place", read, start, start + len(said))] if read else []
    if _shares(denied, claim["driver_name"], claim["reporter"]["name"], claim["insured_name"]):
        name = persons.read_name(said)
        value = {"name": name.name if name else None, "role": "other", "self": False, "relation": None}
        return [_entity("person", value, start, start + len(said))] if value["name"] else []
    return []


def _place(said: str) -> Optional[Dict[str, Any]]:
    read = place.read(said)
    return read if read and (read.get("street") or read.get("neighborhood") or read.get("municipality")) else None


def _shares(denied: str, *known: Optional[str]) -> bool:
    words = {w for w in denied.split() if len(w) > 2}
    return any(words & set(fold(value or "").split()) for value in known)
