"""What people type, made safe: for the transcript (kept whole) and for Rasa's ears (short, never a command)."""

import re
import unicodedata

MAX_TEXT = 10_000
"""Characters of one message that are kept; longer ones are refused with a clear answer."""
HEARD = 2_000
"""Characters of one message that the assistant hears."""

_INVISIBLE = {"Cc", "Cf", "Cs"}
_JOINERS = "\u200d\ufe0f"


def clean(text: str | None) -> str:
    """`text` composed (NFC), without control and format characters, line ends as '\\n', trimmed.

    Joiners inside emoji stay. What was only invisible becomes ''.
    """
    composed = unicodedata.normalize("NFC", (text or "").replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(
        char if char in "\n" + _JOINERS or unicodedata.category(char) not in _INVISIBLE else " " if char == "\t" else ""
        for char in composed
    )
    return kept.strip() if kept.strip(_JOINERS + " \n") else ""


def for_assistant(text: str) -> str:
    """What Rasa hears: without leading slashes (they would be commands), at most HEARD characters, cut at a word."""
    heard = re.sub(r"^[\s/]+", "", text)
    if len(heard) > HEARD:
        heard = heard[:HEARD].rsplit(None, 1)[0]
    return heard or "…"
