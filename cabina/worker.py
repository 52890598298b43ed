"""The worker: deferred turns, outgoing messages, sweeps. `main` runs it; SIGTERM ends it cleanly."""

import asyncio
import os

import procrastinate
from procrastinate import JobContext
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from channels.conversations import jobs as conversation_jobs
from channels.conversations.rasa import RasaClient
from channels.conversations.turns import Turns, limit_transactions
from channels.twilio import jobs as twilio_jobs
from common import logs
from common.database import conninfo
from common.settings import settings
from console import jobs as console_jobs
from policy_backend import jobs as records_jobs

HEARTBEAT_SECONDS = 3.0
STALLED_SECONDS = 12.0
"""Silence after which a worker counts as dead and its jobs are given to others."""
CONCURRENCY = 10
TRANSACTIONS = 3
"""At once; more would only take the processors and the disk from those who wait for an answer."""
NICENESS = 10
"""Deferred work gives way to whoever waits for an answer now: web, the assistant, the database."""

BLUEPRINTS = {
    conversation_jobs.NAMESPACE: conversation_jobs.blueprint,
    twilio_jobs.NAMESPACE: twilio_jobs.blueprint,
    console_jobs.NAMESPACE: console_jobs.blueprint,
    records_jobs.NAMESPACE: records_jobs.blueprint,
}
"""Every component's tasks, by namespace; a component adds its own here."""

upkeep = procrastinate.Blueprint()


@upkeep.periodic(cron="* * * * * */5")
@upkeep.task(name="revive", queueing_lock="upkeep-revive", pass_context=True)
async def revive(context: JobContext, timestamp: int) -> None:
    """Give the jobs of workers that died to those that live; where the same work waits already, let the dead one go."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS):
        try:
            await manager.retry_job(job)
        except UniqueViolation:
            await manager.finish_job(job, Status.FAILED, delete_job=True)


def create_worker_app() -> procrastinate.App:
    """The procrastinate application with every component's tasks; not opened yet."""
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=conninfo(), min_size=2, max_size=6))
    for namespace, blueprint in {**BLUEPRINTS, "upkeep": upkeep}.items():
        app.add_tasks_from(blueprint, namespace=namespace)
    return app


async def work() -> None:
    """Work until SIGTERM or SIGINT; jobs under way get five seconds to end, and are taken up again if they do not."""
    limit_transactions(TRANSACTIONS)
    rasa = RasaClient(settings().rasa_urls)
    async with create_worker_app().open_async() as app:
        await app.run_worker_async(
            name="cabina",
            concurrency=CONCURRENCY,
            fetch_job_polling_interval=2.0,
            shutdown_graceful_timeout=5.0,
            update_heartbeat_interval=HEARTBEAT_SECONDS,
            stalled_worker_timeout=STALLED_SECONDS,
            delete_jobs="successful",
            additional_context={"rasa": rasa, "turns": Turns(rasa)},
        )
    await rasa.close()


def main() -> None:
    """Run the worker in this process."""
    logs.configure()
    os.nice(NICENESS)
    asyncio.run(work())
