"""From one hour to another: 'entre las 8 y las 10', 'anoche, de 10 a 7 de la mañana', 'de 11 de la noche a 6 am'."""

import re
from datetime import datetime, timedelta
from typing import List, NamedTuple, Optional, Tuple

from .days import DAYS, midnight
from .hours import PERIOD, likely_hours, period

_DAY_OF = r"(?:\s*,?\s*(?:de|del) (?:dia de |la noche de )?(hoy|ayer|anoche|antier|antenoche|otro dia|dia siguiente))?"
_MINUTES = r"(?::(\d{2})|(\s+y media))?"
_HOUR = rf"(?:como )?(?:las?\s+)?(\d{{1,2}}){_MINUTES}{PERIOD}{_DAY_OF}"
_BETWEEN = re.compile(
    r"\b(?:entre|de|desde(?: (?:anoche|ayer)(?: en la noche)?(?: (?:como )?a)?)?)\s+"
    rf"{_HOUR}\s+(?:y|a|hasta|e)\s+{_HOUR}"
)
# Right after a day, two bare numbers are hours: 'anoche entre 10 y 7', 'ayer de 11 a 1'.
_AFTER_A_DAY = re.compile(
    rf"\b(?:hoy|ayer|anoche|antier|antenoche|noche|tarde|manana|madrugada|{'|'.join(DAYS)}),?"
    r"\s+(?:(?:fue|como|creo|que|aproximadamente|mas o menos|paso|pasaria|seria),?\s+)*$"
)
_OTHER_WORDS = re.compile(r"\b(?!como|fue|pues|creo|que|mas|menos|seria)[a-z]{3}")
HALVES = {"madrugada": (0, 6), "manana": (6, 12), "mediodia": (12, 14), "tarde": (12, 19), "noche": (19, 24)}
_NIGHT_FROM = 6  # the hour from which 'las 7' of a night is in the evening


class Between(NamedTuple):
    """Two hours said as the ends of a range; `last_day` is where a day said with the second stands, if any."""

    start: int
    end: int
    hours: Tuple[int, int]
    minutes: Tuple[int, int]
    parts: Tuple[Optional[str], Optional[str]]
    last_day: Optional[Tuple[int, int]]
    first_day: Optional[str]


def between(t: str, part_said: bool, asked: bool = False) -> Optional[Between]:
    """The range of hours in a folded text with digits; `part_said`: whether it names a half of the day besides;
    `asked`: whether it answers when it was, where two bare numbers are hours.
    """
    match = _BETWEEN.search(t)
    if not match or int(match[1]) > 24 or int(match[6]) > 24:
        return None
    after_a_day = bool(_AFTER_A_DAY.search(t[: match.start()])) and not re.match(r"\s*[a-z]{4}", t[match.end() :])
    dated = match[5] or match[10]
    after_a_day = after_a_day or (asked and not re.match(r"\s*[a-z]{4}", t[match.end() :]))
    marked = match[4] or match[9] or dated or part_said or "las" in match.group() or ":" in match.group() or after_a_day
    if not marked and _OTHER_WORDS.search(t[: match.start()] + t[match.end() :]):
        return None
    if re.match(r"de \d+ (?:a|y) ", match.group()) and not match[9] and not after_a_day:
        return None
    return Between(
        match.start(),
        match.end(),
        (int(match[1]), int(match[6])),
        (int(match[2] or (30 if match[3] else 0)), int(match[7] or (30 if match[8] else 0))),
        (period(match[4]), period(match[9])),
        match.span(10) if match[10] else None,
        match[5],
    )


def ends(said: Between, day: Optional[datetime], now: datetime, part: Optional[str]) -> Tuple[datetime, datetime]:
    """The instants of the range on that day (None: the last time it was so); `part` of the day said beside it."""
    night = part == "noche" or (day is not None and bool(day.hour))
    base = midnight(day if day is not None else now)
    today = day is None or base == midnight(now)
    choices: List[Tuple[Tuple[bool, bool, bool, int], datetime, datetime]] = []
    for order, hour in enumerate(_first_hours(said, part, night)):
        start = base + timedelta(hours=hour, minutes=said.minutes[0])
        end = start + _until(start, said)
        if said.last_day and not said.first_day and day is not None and midnight(end) > base:
            start, end = start - timedelta(days=1), end - timedelta(days=1)  # '… y las 6 de la mañana de ayer'
        if today and start > now:
            start, end = start - timedelta(days=1), end - timedelta(days=1)
        outside = part in HALVES and not night and not HALVES[part][0] <= end.hour <= HALVES[part][1]
        choices.append(((end - start > timedelta(hours=12), outside, end > now, order), start, end))
    _, start, end = min(choices)
    return start, end


def _first_hours(said: Between, part: Optional[str], night: bool) -> List[int]:
    """The hours from midnight on at which the range may begin, the likeliest first."""
    hour, own = said.hours[0], said.parts[0]
    if night:
        first = likely_hours(hour, own)[0] % 24 if own else _of_night(hour)
        return [first + 24 if first < 12 else first]
    hours = [one % 24 for one in likely_hours(hour, own or said.parts[1] or part)]
    return hours if own else [*hours, *(one for one in _either(hour) if one not in hours)]


def _of_night(hour: int) -> int:
    """Hours from the midnight before a night: its 10 are 22, its 12 are 24, its 3 are 27."""
    if hour > 12:
        return hour
    return hour + 12 if hour >= _NIGHT_FROM else hour + 24


def _either(hour: int) -> List[int]:
    return [hour % 24] if hour > 12 else [hour % 12, hour % 12 + 12]


def _until(start: datetime, said: Between) -> timedelta:
    """How long from the start to the first hour that the second may be."""
    hours = likely_hours(said.hours[1], said.parts[1]) if said.parts[1] else _either(said.hours[1])
    days = [midnight(start) + timedelta(days=ahead, minutes=said.minutes[1]) for ahead in (0, 1)]
    return min(at for day in days for hour in hours for at in [day + timedelta(hours=hour % 24)] if at > start) - start
