"""That nobody has come to the place yet: 'no ha llegado nadie', 'todavía no vienen', 'nadie ha venido'."""

import re

from .folding import fold

_CAME = r"(?:lleg\w*|venido|vino|vienen?|ven[gi]\w+)"
_NOBODY_CAME = re.compile(
    rf"\bno (?:h?an? )?{_CAME} (?:nadie|ninguna?|todavia|aun)\b"
    rf"|\b(?:no|todavia|aun)\b(?: \w+){{0,3}} {_CAME}(?: \w+){{0,2}} nadie\b"
    rf"|\bnadie (?:h?an? )?{_CAME}\b|\b(?:todavia|aun) no (?:lleg|vien)\w+|\bno h?an? llegado\b"
)
# Whom the insurer or the 911 sends is no authority.
_SENT = re.compile(r"\b(?:ajustador\w*|gruas?|ambulancias?|seguro|ustedes)\b")


def nobody_came(text: str) -> bool:
    """Whether the words say that somebody, whoever is meant, has not come."""
    return bool(_NOBODY_CAME.search(fold(text)))


def no_authority_came(text: str) -> bool:
    """Whether the words say that nobody has come at all: not 'no ha llegado el ajustador'."""
    return nobody_came(text) and not _SENT.search(fold(text))
