"""The folded text with every number in digits, and the way back to offsets in the text as said."""

import re
from functools import lru_cache
from typing import Dict, List, NamedTuple, Tuple

from .folding import fold
from .number_words import atoms


class Digitized(NamedTuple):
    """`text` with digits for number words;
    `origin[i]` is the offset as said of its i-th character (one more for the end).
    """

    text: str
    origin: Tuple[int, ...]

    def said(self, start: int, end: int) -> Tuple[int, int]:
        """Offsets as said of text[start:end]."""
        last = self.origin[end - 1] if end > start else self.origin[start]
        return self.origin[start], max(
            last + 1,
            self.origin[end]
            if end < len(self.origin) and self.origin[end] - last > 1 and not self.text[end - 1 : end].isspace()
            else last + 1,
        )


def respelled(said: Digitized, pattern: "re.Pattern[str]", spellings: Dict[str, str]) -> Digitized:
    """The text with each match of `pattern` put as in `spellings`, the way back kept."""
    parts: List[str] = []
    origin: List[int] = []
    at = 0
    for match in pattern.finditer(said.text):
        put, here = spellings[match.group()], said.origin[match.start() : match.end()]
        parts += [said.text[at : match.start()], put]
        origin += said.origin[at : match.start()]
        origin += [here[min(i, len(here) - 1)] for i in range(len(put) - 1)] + [here[-1]]
        at = match.end()
    return Digitized("".join([*parts, said.text[at:]]), (*origin, *said.origin[at:])) if parts else said


@lru_cache(maxsize=128)
def digitize(text: str) -> Digitized:
    """'hace veinte minutos' as 'hace 20 minutos'."""
    folded, out, origin, at = fold(text), [], [], 0
    parts: List[str] = out
    for atom in atoms(text):
        parts.append(folded[at : atom.start])
        origin.extend(range(at, atom.start))
        parts.append(atom.digits)
        origin.extend([atom.start] * len(atom.digits))
        if atom.spoken:
            origin[-1] = atom.end - 1
        else:
            origin[-len(atom.digits) :] = range(atom.start, atom.end)
        at = atom.end
    parts.append(folded[at:])
    origin.extend(range(at, len(folded) + 1))
    return Digitized("".join(parts), tuple(origin))
