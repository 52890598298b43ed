"""The console over a million messages: every page, and how soon a change is on the boards of a hundred operators."""

import os
import re
import sys
from pathlib import Path

import httpx

from cabina.postgres import RECORDS, EmbeddedPostgres
from scripts.bench import boards
from scripts.bench.measure import Row, milliseconds, repeated, timed
from scripts.bench.web import run, served
from tests.e2e.console.seed import PASSWORD

PAGES = (
    "/console", "/console/conversations/{talk}", "/console/dispatch", "/console/search?q=choque",
    "/console/search?q=yanta+robaron", "/console/search?q=oscar+pena", "/console/search?q=33+1234+5678",
    "/console/policies?holder=mendez", "/console/policies/1042587", "/console/tramites",
    "/console/review?kind=random", "/console/review?kind=low_confidence", "/console/measures",
    "/console/measures?days=365&step=month", "/console/measures/minutes.svg?days=365", "/console/siniestralidad",
    "/console/audit",
)  # fmt: skip
ROUNDS = 20


def measure(folder: Path, messages: int) -> list[Row]:
    """Load `messages` messages into a database in `folder` and open the console over them."""
    server = EmbeddedPostgres(folder / "postgres")
    try:
        server.ensure_database(RECORDS)
        environment = os.environ | {
            "CABINA_DATABASE_URL": server.url(RECORDS),
            "CABINA_API_TOKEN": "bench",
            "PYTHONWARNINGS": "ignore",
        }
        load = (sys.executable, "-m", "scripts.bench.console_load", str(messages))
        _, seconds = timed(lambda: run(environment, *load))
        print(f"loaded {messages:,} messages in {seconds:.0f} s", flush=True)
        with served(environment) as url:
            return [_pages(url), boards.measure(url, sign_in(url, "sofia"), server.url(RECORDS, driver="postgresql"))]
    finally:
        server.stop()


def sign_in(url: str, person: str) -> httpx.Client:
    """A browser in which the person has signed in."""
    client = httpx.Client(base_url=url, headers={"accept": "text/html"}, follow_redirects=True, timeout=60)
    token = re.search(r'name="csrf" value="([^"]+)"', client.get("/console/login").text)
    assert token, "no sign-in form"
    client.post("/console/login", data={"csrf": token[1], "username": person, "password": PASSWORD})
    return client


def _pages(url: str) -> Row:
    """Each page once and then ROUNDS times, one after another; the slowest page's p95 stands in the table."""
    client = sign_in(url, "marta")
    talk = re.findall(r'href="/console/conversations/([0-9a-f-]{36})"', client.get("/console").text)[0]
    slowest, which = 0.0, ""
    for page in PAGES:
        path = page.format(talk=talk)
        _, first = timed(lambda path=path: client.get(path).raise_for_status())  # type: ignore[misc]
        sample = repeated(lambda path=path: client.get(path).raise_for_status(), ROUNDS)  # type: ignore[misc]
        p95 = sample.percentile(0.95)
        print(f"  {page:42} first {milliseconds(first)}, p50 {milliseconds(sample.median)}, p95 {milliseconds(p95)}")
        if p95 > slowest:
            slowest, which = p95, page.split("?")[0]
    return Row(
        f"{len(PAGES)} pages of the console, the slowest ({which}), p95", milliseconds(slowest), budget="≤ 200 ms"
    )


def main() -> None:
    """Only this part of the benchmark: `python -m scripts.bench.console [MESSAGES]`."""
    from scripts.bench.__main__ import folder, table  # noqa: PLC0415 (it imports this module)

    with folder() as path:
        print(table(measure(path, int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)))


if __name__ == "__main__":
    main()
