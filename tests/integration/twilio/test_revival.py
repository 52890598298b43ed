"""Work that a killed worker held comes back, also when the same work was put down again meanwhile."""

from collections.abc import Callable

from sqlalchemy import select, text

from channels.conversations import store
from channels.conversations.tables import Conversation
from common.database import transaction
from tests.twilio_simulator import SimulatedTwilio, Webhooks

LAURA = "whatsapp:+523318452290"


def test_a_dead_workers_lock_is_freed(webhooks: Webhooks, work: Callable[[], None], twilio: SimulatedTwilio) -> None:
    webhooks.message(LAURA, "choqué")
    work()
    with transaction() as session:
        conversation = session.scalars(select(Conversation)).one()
        store.say(session, conversation, "operator", "Ya va el ajustador.")
        worker = session.scalar(
            text("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 minute') RETURNING id")
        )
        session.execute(
            text("UPDATE procrastinate_jobs SET status = 'doing', worker_id = :worker WHERE task_name = 'twilio:send'"),
            {"worker": worker},
        )
        store.send_soon(session, conversation.id)
        session.execute(
            text(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, args) "
                "VALUES ('default', 'upkeep:revive', '{\"timestamp\": 0}')"
            )
        )
    work()
    work()
    assert twilio.account.to(LAURA)[-1] == "Ya va el ajustador."
    with transaction() as session:
        assert session.scalar(text("SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing'")) == 0
