"""The insurer's clock. Everything that asks what time it is asks here, so that CABINA_NOW can fix it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from common.settings import settings


def now() -> datetime:
    """The present instant, aware, in UTC; CABINA_NOW where it is set."""
    return (settings().fixed_now or datetime.now(UTC)).astimezone(UTC)


def local_zone() -> ZoneInfo:
    """The insurer's time zone (CABINA_TIMEZONE)."""
    return ZoneInfo(settings().timezone)


def local_now() -> datetime:
    """The present instant in the insurer's time zone."""
    return now().astimezone(local_zone())


def today() -> date:
    """The insurer's calendar day."""
    return local_now().date()


def local_iso(instant: datetime) -> str:
    """`instant` (aware) as ISO 8601 in the insurer's time zone, to the millisecond."""
    return instant.astimezone(local_zone()).isoformat(timespec="milliseconds")
