"""The UMA's daily value by date (products/tables/uma.yml)."""

from bisect import bisect_right
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent / "tables" / "uma.yml"


@lru_cache
def _table() -> tuple[list[date], list[Decimal], date]:
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    rows = sorted(content["values"], key=lambda row: row["since"])
    return [row["since"] for row in rows], [Decimal(str(row["daily"])) for row in rows], content["known_until"]


def daily(day: date) -> Decimal | None:
    """MXN a UMA on `day`; None where no value is published in the table (a gap is never guessed)."""
    days, values, known_until = _table()
    place = bisect_right(days, day) - 1
    return values[place] if place >= 0 and day <= known_until else None
