"""Yes, no and "no sé": the words first, then what the classifier is sure of."""

import re
from typing import Optional

from bot.actions.turn import Turn
from bot.nlu.parsers.yes_no import is_unknown, read_yes_no

_NO_IDEA = re.compile(r"\bno (lo |la )?(se|sabria|me acuerdo|recuerdo)\b|\bni idea\b|\bquien sabe\b|\bsepa\b")


def says_unknown(turn: Turn) -> bool:
    """Whether the caller says not to know, not to have it at hand, or that there is no more."""
    return is_unknown(turn.text) or (turn.intent == "dont_know" and turn.confidence > 0.4)


def yes_no(turn: Turn) -> Optional[bool]:
    """Yes, no, or None: the words first, then what the classifier is sure of."""
    if _NO_IDEA.search(turn.folded):
        return None
    said = read_yes_no(turn.text)
    if said is None and turn.confidence > 0.6 and not is_unknown(turn.text):
        said = {"affirm": True, "deny": False}.get(turn.intent)
    return said
