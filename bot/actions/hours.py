"""Which words of a message tell when the loss happened, and of which day they speak."""

import re
from datetime import datetime, timedelta
from typing import Optional

from bot.actions.turn import Turn, fold
from bot.nlu.parsers import times
from bot.nlu.parsers.folding import fold as fold_in_place

# Beside a telephone an hour is when to call, unless it is told that something happened then.
_CALL_AT = re.compile(
    r"\b(?:despues de|a partir de|hasta|antes de|desde|entre|de (?=(?:las? )?\d{1,2} a )|por las?"
    r"|pasad[oa]s?)\b[^.;\n]*"
)
_HAPPENED = re.compile(r"\b(?:fue|paso|hace|eran|ocurr\w+|suced\w+|choc\w+|peg\w+|rob\w+)\b")

_DAY = re.compile(
    r"\b(?:hoy|ayer|antier|anteayer|anoche|antenoche|hace|ahorita|ahora|rato|lunes|martes|miercoles|jueves|viernes|sabado|"
    r"domingo|apenas|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b|/"
)

_WHEN_TO_CALL = re.compile(r"\b(?:después|despues|a partir|antes|hasta)(?: de)? las? [^,.;]*", re.I)


def loss_time(turn: Turn) -> Optional[times.TimeSaid]:
    """When the message says that it happened, seen from when it arrived; an hour alone is of the day that is known."""
    text = of_the_loss(turn)
    said = times.parse_time(text, turn.now)
    known = turn.claim["details"].get("occurred_to") or turn.claim["occurred_at"]
    if said is None or not known or _DAY.search(fold(said.text)):
        return said
    day = datetime.fromisoformat(known).astimezone(turn.now.tzinfo)
    end = day.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1, seconds=-1)
    return times.parse_time(text, min(end, turn.now)) or said


def of_the_loss(turn: Turn) -> str:
    """The message without what tells of the denuncia, or is a street named after a date."""
    text = turn.text
    if turn.expected == "reporter_phone":
        text = _WHEN_TO_CALL.sub(lambda said: " " * len(said.group()), text)
    for said in turn.entities:
        if said.get("entity") == "denuncia":
            start, end = clause_around(text, said["start"], said["end"])
        elif said.get("entity") == "place":
            start, end = said["start"], said["end"]
        else:
            continue
        text = text[:start] + " " * (end - start) + text[end:]
    if turn.expected == "reporter_phone" and turn.first("phone"):
        text = _CALL_AT.sub(lambda window: " " * len(window.group()), fold_in_place(text))
        if not _HAPPENED.search(text):
            return ""
    return text if times.parse_time(text, turn.now) else turn.text if turn.expected == "occurred_at" else text


def clause_around(text: str, start: int, end: int) -> "tuple[int, int]":
    """Where the clause around a span begins and ends."""
    first = max(text.rfind(mark, 0, start) for mark in ",.;\n") + 1
    last = min([at for at in (text.find(mark, end) for mark in ",.;\n") if at >= 0] or [len(text)])
    return first, last
