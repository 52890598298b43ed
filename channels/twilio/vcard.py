"""A shared contact: the name and telephones of a vCard (RFC 6350, and the 3.0 that telephones still send)."""

import quopri
import re

from channels.twilio.bodies import clean

MAX_PHONES = 3


def _unfold(text: str) -> list[str]:
    return re.sub(r"=?\r?\n[ \t]", "", text).splitlines()


def _value(parameters: str, value: str) -> str:
    if "QUOTED-PRINTABLE" in parameters.upper():
        value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
    return clean(value.replace("\\,", ",").replace("\\;", ";").replace("\\n", " "))


def describe(content: bytes) -> str:
    """The contact as a person would type it: `Juan Pérez, 33 1234 5678`; empty when it holds neither."""
    name = ""
    phones: list[str] = []
    for line in _unfold(content.decode("utf-8", "replace")):
        head, separator, value = line.partition(":")
        field = head.split(";")[0].split(".")[-1].upper()
        if not separator:
            continue
        if field == "FN" and not name:
            name = _value(head, value)[:120]
        elif field == "TEL" and len(phones) < MAX_PHONES:
            phone = re.sub(r"[^\d+ ]", "", _value(head, value.removeprefix("tel:"))).strip()
            if phone and phone not in phones:
                phones.append(phone)
    return ", ".join(part for part in (name, *phones) if part)
