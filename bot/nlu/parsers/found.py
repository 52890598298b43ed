"""What every finder returns."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Found:
    """One fact seen in a text:
    `value` is plain JSON, `text == said[start:end]` (character offsets of the text as said).
    """

    entity: str
    value: Any
    start: int
    end: int
    text: str


def found(entity: str, value: Any, said: str, start: int, end: int) -> Found:
    """A Found over said[start:end], without the blanks and commas at its edges."""
    while start < end and said[start] in " \t\n,;:.":
        start += 1
    while end > start and said[end - 1] in " \t\n,;:":
        end -= 1
    return Found(entity, value, start, end, said[start:end])
