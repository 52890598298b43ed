"""Answers that are a fact of yes or no, or that are kept in the caller's own words."""

import re
from typing import Callable

from bot.actions import learned
from bot.actions.feelings import vents
from bot.actions.hearing import says_unknown, yes_no
from bot.actions.tell import tells_nothing
from bot.actions.turn import Turn
from bot.nlu.parsers import situation

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
        if learned.tells_another_thing(turn):
            return False
        said = None if fact == "licence" and _NOT_HERE.search(turn.folded) else situation.read(fact, turn.text)
        said = yes_no(turn) if said is None and not says_unknown(turn) else said
        turn.set(path, said)
        return said is not None

    return read


def free_text(path: str, shortest: int = 3) -> Callable[[Turn], bool]:
    """A reader of the caller's own words into this path, from `shortest` characters on."""

    def read(turn: Turn) -> bool:
        if len(turn.text) < shortest or says_unknown(turn) or turn.text.startswith("("):
            return False
        if learned.tells_another_thing(turn):
            return False
        if vents(turn) or (path in ("description", "details.damage") and tells_nothing(turn)):
            return False
        turn.set(path, turn.text[:2000])
        return True

    return read
