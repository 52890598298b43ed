"""The check digit of a report number (ISO/IEC 7812-1, annex B)."""


def luhn_ok(digits: str) -> bool:
    """True when the last of `digits` is the Luhn check digit of those before it."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0
