"""Token buckets."""

import pytest

from channels.conversations.limits import RateLimit
from common.problems import TooMany


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_so_many_a_minute_then_a_wait_then_again():
    clock = Clock()
    limit = RateLimit("test", 60, clock)
    for _ in range(60):
        limit.take("a")
    with pytest.raises(TooMany) as refused:
        limit.take("a")
    assert refused.value.headers["Retry-After"] == "1"
    assert "911" in refused.value.detail
    limit.take("b")
    clock.seconds += 1
    limit.take("a")
    with pytest.raises(TooMany):
        limit.take("a")


def test_refused_requests_do_not_lengthen_the_wait():
    clock = Clock()
    limit = RateLimit("test", 1, clock)
    limit.take("a")
    for _ in range(10):
        clock.seconds += 5
        with pytest.raises(TooMany):
            limit.take("a")
    clock.seconds += 10
    limit.take("a")


def test_zero_lifts_it():
    limit = RateLimit("test", 0, Clock())
    for _ in range(10_000):
        limit.take("a")
