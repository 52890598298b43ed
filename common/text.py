"""Text made comparable and safe to store; the embedded PostgreSQL has no `unaccent`, so accents go here."""

import math
import re
import unicodedata
from typing import Any

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def fold(text: str) -> str:
    """`text` without accents, case and punctuation, words one space apart: "Óscar PEÑA-Ruiz" → "oscar pena ruiz"."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_WORD.sub(" ", plain.lower()).strip()


def storable(value: Any) -> Any:
    """`value` (any JSON) without what PostgreSQL cannot keep: NUL, lone surrogates; NaN and infinities become None."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("", value)
    if isinstance(value, dict):
        return {storable(key): storable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [storable(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
