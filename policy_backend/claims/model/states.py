"""The life of a claim: draft → reported → assigned → on_site → closed, or cancelled on the way."""

from typing import Literal, get_args

Status = Literal["draft", "reported", "assigned", "on_site", "closed", "cancelled"]
Event = Literal["report", "assign", "arrive", "tow_arrive", "close", "cancel", "reopen"]
EVENTS: tuple[Event, ...] = get_args(Event)

TRANSITIONS: dict[tuple[Status, Event], Status] = {
    ("draft", "report"): "reported",
    ("reported", "assign"): "assigned",
    ("assigned", "assign"): "assigned",
    ("on_site", "assign"): "assigned",
    ("assigned", "arrive"): "on_site",
    ("reported", "tow_arrive"): "reported",
    ("assigned", "tow_arrive"): "assigned",
    ("on_site", "tow_arrive"): "on_site",
    ("reported", "close"): "closed",
    ("assigned", "close"): "closed",
    ("on_site", "close"): "closed",
    ("reported", "cancel"): "cancelled",
    ("assigned", "cancel"): "cancelled",
    ("on_site", "cancel"): "cancelled",
    ("closed", "reopen"): "reported",
    ("cancelled", "reopen"): "reported",
}


class TransitionRefused(Exception):
    """The event has no meaning in the claim's present state."""

    def __init__(self, status: Status, event: Event) -> None:
        self.status, self.event = status, event
        self.possible = possible_events(status)
        super().__init__(
            f"A claim that is {status} cannot take {event!r}; it can take {', '.join(self.possible) or 'nothing'}."
        )


def possible_events(status: Status) -> list[Event]:
    """What may happen to a claim in this state."""
    return [event for (state, event) in TRANSITIONS if state == status]


def next_status(status: Status, event: Event) -> Status:
    """The state after `event`. Raises TransitionRefused."""
    try:
        return TRANSITIONS[status, event]
    except KeyError:
        raise TransitionRefused(status, event) from None
