"""The embedded server's two databases."""

import psycopg
import pytest

from cabina.postgres import RECORDS, TRACKERS, EmbeddedPostgres


@pytest.mark.parametrize(("name", "waits"), [(RECORDS, True), (TRACKERS, False)])
def test_only_the_records_wait_for_the_disk(postgres: EmbeddedPostgres, name: str, waits: bool) -> None:
    for _ in range(2):  # at the first start and at a later one
        postgres.ensure_database(name)
    with psycopg.connect(postgres.url(name, "postgresql")) as connection:
        query = "SELECT setting, source FROM pg_settings WHERE name = 'synchronous_commit'"
        setting, source = connection.execute(query).fetchone() or ("", "")
    assert (source != "database") if waits else (setting == "off" and source == "database")
