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
