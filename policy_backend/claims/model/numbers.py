"""Report numbers: `YYNNNNNNNC`, two digits of the year, seven of a yearly sequence, a Luhn digit over those nine."""

import re

LAST_OF_YEAR = 9_999_999
_NOT_DIGIT = re.compile(r"[\s.\-–—_/]+")


class InvalidReportNumber(ValueError):
    """Not ten digits, or the check digit does not fit. `reason`: "length" or "check_digit"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def luhn_digit(digits: str) -> str:
    """The Luhn check digit of a string of digits (the digit nearest to it is doubled)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 if place % 2 else 2)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def make_number(year: int, sequence: int) -> str:
    """The report number of a year and its place in it, from 1. Raises ValueError when the year is used up."""
    if not 1 <= sequence <= LAST_OF_YEAR:
        raise ValueError(f"a year has report numbers 1 to {LAST_OF_YEAR}, not {sequence}")
    nine = f"{year % 100:02d}{sequence:07d}"
    return nine + luhn_digit(nine)


def parse_number(text: str) -> str:
    """The ten digits of a report number as people write it ("26-0000123-0"). Raises InvalidReportNumber."""
    digits = _NOT_DIGIT.sub("", text)
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise InvalidReportNumber("length")
    if luhn_digit(digits[:9]) != digits[9]:
        raise InvalidReportNumber("check_digit")
    return digits


def is_valid(text: str) -> bool:
    """True when `text` reads as a report number with the right check digit."""
    try:
        parse_number(text)
    except InvalidReportNumber:
        return False
    return True


def format_number(number: str) -> str:
    """A report number as shown: "2600001230" → "26-0000123-0"."""
    digits = parse_number(number)
    return f"{digits[:2]}-{digits[2:9]}-{digits[9]}"
