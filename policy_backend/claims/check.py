"""The coverage check of a loss, frozen with its report."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from common import clock
from policy_backend.claims.model.facts import LossFacts
from policy_backend.coverage import store as coverage
from policy_backend.coverage.clocks import place_zone
from policy_backend.coverage.intake import at_place, lenient_facts
from policy_backend.coverage.model import Facts, Loss
from policy_backend.policies.model import Policy


def _said(facts: LossFacts, reported_at: datetime) -> dict[str, Any]:
    """A claim's facts under the names of a coverage check; what `details` says of them comes first."""
    injured = 0 if facts.injuries.any is False else facts.injuries.count
    return {
        "third_parties": facts.third_parties.any,
        "injured": 1 if injured is None and facts.injuries.any else injured,
        "municipality": facts.location.municipality,
        "state": facts.location.state,
        "service": facts.service,
        "reported_at": reported_at,
    } | {name: value for name, value in facts.details.items() if value is not None}


def _loss(facts: LossFacts, reported_at: datetime) -> Loss:
    place = place_zone(facts.location.state, facts.location.municipality, clock.local_zone())
    known: Facts = lenient_facts(_said(facts, reported_at), place)
    return Loss(facts.incident_type or "other", at_place(facts.occurred_at or reported_at, place), known)


def check_loss(session: Session, policy: Policy | None, facts: LossFacts, reported_at: datetime) -> dict[str, Any]:
    """The coverage check of contracts/README.md 3, as it stands at `reported_at`; never refuses what was said."""
    loss = _loss(facts, reported_at)
    return coverage.assess(session, policy, loss, asked_at=reported_at, insurer=clock.local_zone()).as_json()


def due_instants(coverage: dict[str, Any]) -> tuple[datetime | None, datetime | None]:
    """When the adjuster and the tow truck are due, of a frozen check."""
    sla = coverage.get("sla") or {}
    adjuster, tow = (
        datetime.fromisoformat(value) if (value := sla.get(name)) else None
        for name in ("adjuster_due_at", "tow_due_at")
    )
    return adjuster, tow
