"""Puts `learned.py` on the path of these tests."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def ear():
    """What was learned."""
    from learned import ear

    return ear()


@pytest.fixture(scope="session")
def answers():
    """What was learned of the answers to each question."""
    from learned import answers

    return answers()
