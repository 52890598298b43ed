"""The roll-up that the measures are read from: days are counted in the background and summed when somebody looks.

Today and the days before it are counted again every minute, the last weeks every hour, everything every night: what
changes late (an adjuster who arrives after midnight, a report cancelled the next week) finds its day that soon.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from common import clock
from console.measures.counting import count
from console.measures.model import Counts, Measure
from console.measures.summing import SUMMED, Period
from console.measures.tables import MeasuredDay

WINDOWS = {"7": 7, "30": 30, "90": 90, "365": 365}
EVERY_MINUTE, EVERY_HOUR, EVERY_NIGHT = 3, 35, 400
"""How many days, today included, are counted again."""
NIGHT = 3
"""The hour of the insurer's clock at which everything is."""


def due(session: Session, moment: datetime) -> int:
    """How many days, today included, are to be counted at `moment`, a minute of the insurer's clock: everything the
    first time, and never less than what was missed while nobody counted."""
    latest = session.scalar(select(func.max(MeasuredDay.day)))
    if latest is None or (moment.hour == NIGHT and moment.minute == 0):
        return EVERY_NIGHT
    missed: int = min((clock.today() - latest).days, EVERY_NIGHT - EVERY_MINUTE)
    return max(EVERY_HOUR if moment.minute == 0 else 0, EVERY_MINUTE + missed)


def refresh(session: Session, days: int) -> None:
    """Count the last `days` days, today included, anew. The caller commits."""
    last = clock.today()
    counted = count(session, last - timedelta(days=days - 1), last)
    statement = insert(MeasuredDay)
    statement = statement.on_conflict_do_update(
        index_elements=["day"],
        set_={"counts": statement.excluded.counts, "counted_at": statement.excluded.counted_at},
    )
    rows = [{"day": day, "counts": counts, "counted_at": clock.now()} for day, counts in counted.items()]
    session.execute(statement, rows)


def measures(session: Session, days: int, step: str, name: str | None = None) -> Sequence[Measure]:
    """Every measure over the last `days`, by `step` (day or month), or the one called `name`; as last counted."""
    period = Period(clock.today(), days, step)
    wanted = [summed for summed in SUMMED if name in (None, summed.name)]
    counts = _counts(session, period.first)
    return [summed.measure(counts, period) for summed in wanted]


def counted_at(session: Session) -> datetime | None:
    """When the latest day was last counted; None before the first time."""
    query = select(MeasuredDay.counted_at).order_by(MeasuredDay.day.desc()).limit(1)
    return session.scalar(query)


def _counts(session: Session, first: date) -> dict[date, Counts]:
    query = select(MeasuredDay.day, MeasuredDay.counts).where(MeasuredDay.day >= first)
    return dict(session.execute(query).all())
