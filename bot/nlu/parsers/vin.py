"""Vehicle identification numbers (ISO 3779): 17 signs without I, O, Q; the ninth is a check digit in North America."""

import re
from typing import Any, Dict, List, Optional

from .folding import fold
from .found import Found, found
from .spelling import spelled

_LABEL = re.compile(r"\b(?:vin|niv|serie|num(?:ero)? de serie|chasis)\b")
_NO_PIECE = frozenset(
    [
        *("inciso", "poliza", "placas", "placa", "unidad", "folio", "modelo", "numero", "telefono", "tel", "cel", "mi"),
        *("es", "el", "la", "mis", "los", "las", "de", "del", "al", "con", "son", "num", "lada", "celular", "whats"),
    ]
)
_CHUNKS = re.compile(r"(?<![a-z0-9])[a-z0-9](?:[ \-.]?[a-z0-9]){15,22}(?![a-z0-9])")
_VALUES = {
    **{str(d): d for d in range(10)},
    **dict(zip("ABCDEFGH", range(1, 9))),
    **dict(zip("JKLMN", range(1, 6))),
    "P": 7,
    "R": 9,
    **dict(zip("STUVWXYZ", range(2, 10))),
}
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_REPAIR = str.maketrans("IOQÑ", "100N")


def check_ok(vin: str) -> bool:
    """True when the ninth sign is the check digit of the other sixteen (49 CFR 565.15(c))."""
    if len(vin) != 17 or any(c not in _VALUES for c in vin):
        return False
    rest = sum(_VALUES[c] * w for c, w in zip(vin, _WEIGHTS)) % 11
    return vin[8] == ("X" if rest == 10 else str(rest))


def value(code: str) -> Dict[str, Any]:
    """{"vin": 17 signs with I, O, Q repaired, "valid": the check digit holds}."""
    vin = re.sub(r"[^A-Z0-9Ñ]", "", code.upper()).translate(_REPAIR)
    return {"vin": vin, "valid": check_ok(vin)}


def find(text: str) -> List[Found]:
    """`vin`: {"vin", "valid"}; contiguous anywhere, in pieces or spelled after 'serie', 'VIN', 'NIV'."""
    folded = fold(text)
    for match in re.finditer(
        r"(?<![a-z0-9])(?=[a-z0-9]*\d[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{17}(?![a-z0-9])", folded
    ):
        return [found("vin", value(match.group()), text, match.start(), match.end())]
    label = _LABEL.search(folded)
    if label or len(text) < 60:
        for match in _CHUNKS.finditer(folded, label.end() if label else 0):
            words = re.split(r"[ \-.]", match.group())
            for first in range(len(words)):
                for after in range(len(words), first, -1):
                    code = "".join(words[first:after])
                    if (
                        len(code) == 17
                        and not _NO_PIECE.intersection(words[first:after])
                        and sum(c.isdigit() for c in code) >= 6
                        and any(c.isalpha() for c in code)
                        and (check_ok(value(code)["vin"]) or label)
                    ):
                        return [found("vin", value(code), text, match.start(), match.end())]
    for stretch in spelled(text):
        pieces = [p for p in stretch if not label or p.start >= label.end()]
        for first in range(len(pieces)):
            code = ""
            for last in range(first, len(pieces)):
                code += pieces[last].chars
                if (
                    len(code) == 17
                    and (label or check_ok(value(code)["vin"]))
                    and sum(c.isdigit() for c in code) >= 5
                    and any(c.isalpha() for c in code)
                ):
                    return [found("vin", value(code), text, pieces[first].start, pieces[last].end)]
                if len(code) > 17:
                    break
    if label:
        match = re.match(
            r"[\s:]*(?:(?:es|el|la|de|numero|num|no)\s+)*([a-z0-9]{11,20})(?![a-z0-9])", folded[label.end() :]
        )
        if match and any(c.isdigit() for c in match[1]):
            return [found("vin", value(match[1]), text, label.end() + match.start(1), label.end() + match.end(1))]
    return []


def read(text: str) -> Optional[Dict[str, Any]]:
    """The VIN in an answer to 'which serial number?';
    `valid` false also when the length is wrong; None when there is none.
    """
    seen = find(text) or find("serie " + text)
    return seen[0].value if seen else None
