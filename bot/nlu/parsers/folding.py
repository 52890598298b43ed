"""Lower case without accents, letter by letter, so that offsets in the folded text are offsets in the text as said."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Tuple


class _Folds(dict):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFKD", char)[0].lower()
        folded = base if len(base) == 1 else char
        self[code] = folded
        return folded


_FOLDS = _Folds({ord(dash): "-" for dash in "‐‑‒–—―−"})
_FOLDS.update({ord(part): part for part in "½¼¾"})
_FOLDS.update({ord("’"): "'", ord("‘"): "'", ord("´"): "'", ord("º"): "o", ord("°"): "o", ord("ª"): "a"})
_TOKEN = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")


@dataclass(frozen=True)
class Token:
    """A word or a mark of the folded text, with its place."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` in lower case without accents (ñ becomes n); the same length, position by position."""
    return text.translate(_FOLDS)


@lru_cache(maxsize=128)
def tokens(text: str) -> Tuple[Token, ...]:
    """Words (letters and digits together) and single marks of the folded text."""
    return tuple(Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(fold(text)))
