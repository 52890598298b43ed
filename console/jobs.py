"""The console's deferred work: the measures, the vocabulary of search, and the time that data are kept."""

from datetime import datetime

import procrastinate
from anyio import to_thread

from common import clock
from common.access import SYSTEM
from common.database import transaction
from console.measures import store as measures
from console.privacy.store import apply_retention
from console.search.words import catch_up

NAMESPACE = "console"
ROUNDS = 20
blueprint = procrastinate.Blueprint()


@blueprint.periodic(cron="* * * * *")
@blueprint.task(name="vocabulary", queueing_lock="console-vocabulary")
async def vocabulary(timestamp: int) -> None:
    """Learn the words said since the last time, in bounded rounds."""
    for _ in range(ROUNDS):
        if not await to_thread.run_sync(_catch_up):
            return


def _catch_up() -> int:
    with transaction() as session:
        return catch_up(session)


@blueprint.periodic(cron="* * * * *")
@blueprint.task(name="measures", queueing_lock="console-measures", lock="console-measures")
async def count_measures(timestamp: int) -> None:
    """Count what happened anew: today every minute, what lies farther back less often."""
    await to_thread.run_sync(_count, datetime.fromtimestamp(timestamp, clock.local_zone()))


def _count(moment: datetime) -> None:
    with transaction() as session:
        measures.refresh(session, measures.due(session, moment))


@blueprint.periodic(cron="30 9 * * *")
@blueprint.task(name="retention", queueing_lock="console-retention")
async def retention(timestamp: int) -> None:
    """Delete and anonymise what is past its time, at night in Mexico, in bounded rounds."""
    for _ in range(ROUNDS):
        if not await to_thread.run_sync(_retain):
            return


def _retain() -> int:
    with transaction() as session:
        return sum(apply_retention(session, SYSTEM).values())
