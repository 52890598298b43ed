"""Every conversation kept as data holds, whole, against the running stack."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conversations.player import play, scenarios
from tests.stack import Stack

FOLDER = Path(__file__).resolve().parents[1] / "conversations"


@pytest.mark.parametrize("scenario", scenarios(FOLDER), ids=lambda scenario: scenario["id"])
def test_conversation_holds(stack: Stack, scenario: dict[str, Any]) -> None:
    with httpx.Client(base_url=stack.url) as http:
        outcome = play(http, stack.token, scenario)
    assert not outcome.failures, f"{outcome.failures}\n{outcome.transcript()}"
