"""Trámite folios: 'folio T-2026-000123', 'mi folio es el A1234', 'trámite 456'."""

import re
from typing import List

from .folding import fold
from .found import Found, found
from .labelled import numbers_after

_LABEL = re.compile(
    r"\b(?:folio(?: de(?:l)? tramite| num(?:ero)?)?|num(?:ero)? de (?:folio|tramite)"
    r"|tramite(?: num(?:ero)?| no))\b"
)
_CODE = re.compile(
    r"\s*(?:(?:es|el|la|numero|num|no|:|#"
    r"|\.)\s*)*((?=[a-z\-/]*\d)[a-z]{0,5}[\-/ ]?\d[\da-z\-/]{2,20})\b"
)


def find(text: str) -> List[Found]:
    """`folio`: upper case, as said, without blanks."""
    folded = fold(text)
    out: List[Found] = []
    for match in _LABEL.finditer(folded):
        code = _CODE.match(folded, match.end())
        if code and not re.match(r"\s+\d", folded[code.end() :]):
            out.append(found("folio", code[1].upper().replace(" ", ""), text, code.start(1), code.end(1)))
    if not out:
        out = [
            found("folio", run.digits, text, run.start, run.end)
            for _, run in numbers_after(text, _LABEL)
            if len(run.digits) >= 3
        ]
    return out
