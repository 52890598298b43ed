"""Hours of the day: 'a las 3 y media', 'cuarto para las ocho', '15:30', with or without the half of the day."""

import re
from datetime import datetime, timedelta
from typing import List, Optional, Tuple

from .days import midnight

PERIOD = (
    r"(?:\s*(?:,|mas o menos|aprox\w*|\.)?\s*(?:d|de|en|por|a)?\s*(?:la|el|l)?\s*(madrugada|manana"
    r"|mediodia|medio dia|tarde|noche|dia|am|pm|a\.?\s?m\b\.?|p\.?\s?m\b\.?))?"
)


_TO = re.compile(rf"\b(?:(\d{{1,2}})|cuarto)\s+(?:minutos )?para (?:las?|el) (\d{{1,2}}){PERIOD}")


_AT = re.compile(
    r"\b(?:a|como|eran|era|tipo|de|desde|sobre|x|por|alrededor de|cerca de|siendo|hora|serian|seria"
    rf"|ser|fue)?\s*(?:eso de )?(?:las?)\s+(\d{{1,2}})(?:\s*(?::|\.|con|y|,)?\s*(\d{{2}}|(?<=y )\d"
    r"|(?<=con )\d|media|cuarto|pico|piquito|feria|algo|cacho|tantito|minutos))?(?:\s*(?:hrs?|horas|h|en punto|minutos"
    rf"|mas o menos|aprox\w*))*{PERIOD}"
)


_CLOCK = re.compile(r"\b(\d{1,2})\s*(?::|\.)\s*(\d{2})\s*(?:hrs?|horas|h)?" + PERIOD)


_HOURS = re.compile(
    r"\b(\d{1,2})\s*(am|pm|a\.\s?m\.?|p\.\s?m\.?|hrs|(?:de|en|por) la (?:madrugada|manana|tarde"
    r"|noche))(?:\b|(?<=\.))|\b(\d{2})(\d{2})\s*(?:hrs|horas)\b"
)


# What is said after an hour for its minutes.
_PARTS = {
    "media": 30,
    "cuarto": 15,
    "pico": 10,
    "piquito": 5,
    "feria": 10,
    "cacho": 10,
    "cachito": 5,
    "tantito": 5,
    "minutos": 5,
    "algo": 5,
    None: 0,
}
# 'Las dos' alone is an hour only after such words: 'estamos bien las dos' are two women.
_BEFORE_BARE = re.compile(
    r"(?:^|\b(?:hoy|ayer|antier|anoche|fue|eran|serian|seria|como|hora|horas|lunes|martes|miercoles|jueves|viernes"
    r"|sabado|domingo|manana|tarde|noche|madrugada|pasadas|pasaditas|dadas|dieron|dando|pues|mmm|creo|que|si|yo digo"
    r"|entre|desde|hasta)\b[\s,]*)$"
)


_EARLY = r"\btemprani?t?o\b|\bamaneciendo\b"
_ABOUT = re.compile(
    r"\b(?:tipo|como a|a eso de|por ahi de|alrededor de|aproximadamente a|aprox a|cerca de|serian"
    r"|eran(?= (?:las?|\d+:)|(?: \d+ (?:y (?:media|cuarto)|de la|am|pm)))) *(?:las? )?"
    r"(\d{1,2})(?::(\d{2}))?(?!\s*(?:%|\d|minutos?|min\b|horas?|hrs|dias?|km|kilom|metros|carros|personas"
    r"|heridos|anos|mil|l[oa]s\b|en total|de (?:ellos|ellas|nosotros)|adult|nin|homb|muj|que\b|con\b|mas\b"
    r"|y (?:yo|mi|un)"
    r"|(?:senor|tipo|chav|muchach|sujet|vat|bat|ratero|encapuchad|conmigo|contando|ocupant|pasajer|golpead"
    r"|lesionad)))" + PERIOD
)


# 'Seis y media de la tarde', without its 'las'.
_HALF = re.compile(
    r"(?:^\W*|\b(?:como|tipo|fue|eran|serian|hoy|ayer|antier|anoche|ahorita|dia|mediodia|manana|tarde|noche|madrugada"
    r"|tempranit[oa]|temprano|lunes|martes|miercoles|jueves|viernes|sabado|domingo),?\s+(?:(?:como|a|las)\s+)*)"
    r"(\d{1,2})\s+(?:y|con)\s+(media|cuarto|pico|piquito|cachito|feria|[1-5]\d)()"
    r"(?=\W*$|\s*,|\s+(?:de |d )?(?:hoy|ayer|hace|el|mas o menos|aprox))"
    r"|\b(\d{1,2})\s+(?:y|con)\s+(media|cuarto|\d{1,2})\s+(?:de|en|por) la (madrugada|manana|tarde|noche)\b"
)


def period(said: Optional[str]) -> Optional[str]:
    """The part of the day as one word (am, pm, manana, tarde, noche, madrugada); None where none is said."""
    if not said:
        return None
    word = said.replace(" ", "").replace(".", "").replace("ita", "a").replace("cita", "")
    return {"am": "am", "pm": "pm", "dia": None, "tardeca": "tarde", "nocheca": "noche"}.get(word, word)


def named_clock(t: str, spans: List[Tuple[int, int]]) -> Optional[Tuple[int, int, Optional[str]]]:
    """(hour, minute, part of the day) named in the text, or None."""
    match = _TO.search(t)
    if match and int(match[2]) <= 24:
        spans.append(match.span())
        minutes = int(match[2]) * 60 - (15 if match[1] is None else int(match[1]))
        return minutes // 60 % 24 or 12, minutes % 60, period(match[3])
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
        if re.search(r"\bla \d", match.group()) and match[1] != "1" and not match[3]:
            continue  # 'llegando a la 5 y 10': a street
        bare = match.group().lstrip().startswith(("las ", "la ")) and not match[2] and not match[3]
        if bare and not _BEFORE_BARE.search(t[: match.start()].strip()):
            continue
        if (
            bare
            and re.match(r"\s*[a-z]", t[match.end() :])
            and not re.match(r"\s*(?:y|cuando|que|me|no|mas|mi)\b", t[match.end() :])
        ):
            continue  # 'las 2 manos'
        spans.append(match.span())
        minute = int(match[2]) if (match[2] or "").isdigit() else _PARTS[match[2]]
        part = period(match[3]) or ("manana" if re.search(_EARLY, t) and int(match[1]) < 12 else None)
        return int(match[1]) % 24, minute if minute < 60 else 0, part
    match = _CLOCK.search(t)
    if (match and int(match[1]) <= 23 and int(match[2]) <= 59 and ":" in match.group()) or (
        match and match[3] and int(match[1]) <= 23
    ):
        spans.append(match.span())
        return int(match[1]), int(match[2]), period(match[3])
    match = _HALF.search(t)
    if match and int(match[1] or match[4]) <= 12:
        spans.append(match.span())
        minutes = match[2] or match[5]
        return (
            int(match[1] or match[4]),
            int(minutes) % 60 if minutes.isdigit() else _PARTS[minutes],
            period(match[6]),
        )
    match = next((m for m in _HOURS.finditer(t) if not (m[1] and int(m[1]) > 12 and " la " in m[2])), None)
    if match:
        if match[3] and int(match[3]) < 24 and int(match[4]) < 60:
            spans.append(match.span())
            return int(match[3]), int(match[4]), None
        if match[1] and int(match[1]) <= 24:
            spans.append(match.span())
            return (
                int(match[1]) % 24,
                0,
                period(re.sub(r"^(?:de|en|por) la ", "", match[2])) if match[2] != "hrs" else None,
            )
    match = _ABOUT.search(t)
    if match and int(match[1]) <= 24:
        spans.append(match.span())
        return int(match[1]) % 24, int(match[2] or 0), period(match[3]) or ("manana" if re.search(_EARLY, t) else None)
    match = re.search(r"\b(?:al |a )?(?:medio ?dia)\b", t)
    if match:
        spans.append(match.span())
        return 12, 0, "pm"
    match = re.search(r"\b(?:a (?:la )?media ?noche|a la medianoche)\b", t)
    if match:
        spans.append(match.span())
        return 0, 0, "am"
    return None


def likely_hours(hour: int, part: Optional[str]) -> List[int]:
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


def on_day(
    day: Optional[datetime], clock: Tuple[int, int, Optional[str]], now: datetime
) -> Tuple[datetime, datetime, datetime]:
    """The hour `clock` (hour, minute, part of the day) on `day`, or the last one past before `now`; and a quarter of an
    hour before and after it.
    """
    hour, minute, part = clock
    options = likely_hours(hour, part)
    slack = timedelta(minutes=15)
    if day is not None and day.hour:  # a night: from seven in the evening on
        base = midnight(day)
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
    base = midnight(now)
    candidates = [base + timedelta(days=d, hours=h, minutes=minute) for d in (0, -1) for h in options]
    past = [c for c in candidates if c <= now + timedelta(minutes=5)]
    at = max(past)
    return at, at - slack, at + slack
