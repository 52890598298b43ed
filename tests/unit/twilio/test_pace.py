"""Messages leave evenly."""

import asyncio

from channels.twilio.pace import Pace


def test_messages_that_come_together_go_one_after_another_and_a_late_one_at_once() -> None:
    now, gone = 100.0, []

    async def sleep(seconds: float) -> None:
        gone.append(now + seconds)

    async def send(pace: Pace) -> None:
        nonlocal now
        for _ in range(3):
            await pace.keep(4)
        now = 100.6
        await pace.keep(4)
        now = 200.0
        await pace.keep(4)

    asyncio.run(send(Pace(lambda: now, sleep)))
    assert gone == [100.0, 100.25, 100.5, 100.75, 200.0]
