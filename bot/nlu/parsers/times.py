"""When it happened, relative to now:
'hace 20 minutos', 'ayer como a las once de la noche', 'entre las 8 y las 10', '12 de marzo'.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, List, Optional, Tuple

from .digitized import digitize
from .found import Found, found

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
_PARTS = {"madrugada": (0, 6), "manana": (6, 12), "mediodia": (12, 14), "tarde": (12, 19), "noche": (19, 24)}
_SPANS = {
    "segundo": 1 / 60,
    "seg": 1 / 60,
    "min": 1,
    "minuto": 1,
    "minutito": 1,
    "mins": 1,
    "hora": 60,
    "hr": 60,
    "h": 60,
    "horita": 60,
    "hrs": 60,
    "dia": 1440,
    "semana": 10080,
    "mes": 43200,
    "mese": 43200,
    "ano": 525600,
}
_ABOUT = (
    r"(?:(?:como|unos|unas|aprox\w*|mas o menos|cerca de|apenas|aproximadamente|casi|ya|tipo|maximo"
    r"|no mas de|menos de|mas de|ya como|algo asi como|q|que|tendra|sera|unos como|como unos"
    r"|como unas)\.?\s+)*"
)
_AGO = re.compile(
    r"\b(?:hace|ase|ace|hase|acia|hara|tiene|tendra|van|llevo|llevamos|desde hace|ya tiene|ha de tener"
    rf"|haran|tenemos)\s+{_ABOUT}(?:(\d+(?:[.,]\d+)?|media|medio|par de|un par de"
    r"|1 par de)\s*(?:y media\s*)?(segundos?|seg|minutos?|minutitos?|mins?|horas?|horitas?|hrs?|h"
    r"|dias?|semanas?|mes(?:es)?|anos?)\b(\s+y (?:media|medio|cuarto|\d+))?|(1 )?cuarto de hora"
    r"|hora y media)"
)
_BACK = re.compile(
    r"\b(\d+|media)\s*(minutos?|min|mins|horas?|hrs?|dias?) (?:atras|antes|de que paso|que paso"
    r"|que choque|que sucedio)\b"
)
_BARE = re.compile(
    rf"^\W*{_ABOUT}(\d+|media)\s*(minutos?|min|mins|horas?|hrs?|hora|dias?)\b(\s+y (?:media"
    r"|cuarto))?\W*$"
)
_NOW = re.compile(
    r"\b(?:ahorita(?: mismo)?|oritas?|orita|ahora mismo|en este (?:momento|instante|mismo)|justo ahora"
    r"|acaba de (?:pasar|suceder|ocurrir|ser)|acab(?:o|amos|an|a) de|recien|reciencito|apenas"
    r"|hace (?:1 |muy )?(?:momento|momentito|instante|nada|poquito|poco|ratito|segundo)|hace (?:unos"
    r"|pocos|algunos) (?:minutos|minutitos|momentos)|ya mero|en este preciso momento|al momento"
    r"|justo ahorita)\b"
)
_WHILE = re.compile(
    r"\b(?:hace (?:1 )?(?:buen )?rato|hace rato|ase rato|ace rato|hace unas horas|hace (?:algunas"
    r"|varias) horas|tiene rato|ya tiene rato|mas temprano|mas al rato temprano)\b"
)
_TOMORROW = re.compile(
    r"(?<!la )(?<!esta )(?<!de )(?<!en )\b(?:pasado )?manana\b(?=\s+(?:a las?|en la|por la"
    r"|temprano|al|como a|tempranito)\b|\W*$)"
)
_LATER = re.compile(
    r"\b(?:al rato|mas tarde|pasado manana|manana(?! por la manana| temprano)?(?=\W*$| a las| voy"
    r"| temprano| por| en la))\b"
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
_PERIOD = (
    r"(?:\s*(?:,|mas o menos|aprox\w*|\.)?\s*(?:d|de|en|por|a)?\s*(?:la|el|l)?\s*(madrugada|manana"
    r"|mediodia|medio dia|tarde|noche|dia|am|pm|a\.?\s?m\b\.?|p\.?\s?m\b\.?))?"
)
_TO = re.compile(rf"\b(?:(\d{{1,2}})|cuarto)\s+(?:minutos )?para (?:las?|el) (\d{{1,2}}){_PERIOD}")
_AT = re.compile(
    r"\b(?:a|como|eran|era|tipo|de|desde|sobre|x|por|alrededor de|cerca de|siendo|hora|serian|seria"
    rf"|ser|fue)?\s*(?:eso de )?(?:las?)\s+(\d{{1,2}})(?:\s*(?::|\.|con|y|,)?\s*(\d{{2}}|(?<=y )\d"
    r"|(?<=con )\d|media|cuarto|pico|piquito|feria|algo))?(?:\s*(?:hrs?|horas|h|en punto|minutos"
    rf"|mas o menos|aprox\w*))*{_PERIOD}"
)
_CLOCK = re.compile(r"\b(\d{1,2})\s*(?::|\.)\s*(\d{2})\s*(?:hrs?|horas|h)?" + _PERIOD)
_HOURS = re.compile(
    r"\b(\d{1,2})\s*(am|pm|a\.\s?m\.?|p\.\s?m\.?|hrs|(?:de|en|por) la (?:madrugada|manana|tarde"
    r"|noche))(?:\b|(?<=\.))|\b(\d{2})(\d{2})\s*(?:hrs|horas)\b"
)
_BETWEEN = re.compile(
    rf"\b(?:entre|de|desde)\s+(?:las?\s+)?(\d{{1,2}})(?::(\d{{2}})|\s+y media)?{_PERIOD}\s+(?:y|a|hasta"
    rf"|e)\s+(?:las?\s+)?(\d{{1,2}})(?::(\d{{2}})|\s+y media)?{_PERIOD}"
)
_PART = re.compile(
    r"\b(?:en la |por la |de la |esta |ayer (?:en |por )?(?:la )?|hoy (?:en |por )?(?:la )?|muy de "
    r"|de |a |al |a la |este )(madrugada|manana|medio ?dia|tarde|noche|tardecita|nochecita|mananita)\b"
)


@dataclass(frozen=True)
class TimeSaid:
    """An instant or a range, aware of the zone of `now`.

    `at` is None when only the range is known; `text` as said; `future`: after now.
    """

    at: Optional[datetime]
    earliest: datetime
    latest: datetime
    text: str
    future: bool

    @property
    def best(self) -> datetime:
        """`at`, or the middle of the range."""
        return self.at or self.earliest + (self.latest - self.earliest) / 2


def parse_time(text: str, now: datetime) -> Optional[TimeSaid]:
    """The moment that `text` speaks of, seen from `now` (aware);
    None when it names none. An hour without day or half of the day is the last one past.
    """
    seen = _parse(text, now)
    return seen[0] if seen else None


def find(text: str, now: Optional[datetime] = None) -> List[Found]:
    """`time`: {"text", "at", "from", "to", "future"} with ISO instants relative to `now` (default: the clock)."""
    moment = now or datetime.now().astimezone()
    seen = _parse(text, moment)
    if not seen:
        return []
    said, start, end = seen
    value = {
        "text": text[start:end],
        "at": said.at and said.at.isoformat(),
        "from": said.earliest.isoformat(),
        "to": said.latest.isoformat(),
        "future": said.future,
    }
    return [found("time", value, text, start, end)]


def _parse(text: str, now: datetime) -> Optional[Tuple[TimeSaid, int, int]]:
    digits = digitize(text)
    t = digits.text
    spans: List[Tuple[int, int]] = []

    def made(
        at: Optional[datetime], earliest: datetime, latest: datetime, future: Optional[bool] = None
    ) -> Optional[Tuple[TimeSaid, int, int]]:
        start, end = digits.said(min(s for s, _ in spans), max(e for _, e in spans))
        ahead = (earliest > now + timedelta(minutes=2)) if future is None else future
        return TimeSaid(at, earliest, latest, text[start:end].strip(" ,."), ahead), start, end

    ago = _AGO.search(t) or _BACK.search(t) or _BARE.search(t)
    if ago and _BARE.match(ago.group()) and ago.group(1).isdigit() and int(ago.group(1)) > 99:
        ago = None
    if ago and not re.match(r"(?:tiene|van|llevo|tendra|llevamos|tenemos)\s+(?:\w+\s+){0,2}\d+\s*anos?", ago.group()):
        minutes = _minutes(ago)
        if minutes is not None:
            spans.append(ago.span())
            at = now - timedelta(minutes=minutes)
            slack = timedelta(minutes=max(5, minutes * 0.25))
            if minutes >= 1440:
                clock = _clock(t, spans)
                day = at.replace(hour=0, minute=0, second=0, microsecond=0)
                if clock:
                    return made(*_on_day(day, clock, now))
                return made(None, day, day + timedelta(days=1) - timedelta(seconds=1))
            return made(at, at - slack, min(now, at + slack))
    day, width = _day(t, now, spans)
    between = _BETWEEN.search(t)
    if (
        between
        and int(between[1]) <= 24
        and int(between[4]) <= 24
        and (between[3] or between[6] or "las" in between.group() or ":" in between.group())
        and not re.match(r"de \d+ (?:a|y) ", between.group())
    ):
        spans.append(between.span())
        return made(*_range(between, day, now))
    clock = _clock(t, spans)
    part = _PART.search(t)
    if clock:
        if day is None and part and clock[2] is None:
            clock = (clock[0], clock[1], _period(part[1]))
            spans.append(part.span())
        return made(*_on_day(day, clock, now))
    if part and not (
        day is None
        and re.match(r"de (?:noche|dia|tarde)|a la (?:tarde|noche)|al? m", part.group())
        and not re.search(r"medio ?dia", part.group())
    ):
        spans.append(part.span())
        name = _period(part[1])
        first, last = _PARTS[name]
        base = day or _midnight(now)
        start, end = base + timedelta(hours=first), base + timedelta(hours=last)
        if day is None and start > now:
            start, end = start - timedelta(days=1), end - timedelta(days=1)
        return made(None, start, min(end, now) if start < now else end)
    if day is not None:
        return made(None, day, min(day + width, now) if day <= now else day + width)
    later = _LATER.search(t)
    if later:
        spans.append(later.span())
        return made(None, now, now + timedelta(days=2 if "manana" in later.group() else 0, hours=6), True)
    rato = _WHILE.search(t)
    if rato:
        spans.append(rato.span())
        return made(None, now - timedelta(hours=4), now - timedelta(minutes=15))
    just = _NOW.search(t)
    if just:
        spans.append(just.span())
        return made(now, now - timedelta(minutes=20), now)
    return None


def _minutes(match: "re.Match[str]") -> Optional[float]:
    groups = match.groups()
    if "cuarto de hora" in match.group() and not groups[1]:
        return 15
    if groups[0] is None:
        return 90
    scale = _SPANS.get(groups[1].rstrip("s"), _SPANS.get(groups[1], 1))
    amount = 0.5 if groups[0] in ("media", "medio") else 2 if "par" in groups[0] else float(groups[0].replace(",", "."))
    extra = groups[2] if len(groups) > 2 and groups[2] else ""
    if "y media" in match.group() or "medio" in extra:
        amount += 0.5
    elif "cuarto" in extra:
        amount += 0.25
    elif re.search(r"\d", extra):
        return amount * scale + int(re.sub(r"\D", "", extra)) if scale == 60 else amount * scale
    return amount * scale if amount * scale < 3_000_000 else None


def _midnight(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def _day(t: str, now: datetime, spans: List[Tuple[int, int]]) -> Tuple[Optional[datetime], timedelta]:
    """The day named (its midnight) and how long it lasts; (None, …) when none is."""
    today, one = _midnight(now), timedelta(days=1) - timedelta(seconds=1)
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
    if match and int(match[2]) <= 12 and 1 <= int(match[1]) <= 31 and ("/" in match.group() or match[3]):
        return _date(int(match[1]), int(match[2]), int(match[3]) if match[3] else None, now, match, spans), one
    match = _WEEKDAY.search(t)
    if match:
        back = (today.weekday() - DAYS[match[1]]) % 7 or (7 if match[2] else 0)
        if match[2] and "semana" in match[2] and back < 7 and back <= today.weekday():
            back += 7
        spans.append(match.span())
        return today - timedelta(days=back), one
    match = _DAY_ALONE.search(t)
    if match and 1 <= int(match[1]) <= 31 and re.search(r"\bdia\b|a las|en la|por la", t):
        month = now.month if int(match[1]) <= now.day else now.month - 1 or 12
        return _date(int(match[1]), month, None, now, match, spans), one
    return None, one


def _date(
    day: int, month: int, year: Optional[int], now: datetime, match: "re.Match[str]", spans: List[Tuple[int, int]]
) -> Optional[datetime]:
    full = None if year is None else year if year > 99 else 2000 + year
    try:
        at = _midnight(now).replace(year=full or now.year, month=month, day=day)
    except ValueError:
        return None
    if full is None and at > now:
        at = at.replace(year=now.year - 1) if (at - now).days > 31 else at
    spans.append(match.span())
    return at


def _period(said: Optional[str]) -> Optional[str]:
    if not said:
        return None
    word = said.replace(" ", "").replace(".", "").replace("ita", "a").replace("cita", "")
    return {"am": "am", "pm": "pm", "dia": None, "tardeca": "tarde", "nocheca": "noche"}.get(word, word)


def _clock(t: str, spans: List[Tuple[int, int]]) -> Optional[Tuple[int, int, Optional[str]]]:
    """(hour, minute, part of the day) named in the text, or None."""
    match = _TO.search(t)
    if match and int(match[2]) <= 24:
        spans.append(match.span())
        minutes = int(match[2]) * 60 - (15 if match[1] is None else int(match[1]))
        return minutes // 60 % 24, minutes % 60, _period(match[3])
    for match in _AT.finditer(t):
        if (
            int(match[1]) > 24
            or (match.group().lstrip().startswith(("las", "la ")) and int(match[1]) > 12 and not match[2])
            or re.match(
                r"\s*(?:personas|carros|llantas|placas|calles|puertas|de \w+bre\b|norte|sur|oriente|poniente)",
                t[match.end() :],
            )
        ):
            continue
        if match.group().lstrip().startswith("la ") and match[1] != "1":
            continue
        bare = match.group().lstrip().startswith(("las ", "la ")) and not match[2] and not match[3]
        if (
            bare
            and re.match(r"\s*[a-z]", t[match.end() :])
            and not re.match(r"\s*(?:y|cuando|que|me|no|mas|mi)\b", t[match.end() :])
        ):
            continue  # 'las 2 manos'
        spans.append(match.span())
        minute = {"media": 30, "cuarto": 15, "pico": 10, "piquito": 5, "feria": 10, "algo": 5, None: 0}.get(match[2])
        minute = int(match[2]) if minute is None else minute
        return int(match[1]) % 24, minute if minute < 60 else 0, _period(match[3])
    match = _CLOCK.search(t)
    if (match and int(match[1]) <= 23 and int(match[2]) <= 59 and ":" in match.group()) or (
        match and match[3] and int(match[1]) <= 23
    ):
        spans.append(match.span())
        return int(match[1]), int(match[2]), _period(match[3])
    match = _HOURS.search(t)
    if match:
        if match[3] and int(match[3]) < 24 and int(match[4]) < 60:
            spans.append(match.span())
            return int(match[3]), int(match[4]), None
        if match[1] and int(match[1]) <= 24:
            spans.append(match.span())
            return (
                int(match[1]) % 24,
                0,
                _period(re.sub(r"^(?:de|en|por) la ", "", match[2])) if match[2] != "hrs" else None,
            )
    match = re.search(r"\b(?:al |a )?(?:medio ?dia)\b", t)
    if match:
        spans.append(match.span())
        return 12, 0, "pm"
    match = re.search(r"\b(?:a (?:la )?media ?noche|a la medianoche)\b", t)
    if match:
        spans.append(match.span())
        return 0, 0, "am"
    return None


def _hours(hour: int, part: Optional[str]) -> List[int]:
    """The hours of the day that an hour as said may be, the likeliest first."""
    if hour > 12 or hour == 0:
        return [hour]
    if part in ("tarde", "pm", "mediodia"):
        return [hour % 12 + 12]
    if part == "noche":
        return [0 if hour == 12 else hour + 12 if hour >= 6 else hour]
    if part in ("manana", "am", "madrugada"):
        return [12 if part == "manana" and hour == 12 else hour % 12]
    return [hour % 12 + 12, hour % 12] if hour < 7 or hour == 12 else [hour, hour + 12]


def _on_day(
    day: Optional[datetime], clock: Tuple[int, int, Optional[str]], now: datetime
) -> Tuple[datetime, datetime, datetime]:
    hour, minute, part = clock
    options = _hours(hour, part)
    slack = timedelta(minutes=15)
    if day is not None and day.hour:  # a night: from seven in the evening on
        base = _midnight(day)
        at = base + timedelta(
            hours=options[0] if len(options) == 1 else (hour % 12 + 12 if hour >= 6 and hour != 12 else hour % 12),
            minutes=minute,
        )
        if at.hour < 7 and at < day:
            at += timedelta(days=1)
        return at, at - slack, at + slack
    if day is not None:
        candidates = [day + timedelta(hours=h, minutes=minute) for h in options]
        past = [c for c in candidates if c <= now]
        at = past[0] if past else candidates[0]
        if day.date() == now.date() and past:
            at = max(past)
        return at, at - slack, at + slack
    base = _midnight(now)
    candidates = [base + timedelta(days=d, hours=h, minutes=minute) for d in (0, -1) for h in options]
    past = [c for c in candidates if c <= now + timedelta(minutes=5)]
    at = max(past)
    return at, at - slack, at + slack


def _range(
    match: "re.Match[str]", day: Optional[datetime], now: datetime
) -> Tuple[Optional[datetime], datetime, datetime]:
    last_part = _period(match[6])
    first_part = _period(match[3]) or last_part
    base = _midnight(day) if day is not None else None
    minute_one = int(
        match[2]
        or (
            30
            if "y media"
            in match.group()[: match.group().find(" y " + match[4]) if " y " + match[4] in match.group() else None]
            else 0
        )
    )
    minute_two = int(match[5] or 0)
    end = _on_day(base, (int(match[4]), minute_two, last_part), now)[0]
    start = end.replace(hour=_hours(int(match[1]), first_part)[0] % 24, minute=minute_one)
    if start > end:
        others = [
            end.replace(hour=h % 24, minute=minute_one) for h in [*_hours(int(match[1]), None), int(match[1]) % 24]
        ]
        earlier = [o for o in others if o < end]
        start = max(earlier) if earlier else start - timedelta(days=1)
    return None, start, end
