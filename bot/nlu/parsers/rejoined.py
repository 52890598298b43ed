"""Words of numbers that speech recognition broke in two, put together again."""

from typing import FrozenSet, List, Tuple

from .folding import Token
from .ordinary import is_ordinary


def whole(words: Tuple[Token, ...], known: FrozenSet[str]) -> Tuple[Token, ...]:
    """The words, those of numbers (`known`) that came in two pieces as one: 'cua tro', 'cin co', 'dos cientos'."""
    out: List[Token] = []
    for word in words:
        last = out[-1] if out else None
        together = last.text + word.text if last and word.start - last.end == 1 else ""
        if last and together in known and _pieces(last.text, word.text, known, _counts(out[:-1], known)):
            out[-1] = Token(together, last.start, word.end)
        else:
            out.append(word)
    return tuple(out)


def _counts(before: List[Token], known: FrozenSet[str]) -> bool:
    return bool(before) and (before[-1].text.isdigit() or before[-1].text in known)


def _pieces(head: str, tail: str, known: FrozenSet[str], counts: bool) -> bool:
    """Whether two words are no words of their own, as 'nue ve'; after a number (`counts`) also 'on ce', 'se is'."""
    if tail in ("cientos", "cientas"):
        return True
    if head in known or len(tail) < 2 or (len(head) < 2 and is_ordinary(tail)):
        return False
    return counts or not (is_ordinary(head) and is_ordinary(tail))
