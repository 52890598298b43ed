"""Commands that need the records: the configured database, or the embedded one, started if nothing runs it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from cabina.migrate import migrate
from cabina.postgres import RECORDS, EmbeddedPostgres
from common.settings import settings


@contextmanager
def records() -> Iterator[None]:
    """The migrated database of the records is reachable in the block. An embedded server that was not running before
    is stopped afterwards."""
    config, server = settings(), None
    if not config.database_url:
        config.data_dir.mkdir(parents=True, exist_ok=True)
        folder = config.data_dir / "postgres"
        running = (folder / "postmaster.pid").exists()
        embedded = EmbeddedPostgres(folder)
        embedded.ensure_database(RECORDS)
        os.environ["CABINA_DATABASE_URL"] = embedded.url(RECORDS)
        settings.cache_clear()
        server = None if running else embedded
    try:
        migrate()
        yield
    finally:
        if server:
            server.stop()
