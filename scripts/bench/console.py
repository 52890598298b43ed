"""The console over a million messages: `python -m scripts.bench.console [--messages N]` prints pages and board latency.

Needs a running console whose database is seeded by `tests.e2e.console.seed`: CABINA_DATABASE_URL is that database and
CABINA_PUBLIC_URL where it is served. The messages are added to it, so give it a database of its own.
"""

import argparse
import asyncio
import json
import re
import threading
import time
from collections import defaultdict

import httpx
from sqlalchemy import select, text, update

from channels.conversations import store
from channels.conversations.tables import Conversation
from common import clock
from common.database import engine, transaction
from common.settings import settings
from scripts.bench.console_load import CLAIMS, CONVERSATIONS, MESSAGES, WORDS
from tests.e2e.console.seed import PASSWORD

PAGES = (
    "/console", "/console/dispatch", "/console/search?q=choque", "/console/search?q=yanta+robaron",
    "/console/search?q=oscar+pena", "/console/search?q=33+1234+5678", "/console/policies?holder=mendez",
    "/console/tramites", "/console/review?kind=random", "/console/review?kind=low_confidence", "/console/measures",
    "/console/audit",
)  # fmt: skip
BOARDS, A_SECOND, SECONDS, ROUNDS = 100, 50, 15, 20


def load(messages: int) -> None:
    """Add `messages` messages in conversations of ten, most of them reported and closed."""
    values = {"conversations": messages // 10, "words": WORDS, "count": len(WORDS)}
    with engine().begin() as connection:
        for statement in (CONVERSATIONS, MESSAGES, CLAIMS):
            connection.execute(text(statement), values)
    with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def sign_in(person: str) -> httpx.Client:
    """A browser in which the person has signed in."""
    client = httpx.Client(
        base_url=settings().public_url, headers={"accept": "text/html"}, follow_redirects=True, timeout=60
    )
    token = re.search(r'name="csrf" value="([^"]+)"', client.get("/console/login").text)
    assert token, "no sign-in form"
    client.post("/console/login", data={"csrf": token[1], "username": person, "password": PASSWORD})
    return client


def shares(milliseconds: list[float]) -> str:
    """`p50 … p95 … max …` of some times."""
    ordered = sorted(milliseconds)
    places = (len(ordered) // 2, int(len(ordered) * 0.95), -1)
    return "p50 {:.0f} ms, p95 {:.0f} ms, max {:.0f} ms".format(*(ordered[place] for place in places))


def measure_pages() -> None:
    """Each page ROUNDS times, one after another."""
    client = sign_in("marta")
    for path in PAGES:
        times = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            client.get(path).raise_for_status()
            times.append((time.perf_counter() - began) * 1000)
        print(f"{path:40} first {times[0]:.0f} ms; then {shares(times[1:])}")


def change(sent: dict[str, list[float]], stop: threading.Event) -> None:
    """Move A_SECOND conversations a second, noting when each change was committed."""
    with transaction() as session:
        ids = session.scalars(select(Conversation.id).where(Conversation.state == "open").limit(200)).all()
    due = time.perf_counter()
    for place in range(A_SECOND * SECONDS):
        if stop.is_set():
            return
        identity = ids[place % len(ids)]
        with transaction() as session:
            session.execute(update(Conversation).where(Conversation.id == identity).values(last_message_at=clock.now()))
            store.announce(session, identity)
        sent[str(identity)].append(time.perf_counter())
        due += 1 / A_SECOND
        time.sleep(max(0.0, due - time.perf_counter()))


async def measure_board() -> None:
    """BOARDS open boards while conversations move: from a change's commit to its row's arrival."""
    cookies = dict(sign_in("sofia").cookies)
    sent: dict[str, list[float]] = defaultdict(list)
    late: list[float] = []
    limits = httpx.Limits(max_connections=BOARDS + 10)
    async with httpx.AsyncClient(
        base_url=settings().public_url, cookies=cookies, timeout=httpx.Timeout(60), limits=limits
    ) as client:

        async def listen() -> None:
            async with client.stream("GET", "/console/board/events") as answer:
                async for line in answer.aiter_lines():
                    if line.startswith("data: ["):
                        here = time.perf_counter()
                        for item in json.loads(line[6:]):
                            if times := [then for then in sent[item["id"]] if then <= here]:
                                late.append((here - times[-1]) * 1000)

        boards = [asyncio.create_task(listen()) for _ in range(BOARDS)]
        await asyncio.sleep(4)
        stop = threading.Event()
        await asyncio.to_thread(change, sent, stop)
        await asyncio.sleep(1)
        for board in boards:
            board.cancel()
        await asyncio.gather(*boards, return_exceptions=True)
    print(f"{BOARDS} boards, {A_SECOND} changes a second: {len(late)} rows arrived, {shares(late)}")


def main() -> None:
    """Load, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--loaded", action="store_true", help="the messages are there already")
    chosen = parser.parse_args()
    if not chosen.loaded:
        began = time.perf_counter()
        load(chosen.messages)
        print(f"loaded {chosen.messages:,} messages in {time.perf_counter() - began:.0f} s")
    measure_pages()
    asyncio.run(measure_board())


if __name__ == "__main__":
    main()
