"""What is no message for this line and still gets a kind word: no words at all, another language, insults."""

import re
from typing import Optional

from bot.actions.turn import Turn

_ENGLISH = re.compile(
    r"\b(the|is|my|was|had|have|need|help|hello|please|car|crash|accident|someone|stolen|speak|english|you|they|and|"
    r"with|"
    r"what|where|how|insurance|policy|do|can|to|a|someone|somebody|talk|person|want|this|are|am|of|just|there)\b"
)
_SPANISH = re.compile(
    r"\b(el|la|los|las|mi|me|un|una|que|no|si|con|por|yo|quiero|necesito|hablar|choque|choco|carro|coche|robaron|"
    r"estoy|hola|de|en)\b"
)
INSULT = re.compile(
    r"\b(chinga\w*|pinche\w*|pendej\w*|put[oa]s?|cabron\w*|verga|mierda|culer[oa]s?|idiota|imbecil|estupid[oa]s?|mames|"
    r"inutil\w*|inept[oa]s?|incompetent\w*|ratero\w*|vete al diablo|vayanse al)\b"
)


def in_english(turn: Turn) -> bool:
    """Whether the message is in English."""
    return len(_ENGLISH.findall(turn.folded)) >= 2 and not _SPANISH.search(turn.folded)


def oddity(turn: Turn) -> Optional[str]:
    """The response that fits an odd message, None for an ordinary one."""
    if turn.text and not re.search(r"[^\W_]", turn.text):
        return "utter_no_words"
    if in_english(turn):
        return "utter_english"
    return "utter_insult" if INSULT.search(turn.folded) else None


def greet_oddity(turn: Turn) -> bool:
    """Lead with what fits an odd message, once; the question that follows is the same as ever. Whether it was odd."""
    response = oddity(turn)
    if response:
        turn.once(response)
    return response is not None
