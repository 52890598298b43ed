"""What is said in place of something else, piece by piece: the old value goes, the new one is read as what it was."""

import re
from typing import Any, Dict, List, Optional

from bot.actions.claim import get, started
from bot.actions.elsewhere import elsewhere
from bot.actions.fields import NAMES, called, called_span, holding, value_of
from bot.actions.left_of import left_of
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import every, name_answers, place
from bot.nlu.parsers.digitized import digitize
from bot.nlu.parsers.folding import fold as fold_in_place
from bot.nlu.parsers.instead import FIELD, IS, Reading, pieces, readings
from bot.nlu.parsers.not_me import did_not_drive
from bot.nlu.parsers.taken_back import without_goals

# 'Lo apuntaron mal'; not 'se puso mal'.
_THEY_WROTE = (
    r"(?<!se )(?:puso|pusieron|apunto|apuntaron|anotaron|escribio|escribieron|capturo|capturaron|tomaron|entendio"
    r"|entendieron|registraron)"
)
# Something said before was wrong: so in any message, whatever it answers.
_ERROR = (
    r"mas bien|mejor dicho|me equivo(que|co)|quise decir|rectific\w+|corrij\w+|corrige\w*|correccion|fe de erratas|"
    r"(estaba|esta|estan|estuvo|dije|di|puse|anote|escribi|apunto|anoto) mal|error mio|una correccion|"
    rf"(esta|es|estaba) equivocad[oa]|(lo|la|le) {_THEY_WROTE} mal|"
    r"(se lo|te lo|le|lo|la|les) (dije|di|puse|pase|anote|lei) (mal|al reves)|"
    r"(te|le) (di|dije|pase|puse) (la|el|lo) (viej|anterior|de antes|otr|que no)\w*|aclar(o|acion)"
)
_MISTAKEN = re.compile(rf"\b({_ERROR})\b|^\W*mal\b")
# The same, and words that take something back unless they only answer what was asked: "yo no manejaba".
_OUTRIGHT = re.compile(
    rf"\b({_ERROR}|quedo mal|es otr[oa]\b|no (es|son) es[oae]s?\b|al reves|"
    r"cambi(e|en|ele|enle|a|ale|ame|eme) (el|la|lo|mi|a)|yo no (manejaba|iba manejando|conducia|venia manejando)|"
    r"(es|son|era|fue) (\w+ ){1,4}en (vez|lugar) de)\b"
    r"|^\W*(?:no\W+)?(?:espere\w*|esperese|aguant\w+|momento)\W+(?:no\W+)?(?:es|era|fue|son|estoy|estamos)\b"
)
_MENDS = re.compile(
    r"\b(en realidad|en (vez|lugar) de|"
    r"no (fue|es|era|fueron|son) (un |una )?\w+( \w+){0,3}\W+(es|era|fue|sino|son|fueron)\b)|"
    r"^\W*((no|ay|oiga|bueno|espere\w*)\W+)*(perdon\w*|disculp\w+|digo|mejor|ups|oops|uy no)\b|\bperdon\W*$"
)
_STATES = re.compile(
    rf"^\W*(?:(?:no|bueno|oiga|ah)\W+)*(?:{FIELD} (?:es|son|era|fue|no es|(?:esta )?mal)\b|(?:es|son|era|fue) (?:el|la"
    rf"|las) {FIELD})"
)
_NEW_VALUE = re.compile(
    rf"(?:[,.;:]|\b(?:{IS}|deb(?:e|ia) (?:de )?(?:ser|decir)|pong\w+|por|cambi\w+ (?:a|por)|correct[oa] es|que))\s+"
)
_NO_VALUE = re.compile(r"\W*(?:mal|equivocad|incorrect|bien|esta|estan|no|es|que|de|del|son|era|fue|se)\b")
# A "no" to these is a fact of its own: "no hubo heridos, fue un golpe leve" takes nothing back.
_FACTS = ("injuries", "drivable", "third_parties", "authorities", "violence", "parked", "occupants", "denuncia",
          "licence", "trailer", "cargo", "detained")  # fmt: skip
_NUMBER_ASKED = ("inciso", "policy_number", "reporter_phone", "occupants", "driver_age")  # "es el número uno"
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")


def mends(turn: Turn) -> bool:
    """Whether the words say that something takes the place of what was said before."""
    return bool(_OUTRIGHT.search(turn.folded) or _MENDS.search(turn.folded) or _states(turn))


def _states(turn: Turn) -> bool:
    """Whether the message does no more than say what a field is: "el modelo es 2016", "es la unidad 1"."""
    return len(turn.folded.split()) <= 10 and "?" not in turn.text and bool(_STATES.match(turn.folded))


def mends_outright(turn: Turn) -> bool:
    """Whether the message says in so many words that something was wrong, or took something back."""
    return bool(_OUTRIGHT.search(turn.folded)) or (
        turn.kept != turn.text and (started(turn.before) or turn.expected not in (None, "incident_type", "description"))
    )


def takes_back(turn: Turn) -> bool:
    """Whether something said before is changed, or called wrong: "no era yo, era mi hijo" only answers who drove."""
    of_itself = ("description", "priority")  # told better, or following from another fact
    changed = [path for path in turn.news if path not in of_itself and get(turn.before, path) not in (None, "", [])]
    return bool(changed or _TOLD_OTHERWISE.search(turn.folded)) or _calls_wrong(turn)


# 'Le dije que a las dos y fue a las tres'; not 'ya le dije que a las dos'.
_TOLD_OTHERWISE = re.compile(
    r"(?<!ya )(?<!como )\b(?:le|les|te) (?:habia )?(?:dije|dicho|puse|di|comente|conteste)\b.{1,60}?\b(?:y|pero)\b"
    rf"(?:[ ,]+(?:no|ya|siempre|ahora|en realidad|es que))*[ ,]+{IS}\b"
)
_OF_BEFORE = re.compile(
    r"\b(?:(?:le|les|te|se) (?:l[oa]s? )?(?:habia )?(?:dije|dicho|puse|di)|hace rato|hace ratito|antes|que di)\b"
)
# What may stand before the words that call something wrong, where nothing was said yet.
_OPENING = re.compile(r"\W*(?:(?:ay|uy|no|oiga|perdon\w*|disculp\w+|espere\w*|bueno|este|eh|ah|joven|senorita)\b\W*)*")


def _calls_wrong(turn: Turn) -> bool:
    """Whether something said before is called wrong, and not what was said in the same breath: "5 88, me equivoqué, 5
    89", of what was asked.
    """
    mistaken = _MISTAKEN.search(turn.folded)
    if not mistaken or not turn.answered or _OF_BEFORE.search(turn.folded):
        return bool(mistaken)
    opening = _OPENING.match(turn.folded)
    return bool(opening) and opening.end() >= mistaken.start()


def correcting(turn: Turn) -> bool:
    """Whether what is said now replaces what was said before."""
    asked = turn.expected in ("what_to_correct", "confirm_report")
    return turn.intent == "correct" or asked or bool(turn.mended) or mends(turn)


def keep_the_second(turn: Turn) -> None:
    """Of "no es X, es Y" only Y was said: the facts of X go, and Y is read as what X was."""
    found = [_accepted(turn, *piece) for piece in pieces(turn.text)]
    taken_back = [one for one in found if one]
    wrong = [m.span() for m in _WRONG.finditer(fold_in_place(turn.text))] if mends(turn) and called(turn.text) else []
    if not taken_back and not wrong:
        return
    turn.mended += [path for _, path in taken_back if path]
    turn.retold = any(reading.retold for reading, _ in taken_back)
    said, kept = turn.entities, turn.text
    for start, end in [*(reading.no for reading, _ in taken_back), *wrong]:
        kept = kept[:start] + " " * (end - start) + kept[end:]
    turn.kept = kept
    turn.entities = [_entity(f.entity, f.value, f.start, f.end) for f in every.find_all(kept, turn.now)]
    ruled = {e["entity"] for e in turn.entities}
    turn.entities += [e for e in said if e.get("extractor") == "Told" and e["entity"] not in ruled
                      and kept[e["start"] : e["end"]] == turn.text[e["start"] : e["end"]]]  # fmt: skip
    for reading, path in taken_back:
        _put_second(turn, reading, path, [e for e in said if _touches(e, reading.x_span)])


_WRONG = re.compile(
    rf"\b(?:(?:esta|estan|estaba|quedo|quedaron|viene|aparece|sale|puse|dije|anoto|{_THEY_WROTE}) )?"
    r"(?:mal(?: \w+(?:ad|id)[oa]s?\b| escrit[oa]s?\b| puest[oa]s?\b| dich[oa]s?\b)?|equivocad[oa]|incorrect[oa])\b"
)


def _accepted(turn: Turn, start: int, end: int) -> "Optional[tuple[Reading, Optional[str]]]":
    """The reading of a piece that holds, with the field that X stood in."""
    for reading in readings(turn.text, start, end):
        path = holding(turn, reading.x, turn.text[start : reading.x_span[0]]) or _named(turn, reading, start)
        if path == "location.highway" and _end_of(fold(reading.y), turn.claim["location"]["highway"]):
            path = "location.heading"  # "voy a Celaya, no a Salvatierra", on the road from one to the other
        if path or _alike(turn, reading):
            return reading, path
        denied = {e.get("entity") for e in turn.entities if _touches(e, reading.x_span)}
        if reading.retold or (reading.sure and not denied & set(_FACTS)):
            return reading, None
    return None


_TURNED = re.compile(r"(?:(?:la verdad|que|creo que|siempre|ya|pues)[ ,]+)*(si|no)\b(?=\W*$|[,.;])")


def _put_second(turn: Turn, reading: Reading, path: Optional[str], denied: "List[Dict[str, Any]]") -> None:
    turned = _TURNED.match(fold(reading.y)) if reading.retold else None
    if turned:  # 'le dije que sí camina pero no, se apagó'
        turn.entities += [_entity(e["entity"], turned[1] == "si", *reading.y_span) for e in denied
                          if e["entity"] in _FACTS and isinstance(e["value"], bool)]  # fmt: skip
    kept = [e for e in turn.entities if _touches(e, reading.y_span)]
    if path == "location.street":
        if not any(e["entity"] == "place" and e["value"].get("street") for e in kept):
            turn.entities += _street(reading.y, reading.y_span[0])
        return
    value = value_of(turn, path, reading.y, reading.x) if path else None
    if path and value is not None:
        turn.entities = [
            one for e in turn.entities for one in [left_of(e, path, value) if e in kept else e] if one is not None
        ]
        _put(turn, path, value)
    elif not any(e["entity"] in ("place", "person") or e["entity"] not in ("time",) for e in kept):
        start = reading.y_span[0]
        fresh = [_entity(f.entity, f.value, start + f.start, start + f.end)
                 for f in every.find_all(reading.y, turn.now) if f.entity != "time"]  # fmt: skip
        turn.entities += fresh or _like(turn, fold(reading.x), denied, reading.y, start)


def take_by_name(turn: Turn) -> None:
    """ "El color está mal, es vino": each field named gets the value said, where no fact of the message was one."""
    open_field: Optional[str] = None  # "el que manejaba era otro: Iván Méndez": the value stands in the next piece
    kept = without_goals(turn.kept)
    for start, end in pieces(kept):
        piece = kept[start:end]
        path = called(piece)
        if path and path.startswith("location.") and elsewhere(turn) and not mends_outright(turn):
            open_field = None
        elif not path:
            value = value_of(turn, open_field, piece) if open_field else None
            _put(turn, open_field, value) if open_field and value is not None else _street_again(turn, piece)
            open_field = None
        elif _is_theirs(turn, path):
            open_field = None
        elif path not in turn.understood and not (path == "location.number" and turn.expected in _NUMBER_ASKED):
            open_field = None if _take_named(turn, path, piece) else path
    if open_field in NAMES and open_field not in turn.understood:  # 'es Laura Méndez Robles, faltó el apellido'
        value = value_of(turn, open_field, turn.kept)
        _put(turn, open_field, value) if value and " " in value else None
    for path in {path for path in turn.mended if path in NAMES}:  # 'es Zepeda, con zeta; Norma Zepeda Arriaga'
        value, part = value_of(turn, path, turn.kept), turn.understood.get(path)
        street = fold(turn.claim["location"]["street"] or "").split()  # '5 de Mayo 20, y mi apellido es …'
        if value and part and set(part.split()) < set(value.split()) and fold(value).split()[0] not in street:
            turn.set(path, value)


_THEIRS = {"vehicle.plates": "details.third_party_plates", "policy.number": "details.third_party_policy",
           "reporter.phone": "details.third_party_phone"}  # fmt: skip


def _is_theirs(turn: Turn, path: str) -> bool:
    """Whether what the message names so was taken as the other side's: "el del vocho dejó sus placas, son …"."""
    return _THEIRS.get(path) in turn.understood


def _take_named(turn: Turn, path: str, piece: str) -> bool:
    first, last = called_span(piece)
    folded = fold_in_place(piece)
    for at in [*(mark.end() for mark in _NEW_VALUE.finditer(folded, first)), last]:
        if _NO_VALUE.match(folded, at):
            continue
        value = value_of(turn, path, piece[at:])
        if value is not None:
            _put(turn, path, value)
            return True
    return False


def _denies_it(turn: Turn, name: Any) -> bool:
    """Whether the one of that name speaks, and says not to have driven."""
    told = [one.get("name") for one in turn.all("person") if one.get("role") == "reporter"]
    return name in [turn.claim["reporter"]["name"], *told] and did_not_drive(turn.text, asked=True)


def _street_again(turn: Turn, piece: str) -> None:
    """ "Corrige: Morelos 1200": the street that is known, said again with something new about it."""
    known = turn.claim["location"]["street"]
    if not known or "location.street" in turn.understood or any(e["entity"] == "place" for e in turn.entities):
        return
    bare = re.sub(r"^\W*(?:(?:es|era|fue|en|la|el)\b\W*)+", "", piece.strip(), flags=re.I)
    numbers = re.findall(r"\b\d{1,5}\b", digitize(bare).text) if _shares(fold(bare), known) else []
    if len(numbers) == 1 and numbers[0] not in known:
        turn.set("location.number", numbers[0])
        turn.mended.append("location.number")


def _put(turn: Turn, path: str, value: Any) -> None:
    if path == "policy.number":
        turn.entities.append(_entity("policy_number", value, 0, len(turn.text)))
        return
    if path == "driver_name" and _denies_it(turn, value):
        return
    turn.set(path, value)
    turn.mended.append(path)
    if path == "location.street":
        turn.claim["location"]["text"] = None


def _named(turn: Turn, reading: Reading, start: int) -> Optional[str]:
    """The field named before the old value, where the new one names no other: "el modelo es 2020, no 2002"."""
    old, new = digitize(reading.x).text.strip(), digitize(reading.y).text
    if (_YEAR.fullmatch(old) or re.fullmatch(r"\d\d", old)) and _YEAR.search(new) and not turn.all("time"):
        return "vehicle.year"
    if not correcting(turn):
        return None
    end = max(reading.x_span[1], reading.no[1])  # "no era mi hermano el que manejaba, era yo"
    path = called(turn.text[start:end]) or called(turn.text[:end])
    return path if path and called(reading.y) in (None, path) else None


def _alike(turn: Turn, reading: Reading) -> bool:
    """Whether the message has the same kind of fact on both sides of its "no"."""
    old = {e.get("entity") for e in turn.entities if _touches(e, reading.x_span)}
    new = {e.get("entity") for e in turn.entities if _touches(e, reading.y_span)}
    return bool(old & new - {"incident", *_FACTS})


def _touches(entity: Dict[str, Any], span: "tuple[int, int]") -> bool:
    return bool(entity.get("start", 0) < span[1] and entity.get("end", 0) > span[0])


def _entity(name: str, value: Any, start: int, end: int) -> Dict[str, Any]:
    return {"entity": name, "value": value, "start": start, "end": end}


def _street(said: str, start: int) -> "List[Dict[str, Any]]":
    """The place that the words tell when a street was asked for: they need no "calle" before the name."""
    street = re.sub(r"^(la calle|calle|la|el|en)\s+", "", said, flags=re.I)
    ways = [place.read(way + street) for way in ("en ", "", "calle ")]
    read = next((read for read in ways if read and read.get("street")), None)
    return [_entity("place", read, start, start + len(said))] if read else []


def _like(turn: Turn, denied: str, facts: "List[Dict[str, Any]]", said: str, start: int) -> "List[Dict[str, Any]]":
    """What Y is when it does not show: a street where X was a place, a name where X was one."""
    claim = turn.claim
    here = claim["location"]
    if any(e["entity"] == "place" for e in facts) or _shares(denied, here["street"], here["neighborhood"]):
        read = _place(said)
        return _street(said, start) or ([_entity("place", read, start, start + len(said))] if read else [])
    if _shares(denied, claim["driver_name"], claim["reporter"]["name"], claim["insured_name"]):
        name = name_answers.read_name(said)
        value = {"name": name.name if name else None, "role": "other", "self": False, "relation": None}
        return [_entity("person", value, start, start + len(said))] if value["name"] else []
    return []


def _place(said: str) -> Optional[Dict[str, Any]]:
    read = place.read(said)
    return read if read and (read.get("street") or read.get("neighborhood") or read.get("municipality")) else None


def _end_of(said: str, highway: str) -> bool:
    """Whether no more is said than a town at one end of the road."""
    told = re.sub(r"^.*\b(?:a|al|para|pa|hacia|rumbo)\b", "", re.sub(r"\W+", " ", said)).split()
    return bool(told) and set(told) <= set(re.findall(r"\w+", fold(highway)))


def _shares(denied: str, *known: Optional[str]) -> bool:
    words = {w for w in denied.split() if len(w) > 2}
    return any(words & set(fold(value or "").split()) for value in known)
