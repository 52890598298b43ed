"""Small tools of measuring: percentiles, timed calls from one or many clients, a table."""

import math
import statistics
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass
class Sample:
    """Seconds that a number of calls took, and the wall time of all."""

    seconds: list[float]
    wall: float

    def percentile(self, share: float) -> float:
        """The value that `share` (0–1) of the calls did not exceed, in seconds."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]

    @property
    def median(self) -> float:
        """Seconds of the middle call."""
        return statistics.median(self.seconds)

    @property
    def rate(self) -> float:
        """Calls a second over the whole."""
        return len(self.seconds) / self.wall


def timed(call: Callable[[], object]) -> tuple[object, float]:
    """The result of `call` and the seconds it took."""
    began = time.perf_counter()
    result = call()
    return result, time.perf_counter() - began


def repeated(call: Callable[[], object], times: int) -> Sample:
    """`call` made `times` times, one after the other."""
    began = time.perf_counter()
    return Sample([timed(call)[1] for _ in range(times)], time.perf_counter() - began)


def concurrent(clients: Iterable[Callable[[], list[float]]]) -> Sample:
    """Clients that run at once, each returning the seconds of its calls."""
    began = time.perf_counter()
    jobs = list(clients)
    with ThreadPoolExecutor(len(jobs)) as pool:
        seconds = [second for result in pool.map(lambda job: job(), jobs) for second in result]
    return Sample(seconds, time.perf_counter() - began)


def milliseconds(seconds: float) -> str:
    """Seconds as "12.3 ms"."""
    return f"{seconds * 1000:.1f} ms"


@dataclass
class Row:
    """A line of the table: what was measured, ours, the peer's, and the budget it is held to."""

    what: str
    ours: str
    peer: str = "–"
    budget: str = "–"


def table(rows: list[Row]) -> str:
    """The rows as an aligned Markdown table."""
    cells = [["measured", "Cabina", "peer", "budget"], *[[r.what, r.ours, r.peer, r.budget] for r in rows]]
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    lines = ["| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |" for line in cells]
    lines.insert(1, "|" + "|".join("-" * (w + 2) for w in widths) + "|")
    return "\n".join(lines)
