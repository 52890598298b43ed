"""Names: each goes where its part in the loss puts it, else where the question did."""

import re
from typing import Any, Dict, Optional

from bot.actions import claim as drafts
from bot.actions.caller import OF_THE_CALLER, fuller
from bot.actions.feelings import child
from bot.actions.mend import correcting
from bot.actions.taking import may_set
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import details, name_answers
from bot.nlu.parsers.person_words import NEAR, SELF_DRIVER


def take_person(turn: Turn, value: Dict[str, Any]) -> None:
    """A name, by the part its owner played."""
    name, role = value.get("name"), value.get("role")
    by_question = {"driver_name": "driver", "insured_name": "insured", "reporter_name": "reporter"}
    asked = by_question.get(turn.expected or "")
    if role in (None, "other") and asked and _told(turn, asked):
        return  # 'el operador es Anselmo y lo acompañaba Beto'
    if role in (None, "other"):
        role = None if asked == "reporter" and value.get("relation") else asked  # 'o de mi mamá: Lupita Ortega'
    elif role == "reporter" and asked in ("driver", "insured") and not value.get("self"):
        role = asked if not re.search(r"\b(soy|llamo|habla)\b", turn.folded) else role
    if role == asked == "driver" and value.get("role") != "driver" and _owned_by(turn, value):
        role = "insured"
    path = {"driver": "driver_name", "insured": "insured_name", "reporter": "reporter.name"}.get(role or "")
    if not path and name and correcting(turn):
        path = _likest(turn, name)
    if not path or _given_away(turn, path, value):
        return
    if not name and value.get("self") and asked:
        return  # the answer's own reader also hears "lo traía yo, Daniela Fuentes"
    if not name and value.get("self") and path != "reporter.name":
        name = _introduced(turn) or turn.claim["reporter"]["name"]
        if not name and path not in turn.memory["same_as_reporter"]:
            turn.memory["same_as_reporter"] = [*turn.memory["same_as_reporter"], path]
            turn.skip(path)
    known = set(fold(turn.claim["reporter"]["name"] or "").split())
    if path == "driver_name" and turn.expected == path and name and known < set(fold(name).split()):
        answer = name_answers.read_name(turn.text)
        if answer and answer.me and answer.name:
            turn.set("reporter.name", answer.name)  # "yo iba manejando, Rosa Torres", of "Rosa" or nobody yet
    if name:
        _put(turn, path, name)


_OWNED = re.compile(rf"\b(?:es|era|son) (?:propiedad )?del? (?:(?:mi|la|el|don|dona|senora?|sra?|un|una|{NEAR})\W+)*$")


def _owned_by(turn: Turn, value: Dict[str, Any]) -> bool:
    """Whether the vehicle is told to be this person's, who need not have driven: 'es de mi esposa Silvia Córdova'."""
    said = next((e for e in turn.entities if e.get("value") is value and "start" in e), None)
    return bool(said and _OWNED.search(turn.folded[: said["start"]]))


def _given_away(turn: Turn, path: str, value: Dict[str, Any]) -> bool:
    """Whether the caller, who was kept for the driver, says now that it was a relative: that is left open then."""
    driver, unnamed = turn.claim["driver_name"], value.get("relation") and not value.get("name")
    away = path == "driver_name" and unnamed and driver and driver == turn.claim["reporter"]["name"]
    if not away or not correcting(turn):
        return False
    drafts.clear(turn.claim, ["driver_name"])
    turn.memory["same_as_reporter"] = [one for one in turn.memory["same_as_reporter"] if one != "driver_name"]
    return True


def _put(turn: Turn, path: str, name: str) -> None:
    known = drafts.get(turn.claim, path)
    if path == "reporter.name" and set(fold(name).split()) < set(fold(known or "").split()):
        return  # "soy Beto", of who gave his whole name
    more = fuller(name, known) or _unnamed(turn, path)  # 'me llamo Karla' … 'soy Karla Ibarra'
    question = {"reporter.name": "reporter_name"}.get(path, path)
    drove = path == "driver_name" and SELF_DRIVER.search(turn.folded)  # whoever was taken for it before
    if more or drove or may_set(turn, path, question) or _another_speaks(turn, path, name):
        turn.set(path, name)
    if path == turn.expected == "driver_name":
        take_age(turn, details.age_told(turn.text, turn.now))  # 'mi hijo Iker, tiene 18 y sí trae permiso'


_I_AM = re.compile(rf"\b(?:yo soy|soy (?:su|la|el) {NEAR}|me llamo|mi nombre es)\b")


def _another_speaks(turn: Turn, path: str, name: str) -> bool:
    """Whether whoever is kept as reporting is somebody else than says 'yo soy Nora Leal' now."""
    known = str(turn.claim["reporter"]["name"] or "")
    whole = len(name.split()) >= len(known.split()) and known != turn.claim["driver_name"]
    return path == "reporter.name" and whole and bool(_I_AM.search(turn.folded))


# Younger than this nobody drove; who says so of himself is a child on the line.
_YOUNGEST = 13


# Asked these, people tell the ages of whoever was hurt, hit or on board.
_OF_OTHERS = ("injuries", "third_parties", "occupants", "detained")


# Asked these next, the age of whoever was told to be hurt may still follow.
_AFTER_THE_HURT = ("location", "policy_number", "plates", "inciso", "vehicle", "reporter_phone")
_OF_OURS = re.compile(rf"\b(?:yo|tengo|mi {NEAR})\b")


def take_age(turn: Turn, value: Any) -> None:
    """An age, where it can be no other's than the driver's."""
    if isinstance(value, int) and value < _YOUNGEST:
        child(turn)
        return
    if turn.expected in _OF_OTHERS and not details.of_driver(turn.folded, short=0):
        return
    if turn.expected == "third_parties" and not _OF_OURS.search(turn.folded):
        return  # 'un muchacho en moto, tiene 19 y no trae licencia'
    hurt = turn.claim["injuries"]["any"] and turn.expected in _AFTER_THE_HURT
    if hurt and not (details.of_driver(turn.folded, short=0) or _OF_OURS.search(turn.folded)):
        return  # 'tiene 82 años', of the grandmother whose back hurts
    if may_set(turn, "details.driver_age", "driver_age"):
        turn.set("details.driver_age", value)


def _told(turn: Turn, role: str) -> bool:
    """Whether the message names whoever plays this part."""
    people = [said["value"] for said in turn.entities if said.get("entity") == "person" and said.get("value")]
    return any(one.get("role") == role and one.get("name") for one in people)


def _introduced(turn: Turn) -> Optional[str]:
    """The name by which whoever speaks now goes: another may have taken the phone."""
    people = [said["value"] for said in turn.entities if said.get("entity") == "person" and said.get("value")]
    mine = [one["name"] for one in people if one.get("role") == "reporter" and one.get("name")]
    known = turn.claim["reporter"]["name"]
    return None if not mine or (known and fold(mine[0]) in fold(known)) else mine[0]


def _unnamed(turn: Turn, path: str) -> bool:
    """Whether whoever is kept there has been told by the relation alone."""
    return str(drafts.get(turn.claim, path) or "").endswith(OF_THE_CALLER)


def _likest(turn: Turn, name: str) -> Optional[str]:
    """The field whose name shares words with the corrected one: "Raúl Méndez Robles" mends "Raúl Méndez"."""
    fields = ("driver_name", "reporter.name", "insured_name")
    words = set(fold(name).split())
    shared = {field: len(words & set(fold(drafts.get(turn.claim, field) or "").split())) for field in fields}
    best = max(fields, key=lambda field: shared[field])
    return best if shared[best] else None
