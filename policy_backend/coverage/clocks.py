"""Which clock counts: the hours that a contract prints are hours of the place of the event (maps-autos K-38)."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from policy_backend.products.places import clock

INSURER_ZONE = ZoneInfo("America/Mexico_City")


def place_zone(state: str | None, municipality: str | None, insurer: ZoneInfo) -> ZoneInfo:
    """The zone of the place of the event; the insurer's where the state is not known."""
    return clock(state, municipality) or insurer


@dataclass(frozen=True, slots=True)
class Moment:
    """The event, the insurer's zone, and the zone of the place, on whose clock printed hours are read."""

    at: datetime
    insurer: ZoneInfo
    place: ZoneInfo

    def printed(self, instant: datetime) -> datetime:
        """When a clock of the place shows what the insurer's shows at `instant`: 12:00 stays 12:00."""
        shown = instant.astimezone(self.insurer)
        return shown if self.insurer is self.place else shown.replace(tzinfo=self.place)
