"""The database drops every connection: one kind 503, then work goes on."""

import psycopg

from common.database import conninfo


def test_a_dropped_database_is_a_503_that_says_to_try_again_and_then_works(chat):
    chat.say("hola")
    with psycopg.connect(conninfo(), autocommit=True) as connection:
        others = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = user"
        )
        assert len(connection.execute(others).fetchall()) > 1
    answers = [chat.send("choqué") for _ in range(12)]
    refused = [answer for answer in answers if answer.status_code != 200]
    assert {answer.status_code for answer in refused} <= {503}
    for answer in refused:
        assert answer.headers["retry-after"] == "2"
        assert "911" in answer.json()["detail"]
    assert answers[-1].status_code == 200
    assert refused, "the test did drop a connection in use"
