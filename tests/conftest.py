"""Fixtures of the whole suite: a real PostgreSQL, a migrated database, an application."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

os.environ.setdefault("CABINA_API_TOKEN", "test-token")


@pytest.fixture(scope="session")
def postgres() -> Iterator["EmbeddedPostgres"]:  # noqa: F821
    """A PostgreSQL server of this test run's own."""
    from cabina.postgres import EmbeddedPostgres

    folder = Path(tempfile.mkdtemp(prefix="cabina-test-"))
    folder.chmod(0o755)
    server = EmbeddedPostgres(folder / "pg")
    with psycopg.connect(server.url("postgres", "postgresql"), autocommit=True) as connection:
        for guard in ("fsync", "synchronous_commit", "full_page_writes"):  # nothing here has to survive a power cut
            connection.execute(f"ALTER SYSTEM SET {guard} = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated(postgres: "EmbeddedPostgres") -> str:  # noqa: F821
    """The URL of a migrated, empty database; the process's engine points at it."""
    from cabina.migrate import migrate
    from common.settings import settings

    postgres.ensure_database("cabina_test")
    os.environ["CABINA_DATABASE_URL"] = postgres.url("cabina_test")
    settings.cache_clear()
    migrate()
    return os.environ["CABINA_DATABASE_URL"]


def empty_tables() -> None:
    """Empty every table of the database that the process's engine points at."""
    from sqlalchemy import text
    from sqlalchemy.exc import OperationalError

    from common.database import Base, transaction

    tables = [f'"{table.name}"' for table in Base.metadata.sorted_tables]
    filled = " UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT FROM {table})" for table in tables)
    for attempt in range(3):
        try:
            with transaction() as session:
                if names := session.scalars(text(filled)).all():
                    session.execute(text(f"TRUNCATE {', '.join(names)} RESTART IDENTITY CASCADE"))
            return
        except OperationalError:  # a deadlock with a request that the test left to end by itself
            if attempt == 2:
                raise


@pytest.fixture
def database(migrated: str) -> Iterator[str]:
    """The migrated database, emptied after the test."""
    yield migrated
    empty_tables()


@pytest.fixture(scope="session")
def application() -> "FastAPI":  # noqa: F821
    """The whole web application; what it keeps while it runs is made anew for each client."""
    from cabina.app import create_app

    return create_app()


@pytest.fixture
def api(database: str, application: "FastAPI") -> Iterator["TestClient"]:  # noqa: F821
    """A client of the whole web application, authorised as a trusted program."""
    from fastapi.testclient import TestClient

    with TestClient(application, headers={"Authorization": "Bearer test-token"}) as client:
        yield client
