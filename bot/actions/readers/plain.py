"""Answers that are a fact of yes or no, or that are kept in the caller's own words."""

import re
from typing import Callable

from bot.actions import learned
from bot.actions.feelings import vents
from bot.actions.hearing import asks, only_asks, says_unknown, yes_no
from bot.actions.takers.people import take_age
from bot.actions.tell import tells_nothing
from bot.actions.turn import Turn
from bot.nlu.parsers import damage, details, situation
from bot.nlu.parsers.nobody_came import no_authority_came, nobody_came
from bot.nlu.parsers.person_words import KIN
from bot.nlu.parsers.yes_no import read_yes_no

# Of a licence these say that it is not here, not that there is none.
_NOT_HERE = re.compile(
    r"\bno (la|lo) (traigo|tengo|trae|tiene)\b.{0,20}\b(mano|aqui|ahorita|conmigo|consigo|momento|"
    r"ahora)\b"
)


def fact_into(path: str, fact: str) -> Callable[[Turn], bool]:
    """A reader of a situation's fact (a name of `situation.read`) into this path of the claim."""

    def read(turn: Turn) -> bool:
        if turn.folded.strip(" .!") == "ya" and fact in ("drivable", "licence"):
            return False
        if learned.tells_another_thing(turn) or (fact == "drivable" and _nobody_came(turn)):
            return False
        said = None if fact == "licence" and _NOT_HERE.search(turn.folded) else situation.read(fact, turn.text)
        said = yes_no(turn) if said is None and not says_unknown(turn) else said
        turn.set(path, said)
        if fact == "licence" and not turn.first("age"):
            _take_age(turn)
        return said is not None

    return read


def _nobody_came(turn: Turn) -> bool:
    """Whether the message says, whatever was asked, that nobody came."""
    if turn.claim["authorities"] is None and no_authority_came(turn.text):
        turn.set("authorities", False)
    return nobody_came(turn.text)


# 'Apenas tiene 22 años'; not 'tiene 20 años que la sacó', 'es de 20 años'.
_HIS_AGE = re.compile(
    r"\b(?:tiene|tengo|cumplio|cumpli|con|anda en|de)\b(?: \w+){1,3}? anos\b(?! (?:que|de|sin|con|manej|vencid|vigent))"
)
_YOUNGEST_AT_THE_WHEEL = 15


def _take_age(turn: Turn) -> None:
    """The age of whose licence is spoken of."""
    years = details.age_told(turn.text, turn.now) if _HIS_AGE.search(turn.folded) else None
    if years and years >= _YOUNGEST_AT_THE_WHEEL and details.of_driver(turn.folded, short=len(turn.text)):
        take_age(turn, years)


_OF_PEOPLE = re.compile(
    rf"\b(?:mis? {KIN}|poliza|titular|duen[oa]|asegurad[oa]|no vi|no le (?:pegue|di)|nadie|quien)\b"
)


def _of_people(turn: Turn) -> bool:
    """Whether a message names no part or damage, and asks or tells of people: 'mi mamá es la de la póliza'."""
    others = any(turn.first(name) for name in ("person", "third_parties", "authorities", "phone", "occupants"))
    told = others or asks(turn.folded) or _OF_PEOPLE.search(turn.folded) or read_yes_no(turn.text) is not None
    return bool(told) and not damage.spoken_of(turn.text)


def free_text(path: str, shortest: int = 3) -> Callable[[Turn], bool]:
    """A reader of the caller's own words into this path, from `shortest` characters on."""

    def read(turn: Turn) -> bool:
        if len(turn.text) < shortest or says_unknown(turn) or turn.text.startswith("("):
            return False
        if learned.tells_another_thing(turn):
            return False
        if (path == "details.damage" and _of_people(turn)) or only_asks(turn.text):
            return False
        if vents(turn) or (path in ("description", "details.damage") and tells_nothing(turn)):
            return False
        turn.set(path, turn.text[:2000])
        return True

    return read
