"""One part that is wrong, without its new value: it alone is asked for, in words of its own, and the rest stays."""

from typing import Optional

from bot.actions import claim as drafts
from bot.actions.fields import called, value_of
from bot.actions.hearing import says_unknown
from bot.actions.turn import Turn, fold

# The part → the question under which it is asked for.
_ASKED_AS = {
    **dict.fromkeys(("kilometer", "number", "neighborhood", "corner", "street", "municipality", "state", "heading"),
                    "location"),
    **dict.fromkeys(("color", "make", "model", "year"), "vehicle"),
}  # fmt: skip
_BRIEF = 8  # words of an answer that may be nothing but the value


def wrong_part(turn: Turn) -> Optional[str]:
    """The field, part of a place or of a vehicle, that the message calls wrong."""
    path = called(turn.text) or ""
    return path if path.rpartition(".")[2] in _ASKED_AS and path.startswith(("location.", "vehicle.")) else None


def ask_part(turn: Turn, path: str, again: bool = False) -> None:
    """Ask for this part alone; `again`, as what is to be corrected, when the answer said all but it."""
    part = path.rpartition(".")[2]
    question = "what_to_correct" if again else _ASKED_AS[part]
    turn.memory["wrong_part"] = path
    turn.memory["asked"][question] = turn.memory["asked"].get(question, 0) + int(again)
    turn.memory["last_asked"] = [question, part]
    turn.say(f"utter_which_{part}")
    turn.memory["expects"] = question


def take_part(turn: Turn) -> None:
    """The answer to it: the value, in however few words."""
    path = turn.memory.get("wrong_part")
    if not path or path in turn.understood or says_unknown(turn):
        return
    if called(turn.text) in (None, path) and len(turn.folded.split()) <= _BRIEF and not told_again(turn, path):
        value = value_of(turn, path, turn.text)
        if value is not None:
            turn.set(path, value)
            turn.mended.append(path)


def told_again(turn: Turn, path: str) -> bool:
    """Whether the message says only what is known of the rest: "en la México-Pachuca", asked which kilometre."""
    known = set(fold(" ".join(str(v) for name, v in turn.before["location"].items() if v and f"location.{name}" != path)
                     ).replace("-", " ").split())  # fmt: skip
    said = {word for word in turn.folded.replace("-", " ").split() if len(word) > 3}
    return path.startswith("location.") and bool(said) and len(said & known) * 2 > len(said)


def still_wrong(turn: Turn) -> Optional[str]:
    """The part that was asked for and has not come, once; what the caller does not know is left open."""
    path = turn.memory.pop("wrong_part", None)
    if not path or drafts.get(turn.claim, path) != drafts.get(turn.before, path):
        return None
    if says_unknown(turn):
        drafts.clear(turn.claim, [path])
        return None
    return None if turn.expected == "what_to_correct" else str(path)
