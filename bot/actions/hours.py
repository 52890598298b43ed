"""Which words of a message tell when the loss happened."""

from bot.actions.turn import Turn
from bot.nlu.parsers import times


def of_the_loss(turn: Turn) -> str:
    """The message without what tells of the denuncia, or is a street named after a date."""
    text = turn.text
    for said in turn.entities:
        if said.get("entity") == "denuncia":
            start, end = clause_around(text, said["start"], said["end"])
        elif said.get("entity") == "place":
            start, end = said["start"], said["end"]
        else:
            continue
        text = text[:start] + " " * (end - start) + text[end:]
    return text if times.parse_time(text, turn.now) else turn.text if turn.expected == "occurred_at" else text


def clause_around(text: str, start: int, end: int) -> "tuple[int, int]":
    """Where the clause around a span begins and ends."""
    first = max(text.rfind(mark, 0, start) for mark in ",.;\n") + 1
    last = min([at for at in (text.find(mark, end) for mark in ",.;\n") if at >= 0] or [len(text)])
    return first, last
