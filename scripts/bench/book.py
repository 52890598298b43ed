"""Coverage checks and look-ups over HTTP, on a book of a million policies in the embedded PostgreSQL."""

import json
import os
import random
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import psycopg

from cabina.postgres import RECORDS, EmbeddedPostgres
from scripts import generate_book
from scripts.bench import plain
from scripts.bench.measure import Row, Sample, concurrent, milliseconds, repeated, timed
from scripts.bench.web import cabina, served

INCIDENTS = ("collision", "total_theft", "flood", "glass", "roadside_assistance", "rollover")
CHECKS, CLIENTS, CHECKS_EACH, LOOK_UPS, KNOWN, SCANS = 1000, 8, 250, 300, 2000, 10
HEADERS = {"Authorization": "Bearer bench", "Content-Type": "application/json"}
CHECK_PATH, POLICIES_PATH = "/api/v1/coverage-checks", "/api/v1/policies"


class Known(NamedTuple):
    """A unit of the book, as a caller would name it."""

    number: str
    inciso: int
    plates: str
    vin: str
    holder: str


class Caller:
    """A program with one connection kept open. The standard library's client: it shares the cores with the server."""

    def __init__(self, url: str) -> None:
        where = urlsplit(url)
        self._connection = HTTPConnection(str(where.hostname), where.port, timeout=30)

    def call(self, method: str, path: str, body: object = None) -> None:
        """Ask and read the answer; raises RuntimeError on any status but 200."""
        content = None if body is None else json.dumps(body)
        self._connection.request(method, path, content, HEADERS)
        answer = self._connection.getresponse()
        said = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {answer.status} {said[:300]!r}")

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


def measure(folder: Path, policies: int) -> list[Row]:
    """Generate, import and ask a book of `policies` policies; the database lies in `folder` while it lasts."""
    server = EmbeddedPostgres(folder / "postgres")
    try:
        server.ensure_database(RECORDS)
        dsn = server.url(RECORDS, driver="postgresql")
        environment = os.environ | {"CABINA_DATABASE_URL": server.url(RECORDS), "CABINA_API_TOKEN": "bench"}
        file = folder / "book.csv"
        generate_book.main(policies, str(file))
        copying = plain.copy(dsn, file)
        cabina(environment, "migrate")
        _, loading = timed(lambda: cabina(environment, "import", str(file)))
        file.unlink()
        units = _known_units(dsn)
        with served(environment) as url:
            checks = _checks(url, units)
            look_ups = _look_ups(url, dsn, units)
        with served(environment, "scripts.bench.plain:app") as url:
            floor = _checks(url, units)
        return [
            Row(f"import of {policies:,} policies", f"{loading:.0f} s", f"{copying:.0f} s, bare COPY", "≤ 300 s"),
            *_check_rows(*checks, *floor),
            *look_ups,
        ]
    finally:
        server.stop()


def _known_units(dsn: str) -> list[Known]:
    """Units from all over the book."""
    with psycopg.connect(dsn) as connection:
        query = (
            "SELECT p.number, u.inciso, u.plates, u.vin, h.name FROM units u JOIN policies p ON p.id = u.policy_id"
            " JOIN holders h ON h.id = p.holder_id WHERE u.id %% 997 = 3 LIMIT %s"
        )
        return [Known(*row) for row in connection.execute(query, (KNOWN,))]


def _check(caller: Caller, units: list[Known], pick: random.Random) -> None:
    unit = pick.choice(units)
    happened = datetime.now(UTC) - timedelta(minutes=pick.randrange(600))
    body = {
        "policy_number": unit.number,
        "inciso": unit.inciso,
        "incident_type": pick.choice(INCIDENTS),
        "occurred_at": happened.isoformat(),
        "facts": {"third_parties": pick.random() < 0.5, "state": "Jalisco", "municipality": "Guadalajara"},
    }
    caller.call("POST", CHECK_PATH, body)


def _checks(url: str, units: list[Known]) -> tuple[Sample, Sample]:
    """Checks of one caller, and of CLIENTS at once."""

    def client(seed: int, times: int) -> Sample:
        caller, pick = Caller(url), random.Random(seed)  # noqa: S311
        try:
            return repeated(lambda: _check(caller, units, pick), times)
        finally:
            caller.close()

    client(0, 100)
    crowd = [lambda seed=seed: client(seed, CHECKS_EACH).seconds for seed in range(1, CLIENTS + 1)]
    return client(0, CHECKS), concurrent(crowd)


def _check_rows(alone: Sample, crowd: Sample, bare_alone: Sample, bare_crowd: Sample) -> list[Row]:
    bare = f"{milliseconds(bare_alone.percentile(0.95))}, bare FastAPI"
    return [
        Row("a coverage check, p95", milliseconds(alone.percentile(0.95)), bare, "≤ 15 ms"),
        Row(
            f"coverage checks a second, {CLIENTS} clients",
            f"{crowd.rate:.0f}",
            f"{bare_crowd.rate:.0f}, bare FastAPI",
            "≥ 300",
        ),
    ]


def _plain(name: str) -> str:
    """A name as people type it: without accents, in lower case."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def _mistyped(name: str, pick: random.Random) -> str:
    """The name with a letter left out of its longest word."""
    longest = max(name.split(), key=len)
    gone = pick.randrange(1, len(longest) - 1)
    return name.replace(longest, longest[:gone] + longest[gone + 1 :])


def _two_words(name: str, pick: random.Random) -> str:
    return " ".join(pick.sample([word for word in name.split() if len(word) > 3], 2))


def _look_ups(url: str, dsn: str, units: list[Known]) -> list[Row]:
    pick, caller = random.Random(2), Caller(url)  # noqa: S311
    asked: dict[str, tuple[str, Callable[[Known], str]]] = {
        "plates": ("plates", lambda unit: unit.plates),
        "VIN": ("vin", lambda unit: unit.vin),
        "holder, without accents": ("holder", lambda unit: _plain(unit.holder)),
        "holder, mistyped": ("holder", lambda unit: _mistyped(unit.holder, pick)),
        "holder, two words": ("holder", lambda unit: _two_words(unit.holder, pick)),
    }
    some = pick.sample(units, SCANS)
    scans = {
        "plates": ("scan", plain.plates_equal(dsn, [unit.plates for unit in some])),
        "holder, without accents": ("ILIKE", plain.holder_like(dsn, [_plain(unit.holder) for unit in some])),
    }
    peers = {what: f"{milliseconds(taken.percentile(0.95))}, {how}" for what, (how, taken) in scans.items()}
    rows = []
    for what, (parameter, said) in asked.items():

        def ask(parameter: str = parameter, said: Callable[[Known], str] = said) -> None:
            caller.call("GET", f"{POLICIES_PATH}?{urlencode({parameter: said(pick.choice(units))})}")

        repeated(ask, 20)
        took = milliseconds(repeated(ask, LOOK_UPS).percentile(0.95))
        rows.append(Row(f"look-up by {what}, p95", took, peers.get(what, "–"), "≤ 20 ms"))
    caller.close()
    return rows
