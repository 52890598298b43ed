"""A long text as several messages: at most 1,600 characters each, cut where a sentence ends."""

import re

MAX_BODY = 1600  # Twilio refuses longer ones with error 21617
_SENTENCE_END = re.compile(r"(?<=[.!?…:])\s+|\n+")


def clean(text: str) -> str:
    """`text` without the control characters that no channel carries (line breaks and tabs stay)."""
    return "".join(c for c in text if c in "\n\t" or (ord(c) >= 0x20 and not 0x7F <= ord(c) <= 0x9F)).strip()


def _cut(text: str, limit: int) -> int:
    """Where to cut `text`, which is longer than `limit`: after a sentence, else after a word, else at the limit."""
    window = text[: limit + 1]
    ends = [match.end() for match in _SENTENCE_END.finditer(window) if match.end() <= limit + 1]
    if ends and ends[-1] > limit // 3:
        return ends[-1]
    space = window.rfind(" ", limit // 3)
    return space if space > 0 else limit


def split(text: str, limit: int = MAX_BODY) -> list[str]:
    """`text` in order, in parts of at most `limit` characters, none of them empty. An empty text gives no part."""
    rest, parts = clean(text), []
    while len(rest) > limit:
        cut = min(_cut(rest, limit), limit + 1)
        part = rest[:cut].rstrip()[:limit]
        parts.append(part)
        rest = rest[len(part) :].lstrip()
    return [*parts, rest] if rest else parts
