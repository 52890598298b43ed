"""How many transactions a process has under way at once."""

import asyncio
import threading

from sqlalchemy.orm import Session

from channels.conversations.turns import in_transaction, limit_transactions


def test_the_others_wait_in_line(database: str) -> None:
    lock, under_way, most = threading.Lock(), 0, 0
    met = threading.Barrier(2)

    def work(_: Session) -> None:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        met.wait(10)  # two are let in at once, or this breaks
        with lock:
            under_way -= 1

    async def crowd() -> None:
        limit_transactions(2)
        await asyncio.gather(*(in_transaction(work) for _ in range(6)))

    asyncio.run(crowd())
    assert most == 2
