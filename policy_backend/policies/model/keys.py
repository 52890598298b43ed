"""Canonical forms under which a policy number, plates and a VIN are stored and compared."""

import re

_SEPARATORS = re.compile(r"[^A-Z0-9Ñ]+")
_CONFUSED = str.maketrans({"O": "0", "Q": "0", "I": "1", "Ñ": "N"})


def _letters(text: str) -> str:
    return _SEPARATORS.sub("", text.upper())


def number_key(number: str) -> str:
    """A policy number without spaces, hyphens, case and leading zeros: " 00104-2587" → "1042587"; may be empty."""
    return _letters(number).lstrip("0")


def plates_text(plates: str) -> str:
    """Plates without separators, upper case: "jnb-482-c" → "JNB482C"."""
    return _letters(plates)


def plates_key(plates: str) -> str:
    """Plates as compared: O and Q read as 0, I as 1, since people and cameras confuse them."""
    return _letters(plates).translate(_CONFUSED)


def vin_text(vin: str) -> str:
    """A VIN without separators, upper case."""
    return _letters(vin)


def vin_key(vin: str) -> str:
    """A VIN as compared: it never holds I, O or Q (ISO 3779), so they are read as 1 and 0."""
    return _letters(vin).translate(_CONFUSED)
