"""Facts as other programs keep them (a claim's `details`), taken leniently: what cannot be used is unknown."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from policy_backend.coverage.loss import FACT_NAMES, Facts
from policy_backend.coverage.schemas import FactsIn

EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def at_place(instant: datetime, place: ZoneInfo) -> datetime:
    """`instant`, read on the clock of the place where it has no offset.

    What lies before 1900 or after 2200 becomes those bounds: no policy is near, and calendars end somewhere.
    """
    if not EARLIEST.year <= instant.year < LATEST.year:
        return EARLIEST if instant.year < EARLIEST.year else LATEST
    return instant if instant.tzinfo else instant.replace(tzinfo=place)


def facts_of(parsed: FactsIn, place: ZoneInfo) -> Facts:
    """The facts of a validated request."""
    values = {name: getattr(parsed, name) for name in FACT_NAMES}
    for name in ("denuncia_at", "reported_at"):
        if isinstance(values[name], datetime):
            values[name] = at_place(values[name], place)
    return Facts(**values)


def lenient_facts(said: Mapping[str, Any], place: ZoneInfo) -> Facts:
    """The facts among `said` that can be used; the others are unknown."""
    known = {name: value for name, value in said.items() if name in FACT_NAMES}
    while True:
        try:
            return facts_of(FactsIn.model_validate(known), place)
        except ValidationError as error:
            for name in {str(item["loc"][0]) for item in error.errors()}:
                known.pop(name, None)
