"""How fast messages go out: not faster than Twilio takes them, nor so fast that whoever waits for an answer waits for
the outbox."""

import asyncio
import time
from collections.abc import Awaitable, Callable


class Pace:
    """Lets messages go one after another, evenly; those that come together wait in line."""

    def __init__(
        self,
        seconds: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._seconds, self._sleep = seconds, sleep
        self._free_at = 0.0

    async def keep(self, per_second: float) -> None:
        """Wait until the next message may go."""
        now = self._seconds()
        at = max(now, self._free_at)
        self._free_at = at + 1 / per_second
        await self._sleep(at - now)
