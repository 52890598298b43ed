"""The audit trail as the console writes it: who looked at or changed what, in the transaction of the act itself."""

from typing import Any

from sqlalchemy.orm import Session

from common.access import Actor
from policy_backend.audit.store import record

NOBODY = Actor("caller", "-", "Sin identificar")


def note(
    db: Session,
    actor: Actor | None,
    action: str,
    subject: str,
    subject_id: str,
    detail: dict[str, Any] | None = None,
) -> None:
    """Add an act to the trail; `actor` None is somebody who is not signed in. The caller commits."""
    record(db, actor or NOBODY, action, subject, subject_id[:200], detail)
