"""Business days in Mexico. Response times are read as business days from the payment (conauto-tramites.md, A-4)."""

from datetime import date, timedelta
from functools import lru_cache

import holidays


@lru_cache
def _mexico() -> holidays.HolidayBase:
    return holidays.country_holidays("MX")


def is_business_day(day: date) -> bool:
    """Monday to Friday and no statutory holiday of Mexico."""
    return day.weekday() < 5 and day not in _mexico()


def add_business_days(start: date, days: int) -> date:
    """The day that is `days` business days after `start`; `start` itself does not count."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= is_business_day(day)
    return day
