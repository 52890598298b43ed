"""The report's rows, streamed from PostgreSQL."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from common import clock
from policy_backend.claims.store.tables import ClaimRow
from policy_backend.policies.model import number_key
from policy_backend.policies.store.tables import PolicyRow, UnitRow
from policy_backend.siniestralidad.model import CAUSES, RAMO, SUBRAMOS, Row, month_bounds, status_of

AT_A_TIME = 1000
_COLUMNS = (
    ClaimRow.occurred_at, ClaimRow.reported_at, ClaimRow.inciso, ClaimRow.incident_type, ClaimRow.paid_amount,
    ClaimRow.estimate, ClaimRow.status, ClaimRow.liability, ClaimRow.salvage, ClaimRow.facts,
    ClaimRow.coverage["coverages"].label("coverages"), UnitRow.kind,
)  # fmt: skip


def midnight(day: date) -> datetime:
    """00:00 of a day on the insurer's clock."""
    return datetime.combine(day, time(0), clock.local_zone())


def _here(instant: datetime | None) -> datetime | None:
    return instant.astimezone(clock.local_zone()) if instant else None


def _place(location: dict[str, Any]) -> str | None:
    """The place in one line: what is structured, else what was said."""
    street = " ".join(part for part in (location.get("street"), location.get("number")) if part)
    between = " y ".join(location.get("between_streets") or [])
    kilometer = location.get("kilometer")
    parts = [
        street or location.get("highway"),
        f"km {kilometer:g}" if kilometer is not None else None,
        f"entre {between}" if between else None,
        f"esquina {location['corner']}" if location.get("corner") else None,
        location.get("neighborhood"),
        location.get("municipality"),
        location.get("state"),
    ]
    return ", ".join(part for part in parts if part) or location.get("text")


def _affected(coverages: list[dict[str, Any]] | None) -> str | None:
    return ", ".join(item["name"] for item in coverages or [] if item.get("status") == "applies") or None


def _row(found: Any) -> Row:
    facts, location = found.facts, found.facts["location"]
    return Row(
        _here(found.occurred_at), _place(location), _here(found.reported_at), facts["policy"]["number"], found.inciso,
        _affected(found.coverages), CAUSES.get(found.incident_type or ""), found.paid_amount, found.estimate,
        status_of(found.status, found.paid_amount), found.liability,
        location.get("municipality") or location.get("nearest_town"), RAMO,
        SUBRAMOS.get(found.kind) if found.kind else None, found.salvage, facts["vehicle"]["vin"],
        facts["vehicle"]["plates"],
    )  # fmt: skip


def rows(session: Session, month: date, policy_number: str | None = None) -> Iterator[Row]:
    """The claims reported in a month (of one policy), in the order of their numbers, a thousand in memory at a time.

    The contract does not say which month counts; the month of the report does, since a claim has exactly one.
    """
    first, next_month = month_bounds(month)
    unit_of_claim = and_(UnitRow.policy_id == PolicyRow.id, UnitRow.inciso == ClaimRow.inciso)
    query = (
        select(*_COLUMNS)
        .outerjoin(PolicyRow, PolicyRow.number_key == ClaimRow.policy_key)
        .outerjoin(UnitRow, unit_of_claim)
        .where(ClaimRow.reported_at >= midnight(first), ClaimRow.reported_at < midnight(next_month))
        .where(ClaimRow.status != "draft")
        .order_by(ClaimRow.reported_at, ClaimRow.id)
    )
    if policy_number:
        query = query.where(ClaimRow.policy_key == number_key(policy_number))
    for found in session.execute(query.execution_options(yield_per=AT_A_TIME)):
        yield _row(found)
