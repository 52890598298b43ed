"""Twilio's addresses (`whatsapp:+521…`, `+52…`) as a channel and an E.164 telephone, and back."""

from dataclasses import dataclass

import phonenumbers

WHATSAPP_PREFIX = "whatsapp:"
# What Twilio puts in `From` when the carrier hides the caller: they look like numbers and are nobody's.
WITHHELD = frozenset({"+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"})


@dataclass(frozen=True)
class Address:
    """`channel` is whatsapp or sms; `phone` is E.164 without Mexico's old mobile 1, None when the number is withheld;
    `given` is what Twilio wrote, which is what answers go to."""

    channel: str
    phone: str | None
    given: str


def normalise_phone(text: str) -> str | None:
    """E.164 of a number as Twilio writes it, without the mobile 1 after +52; None when it is not a telephone.

    Short codes and alphanumeric senders are not telephones of people, nor are Twilio's stand-ins for withheld numbers.
    """
    digits = text.strip()
    return None if digits in WITHHELD or not digits.startswith("+") else _e164(digits)


def mexican(text: str) -> str | None:
    """E.164 of a telephone as people write it in Mexico (`33 1845 2290`, `044…`, `+52 1 …`); None when it is none."""
    digits = "".join(c for c in text if c.isdigit() or c == "+")
    for prefix in ("044", "045", "01"):
        if digits.startswith(prefix) and len(digits) > 10:
            digits = digits[len(prefix) :]
    return _e164(digits if digits.startswith("+") else f"+52{digits}")


def _e164(digits: str) -> str | None:
    if digits.startswith("+521") and len(digits) == 14:
        digits = "+52" + digits[4:]
    try:
        number = phonenumbers.parse(digits)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def parse(given: str) -> Address:
    """The address in a webhook's `From`, `To` or `Caller`."""
    value = given.strip()
    if value.lower().startswith(WHATSAPP_PREFIX):
        return Address("whatsapp", normalise_phone(value[len(WHATSAPP_PREFIX) :]), value)
    return Address("sms", normalise_phone(value), value)


def render(channel: str, phone: str) -> str:
    """How Twilio wants `phone` written on `channel`."""
    return f"{WHATSAPP_PREFIX}{phone}" if channel == "whatsapp" else phone
