"""Days named: 'ayer', 'el viernes', '12 de marzo', '12/03'."""

import re
from datetime import datetime, timedelta
from typing import Any, List, Optional, Tuple

MONTHS = {
    "enero": 1,
    "ene": 1,
    "febrero": 2,
    "feb": 2,
    "marzo": 3,
    "mar": 3,
    "abril": 4,
    "abr": 4,
    "mayo": 5,
    "may": 5,
    "junio": 6,
    "jun": 6,
    "julio": 7,
    "jul": 7,
    "agosto": 8,
    "ago": 8,
    "septiembre": 9,
    "setiembre": 9,
    "sept": 9,
    "sep": 9,
    "octubre": 10,
    "oct": 10,
    "noviembre": 11,
    "nov": 11,
    "diciembre": 12,
    "dic": 12,
}


DAYS = {"lunes": 0, "martes": 1, "miercoles": 2, "miercoes": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6}


_TOMORROW = re.compile(
    r"(?<!la )(?<!esta )(?<!de )(?<!en )\b(?:pasado )?manana\b(?=\s+(?:a las?|en la|por la"
    r"|temprano|al|como a|tempranito)\b|\W*$)"
)


_DATE = re.compile(
    r"\b(?:el |dia |del |fecha )*(\d{1,2}|primero|1ro)\s*(?:de |-|/|\.)?\s*("
    + "|".join(sorted(MONTHS, key=len, reverse=True))
    + r")\b\.?(?:\s*(?:de |del |-|/)?\s*(?:ano )?(\d{4}|\d{2}(?!\s*(?::|horas|hrs|de la|pm|am"
    r"|minutos))))?"
)


_SLASHED = re.compile(r"\b(\d{1,2})[/\-](\d{1,2})(?:[/\-](\d{4}|\d{2}))?\b(?![/\-\d])")


_ISO = re.compile(r"\b(20\d{2})-(\d{1,2})-(\d{1,2})\b")


_WEEKDAY = re.compile(
    r"\b(?:el |este |dia |pasado )*(lunes|martes|miercoles|jueves|viernes|sabado"
    r"|domingo)\b(\s+(?:pasado|anterior|de la semana pasada|antepasado))?"
)


_DAY_ALONE = re.compile(
    r"\b(?:el |dia |el dia )(\d{1,2})\b(?=\s*(?:a las|como|en la|por la|,|$|pasado|del mes|de este mes"
    r"|de este))"
)


def midnight(now: datetime) -> datetime:
    """The beginning of the day of an instant, in its zone."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def named_day(t: str, now: datetime, spans: List[Tuple[int, int]]) -> Tuple[Optional[datetime], timedelta]:
    """The day named (its midnight) and how long it lasts; (None, …) when none is."""
    today, one = midnight(now), timedelta(days=1) - timedelta(seconds=1)
    match: Any
    match = _TOMORROW.search(t)
    if match:
        spans.append(match.span())
        return today + timedelta(days=2 if "pasado" in match.group() else 1), one
    for pattern, days in (
        (r"\b(?:antier|anteayer|antes de ayer|antiayer|ante ayer)\b", 2),
        (r"\b(?:antenoche|antier (?:en|por) la noche)\b", 2),
        (r"\bayer\b", 1),
        (r"\bhoy\b|\beste dia\b", 0),
    ):
        match = re.search(pattern, t)
        if match:
            spans.append(match.span())
            if "antenoche" in match.group():
                return today - timedelta(days=2) + timedelta(hours=19), timedelta(hours=8)
            return today - timedelta(days=days), one
    match = re.search(r"\banoche\b", t)
    if match:
        spans.append(match.span())
        start = today - timedelta(days=1) + timedelta(hours=19)
        return start, timedelta(hours=9)
    match = _ISO.search(t)
    if match:
        return _date(int(match[3]), int(match[2]), int(match[1]), now, match, spans), one
    match = _DATE.search(t)
    if (
        match
        and not re.search(r"(?:calle|av|avenida|colonia|col|en)\.? ?$", t[: match.start()])
        and not re.match(r"\s*(?:#|numero|no\.)", t[match.end() :])
    ):
        year = int(match[3]) if match[3] else None
        day = 1 if not match[1].isdigit() else int(match[1])
        return _date(day, MONTHS[match[2]], year, now, match, spans), one
    match = _SLASHED.search(t)
    fraction = match and t[: match.start()].endswith("y ")  # 'calle 1 y 1/2'
    if match and int(match[2]) <= 12 and 1 <= int(match[1]) <= 31 and ("/" in match[0] or match[3]) and not fraction:
        return _date(int(match[1]), int(match[2]), int(match[3]) if match[3] else None, now, match, spans), one
    match = _WEEKDAY.search(t)
    if match:
        back = (today.weekday() - DAYS[match[1]]) % 7 or (7 if match[2] else 0)
        if match[2] and "semana" in match[2] and back < 7 and back <= today.weekday():
            back += 7
        spans.append(match.span())
        return today - timedelta(days=back), one
    match = _DAY_ALONE.search(t)
    if match and 1 <= int(match[1]) <= 31 and re.search(r"\bdia\b|a las|en la|por la|\bmes\b", t):
        month = now.month if int(match[1]) <= now.day else now.month - 1 or 12
        return _date(int(match[1]), month, None, now, match, spans), one
    return None, one


def _date(
    day: int, month: int, year: Optional[int], now: datetime, match: "re.Match[str]", spans: List[Tuple[int, int]]
) -> Optional[datetime]:
    full = None if year is None else year if year > 99 else 2000 + year
    try:
        at = midnight(now).replace(year=full or now.year, month=month, day=day)
    except ValueError:
        return None
    if full is None and at > now:
        at = at.replace(year=now.year - 1) if (at - now).days > 31 else at
    spans.append(match.span())
    return at
