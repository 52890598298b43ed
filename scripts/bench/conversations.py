"""Turns of whole conversations over the public HTTP API, everything stored, alone and twenty at once."""

import itertools
from pathlib import Path
from typing import Any

import httpx

from scripts.bench.measure import Sample, concurrent
from tests.conversations.player import play, scenarios
from tests.stack import ROOT, Stack

FOLDER = Path(ROOT, "tests/conversations")


def _hold(stack: Stack, several: list[dict[str, Any]]) -> list[float]:
    """Play the scenarios one after the other; seconds of each turn."""
    with httpx.Client(base_url=stack.url) as http:
        return [second for one in several for second in play(http, stack.token, one).seconds]


def alone(stack: Stack, number: int) -> Sample:
    """`number` conversations, one at a time, after two that warm the processes up."""
    all_scenarios = itertools.cycle(scenarios(FOLDER))
    _hold(stack, list(itertools.islice(all_scenarios, 2)))
    return concurrent([lambda: _hold(stack, list(itertools.islice(all_scenarios, number)))])


def at_once(stack: Stack, clients: int, each: int) -> Sample:
    """`clients` callers at the same time, each holding `each` conversations without a pause."""
    all_scenarios = itertools.cycle(scenarios(FOLDER))
    shares = [list(itertools.islice(all_scenarios, each)) for _ in range(clients)]
    return concurrent([lambda share=share: _hold(stack, share) for share in shares])
