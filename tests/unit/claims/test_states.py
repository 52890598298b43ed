"""A claim's life."""

from typing import get_args

import pytest

from policy_backend.claims.model.states import (
    EVENTS,
    TRANSITIONS,
    Status,
    TransitionRefused,
    next_status,
    possible_events,
)


def test_the_straight_road() -> None:
    status: Status = "draft"
    for event in ("report", "assign", "arrive", "close"):
        status = next_status(status, event)
    assert status == "closed"


@pytest.mark.parametrize("status", get_args(Status))
@pytest.mark.parametrize("event", EVENTS)
def test_what_is_not_a_transition_is_refused(status: Status, event: str) -> None:
    if (status, event) in TRANSITIONS:
        assert event in possible_events(status)
    else:
        with pytest.raises(TransitionRefused):
            next_status(status, event)


def test_a_report_never_becomes_a_draft_again() -> None:
    assert "draft" not in TRANSITIONS.values()
