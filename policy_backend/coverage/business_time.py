"""Business days and hours of Mexico: Monday to Friday without federal holidays (K-7; aba-sector-hacienda 5.2)."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

import holidays

_FEDERAL = holidays.country_holidays("MX")


@lru_cache(4096)
def is_business_day(day: date) -> bool:
    """Monday to Friday and not a federal holiday."""
    return day.weekday() < 5 and day not in _FEDERAL


def add_business_hours(start: datetime, hours: int) -> datetime:
    """`start` plus `hours` of which only those on business days count, 24 a day, on the clock of `start`'s zone."""
    moment, left = start, timedelta(hours=hours)
    while True:
        midnight = datetime.combine(moment.date() + timedelta(1), time(0), moment.tzinfo)
        if is_business_day(moment.date()):
            if moment + left <= midnight:
                return moment + left
            left -= midnight - moment
        moment = midnight


def add_business_days(start: date, days: int) -> date:
    """The business day that is `days` business days after `start`."""
    day = start
    while days > 0:
        day += timedelta(1)
        days -= is_business_day(day)
    return day


def is_late(start: datetime, done: datetime, business_hours: int) -> bool:
    """Whether `done` is after the business hours that began at `start` (both aware)."""
    return done > add_business_hours(start, business_hours)
