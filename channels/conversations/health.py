"""Whether what a turn stands on is usable now; the pieces of GET /readyz."""

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from channels.conversations.rasa import RasaClient
from common.database import engine

_WORKERS = text("SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '30 seconds'")


def database_ready() -> bool:
    """True when the database answers and has the tables of conversations."""
    try:
        with engine().connect() as connection:
            connection.execute(text("SELECT 1 FROM conversations LIMIT 1"))
    except SQLAlchemyError:
        return False
    return True


def worker_ready() -> bool:
    """True when a worker gave a sign of life in the last 30 seconds."""
    try:
        with engine().connect() as connection:
            return bool(connection.scalar(_WORKERS))
    except SQLAlchemyError:
        return False


async def rasa_ready(rasa: RasaClient) -> bool:
    """True when an instance of Rasa answers and has its model loaded; the web application's client is
    `request.state.rasa`."""
    return await rasa.ready()
