"""Free text for whoever does not need personal data: names that are known, phones, mail, plates and numbers hidden."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from common.text import fold

PARTICLES = frozenset(
    "de del la las los el y e o u da do dos van von san santa para por con que sin sus una uno".split(" ")  # noqa: SIM905
)
SHORTEST = 3
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_CODE = re.compile(r"\b(?=(?:[A-Za-z-]*\d){2})(?=[\d-]*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\b")
_DIGITS = re.compile(r"\d(?:[\s.-]?\d){2,}")
_WORD = re.compile(r"[^\W\d_]+")
_INTRODUCED = re.compile(
    r"\b(?:me llamo|se llama|mi nombre es|su nombre es|a nombre de|llamad[oa]|atentamente)\s+((?:[^\W\d_]+[ ]?){1,4})",
    re.IGNORECASE,
)
_NAMING = frozenset({"name", "driver_name", "insured_name", "holder", "habitual_driver", "full_name"})


def names_in(content: Any, path: str = "") -> Iterable[str]:
    """The names of people in a claim's facts, or in what was understood of a message (dotted paths)."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from names_in(value, str(key))
    elif isinstance(content, list):
        for item in content:
            yield from names_in(item, path)
    elif isinstance(content, str) and path.rpartition(".")[2] in _NAMING:
        yield content


def codes_in(facts: dict[str, Any]) -> Iterable[str]:
    """The plates, serial and policy numbers of a claim's facts."""
    for part, key in (("vehicle", "plates"), ("vehicle", "vin"), ("policy", "number")):
        value = (facts.get(part) or {}).get(key)
        if isinstance(value, str):
            yield value


class Mask:
    """Hides in any text the `names` it was made with, word by word, whatever their accents and case, the `codes`
    however they are separated, and whatever looks like a phone, an address of mail, plates or a long number."""

    def __init__(self, names: Iterable[str] = (), codes: Iterable[str] = ()) -> None:
        words = {fold(word) for name in names for word in _WORD.findall(name)}
        self._words = {word for word in words if len(word) >= SHORTEST and word not in PARTICLES}
        self._codes = [_spaced(code) for code in codes if len(re.sub(r"\W", "", code)) > SHORTEST]

    def __call__(self, text: str | None) -> str:
        """`text` with everything personal as dots of the same length."""
        hidden = unicodedata.normalize("NFC", text or "")
        for pattern in (*self._codes, _MAIL, _CODE, _DIGITS):
            hidden = pattern.sub(lambda found: "•" * len(found[0]), hidden)
        introduced = {
            fold(word) for found in _INTRODUCED.findall(hidden) for word in _WORD.findall(found) if word[0].isupper()
        }
        words = self._words | (introduced - PARTICLES)
        return _WORD.sub(lambda found: "•" * len(found[0]) if fold(found[0]) in words else found[0], hidden)


def _spaced(code: str) -> re.Pattern[str]:
    letters = (re.escape(letter) for letter in re.sub(r"\W", "", code))
    return re.compile(r"[\s.\-]*".join(letters), re.IGNORECASE)
