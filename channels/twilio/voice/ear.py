"""A text for the ear: report numbers, telephones, plates and policies one sign at a time, slowly; nothing unsayable."""

import re
from dataclasses import dataclass

from channels.twilio.bodies import clean
from channels.twilio.voice import spelling

MAX_SAY = 3000  # Twilio cuts a Say at 4,096 characters


@dataclass(frozen=True)
class Words:
    """Plain words, said as they are."""

    text: str


@dataclass(frozen=True)
class Digits:
    """Digits said one by one, a pause after each group."""

    groups: tuple[str, ...]


@dataclass(frozen=True)
class Spelled:
    """Letters and digits said one by one, by the letters' names."""

    signs: tuple[str, ...]


Piece = Words | Digits | Spelled

_TOKEN = re.compile(
    r"(?P<report>(?<!\d)\d{2}-\d{7}-\d(?!\d))"
    r"|(?P<phone>(?<![\d+])(?:\+?52[ -]?)?(?:\d{2}[ -]\d{4}[ -]\d{4}|\d{3}[ -]\d{3}[ -]\d{4}|\d{10})(?!\d))"
    r"|(?P<vin>\b(?=[A-HJ-NPR-Z0-9]*\d)(?=[A-HJ-NPR-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}\b)"
    r"|(?P<plates>\b(?=(?:[A-ZÑ0-9]-?){6,}\b)(?=[A-ZÑ0-9-]*\d)(?=[A-ZÑ0-9-]*[A-ZÑ])(?:[A-ZÑ]{1,3}|\d{1,4})(?:-?(?:[A-ZÑ]{1,3}|\d{1,4})){1,3}\b)"
    r"|(?P<emergency>(?<![\d.,:])(?:911|078|065)(?![\d.,:]*\d))"
    r"|(?P<number>(?<![\d.,:$])\d{5,}(?![.,:]?\d))"
)
_UNSAYABLE = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u20e3*_#|<>\\[\\]{}~`^]|https?://\\S+|www\\.\\S+"
)
_SPOKEN = (
    (re.compile(r"\bkm\.? ?(?=\d)", re.I), "kilómetro "),
    (re.compile(r"\bav\. ?(?=\w)", re.I), "avenida "),
    (re.compile(r"\bcol\. ?(?=\w)", re.I), "colonia "),
    (re.compile(r"\bNo\. ?(?=\d)"), "número "),
    (re.compile(r"\bWhats ?App\b", re.I), "guátsap"),
    (re.compile(r"\bSMS\b"), "mensaje de texto"),
    (re.compile(r"\$ ?([\d,]+)(?:\.00)?"), r"\1 pesos"),
)


def sayable(text: str) -> str:
    """`text` without emoji, links, list marks or control characters, abbreviations said whole."""
    plain = _UNSAYABLE.sub(" ", clean(text))
    plain = re.sub(r"^[ \t]*[-•·–] *", "", plain, flags=re.M)
    for pattern, said in _SPOKEN:
        plain = pattern.sub(said, plain)
    plain = re.sub(r"[ \t]+", " ", plain)
    return re.sub(r"\s*\n+\s*", ". ", plain).replace(".. ", ". ").replace(":. ", ": ").strip()[:MAX_SAY]


def _groups(digits: str) -> tuple[str, ...]:
    """Groups a person can write down: a telephone 2-4-4 or 3-3-4 by its area code, others in threes."""
    if len(digits) == 10:
        long_area = digits[:2] in ("55", "56", "33", "81")
        cuts = (2, 6) if long_area else (3, 6)
        return digits[: cuts[0]], digits[cuts[0] : cuts[1]], digits[cuts[1] :]
    return tuple(digits[i : i + 3] for i in range(0, len(digits), 3))


def report_groups(number: str) -> tuple[str, ...]:
    """A report number as it is read: year, sequence in two groups, check digit."""
    digits = re.sub(r"\D", "", number)
    return digits[:2], digits[2:5], digits[5:9], digits[9:]


def _piece(kind: str, text: str) -> Piece:
    digits = re.sub(r"\D", "", text)
    if kind == "report":
        return Digits(report_groups(digits))
    if kind == "phone":
        return Digits(_groups(digits[-10:]))
    if kind == "emergency":
        return Digits((digits,))
    if kind == "number":
        return Digits(_groups(digits))
    return Spelled(tuple(sign for sign in text if sign != "-"))


def pieces(text: str) -> list[Piece]:
    """`text` as pieces in order. Empty when nothing of it can be said."""
    found: list[Piece] = []
    plain, end = sayable(text), 0
    for match in _TOKEN.finditer(plain):
        if plain[end : match.start()].strip():
            found.append(Words(plain[end : match.start()]))
        found.append(_piece(match.lastgroup or "number", match.group()))
        end = match.end()
    if plain[end:].strip(" .,;"):
        found.append(Words(plain[end:]))
    return found


def heard(parts: list[Piece]) -> str:
    """What the ear gets, as text: for logs of tests and the transcript."""
    said = []
    for part in parts:
        if isinstance(part, Words):
            said.append(part.text.strip())
        elif isinstance(part, Digits):
            said.append(", ".join(" ".join(group) for group in part.groups))
        else:
            said.append(", ".join(spelling.name(sign) for sign in part.signs))
    return " ".join(said)
