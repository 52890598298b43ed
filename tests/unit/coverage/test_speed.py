"""The pure check takes well under a millisecond."""

import time

from tests.unit.coverage.demo import ask


def test_a_check_takes_less_than_a_millisecond() -> None:
    def seconds(runs: int = 300) -> float:
        started = time.process_time()
        for _ in range(runs):
            ask("6100001", "collision", third_parties=True, injured=1, driver_licensed=True).as_json()
        return (time.process_time() - started) / runs

    ask("6100001", "collision")
    assert min(seconds() for _ in range(3)) < 0.001
