"""Numbers of a carátula as decimals."""

from decimal import Decimal, InvalidOperation
from typing import Any

HUNDRED = Decimal(100)


def decimal(value: Any) -> Decimal | None:
    """`value` (number or numeric text of the carátula) as a finite, non-negative decimal; None for anything else."""
    if value is None or isinstance(value, bool):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None


def share(base: Decimal | None, pct: Decimal | None) -> Decimal | None:
    """`pct` per cent of `base`; None where either is unknown."""
    return None if base is None or pct is None else base * pct / HUNDRED
