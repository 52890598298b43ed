"""The worker's share: the outbox, the files people send, and the sweep that sees to it that nothing is forgotten."""

from uuid import UUID

import procrastinate
from anyio import to_thread
from procrastinate import JobContext, RetryStrategy
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from channels.conversations.store import send_soon
from channels.conversations.tables import Message
from channels.conversations.turns import in_transaction
from channels.twilio import catch_up, media_job, names, sending
from channels.twilio.news import follow_up, watch

NAMESPACE = names.NAMESPACE
MEDIA_TRIES = 5
_BATCH = 500

blueprint = procrastinate.Blueprint()


class FetchAgain(Exception):
    """The file was not there yet."""


@blueprint.task(name="send")
async def send(conversation_id: str) -> None:
    """Send what one conversation has queued."""
    await sending.send_queued(UUID(conversation_id))


@blueprint.task(
    name="fetch_media",
    pass_context=True,
    retry=RetryStrategy(max_attempts=MEDIA_TRIES, exponential_wait=2, retry_exceptions={FetchAgain}),
)
async def fetch_media(context: JobContext, media_id: str, message_id: int) -> None:
    """Fetch one file that a person sent."""
    last_try = (context.job.attempts if context.job else 0) >= MEDIA_TRIES - 1
    if not await to_thread.run_sync(media_job.fetch, UUID(media_id), message_id, last_try):
        raise FetchAgain


@blueprint.periodic(cron="* * * * * */5")
@blueprint.task(name="sweep", queueing_lock="twilio-sweep")
async def sweep(timestamp: int) -> None:
    """Take up queued messages that no job is at."""
    await in_transaction(send_due)


@blueprint.periodic(cron="* * * * *")
@blueprint.task(name="catch_up", queueing_lock="twilio-catch-up", lock="twilio-catch-up")
async def catch_up_missed(timestamp: int) -> None:
    """Take messages whose webhooks were missed."""
    await to_thread.run_sync(catch_up.take_missed)


@blueprint.periodic(cron="* * * * * */15")
@blueprint.task(name="news", queueing_lock="twilio-news")
async def news(timestamp: int) -> None:
    """Tell people what happened to their reports and trámites."""
    await in_transaction(watch.tell_all)


@blueprint.periodic(cron="* * * * * */20")
@blueprint.task(name="follow_up", queueing_lock="twilio-follow-up", lock="twilio-follow-up")
async def follow_up_waiting(timestamp: int) -> None:
    """Tell those who contracted it where their adjuster stands."""
    await to_thread.run_sync(follow_up.tell_due)


def send_due(session: Session) -> int:
    """Put down a job for every conversation with a queued message whose time has come; how many."""
    due = select(Message.conversation_id).where(
        Message.delivery.in_(("queued", "sending")), Message.next_attempt_at <= func.clock_timestamp()
    )
    found = session.scalars(due.distinct().order_by(Message.conversation_id).limit(_BATCH)).all()
    for conversation_id in found:
        send_soon(session, conversation_id)
    return len(found)
