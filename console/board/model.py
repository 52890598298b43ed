"""A row of the board, its order, and the filters that live in the URL. No I/O."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from common.clock import now
from console import claims_text

SOON = timedelta(minutes=15)
LIVE_STATES = ("open", "waiting_for_person", "with_operator")


@dataclass(frozen=True)
class BoardRow:
    """One conversation that still needs somebody or something."""

    id: UUID
    channel: str
    address: str | None
    state: str
    priority: str
    handover_reason: str | None
    operator_id: str | None
    operator_name: str | None
    expects: str | None
    last_message_at: datetime
    last_inbound_at: datetime | None
    report_number: str | None
    claim_status: str | None
    incident_type: str | None
    reported_at: datetime | None
    adjuster_due_at: datetime | None
    tow_due_at: datetime | None
    adjuster: str | None
    arrived: bool
    blocked: bool = False
    """The person had their data erased: phone and plates are hidden from everybody."""
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> str | None:
        """Where it happened, on one line."""
        return claims_text.place(self.facts)

    @property
    def vehicle(self) -> str | None:
        """What vehicle, on one line."""
        return claims_text.vehicle(self.facts)

    @property
    def plates(self) -> str | None:
        """The plates as given."""
        return claims_text.plates(self.facts)

    @property
    def missing(self) -> list[str]:
        """What nobody has said yet; nothing once the report is made."""
        return [] if self.report_number else claims_text.missing(self.facts)

    @property
    def due(self) -> datetime | None:
        """When the adjuster must be there, while he is not."""
        return None if self.arrived else self.adjuster_due_at

    @property
    def group(self) -> int:
        """0 emergency, 1 deadline past or near, 2 waiting for a person, 3 deadline ahead, 4 being told, 5 the rest."""
        if self.priority == "emergency":
            return 0
        if self.due and self.due - now() <= SOON:
            return 1
        if self.state == "waiting_for_person":
            return 2
        if self.due:
            return 3
        return 4 if self.state in LIVE_STATES else 5

    @property
    def rank(self) -> str:
        """A text that sorts rows by what matters: the group, then who has waited longest or is due first."""
        since = self.due if self.group in (0, 1, 3) and self.due else self.last_inbound_at or self.last_message_at
        seconds = int(since.timestamp())
        return f"{self.group}{seconds if self.group in (0, 1, 2, 3) else 9_999_999_999 - seconds:010d}{self.id}"


@dataclass(frozen=True)
class BoardFilter:
    """What of the board is shown; empty shows all. `mine` is an operator's id."""

    state: str = ""
    channel: str = ""
    priority: str = ""
    incident: str = ""
    place: str = ""
    mine: str = ""

    def shows(self, row: BoardRow) -> bool:
        """True when the row answers to everything asked."""
        return (
            (not self.state or row.state == self.state)
            and (not self.channel or row.channel == self.channel)
            and (not self.priority or row.priority == self.priority)
            and (not self.incident or row.incident_type == self.incident)
            and (not self.mine or row.operator_id == self.mine)
            and (not self.place or self.place.casefold() in (row.place or "").casefold())
        )
