"""Alembic's environment: one branch of migrations a component, under one lock, so that replicas may start at once."""

from alembic import context
from sqlalchemy import text

from common.database import Base, engine

MIGRATION_LOCK = 0x0CAB19A


def run_migrations() -> None:
    with engine().connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": MIGRATION_LOCK})
        connection.commit()
        try:
            context.configure(connection=connection, target_metadata=Base.metadata)
            with context.begin_transaction():
                context.run_migrations()
            connection.commit()
        finally:
            connection.rollback()
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": MIGRATION_LOCK})
            connection.commit()


run_migrations()
