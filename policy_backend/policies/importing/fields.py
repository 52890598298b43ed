"""Fields of an imported row: each function takes what the file says and gives what is kept, or raises BadField."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from common import clock
from common.text import storable
from policy_backend.policies.model.book import noon, term_instants
from policy_backend.policies.model.words import COVERAGES

LONGEST = 200
AMOUNTS = frozenset({"sum_insured", "deductible_pct", "seats"})
TRUE, FALSE = frozenset({"true", "1", "sí", "si", "yes"}), frozenset({"", "false", "0", "no"})


class BadField(ValueError):
    """A value that cannot be used; the message says why, `field` is its column."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")


def text(row: Mapping[str, Any], name: str) -> str | None:
    """A text, trimmed; None where empty."""
    value = row.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        value = str(value) if isinstance(value, int) and not isinstance(value, bool) else None
    if value is None:
        raise BadField(name, "is not a text")
    value = value.strip()
    if len(value) > LONGEST or "\x00" in value:
        raise BadField(name, f"is longer than {LONGEST} characters or holds a NUL")
    if not value.isascii() and storable(value) != value:
        raise BadField(name, "is not UTF-8")
    return value or None


def needed(row: Mapping[str, Any], name: str) -> str:
    """A text that must be there."""
    value = text(row, name)
    if value is None:
        raise BadField(name, "is missing")
    return value


def one_of(row: Mapping[str, Any], name: str, words: frozenset[str]) -> str:
    """One of a list of words."""
    value = needed(row, name)
    if value not in words:
        raise BadField(name, f"{value!r} is not one of {', '.join(sorted(words))}")
    return value


def whole(row: Mapping[str, Any], name: str, least: int, most: int) -> int | None:
    """A whole number within bounds; None where empty."""
    value = row.get(name)
    if value is None or value == "":
        return None
    try:
        number = int(value) if not isinstance(value, (bool, float)) else least - 1
    except (TypeError, ValueError):
        number = least - 1
    if not least <= number <= most:
        raise BadField(name, f"{value!r} is not a whole number from {least} to {most}")
    return number


def yes(row: Mapping[str, Any], name: str) -> bool:
    """true/false, 1/0, sí/no; absent is false."""
    value = row.get(name)
    if isinstance(value, bool) or value is None:
        return bool(value)
    word = str(value).strip().lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise BadField(name, f"{value!r} is neither true nor false")


@lru_cache(maxsize=50_000)
def _date(value: str) -> date:
    return date.fromisoformat(value)


@lru_cache(maxsize=50_000)
def _noon(value: str) -> str:
    return noon(_date(value), clock.local_zone()).isoformat()


@lru_cache(maxsize=50_000)
def _term(product: str, first: str, last: str) -> tuple[str, str]:
    start, end = term_instants(product, _date(first), _date(last), clock.local_zone())
    if end <= start:
        raise ValueError
    return start.isoformat(), end.isoformat()


def instant(row: Mapping[str, Any], name: str) -> str | None:
    """12:00 of an ISO day on the insurer's clock; None where empty."""
    value = text(row, name)
    if value is None:
        return None
    try:
        return _noon(value)
    except ValueError:
        raise BadField(name, f"{value!r} is not a day such as 2026-03-31") from None


def term(row: Mapping[str, Any], product: str) -> tuple[str, str]:
    """Start and end of the term, from `starts_on` and `ends_on` and the product's hours."""
    first, last = needed(row, "starts_on"), needed(row, "ends_on")
    for name, value in (("starts_on", first), ("ends_on", last)):
        try:
            _date(value)
        except ValueError:
            raise BadField(name, f"{value!r} is not a day such as 2026-03-31") from None
    try:
        return _term(product, first, last)
    except ValueError:
        raise BadField("ends_on", "is not after starts_on") from None


def money(row: Mapping[str, Any], name: str) -> str:
    """An amount in MXN, not negative, as text with its decimals."""
    value = row.get(name)
    try:
        amount = Decimal(str(value))
        if not amount.is_finite() or not 0 <= amount < 10**11:
            raise BadField(name, f"{value!r} is not an amount from 0 to 99,999,999,999.99")
    except InvalidOperation:
        raise BadField(name, f"{value!r} is not an amount in pesos") from None
    return str(amount)


def coverage_json(code: str, terms: Any) -> str:
    """One coverage as a JSON member, `"code": {terms}`; sums and percentages are numbers, not negative."""
    if code not in COVERAGES:
        raise BadField("coverages", f"{code!r} is not a coverage code")
    if not isinstance(terms, dict):
        raise BadField("coverages", f"the terms of {code} are not an object")
    for name in AMOUNTS & terms.keys():
        value = terms[name]
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < 1e12:
            raise BadField("coverages", f"{name} of {code} is not a number from 0")
    try:
        return f'"{code}": {json.dumps(storable(terms), allow_nan=False)}'
    except ValueError:
        raise BadField("coverages", f"the terms of {code} are not JSON") from None


def _number(value: str) -> Any:
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return value


@lru_cache(maxsize=100_000)
def _written_coverage(part: str) -> tuple[str, str]:
    code, *terms = part.split()
    return code, coverage_json(
        code, {name: _number(value) for name, _, value in (item.partition("=") for item in terms)}
    )


def coverages_of_json(value: Any) -> str:
    """Coverages by code, as JSON text."""
    if not isinstance(value, dict) or not value:
        raise BadField("coverages", "at least one coverage is needed")
    return "{" + ", ".join(coverage_json(code, terms) for code, terms in value.items()) + "}"


def coverages_of_text(written: str) -> str:
    """Coverages by code, as JSON text, of "material_damage sum_insured=248000 deductible_pct=5; legal_assistance"."""
    parts = [_written_coverage(part) for part in written.split(";") if part.strip()]
    if not parts:
        raise BadField("coverages", "at least one coverage is needed")
    if len({code for code, _ in parts}) < len(parts):
        raise BadField("coverages", "a coverage is there twice")
    return "{" + ", ".join(member for _, member in parts) + "}"
