"""A hundred open boards while conversations move: from a message's commit to its row's arrival on each board."""

import asyncio
import re
import threading
import time
from collections import defaultdict
from itertools import cycle
from urllib.parse import urlsplit

import httpx
import psycopg

from scripts.bench.measure import Row, Sample, milliseconds

BOARDS, A_SECOND, SECONDS = 100, 50, 15
TALKS = 200
_ROW = re.compile(rb'"id": "([0-9a-f-]{36})"')
_SAY = """
    INSERT INTO messages (conversation_id, direction, author, channel, text, created_at, attempts)
    VALUES (%(talk)s, 'outbound', 'assistant', 'web', '¿En qué calle está y con qué cruza?', now(), 0)
"""
_MOVE = "UPDATE conversations SET last_message_at = now(), last_inbound_at = now() WHERE id = %(talk)s"


def measure(url: str, browser: httpx.Client, database: str) -> Row:
    """BOARDS boards and A_SECOND messages a second for SECONDS seconds."""
    sample = asyncio.run(_watch(url, "; ".join(f"{name}={value}" for name, value in browser.cookies.items()), database))
    print(f"  {len(sample.seconds):,} rows arrived on {BOARDS} boards, p50 {milliseconds(sample.median)}")
    what = f"a change on each of {BOARDS} boards, {A_SECOND} conversations moving a second, p95"
    return Row(what, milliseconds(sample.percentile(0.95)), budget="≤ 1,000 ms")


async def _watch(url: str, cookie: str, database: str) -> Sample:
    sent: dict[bytes, list[float]] = defaultdict(list)
    late: list[float] = []
    boards = [asyncio.create_task(_board(url, cookie, sent, late)) for _ in range(BOARDS)]
    await asyncio.sleep(4)
    began = time.perf_counter()
    stop = threading.Event()
    try:
        await asyncio.to_thread(_talk, database, sent, stop)
        await asyncio.sleep(2)
    finally:
        stop.set()
        for board in boards:
            board.cancel()
        await asyncio.gather(*boards, return_exceptions=True)
    return Sample(late, time.perf_counter() - began)


async def _board(url: str, cookie: str, sent: dict[bytes, list[float]], late: list[float]) -> None:
    """One open board: for each row that arrives, how long ago its conversation's latest change was committed."""
    where = urlsplit(url)
    reader, writer = await asyncio.open_connection(where.hostname, where.port, limit=1 << 24)
    try:
        request = f"GET /console/board/events HTTP/1.1\r\nHost: {where.netloc}\r\nCookie: {cookie}\r\n\r\n"
        writer.write(request.encode())
        while line := await reader.readline():
            if line.startswith(b"data: ["):
                here = time.perf_counter()
                for talk in _ROW.findall(line):
                    if earlier := [then for then in sent[talk] if then <= here]:
                        late.append(here - earlier[-1])
    finally:
        writer.close()


def _talk(database: str, sent: dict[bytes, list[float]], stop: threading.Event) -> None:
    """A_SECOND messages a second, each in a transaction of its own, as turns are answered; when each was committed."""
    with psycopg.connect(database, autocommit=True) as connection:
        query = "SELECT id FROM conversations WHERE state = 'open' ORDER BY last_message_at DESC LIMIT %s"
        talks = cycle([row[0] for row in connection.execute(query, (TALKS,))])
        due = time.perf_counter()
        for _ in range(A_SECOND * SECONDS):
            if stop.is_set():
                return
            talk = next(talks)
            with connection.transaction():
                connection.execute(_SAY, {"talk": talk})
                connection.execute(_MOVE, {"talk": talk})
            sent[str(talk).encode()].append(time.perf_counter())
            due += 1 / A_SECOND
            time.sleep(max(0.0, due - time.perf_counter()))
