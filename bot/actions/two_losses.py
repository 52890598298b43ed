"""Two losses told in one opening: the first is taken, and it is said that the other one comes after it."""

import re
from typing import Optional

from bot.actions.turn import Turn, fold
from bot.nlu.parsers import incident, times
from bot.nlu.parsers.every import find_all
from bot.nlu.parsers.folding import fold as fold_in_place

_PARTS = re.compile(r"\s*(?:[,.;]\s*(?:y\b)?|\b(?:y|ademas|aparte|tambien|luego)\b)\s*")
# Losses that stand for themselves: what merely followed from another is none of these.
_OWN = ("collision", "run_over", "rollover", "total_theft", "partial_theft", "vandalism", "glass", "flood", "fire",
        "falling_object")  # fmt: skip
_OF_A_THEFT = ("partial_theft", "vandalism", "glass", "collision", "fire", "flood")
_SAME_CAR_FOUND = re.compile(r"\b(?:encontr|aparec|hall|localiz|recuper)\w*")


def keep_the_first(turn: Turn) -> None:
    """Of an opening that tells two losses of two days, keep what tells the first."""
    if turn.memory.get("another") or any(said.get("any") for said in turn.all("injuries")):
        return
    at = _second(turn)
    if at is None:
        return
    turn.text = turn.kept = turn.text[:at].rstrip(" ,.;")
    turn.folded, turn.heard = fold(turn.text), None
    turn.entities = [
        {"entity": f.entity, "value": f.value, "start": f.start, "end": f.end} for f in find_all(turn.text, turn.now)
    ]
    turn.memory["another"] = turn.memory["two_told"] = True


def _second(turn: Turn) -> Optional[int]:
    """Where the second loss begins, None where there is only one."""
    for mark in _PARTS.finditer(fold_in_place(turn.text)):
        first, second = turn.text[: mark.start()], turn.text[mark.end() :]
        kinds = incident.read(first), incident.read(second)
        if kinds[0] in _OWN and kinds[1] in _OWN and _apart(turn, first, second):
            followed = kinds[0] == "total_theft" and kinds[1] in _OF_A_THEFT and _SAME_CAR_FOUND.search(fold(second))
            parts = kinds[0] == "total_theft" and kinds[1] == "partial_theft"
            return None if followed or parts else mark.start()
    return None


def _apart(turn: Turn, first: str, second: str) -> bool:
    """Whether both tell when it was, and not on the same day."""
    one, other = times.parse_time(first, turn.now), times.parse_time(second, turn.now)
    if not one or not other:
        return False
    return one.latest < other.earliest and one.best.date() != other.best.date()
