"""Pieces of a message that stand on their own, for telling what a 'no' belongs to."""

import re
from functools import lru_cache
from typing import Tuple

from .folding import fold

_CUT = re.compile(
    r"[.;!?\n]+|,|\b(?:pero|aunque|sin embargo|mas bien|solo que|nomas que|porque|cuando|y (?=(?:no"
    r"|hay|mi|el|la|un|una|se|me|ya|traigo|estoy|llego|tengo)\b))"
)


@lru_cache(maxsize=128)
def clauses(text: str) -> Tuple[Tuple[int, int], ...]:
    """(start, end) of each piece of the folded text between stops, commas and adversatives."""
    folded, out, at = fold(text), [], 0
    for match in _CUT.finditer(folded):
        if match.start() > at:
            out.append((at, match.start()))
        at = match.end()
    if at < len(folded):
        out.append((at, len(folded)))
    return tuple((s, e) for s, e in out if folded[s:e].strip())
