"""Coverage checks and look-ups over HTTP, on a book of a million policies in the embedded PostgreSQL."""

import os
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import psycopg

from cabina.postgres import RECORDS, EmbeddedPostgres
from scripts import generate_book
from scripts.bench.measure import Row, Sample, concurrent, milliseconds, repeated, timed
from scripts.bench.web import cabina, served

INCIDENTS = ("collision", "total_theft", "flood", "glass", "roadside_assistance", "rollover")
CHECKS, CLIENTS, CHECKS_EACH, LOOK_UPS, KNOWN = 1000, 8, 250, 300, 2000


def measure(folder: Path, policies: int) -> list[Row]:
    """Generate, import and ask a book of `policies` policies; the database lies in `folder` while it lasts."""
    server = EmbeddedPostgres(folder / "postgres")
    try:
        server.ensure_database(RECORDS)
        environment = os.environ | {"CABINA_DATABASE_URL": server.url(RECORDS), "CABINA_API_TOKEN": "bench"}
        file = folder / "book.csv"
        generate_book.main(policies, str(file))
        cabina(environment, "migrate")
        _, loading = timed(lambda: cabina(environment, "import", str(file)))
        file.unlink()
        units = _known_units(server)
        authorised = {"Authorization": "Bearer bench"}
        with served(environment) as url, httpx.Client(base_url=url, headers=authorised, timeout=30) as http:
            return [
                Row(f"import of {policies:,} policies", f"{loading:.0f} s", budget="≤ 300 s"),
                *_checks(http, units),
                *_look_ups(http, units),
            ]
    finally:
        server.stop()


def _known_units(server: EmbeddedPostgres) -> list[tuple[str, int, str, str]]:
    """Number, inciso, plates and holder of units from all over the book."""
    with psycopg.connect(server.url(RECORDS, driver="postgresql")) as connection:
        return connection.execute(
            "SELECT p.number, u.inciso, u.plates, h.name FROM units u JOIN policies p ON p.id = u.policy_id"
            " JOIN holders h ON h.id = p.holder_id"
            " WHERE u.id %% 997 = 3 LIMIT %s",
            (KNOWN,),
        ).fetchall()


def _check(http: httpx.Client, units: list[tuple[str, int, str, str]], pick: random.Random) -> None:
    number, inciso, _, _ = pick.choice(units)
    happened = datetime.now(UTC) - timedelta(minutes=pick.randrange(600))
    body = {
        "policy_number": number,
        "inciso": inciso,
        "incident_type": pick.choice(INCIDENTS),
        "occurred_at": happened.isoformat(),
        "facts": {"third_parties": pick.random() < 0.5, "state": "Jalisco", "municipality": "Guadalajara"},
    }
    http.post("/api/v1/coverage-checks", json=body).raise_for_status()


def _checks(http: httpx.Client, units: list[tuple[str, int, str, str]]) -> list[Row]:
    pick = random.Random(1)  # noqa: S311
    repeated(lambda: _check(http, units, pick), 100)
    alone = repeated(lambda: _check(http, units, pick), CHECKS)

    def client(seed: int) -> list[float]:
        mine = random.Random(seed)  # noqa: S311
        with httpx.Client(base_url=http.base_url, headers=http.headers, timeout=30) as own:
            return repeated(lambda: _check(own, units, mine), CHECKS_EACH).seconds

    crowd = concurrent([lambda seed=seed: client(seed) for seed in range(CLIENTS)])
    return [
        Row("a coverage check, p95", milliseconds(alone.percentile(0.95)), budget="≤ 15 ms"),
        Row(f"coverage checks a second, {CLIENTS} clients", f"{crowd.rate:.0f}", budget="≥ 300"),
    ]


def _look_ups(http: httpx.Client, units: list[tuple[str, int, str, str]]) -> list[Row]:
    pick = random.Random(2)  # noqa: S311

    def asking(parameter: str, column: int) -> Sample:
        def ask() -> None:
            http.get("/api/v1/policies", params={parameter: pick.choice(units)[column]}).raise_for_status()

        repeated(ask, 20)
        return repeated(ask, LOOK_UPS)

    found = {"plates": asking("plates", 2), "holder": asking("holder", 3)}
    return [Row(f"look-up by {by}, p95", milliseconds(s.percentile(0.95)), budget="≤ 20 ms") for by, s in found.items()]
