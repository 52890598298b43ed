"""WhatsApp, SMS and calls over the real application and database, with simulated Twilio and a stand-in for Rasa."""

import asyncio
import functools
from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from procrastinate import App

from tests.integration.twilio.calling import LAURA, OPERATOR
from tests.rasa_stand_in import RasaStandIn, rasa_stand_in
from tests.twilio_simulator import SimulatedTwilio, Webhooks
from tests.twilio_simulator.account import ACCOUNT_SID, AUTH_TOKEN, SMS_FROM, WHATSAPP_FROM
from tests.twilio_simulator.phone import PhoneCall

PUBLIC_URL = "https://cabina.example.mx"


@pytest.fixture
def rasa() -> Iterator[RasaStandIn]:
    with rasa_stand_in() as stand_in:
        yield stand_in


@pytest.fixture
def twilio() -> Iterator[SimulatedTwilio]:
    with SimulatedTwilio(public_url=PUBLIC_URL) as simulated:
        yield simulated


@pytest.fixture
def configured(
    twilio: SimulatedTwilio, rasa: RasaStandIn, monkeypatch: pytest.MonkeyPatch
) -> Iterator[pytest.MonkeyPatch]:
    """The environment of a configured account; a test may change it before the application starts."""
    from common.settings import settings

    for name, value in {
        "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
        "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
        "TWILIO_SMS_FROM": SMS_FROM,
        "TWILIO_WHATSAPP_FROM": WHATSAPP_FROM,
        "TWILIO_API_BASE_URL": twilio.url,
        "CABINA_PUBLIC_URL": PUBLIC_URL,
        "CABINA_OPERATOR_PHONE": OPERATOR,
        "CABINA_RASA_URL": rasa.url,
    }.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def client(database: str, configured: pytest.MonkeyPatch, application: FastAPI) -> Iterator[TestClient]:
    with TestClient(application) as client:
        yield client


@pytest.fixture
def webhooks(client: TestClient) -> Webhooks:
    return Webhooks(client, PUBLIC_URL)


@pytest.fixture
def call(webhooks: Webhooks) -> PhoneCall:
    """A call of Laura's that has been answered."""
    return PhoneCall(webhooks, LAURA).start()


@functools.cache
def _worker_app() -> App:
    """One a test run: making it again would name the tasks twice."""
    from cabina.worker import create_worker_app

    return create_worker_app()


async def _work() -> None:
    from channels.conversations.rasa import RasaClient
    from channels.conversations.turns import Turns
    from common.settings import settings

    rasa = RasaClient(settings().rasa_urls)
    async with _worker_app().open_async() as app:
        await app.run_worker_async(
            wait=False, delete_jobs="successful", additional_context={"rasa": rasa, "turns": Turns(rasa)}
        )
    await rasa.close()


@pytest.fixture
def work(database: str) -> Iterator[Callable[[], None]]:
    """Run the worker until nothing is due."""
    from sqlalchemy import text

    from common.database import transaction

    due = text(
        "SELECT EXISTS (SELECT FROM procrastinate_jobs WHERE status = 'todo' "
        "AND (scheduled_at IS NULL OR scheduled_at <= now()))"
    )

    def run() -> None:
        for _ in range(5):
            with transaction() as session:
                if not session.scalar(due):
                    return
            asyncio.run(_work())

    yield run
    with transaction() as session:
        session.execute(text("DELETE FROM procrastinate_jobs"))


@pytest.fixture
def make_due(database: str) -> Callable[[], None]:
    """Let the back-off of everything that waits be over, and the sweeps find it."""
    from sqlalchemy import text

    from channels.conversations.jobs import defer_pending
    from channels.twilio.jobs import send_due
    from common.database import transaction

    def run() -> None:
        with transaction() as session:
            session.execute(text("UPDATE messages SET next_attempt_at = now() - interval '1 second'"))
            session.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"))
            defer_pending(session)
            send_due(session)

    return run
