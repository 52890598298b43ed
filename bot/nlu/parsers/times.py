"""When it happened, relative to now:
'hace 20 minutos', 'ayer como a las once de la noche', 'entre las 8 y las 10', '12 de marzo'.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import List, Optional, Tuple

from . import found_later, which_time
from .days import MONTHS, midnight, named_day
from .found import Found, found
from .hours import named_clock, on_day, period
from .time_ranges import HALVES, between, ends
from .time_words import spelled

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
    r"|como unas|ni|cosa de|sus|no se|no se bien|yo creo|yo digo|creo|digamos|pues|eh|este|mmm|ponle|pongale"
    r"|a lo mucho|cuando mucho|(?:a lo|por lo|cuando) menos)[.,]?\s+)*"
)
_ODD = r"cachit[oa]|cacho|pico|piquito|pikito|feria|fraccion|algo|tantito|pedacito"
_SINCE = (
    r"(?:hace|ase|ace|hase|acer|hacer|acia|hara|haria|tiene|tendra|van|llev(?:o|amos)(?: aqui| ya)*|desde hace|ya tiene"
    r"|h?a de tener|haran|tenemos|hab(?:ra|ran|ria) pasado|ya paso|ya pasaron|no (?:hace|tiene|tendra"
    r"|pasan?) (?:mucho|tanto|de),?|rat(?:o|ito|illo),?|va a ser"
    r"|van a ser|van? (?:pa|para)|llev(?:o|amos) (?:aqui )?(?:parad|esperand|varad|tirad)[oa]s?)"
)
# 'Hace diez quince minutos', 'hace 20, 25 min': the first of two guesses.
_TWO = r"\d{1,2}\s*(?:,|-|[ou]|a|o (?:unos |como |hasta )?)?\s+(?=\d{1,2} ?(?:min|h|seg|dias?\b))"
_LOW = rf"(?:{_TWO})?"
_GUESSES = re.compile(_TWO)
_AGO = re.compile(
    rf"\b{_SINCE},?\s+{_ABOUT}(?:{_LOW}(\d+(?:[.,]\d+)?|(?:1 )?medi[ao]|par de|un par de"
    rf"|1 par de)\s*(?:y media\s*)?(segundos?|seg"
    r"|minutos?|minutitos?|mins?|horas?|horitas?|hrs?|h|dias?|semanas?|mes(?:es)?|anos?)\b"
    rf"(\s+(?:(?:y|con) (?:1 )?(?:media|medio|cuarto|\d+|{_ODD})|\d+(?= ?min)))?|(\d )?cuartos? de hora"
    r"|hora y (?:media|cuarto))"
)
_BACK = re.compile(
    r"\b(\d+|media)\s*(minutos?|min|mins|horas?|hrs?|dias?) (?:atras|antes|(?:tiene|tendra|hace|habra)(?=\W*$"
    r"|[,.;])|de que paso|que paso"
    r"|que choque|que sucedio)\b"
)
_BARE = re.compile(
    rf"^\W*{_ABOUT}{_LOW}(\d+|(?:1 )?media)\s*(minutos?|min|mins|horas?|horitas?|hrs?|dias?)\b(\s+y (?:media"
    rf"|cuarto|{_ODD}))?(?:,? (?:cuando mucho"
    r"|a lo mucho|mas o menos|aprox\w*|maximo|(?:yo )?(?:creo|digo)|por ahi))?\W*$"
)
_BARE_PART = re.compile(rf"^\W*{_ABOUT}(?:()()()(\d )?cuartos? de hora|hora y (?:media|cuarto))\W*$")
_A_CLOCK = re.compile(r"\W*(?:\d{3}|(?:1[3-9]|2[0-3]) ?(?:hrs|horas)\b)")  # '15 hrs' is an hour, '2 hrs' how long ago
_NOW = re.compile(
    r"\b(?:ahorita(?: mismo)?|oritas?|orita|ahora mismo|en este (?:momento|instante|mismo)|justo ahora"
    r"|acaba de (?:pasar|suceder|ocurrir|ser)|acab(?:o|amos|an|a) de?|recien|reciencito"
    r"|apenas(?! (?:si|se (?:ve|not|alcanz)\w*|tien\w+|teng\w+|tenia\w*|cumpl\w+|va\b|voy|vamos|van\b|llev\w+"
    r"|pued\w+|camin\w+|son\b|es\b|un[oa]?\b|\d|esta|estoy|aprend\w+|empiez\w+|le (?:raspo|rozo|rayo))\b)"
    r"|hace (?:1 |muy )?(?:momento|momentito|instante|nada|poquito|poco|ratito|segundo)|hace (?:unos"
    r"|pocos|algunos) (?:minutos|minutitos|momentos)|ya mero|en este preciso momento|al momento|justo ahorita)\b"
)
_WHILE = re.compile(
    r"\b(?:hace (?:1 )?(?:buen )?rato|hace rato|ase rato|ace rato|hace unas horas|hace (?:algunas"
    r"|varias) horas|tiene rato|ya tiene rato|mas temprano|mas al rato temprano)\b"
)
_LATER = re.compile(
    r"\b(?:al rato|mas tarde|pasado manana|manana(?! por la manana| temprano)?(?=\W*$| a las| voy"
    r"| temprano| por| en la))\b"
)
_PART = re.compile(
    r"\b(?:en la |por la |de la |esta |ayer (?:en |por )?(?:la )?|hoy (?:en |por )?(?:la )?|muy de "
    r"|de |a |al |a la |este |la (?=\w+ del )|(?:ya|bien|muy) (?:entrada la )?(?=noche|madrug))(madrugada"
    r"|manana|medio ?dia|tarde|noche|tardecita|nochecita|mananita)\b"
)


# Beside an hour: 'ya tarde, como a las 11', 'tarde ya, tipo 10'.
_LATE = re.compile(r"\b(?:ya|bien|muy) tarde\b|\b(?:tarde|noche) ya\b")

_NOT_THAT_DAY = re.compile(
    r"\bno (?:fue |paso |era |es |ocurrio )?(?:hoy|ayer|antier|anoche)\b(?=.*\b(?:hoy|ayer|antier|anoche|lunes|martes"
    r"|miercoles|jueves|viernes|sabado|domingo)\b)"
)


# 'El lunes, pero hasta hoy me decidí a reportar': the day of the call is not the day it happened.
_CALL = r"(?:(?:lo |les? |los )?(?:report|habl|llam|marc|avis|pud|pued|decid|tuve|tengo|vengo|escrib|dieron|anim))"
_TODAY_I_CALL = re.compile(
    rf"\b(?:hasta|apenas|solo|recien|por fin)\s+(?:el dia de )?hoy\b"
    rf"|\bhoy(?= (?:apenas |ya |por fin )?(?:me |que )?{_CALL})"
)
_OTHER_DAY = re.compile(
    r"\b(?:ayer|antier|anteayer|anoche|antenoche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hace"
    rf"|\d{{1,2}} de (?:{'|'.join(MONTHS)}))\b"
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


def is_now(said: str) -> bool:
    """Whether the words of a time say no more than that it was just now: 'ahorita', 'acabo de'."""
    return bool(_NOW.fullmatch(said))


def parse_time(text: str, now: datetime, asked: bool = False) -> Optional[TimeSaid]:
    """The moment that `text` speaks of, seen from `now` (aware);
    None when it names none. An hour without day or half of the day is the last one past; where it was `asked`, two
    bare numbers are hours: 'de 2 a 3'.
    """
    seen = _window(text, now) or _parse(text, now, asked)
    return seen[0] if seen else None


def find(text: str, now: Optional[datetime] = None) -> List[Found]:
    """`time`: {"text", "at", "from", "to", "future"} with ISO instants relative to `now` (default: the clock)."""
    moment = now or datetime.now().astimezone()
    seen = _window(text, moment) or _parse(text, moment)
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


def _window(text: str, now: datetime) -> Optional[Tuple[TimeSaid, int, int]]:
    """From when the vehicle was left to when it was found: 'lo dejé anoche a las 10 y hoy a las 7 ya no estaba'."""
    for before, begin in found_later.halves(text):
        left, found_so = _parse(before, now), _parse(text[begin:], now)
        if not left or not found_so or left[0].future or found_so[0].future:
            continue
        first, last = left[0].at or left[0].earliest, found_so[0].at or found_so[0].latest
        half = timedelta(hours=12)
        while found_so[0].at and last <= first:
            first, last = (first, last + half) if last + half <= now else (first - half, last)  # 'a las 9 … a la 1'
        if first < last <= now:
            end = begin + found_so[2]
            return TimeSaid(None, first, last, text[left[1] : end].strip(" ,."), False), left[1], end
    return None


def _parse(text: str, now: datetime, asked: bool = False) -> Optional[Tuple[TimeSaid, int, int]]:
    digits = spelled(text)
    t = _NOT_THAT_DAY.sub(_blank, digits.text)
    t = which_time.of_the_loss(_TODAY_I_CALL.sub(_blank, t) if _OTHER_DAY.search(t) else t)
    spans: List[Tuple[int, int]] = []

    def made(
        at: Optional[datetime], earliest: datetime, latest: datetime, future: Optional[bool] = None
    ) -> Optional[Tuple[TimeSaid, int, int]]:
        start, end = digits.said(min(s for s, _ in spans), max(e for _, e in spans))
        ahead = (earliest > now + timedelta(minutes=2)) if future is None else future
        return TimeSaid(at, earliest, latest, text[start:end].strip(" ,."), ahead), start, end

    ago = _AGO.search(t) or _BACK.search(t) or _BARE.search(t) or _BARE_PART.search(t)
    if ago and ago.re is _BARE and _A_CLOCK.match(ago.group()):
        ago = None
    if ago and not re.match(r"(?:tiene|van|llevo|tendra|llevamos|tenemos)\s+(?:\w+\s+){0,2}\d+\s*anos?", ago.group()):
        minutes = _minutes(ago)
        if minutes is not None:
            spans.append(ago.span())
            at = now - timedelta(minutes=minutes)
            slack = timedelta(minutes=max(5, minutes * 0.25))
            if minutes >= 1440:
                return made(*_days_ago(t, at, now, spans))
            return made(at, at - slack, min(now, at + slack))
    hours = between(t, bool(_PART.search(t)), asked)
    last = hours.last_day if hours else None
    if hours and last and _OTHER_DAY.search(t[: last[0]]):
        hours = hours._replace(last_day=None)
        t = t[: last[0]] + " " * (last[1] - last[0]) + t[last[1] :]  # 'de las 9 de ayer a las 6 de hoy'
    day, width = named_day(t, now, spans)
    if hours:
        beside = _PART.search(t[: hours.start] + "." + t[hours.end :])
        spans.append((hours.start, hours.end))
        return made(None, *ends(hours, day, now, period(beside[1]) if beside else None))
    clock = named_clock(t, spans)
    part = _PART.search(t)
    if clock:
        return made(*on_day(day, _with_part(t, clock, part, spans), now))
    if part and not (
        day is None
        and re.match(r"de (?:noche|dia|tarde)|a la (?:tarde|noche)|al? m", part.group())
        and not re.search(r"medio ?dia", part.group())
    ):
        spans.append(part.span())
        name = period(part[1])
        first, last = HALVES[name]
        base = day or midnight(now)
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


def _with_part(
    t: str, clock: Tuple[int, int, Optional[str]], part: "Optional[re.Match[str]]", spans: List[Tuple[int, int]]
) -> Tuple[int, int, Optional[str]]:
    """The hour with the part of the day that is said apart from it."""
    if clock[2] is None and part:
        spans.append(part.span())
        return clock[0], clock[1], period(part[1])
    late = clock[2] is None and 7 <= clock[0] <= 12 and _LATE.search(t)
    return (clock[0], clock[1], "noche") if late else clock


def _days_ago(
    t: str, at: datetime, now: datetime, spans: List[Tuple[int, int]]
) -> Tuple[Optional[datetime], datetime, datetime]:
    """The hour, or the part, of a day some days ago: 'hace tres días en la tarde'."""
    clock, day, part = named_clock(t, spans), midnight(at), _PART.search(t)
    if clock:
        return on_day(day, clock, now)
    if part:
        spans.append(part.span())
    first, last = HALVES[period(part[1]) or "tarde"] if part else (0, 24)
    return None, day + timedelta(hours=first), day + timedelta(hours=last) - timedelta(seconds=1)


def _blank(match: "re.Match[str]") -> str:
    """As many blanks, so that offsets hold."""
    return " " * len(match.group())


def _minutes(match: "re.Match[str]") -> Optional[float]:
    groups = match.groups()
    if "de hora" in match.group() and not groups[1]:
        return 15 * int(groups[3] or 1)
    if not groups[0]:
        return 90 if "media" in match.group() else 75
    scale = _SPANS.get(groups[1].rstrip("s"), _SPANS.get(groups[1], 1))
    half = groups[0].endswith(("media", "medio"))
    amount = 0.5 if half else 2 if "par" in groups[0] else float(groups[0].replace(",", "."))
    low = _GUESSES.search(match.group())
    if low and (first := int(re.match(r"\d+", low.group())[0])) < amount:  # type: ignore[index]
        amount = (first + amount) / 2
    extra = groups[2] if len(groups) > 2 and groups[2] else ""
    if "y media" in match.group() or "medio" in extra:
        amount += 0.5
    elif "cuarto" in extra:
        amount += 0.25
    elif re.search(_ODD, extra):
        amount += 0.2
    elif re.search(r"\d", extra):
        return amount * scale + int(re.sub(r"\D", "", extra)) if scale == 60 else amount * scale
    return amount * scale if amount * scale < 3_000_000 else None
