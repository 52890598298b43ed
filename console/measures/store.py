"""Counting: each measure is one query over a window of days, in the insurer's time zone."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from time import monotonic
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from common import clock
from common.database import transaction
from console import words
from console.formats import MONTHS
from console.measures.model import Measure, Series

KEEP_SECONDS = 60
WINDOWS = {"7": 7, "30": 30, "90": 90, "365": 365}

_BY_HOUR = text("""
    SELECT extract(hour FROM reported_at AT TIME ZONE :zone)::int AS label, channel AS name, count(*) AS value
    FROM claims WHERE reported_at >= :since GROUP BY 1, 2""")
_BY_DAY = text("""
    SELECT date_trunc(:step, reported_at AT TIME ZONE :zone)::date AS label, channel AS name, count(*) AS value
    FROM claims WHERE reported_at >= :since GROUP BY 1, 2""")
_TO_NUMBER = text("""
    SELECT date_trunc(:step, k.reported_at AT TIME ZONE :zone)::date AS label,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM k.reported_at - c.created_at)) / 60 AS half,
           percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM k.reported_at - c.created_at)) / 60 AS most
    FROM claims k JOIN conversations c ON c.id = k.conversation_id WHERE k.reported_at >= :since GROUP BY 1""")
_ALONE = text("""
    SELECT date_trunc(:step, k.reported_at AT TIME ZONE :zone)::date AS label,
           avg((c.handover_reason IS NULL AND c.taken_at IS NULL AND NOT EXISTS (
               SELECT 1 FROM messages m WHERE m.conversation_id = c.id AND m.author = 'operator'))::int) AS value
    FROM claims k JOIN conversations c ON c.id = k.conversation_id WHERE k.reported_at >= :since GROUP BY 1""")
_DROPPED = text("""
    SELECT expects AS label, count(*) AS value FROM conversations
    WHERE state = 'abandoned' AND last_message_at >= :since AND expects IS NOT NULL
    GROUP BY 1 ORDER BY 2 DESC LIMIT 12""")
_REPEATED = text("""
    WITH answers AS (
        SELECT outcome->>'expects' AS after_it, coalesce(understood, '{}') = '{}' AS nothing,
               lag(outcome->>'expects') OVER (PARTITION BY conversation_id ORDER BY id) AS asked
        FROM messages WHERE direction = 'inbound' AND created_at >= :since)
    SELECT asked AS label, avg((asked = after_it AND nothing)::int) AS value, count(*) AS size
    FROM answers WHERE asked IS NOT NULL GROUP BY 1 HAVING count(*) >= 5 ORDER BY 2 DESC LIMIT 12""")
_DEADLINES = text("""
    SELECT date_trunc(:step, adjuster_due_at AT TIME ZONE :zone)::date AS label,
           count(*) FILTER (WHERE adjuster_arrived_at <= adjuster_due_at) AS kept,
           count(*) FILTER (WHERE adjuster_arrived_at > adjuster_due_at
                            OR (adjuster_arrived_at IS NULL AND adjuster_due_at < :now)) AS missed
    FROM claims WHERE adjuster_due_at >= :since AND adjuster_due_at < :now AND status <> 'cancelled' GROUP BY 1""")


def measures(days: int, step: str) -> Sequence[Measure]:
    """Every measure over the last `days`, by `step` (day or month); counted at most once a minute."""
    return _counted(days, step, int(monotonic() // KEEP_SECONDS))


@lru_cache(maxsize=16)
def _counted(days: int, step: str, moment: int) -> tuple[Measure, ...]:
    first = clock.today() - timedelta(days=days - 1)
    if step == "month":
        first = first.replace(day=1)
    since = datetime.combine(first, time(0), clock.local_zone())
    values = {"since": since, "zone": str(clock.local_zone()), "step": step, "now": clock.now()}
    labels = _labels(first, clock.today(), step)
    with transaction() as session:
        return tuple(count(session, values, labels) for count in COUNTED)


def _labels(first: date, last: date, step: str) -> list[date]:
    if step == "day":
        return [first + timedelta(days=place) for place in range((last - first).days + 1)]
    months = [first]
    while (following := (months[-1] + timedelta(days=32)).replace(day=1)) <= last:
        months.append(following)
    return months


def _names(labels: Sequence[date], step: str) -> list[str]:
    return [f"{d.day} {MONTHS[d.month - 1]}" if step == "day" else f"{MONTHS[d.month - 1]} {d.year}" for d in labels]


def _by_name(rows: Sequence[Any], labels: Sequence[Any], table: dict[str, str]) -> list[Series]:
    found: dict[str, dict[Any, int]] = defaultdict(dict)
    for row in rows:
        found[row.name][row.label] = row.value
    return [
        Series(name, [found[code].get(label, 0) for label in labels]) for code, name in table.items() if code in found
    ]


def _reports_by_hour(session: Session, values: dict[str, Any], labels: Sequence[date]) -> Measure:
    hours = list(range(24))
    series = _by_name(session.execute(_BY_HOUR, values).all(), hours, words.CHANNELS)
    meaning = "Reportes que recibieron número, por hora del día y canal."
    return Measure("hours", "Reportes por hora", meaning, "stacked", "count", [f"{h:02d}" for h in hours], series)


def _reports_by_day(session: Session, values: dict[str, Any], labels: Sequence[date]) -> Measure:
    series = _by_name(session.execute(_BY_DAY, values).all(), labels, words.CHANNELS)
    names = _names(labels, values["step"])
    return Measure(
        "reports", "Reportes por canal", "Reportes que recibieron número.", "stacked", "count", names, series
    )


def _time_to_number(session: Session, values: dict[str, Any], labels: Sequence[date]) -> Measure:
    found = {row.label: row for row in session.execute(_TO_NUMBER, values)}
    half = [float(found[d].half) if d in found else None for d in labels]
    most = [float(found[d].most) if d in found else None for d in labels]
    series = [Series("La mitad, a lo más", half), Series("9 de cada 10, a lo más", most)]
    meaning = "Minutos desde el primer mensaje hasta el número de reporte."
    return Measure(
        "minutes", "Tiempo hasta el número", meaning, "line", "minutes", _names(labels, values["step"]), series
    )


def _without_a_person(session: Session, values: dict[str, Any], labels: Sequence[date]) -> Measure:
    found = {row.label: float(row.value) for row in session.execute(_ALONE, values)}
    series = [Series("Sin ayuda de una persona", [found.get(d) for d in labels])]
    meaning = "Parte de los reportes en que nadie pidió ni dio ayuda."
    return Measure(
        "alone",
        "Reportes terminados por el asistente",
        meaning,
        "line",
        "share",
        _names(labels, values["step"]),
        series,
    )


def _dropped(session: Session, values: dict[str, Any], labels: Sequence[date]) -> Measure:
    rows = session.execute(_DROPPED, values).all()
    names = [words.word(row.label, words.EXPECTS) for row in rows]
    series = [Series("Conversaciones abandonadas", [row.value for row in rows])]
    meaning = "Lo último que el asistente había preguntado a quien dejó de contestar."
    return Measure("dropped", "Dónde se va la gente", meaning, "bar", "count", names, series)


def _repeated(session: Session, values: dict[str, Any], labels: Sequence[date]) -> Measure:
    rows = session.execute(_REPEATED, values).all()
    names = [words.word(row.label, words.EXPECTS) for row in rows]
    series = [Series("Hubo que preguntar otra vez", [float(row.value) for row in rows])]
    meaning = "Parte de las respuestas de las que no se entendió nada y la pregunta se repitió."
    return Measure("repeated", "Preguntas que no se entienden", meaning, "bar", "share", names, series)


def _deadlines(session: Session, values: dict[str, Any], labels: Sequence[date]) -> Measure:
    found = {row.label: row for row in session.execute(_DEADLINES, values)}
    kept = [found[d].kept if d in found else 0 for d in labels]
    missed = [found[d].missed if d in found else 0 for d in labels]
    series = [Series("A tiempo", kept), Series("Tarde", missed)]
    meaning = "Llegadas del ajustador frente a la hora prometida."
    return Measure(
        "deadlines", "Plazos del ajustador", meaning, "stacked", "count", _names(labels, values["step"]), series
    )


COUNTED: tuple[Callable[[Session, dict[str, Any], Sequence[date]], Measure], ...] = (
    _reports_by_day,
    _reports_by_hour,
    _time_to_number,
    _without_a_person,
    _dropped,
    _repeated,
    _deadlines,
)
