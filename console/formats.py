"""How values are written for people: times in the insurer's zone, phones, plates, money, and their masked forms."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

import phonenumbers

from common.clock import local_now, local_zone, now

MONTHS = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]
NOTHING = "—"


def instant(value: datetime | str | None) -> datetime | None:
    """An aware datetime from one, or from ISO text; None for nothing or nonsense."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if value is not None and value.tzinfo is None:
        value = value.replace(tzinfo=local_zone())
    return value


def clock(value: datetime | str | None) -> str:
    """`14:05`, with the day where it is not today: `3 nov 14:05`."""
    moment = instant(value)
    if not moment:
        return NOTHING
    local = moment.astimezone(local_zone())
    text = f"{local:%H:%M}"
    return text if local.date() == local_now().date() else f"{day(local)} {text}"


def day(value: date | datetime | str | None) -> str:
    """`3 nov`, with the year where it is not this one."""
    if isinstance(value, (datetime, str)):
        moment = instant(value)
        value = moment.astimezone(local_zone()).date() if moment else None
    if not value:
        return NOTHING
    text = f"{value.day} {MONTHS[value.month - 1]}"
    return text if value.year == local_now().year else f"{text} {value.year}"


def full_time(value: datetime | str | None) -> str:
    """`3 nov 2026 14:05:09`, for records."""
    moment = instant(value)
    if not moment:
        return NOTHING
    local = moment.astimezone(local_zone())
    return f"{local.day} {MONTHS[local.month - 1]} {local.year} {local:%H:%M:%S}"


def iso(value: datetime | str | None) -> str:
    """ISO 8601 for a `datetime` attribute; empty for nothing."""
    moment = instant(value)
    return moment.isoformat(timespec="seconds") if moment else ""


def span(value: timedelta | float | int | None) -> str:
    """A length of time in the two units that matter: `45 min`, `2 h 05`, `3 d 4 h`; from seconds or a timedelta."""
    if value is None:
        return NOTHING
    seconds = int(value.total_seconds() if isinstance(value, timedelta) else value)
    seconds = abs(seconds)
    if seconds < 60:
        return f"{seconds} s"
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if hours == 0:
        return f"{minutes} min"
    if days == 0:
        return f"{hours} h {minutes % 60:02d}"
    return f"{days} d {hours % 24} h"


def ago(value: datetime | str | None) -> str:
    """How long since: `hace 5 min`."""
    moment = instant(value)
    return f"hace {span(now() - moment)}" if moment else NOTHING


def until(value: datetime | str | None) -> str:
    """How long to: `faltan 12 min`, or `venció hace 5 min`."""
    moment = instant(value)
    if not moment:
        return NOTHING
    left = moment - now()
    return f"faltan {span(left)}" if left > timedelta(0) else f"venció hace {span(left)}"


def phone(value: str | None) -> str:
    """A Mexican number grouped as it is said: `33 1234 5678`, `442 123 9876`; any other as it is."""
    text = value or ""
    try:
        number = phonenumbers.parse(text, "MX")
    except phonenumbers.NumberParseException:
        return text or NOTHING
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, style.NATIONAL if number.country_code == 52 else style.INTERNATIONAL)


def masked_phone(value: str | None) -> str:
    """The last four digits alone: `•• •••• 5678`."""
    text = (value or "").strip()
    return f"•• •••• {text[-4:]}" if len(text) >= 4 else ("••••" if text else NOTHING)


def masked_name(value: str | None) -> str:
    """Initials: `L. M. R.`"""
    return " ".join(f"{part[0]}." for part in (value or "").split() if part) or NOTHING


def masked_tail(value: str | None) -> str:
    """All but the last three characters hidden, for plates, serial and policy numbers."""
    text = (value or "").strip()
    return "•" * max(len(text) - 3, 0) + text[-3:] if text else NOTHING


def report_number(value: str | None) -> str:
    """A report number grouped as it is shown: `26-0000123-0`."""
    text = value or ""
    return f"{text[:2]}-{text[2:9]}-{text[9:]}" if len(text) == 10 else text or NOTHING


def money(value: Decimal | str | float | int | None) -> str:
    """`$1,234.50`, whole pesos without decimals."""
    if value is None or value == "":
        return NOTHING
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    return f"${amount:,.0f}" if amount == amount.to_integral() else f"${amount:,.2f}"


def number(value: int | float | None) -> str:
    """`12,345`."""
    return NOTHING if value is None else f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"


def percent(value: float | None) -> str:
    """`92 %` of a share between 0 and 1."""
    return NOTHING if value is None else f"{value * 100:.0f} %"


def yes_no(value: bool | None) -> str:
    """`Sí`, `No`, or that it is not known."""
    return NOTHING if value is None else "Sí" if value else "No"


FILTERS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        clock, day, full_time, iso, span, ago, until, phone, masked_phone, masked_name, masked_tail,
        report_number, money, number, percent, yes_no,
    )
}  # fmt: skip
