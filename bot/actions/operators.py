"""What a person of the cabina said or corrected while the assistant was silent: it wins over a machine's reading."""

import re
from typing import Any

from bot.actions import claim as drafts
from bot.actions.turn import Turn
from bot.nlu.parsers import report_number

# A correction made on the console, as it is handed on: "vehicle.plates: JNB-482-C".
_CORRECTION = re.compile(r"(?P<path>[a-z_]+(?:\.[a-z_]+)?): ?(?P<value>.*)$", re.S)
_NUMBERS = {"policy.inciso": int, "vehicle.year": int, "injuries.count": int, "location.kilometer": float}
_YES_NO = ("injuries.any", "third_parties.any", "third_parties.fled", "drivable", "authorities")


def hear(turn: Turn) -> None:
    """Take the corrections into the draft before the message is read, and the number of a report made by hand."""
    if turn.reported:
        return
    for text in turn.metadata.get("operator_texts") or []:
        correction = _CORRECTION.match(str(text))
        if correction and _is_field(turn, correction["path"]):
            _take(turn, correction["path"], correction["value"].strip())
            continue
        given = report_number.read(str(text))
        if given and given.valid and drafts.started(turn.claim):
            turn.memory["report_number"] = given.digits
            turn.memory["reports"] = [*turn.memory["reports"], given.digits]
            turn.memory["expects"] = turn.expected = turn.memory["flow"] = None
            turn.memory["pending"] = False
            return


def _is_field(turn: Turn, path: str) -> bool:
    first, _, rest = path.partition(".")
    content = turn.claim.get(first)
    return first in turn.claim and (rest in content if isinstance(content, dict) else not rest)


def _take(turn: Turn, path: str, text: str) -> None:
    value: Any = text or None
    if value is not None and path in _YES_NO:
        value = {"true": True, "false": False}.get(text)
    elif value is not None and path in _NUMBERS:
        try:
            value = _NUMBERS[path](text)
        except ValueError:
            return
    drafts.put(turn.claim, path, value)
    drafts.put(turn.before, path, value)
    settled = turn.memory.setdefault("settled", [])
    if path not in settled:
        settled.append(path)
    turn.memory["to_look_up"] = [*turn.memory.get("to_look_up", []), path]
    if path == "policy.number":
        drafts.clear(turn.claim, ["policy.found", "policy.inciso"])
        turn.memory["policy"] = None
        turn.memory["missed_numbers"] = [n for n in turn.memory["missed_numbers"] if n != value]
