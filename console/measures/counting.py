"""Counting what happened, day by day in the insurer's time zone: one query a measure, over any number of days."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from common import clock
from console.measures.model import Counts

_REPORTS = text("""
    SELECT (reported_at AT TIME ZONE :zone)::date AS day,
           channel || ' ' || extract(hour FROM reported_at AT TIME ZONE :zone)::int AS key, count(*)
    FROM claims WHERE reported_at >= :since AND reported_at < :until GROUP BY 1, 2""")
_MINUTES = text("""
    SELECT (k.reported_at AT TIME ZONE :zone)::date AS day,
           greatest(ceil(extract(epoch FROM k.reported_at - c.created_at) / 60), 0)::bigint AS key, count(*)
    FROM claims k JOIN conversations c ON c.id = k.conversation_id
    WHERE k.reported_at >= :since AND k.reported_at < :until GROUP BY 1, 2""")
_ALONE = text("""
    SELECT (k.reported_at AT TIME ZONE :zone)::date AS day,
           CASE WHEN c.handover_reason IS NULL AND c.taken_at IS NULL AND NOT EXISTS (
               SELECT FROM messages m WHERE m.conversation_id = c.id AND m.author = 'operator')
           THEN 'alone' ELSE 'helped' END AS key, count(*)
    FROM claims k JOIN conversations c ON c.id = k.conversation_id
    WHERE k.reported_at >= :since AND k.reported_at < :until GROUP BY 1, 2""")
_DROPPED = text("""
    SELECT (last_message_at AT TIME ZONE :zone)::date AS day, expects AS key, count(*)
    FROM conversations
    WHERE state = 'abandoned' AND expects IS NOT NULL AND last_message_at >= :since AND last_message_at < :until
    GROUP BY 1, 2""")
_REPEATED = text("""
    SELECT (m.created_at AT TIME ZONE :zone)::date AS day,
           asked.what || CASE WHEN asked.what = m.outcome->>'expects' AND coalesce(m.understood, '{}') = '{}'
                         THEN ' again' ELSE ' understood' END AS key, count(*)
    FROM messages m, LATERAL (
        SELECT before.outcome->>'expects' AS what FROM messages before
        WHERE before.conversation_id = m.conversation_id AND before.id < m.id AND before.direction = 'inbound'
        ORDER BY before.id DESC LIMIT 1) asked
    WHERE m.direction = 'inbound' AND m.outcome->>'handled_by' IS DISTINCT FROM 'operator' AND m.outcome IS NOT NULL
      AND asked.what IS NOT NULL AND m.created_at >= :since AND m.created_at < :until GROUP BY 1, 2""")
_DEADLINES = text("""
    SELECT (adjuster_due_at AT TIME ZONE :zone)::date AS day,
           CASE WHEN adjuster_arrived_at <= adjuster_due_at THEN 'kept' ELSE 'missed' END AS key, count(*)
    FROM claims
    WHERE adjuster_due_at >= :since AND adjuster_due_at < :until AND status <> 'cancelled'
      AND (adjuster_due_at < :now OR adjuster_arrived_at <= adjuster_due_at) GROUP BY 1, 2""")
QUERIES = {
    "reports": _REPORTS,
    "minutes": _MINUTES,
    "alone": _ALONE,
    "dropped": _DROPPED,
    "repeated": _REPEATED,
    "deadlines": _DEADLINES,
}


def count(session: Session, first: date, last: date) -> dict[date, Counts]:
    """What happened on each day from `first` to `last`, both included; a quiet day has no counts."""
    zone = clock.local_zone()
    values: dict[str, Any] = {
        "zone": str(zone),
        "since": datetime.combine(first, time(0), zone),
        "until": datetime.combine(last + timedelta(days=1), time(0), zone),
        "now": clock.now(),
    }
    days: dict[date, Counts] = {first + timedelta(days=place): {} for place in range((last - first).days + 1)}
    for measure, query in QUERIES.items():
        found: dict[date, dict[str, int]] = defaultdict(dict)
        for day, key, number in session.execute(query, values):
            found[day][str(key)] = number
        for day, counted in found.items():
            days[day][measure] = counted
    return days
