"""One PostgreSQL for the records: the engine, the declarative base, sessions."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from functools import lru_cache

from psycopg.conninfo import make_conninfo
from sqlalchemy import Engine, MetaData, create_engine, make_url
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

from common.settings import settings

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of every table."""

    metadata = MetaData(naming_convention=NAMING)


class DatabaseNotConfigured(RuntimeError):
    """No CABINA_DATABASE_URL reached this process; `cabina run` sets it to the embedded PostgreSQL."""


@lru_cache
def engine() -> Engine:
    """The process's engine. Raises DatabaseNotConfigured when no URL is set."""
    url = settings().database_url
    if not url:
        raise DatabaseNotConfigured("CABINA_DATABASE_URL is not set; start through `make run` or set it")
    # The connection used last is used next: it has its statements prepared and its plans at hand.
    return create_engine(url, pool_size=20, max_overflow=20, pool_use_lifo=True, pool_recycle=1800)


def conninfo() -> str:
    """The same database for psycopg itself (libpq's connection string)."""
    url = make_url(settings().database_url or "")
    if not url.database:
        raise DatabaseNotConfigured("CABINA_DATABASE_URL is not set; start through `make run` or set it")
    parts = {"host": url.host, "port": url.port, "user": url.username, "password": url.password, "dbname": url.database}
    parts |= {key: str(value) for key, value in url.query.items()}
    return make_conninfo("", **{key: value for key, value in parts.items() if value is not None})


@lru_cache
def _session_factory() -> sessionmaker[Session]:
    return sessionmaker(engine(), expire_on_commit=False)


@lru_cache
def _reading_factory() -> sessionmaker[Session]:
    return sessionmaker(engine().execution_options(isolation_level="AUTOCOMMIT"))


def new_session() -> Session:
    """A session the caller closes."""
    return _session_factory()()


def reading_session() -> Session:
    """A session the caller closes, for reading only: no transaction around the statements, two round trips fewer."""
    return _reading_factory()()


@contextmanager
def transaction() -> Iterator[Session]:
    """A session in a transaction: committed at the end of the block, rolled back on any exception."""
    with _session_factory().begin() as session:
        yield session


async def session_dependency() -> AsyncIterator[Session]:
    """FastAPI dependency: a session for one request; the handler commits what it means to keep.

    It ends on the event loop: were it to wait for a thread, a burst of requests could hold every connection while all
    threads wait for one.
    """
    with _session_factory()() as session:
        yield session


async def reading_session_dependency() -> AsyncIterator[Session]:
    """FastAPI dependency: a session for a request that only reads."""
    with reading_session() as session:
        yield session
