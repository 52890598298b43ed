"""The first administrator: made once, with a link instead of a password that ships."""

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from common.settings import settings
from console.people import store
from console.people.model import Operator, Role

FIRST_RUN_LOCK = 0x0CAB1FA


def ensure_administrator(session: Session) -> str | None:
    """While no active administrator has a way in: make one if there is none, and return the URL to set the password.
    None once somebody administers. Each call replaces the link of the call before. The caller commits."""
    session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": FIRST_RUN_LOCK})
    administrators = select(Operator).where(Operator.role == Role.ADMINISTRATOR, Operator.disabled_at.is_(None))
    if session.scalar(
        select(func.count()).select_from(administrators.where(Operator.password_hash.is_not(None)).subquery())
    ):
        return None
    operator = session.scalar(administrators.order_by(Operator.created_at).limit(1))
    if operator is None:
        operator = store.add(session, username="admin", full_name="Administración", role=Role.ADMINISTRATOR)
    token = store.issue_password_link(session, operator)
    return f"{settings().public_url.rstrip('/')}/console/password/{token}"
