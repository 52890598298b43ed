"""How much one conversation and one address may send: token buckets in this process's memory.

With several web processes each has its own buckets, so the limits are per process; they protect the service from a
flood, they are no contract with anybody.
"""

import time
from collections import OrderedDict
from collections.abc import Callable

from channels.conversations.metrics import LIMITED
from common.problems import TooMany

_REMEMBERED = 50_000


class RateLimit:
    """At most `per_minute` a minute for each key, that many at once at first; 0 lifts the limit."""

    def __init__(self, name: str, per_minute: int, seconds: Callable[[], float] = time.monotonic) -> None:
        self._name, self._per_minute, self._seconds = name, per_minute, seconds
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> None:
        """Count one. Raises TooMany, with `Retry-After` in seconds, when the key has none left."""
        if not self._per_minute:
            return
        now = self._seconds()
        left, since = self._buckets.pop(key, (float(self._per_minute), now))
        left = min(float(self._per_minute), left + (now - since) * self._per_minute / 60)
        self._buckets[key] = (max(left - 1, 0) if left >= 1 else left, now)
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        if left < 1:
            LIMITED.labels(self._name).inc()
            wait = max(1, round((1 - left) * 60 / self._per_minute))
            raise TooMany(
                "Recibimos muchos mensajes seguidos. Espere unos segundos y vuelva a enviarlo; nada se ha perdido. "
                "Si es una emergencia, llame al 911.",
                headers={"Retry-After": str(wait)},
            )
