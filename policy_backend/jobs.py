"""The records' periodic tasks, for the worker."""

import asyncio

import procrastinate

from common.database import transaction
from policy_backend.siniestralidad import schedule
from policy_backend.tramites import handling

NAMESPACE = "records"
blueprint = procrastinate.Blueprint()


def _pass_due_days() -> int:
    with transaction() as session:
        return handling.pass_due_days(session)


def _write_reports() -> int:
    with transaction() as session:
        return len(schedule.write_due(session))


@blueprint.periodic(cron="5 * * * *")
@blueprint.task(name="pass_due_days", queueing_lock="records-pass-due-days")
async def pass_due_days(timestamp: int) -> None:
    """Notice the payoffs whose day of payment has passed."""
    await asyncio.to_thread(_pass_due_days)


@blueprint.periodic(cron="35 * * * *")
@blueprint.task(name="write_reports", queueing_lock="records-write-reports")
async def write_reports(timestamp: int) -> None:
    """Write last month's siniestralidad reports that are not there yet: from the first hour of the first day on."""
    await asyncio.to_thread(_write_reports)
