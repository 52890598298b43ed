"""The folded text with every number in digits, and the way back to offsets in the text as said."""

import re
from functools import lru_cache
from typing import Callable, List, NamedTuple, Tuple

from .folding import fold
from .number_words import atoms


class Digitized(NamedTuple):
    """`text` with digits for number words;
    `origin[i]` is the offset as said of its i-th character (one more for the end), `ends[i]` where that ends.
    """

    text: str
    origin: Tuple[int, ...]
    ends: Tuple[int, ...]

    def said(self, start: int, end: int) -> Tuple[int, int]:
        """Offsets as said of text[start:end]."""
        return self.origin[start], self.ends[end - 1] if end > start else self.origin[start]


def respelled(said: Digitized, pattern: "re.Pattern[str]", spelling: "Callable[[re.Match[str]], str]") -> Digitized:
    """The text with each match of `pattern` put as `spelling` tells, the way back kept."""
    parts: List[str] = []
    origin: List[int] = []
    ends: List[int] = []
    at = 0
    for match in pattern.finditer(said.text):
        start, end = match.span()
        put = spelling(match)
        parts += [said.text[at:start], put]
        origin += [*said.origin[at:start], *([said.origin[start]] * len(put))]
        ends += [*said.ends[at:start], *([said.ends[end - 1]] * len(put))]
        at = end
    if not parts:
        return said
    return Digitized("".join([*parts, said.text[at:]]), (*origin, *said.origin[at:]), (*ends, *said.ends[at:]))


@lru_cache(maxsize=128)
def digitize(text: str) -> Digitized:
    """'hace veinte minutos' as 'hace 20 minutos'."""
    folded, at = fold(text), 0
    parts: List[str] = []
    origin: List[int] = []
    ends: List[int] = []
    for atom in atoms(text):
        first = atom.start if atom.spoken else atom.end  # what is written stays as it is
        parts.append(folded[at:first])
        origin.extend(range(at, first))
        ends.extend(range(at + 1, first + 1))
        if atom.spoken:
            parts.append(atom.digits)
            origin.extend([atom.start] * len(atom.digits))
            ends.extend([atom.end] * len(atom.digits))
        at = atom.end
    parts.append(folded[at:])
    origin.extend(range(at, len(folded) + 1))
    ends.extend(range(at + 1, len(folded) + 1))
    return Digitized("".join(parts), tuple(origin), tuple(ends))
