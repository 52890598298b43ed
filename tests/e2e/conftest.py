"""One running stack for all end-to-end tests."""

from collections.abc import Iterator

import pytest

from tests.stack import Stack, running


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """The running stack that the end-to-end tests share."""
    with running() as stack:
        yield stack
