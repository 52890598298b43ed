"""The demonstration book in the test's database."""

import pytest

from common.database import transaction
from policy_backend.policies import demo_book


@pytest.fixture
def book(database: str) -> None:
    """The demonstration book, loaded."""
    with transaction() as session:
        assert demo_book.load(session) == 14
