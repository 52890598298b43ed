"""Answers in words that hold no yes or no: what was learned of them, beside what the readers make of the words."""

import re
from typing import Any, Mapping, Optional

from bot.actions.caller import same_as_reporter
from bot.actions.turn import Turn
from bot.nlu.answers import said
from bot.nlu.parsers.not_me import did_not_drive
from bot.nlu.parsers.yes_no import read_yes_no

# The fact that an answer gives, where it is not a yes or a no to the question itself.
_PATHS = {
    "drivable": "drivable",
    "authorities": "authorities",
    "licence": "details.driver_licensed",
    "parked": "details.vehicle_parked",
    "violence": "details.violence",
    "detained": "details.detained",
    "third_parties": "third_parties.any",
    "trailer": "details.trailers",
    "denuncia": "details.denuncia_at",
    "service": "service",
}
_VALUES: Mapping[str, Mapping[str, Any]] = {
    "third_parties": {"yes": True, "stayed": True, "fled": True, "no": False},
    "trailer": {"none": 0, "one": 1, "two": 2},
    "denuncia": {"no": False},
    "service": {kind: kind for kind in ("tow", "tire_change", "jump_start", "fuel", "locksmith")},
}
_YES_NO = {"yes": True, "no": False}
_WORDS = 4  # in fewer a word of yes or no is the answer
_NOT_YET = re.compile(r"\W*(?:(?:pues|no|uy|ay|la verdad)\W+)*(?:aun|todavia) no\b")
# "No tiene, se la prestó su primo": whatever else is told.
_HAS_NONE = re.compile(
    r"\W*(?:(?:pues|no|uy|ay|la verdad|fijese|que)\W+)*no (?:la |lo )?(?:tiene|tengo|trae|traigo|traia|tenia)\b"
    r"(?! (?:idea|claro|el dato|la menor|como|caso|por que)\b)"
)
# 'No sé si prenda', 'no c si traiga'.
_NOT_WHETHER = re.compile(
    r"\W*(?:(?:pues|pos|ay|uy|la verdad|este|eh|no)\W+)*(?:no (?:l[oa] |me )?(?:se|c|sabria)|n[cs])(?: bien)? si\b"
    r"(?!.*\b(?:pero|creo|aunque|digo|parece)\b)[^,.;]*$"
)
_FLED = {"fled": True, "stayed": False}


def heard(turn: Turn, least: float = said.LIKELY) -> Optional[str]:
    """The kind of answer (a block's name in bot/data/answers) to what was asked, where it is likely enough."""
    return said.UNKNOWN if _NOT_WHETHER.match(turn.folded) else said.answer(_chances(turn), least)


def yes_no(turn: Turn, least: float = said.LIKELY) -> Optional[bool]:
    """The same as a yes or a no."""
    return _YES_NO.get(heard(turn, least) or "")


def polarity(turn: Turn) -> Optional[bool]:
    """Whether the answer to what was asked is at heart a yes or a no."""
    kind = heard(turn)
    return None if kind in (None, said.UNKNOWN) else kind not in ("no", "none", "nobody")


def doubts(turn: Turn, answer: bool) -> bool:
    """Whether this answer, read from a word of yes or no among others, is as good as excluded."""
    if not answer and _NOT_YET.match(turn.folded):
        return False  # "no, aún no, ¿es a fuerza?"
    if not answer and turn.expected == "licence" and _HAS_NONE.match(turn.folded):
        return False
    known = turn.answers is not None and turn.expected in _PATHS and turn.expected not in ("trailer", "service")
    known = known and len(turn.folded.split()) >= _WORDS
    kinds = ("yes", *_FLED) if answer else ("no",)
    return known and all(said.unlikely(_chances(turn), kind) for kind in kinds)


# Facts that answer no yes or no; but "ayer" does of a denuncia, "venció en mayo" of a licence.
_OF_OTHER_QUESTIONS = {
    "age",
    "time",
    "phone",
    "plates",
    "policy_number",
    "vin",
    "inciso",
    "folio",
    "authorities",
    "occupants",
}
_ANSWERS = {
    "denuncia": {"time", "folio", "authorities"},
    "licence": {"time"},
    "authorities": {"time", "authorities"},
    "detained": {"authorities"},
    "injuries": {"authorities"},
    "parked": {"time"},
    "location": {"time", "age", "inciso"},
    "third_parties": {"plates", "phone"},
}


_OF_THE_CAR = ("drivable", "authorities", "licence", "denuncia", "detained", "parked")  # 'va sola' answers none of them
_LED = re.compile(r"\W*(?:(?:pues|pos|ah|no|bueno)\W+)*(?:si+|no|aja|claro|todavia|aun)\b")


def tells_another_thing(turn: Turn) -> bool:
    """Whether the message is no more than a fact of another question: "tiene 19 años", asked whether the car moves."""
    spans = [(e["start"], e["end"]) for e in turn.entities if "start" in e]
    names = {str(e.get("entity")) for e in turn.entities}
    rest = "".join(" " if any(a <= i < b for a, b in spans) else letter for i, letter in enumerate(turn.text))
    if names == {"phone"} and not re.search(r"\w", rest):
        return turn.expected != "reporter_phone"  # it names nobody
    if turn.expected == "drivable" and "glass_part" in names and "drivable" not in names:
        return not _LED.match(turn.folded)  # 'todo el parabrisas está estrellado'
    if "occupants" in names <= {"occupants", "parked", "vehicle"} - {turn.expected}:
        return turn.expected in _OF_THE_CAR and not _LED.match(turn.folded)
    if not spans or not names <= _OF_OTHER_QUESTIONS - _ANSWERS.get(turn.expected or "", set()):
        return False
    rest = re.sub(r"(?i)^\W*ya\b", " ", rest) if names == {"authorities"} else rest  # 'ya llegó la patrulla'
    return len(re.findall(r"[^\W\d_]{4,}", rest)) <= 1 and read_yes_no(rest) is None


def _chances(turn: Turn) -> said.Chances:
    return {} if tells_another_thing(turn) else (turn.answers or {}).get(turn.expected or "", {})


def take(turn: Turn, least: float = said.LIKELY) -> bool:
    """Take the answer to what was asked into the draft; whether there is one."""
    question, kind = turn.expected or "", heard(turn, least)
    if kind in (said.UNKNOWN, None) or _others_are_known(turn):
        return False
    if question == "driver_name":
        return _driver(turn, str(kind))
    if question not in _PATHS:
        return False
    value = _VALUES.get(question, _YES_NO).get(str(kind))
    if value is None:
        if (question, kind) == ("service", "none"):
            turn.skip(question)
            return True
        return False
    turn.set(_PATHS[question], value)
    if question == "third_parties":
        turn.set("third_parties.fled", _FLED.get(str(kind)))
        turn.set("third_parties.text", turn.text[:500] if value else None)
    return True


def _others_are_known(turn: Turn) -> bool:
    """Whether what is asked of the others is no more than whether they left: their reader hears that."""
    return turn.expected == "third_parties" and bool(turn.before["third_parties"]["any"])


def _driver(turn: Turn, kind: str) -> bool:
    if kind == "me" and not did_not_drive(turn.text, asked=True):
        same_as_reporter(turn, "driver_name", "driver_name")
    elif kind == "nobody":
        turn.skip("driver_name")
    else:
        turn.partly = True  # somebody else, whose name is asked for next
    return not turn.partly


def mend(turn: Turn, asks: bool) -> bool:
    """Put what is surely answered in place of what was read otherwise of this message, drop what it surely does not
    answer; whether an answer is left. Whoever names another in passing is believed, unless the message `asks`.
    """
    question, kind = turn.expected or "", heard(turn, said.SURE)
    path, value = _PATHS.get(question, ""), _VALUES.get(question, _YES_NO).get(kind or "")
    read = turn.understood.get(path)
    if _others_are_known(turn):
        return True
    if not isinstance(read, bool):
        if question == "driver_name" and kind == "nobody":
            turn.set("details.vehicle_parked", True)
    elif isinstance(value, bool) and read is not value:
        take(turn, said.SURE)
    elif value is None and doubts(turn, read) and (question != "third_parties" or kind or asks):
        for field in (path, "third_parties.fled", "third_parties.text") if question == "third_parties" else (path,):
            turn.unset(field)
        if kind == said.UNKNOWN:
            turn.skip(question)
        return kind == said.UNKNOWN
    elif question == "third_parties" and read and turn.claim["third_parties"]["fled"] is None:
        turn.set("third_parties.fled", _FLED.get(heard(turn) or ""))
    return True
