"""What a body costs as SMS: GSM-7 or UCS-2, how many segments, and which accents to drop to need fewer.

3GPP TS 23.038, 6.2.1: 160 septets in one message, 153 in each part of several; UCS-2: 70 and 67 code units. Small own
code because the packages that do it have had no release for years.
"""

import unicodedata
from dataclasses import dataclass
from decimal import Decimal

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENDED = frozenset("^{}\\[~]|€\f")
TYPOGRAPHY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-",
     "•": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "×": "x", "º": "o", "ª": "a", "✓": ""}
)  # fmt: skip
SINGLE = {"gsm-7": 160, "ucs-2": 70}
PART = {"gsm-7": 153, "ucs-2": 67}


@dataclass(frozen=True)
class Cost:
    """`units` are septets (GSM-7) or code units (UCS-2); `price` is MXN, None when no price a segment is set."""

    encoding: str
    units: int
    segments: int
    price: Decimal | None = None


def is_gsm(text: str) -> bool:
    """True when every character is in the GSM-7 alphabet or its extension."""
    return all(character in GSM_BASIC or character in GSM_EXTENDED for character in text)


def _unit_sizes(text: str) -> tuple[str, list[int]]:
    if is_gsm(text):
        return "gsm-7", [2 if character in GSM_EXTENDED else 1 for character in text]
    return "ucs-2", [2 if ord(character) > 0xFFFF else 1 for character in text]


def measure(text: str, price_per_segment: Decimal | None = None) -> Cost:
    """Encoding, units, segments and price of `text` as one SMS. An escape pair is never cut across two parts."""
    encoding, sizes = _unit_sizes(text)
    units = sum(sizes)
    if units <= SINGLE[encoding]:
        segments = 1
    else:
        segments, used = 1, 0
        for size in sizes:
            if used + size > PART[encoding]:
                segments, used = segments + 1, 0
            used += size
    return Cost(encoding, units, segments, None if price_per_segment is None else price_per_segment * segments)


def _plain(character: str) -> str:
    if character in GSM_BASIC or character in GSM_EXTENDED:
        return character
    letters = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return letters if letters and is_gsm(letters) else ""


def transliterate(text: str) -> str:
    """`text` in GSM-7: `á`→`a`, plain signs for typographic ones, no emoji; é, ñ, ü, ¿ and ¡ are GSM-7 and stay."""
    plain = "".join(_plain(character) for character in unicodedata.normalize("NFC", text).translate(TYPOGRAPHY))
    return "\n".join(" ".join(line.split(" ")).rstrip() for line in plain.split("\n")).strip()


def economical(text: str) -> str:
    """`text` for SMS: as written unless plain letters need fewer segments."""
    written = unicodedata.normalize("NFC", text)
    if is_gsm(written):
        return written
    plain = transliterate(written)
    return plain if plain and measure(plain).segments < measure(written).segments else written
