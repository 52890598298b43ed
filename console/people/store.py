"""Finding and keeping people: operators, one-time password links, lock-outs."""

import hashlib
import secrets
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import case, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from common.problems import Conflict, Invalid, NotFound
from console.people.model import (
    FREE_FAILURES,
    Operator,
    OperatorSession,
    PasswordLink,
    Role,
    SignInThrottle,
    lock_after,
    password_fault,
    wall_clock,
)

LINK_LIFE = timedelta(hours=24)
FORGET_FAILURES = timedelta(hours=24)
_hasher = PasswordHasher()
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


def token_hash(token: str) -> bytes:
    """What is kept of a secret token."""
    return hashlib.sha256(token.encode()).digest()


def username_key(username: str) -> str:
    """A user name as it is stored and compared."""
    return username.strip().casefold()[:64]


def find_by_username(session: Session, username: str) -> Operator | None:
    """The operator of that name, in any case, or None."""
    return session.scalar(select(Operator).where(Operator.username == username_key(username)))


def get(session: Session, operator_id: uuid.UUID) -> Operator:
    """The operator of that id. Raises NotFound."""
    operator = session.get(Operator, operator_id)
    if not operator:
        raise NotFound("No existe esa persona.")
    return operator


def list_all(session: Session) -> Sequence[Operator]:
    """Everyone, by name."""
    return session.scalars(select(Operator).order_by(Operator.full_name)).all()


def add(session: Session, *, username: str, full_name: str, role: Role, email: str | None = None) -> Operator:
    """A new person without a password yet. Raises Conflict when the name or the mail is taken, Invalid when empty."""
    key = username_key(username)
    if not key or not key.replace(".", "").replace("-", "").replace("_", "").isalnum():
        raise Invalid("El usuario lleva letras, números, punto, guion o guion bajo.")
    if not full_name.strip():
        raise Invalid("Falta el nombre de la persona.")
    mail = email.strip().casefold() if email and email.strip() else None
    if find_by_username(session, key):
        raise Conflict(f"Ya existe el usuario {key}.")
    if mail and session.scalar(select(Operator.id).where(Operator.email == mail)):
        raise Conflict("Ese correo ya pertenece a otra persona.")
    operator = Operator(username=key, full_name=full_name.strip()[:120], role=role, email=mail)
    session.add(operator)
    session.flush()
    return operator


def password_is_right(operator: Operator | None, password: str) -> bool:
    """True when `password` opens `operator`. Takes the same time for nobody, so that names cannot be guessed."""
    known = operator.password_hash if operator and operator.password_hash else None
    try:
        _hasher.verify(known or _NOBODY, password[:1024])
    except (VerificationError, InvalidHashError):
        return False
    return known is not None


def set_password(session: Session, operator: Operator, password: str) -> None:
    """Set the password and end every session of the person. Raises Invalid when the password cannot be used."""
    fault = password_fault(password, operator.username)
    if fault:
        raise Invalid(fault)
    operator.password_hash = _hasher.hash(password)
    revoke_sessions(session, operator.id)
    session.execute(
        update(PasswordLink)
        .where(PasswordLink.operator_id == operator.id, PasswordLink.used_at.is_(None))
        .values(used_at=wall_clock())
    )


def issue_password_link(session: Session, operator: Operator) -> str:
    """A fresh one-time token that lets the person set a password within a day; earlier ones stop working."""
    session.execute(delete(PasswordLink).where(PasswordLink.operator_id == operator.id))
    token = secrets.token_urlsafe(32)
    session.add(
        PasswordLink(token_hash=token_hash(token), operator_id=operator.id, expires_at=wall_clock() + LINK_LIFE)
    )
    session.flush()
    return token


def find_by_link(session: Session, token: str, *, lock: bool = False) -> Operator | None:
    """The person of an unused, unexpired link, or None. `lock` holds the link until the transaction ends."""
    query = select(PasswordLink).where(
        PasswordLink.token_hash == token_hash(token),
        PasswordLink.used_at.is_(None),
        PasswordLink.expires_at > wall_clock(),
    )
    link = session.scalar(query.with_for_update() if lock else query)
    operator = session.get(Operator, link.operator_id) if link else None
    return operator if operator and not operator.disabled_at else None


def disable(session: Session, operator: Operator) -> None:
    """Close the door: no sign-in, every session ended. Raises Conflict for the last active administrator."""
    if operator.role == Role.ADMINISTRATOR and active_administrators(session) <= 1 and not operator.disabled_at:
        raise Conflict("Es la única persona que administra; agregue otra antes de desactivarla.")
    operator.disabled_at = wall_clock()
    revoke_sessions(session, operator.id)


def enable(session: Session, operator: Operator) -> None:
    """Open the door again."""
    operator.disabled_at = None


def change_role(session: Session, operator: Operator, role: Role) -> None:
    """Give another role and end the person's sessions. Raises Conflict for the last active administrator."""
    if operator.role == Role.ADMINISTRATOR and role != operator.role and active_administrators(session) <= 1:
        raise Conflict("Es la única persona que administra; agregue otra antes de cambiar su función.")
    operator.role = role
    revoke_sessions(session, operator.id)


def active_administrators(session: Session) -> int:
    """How many administrators may sign in; their rows stay locked until the transaction ends."""
    rows = session.scalars(
        select(Operator.id).where(Operator.role == Role.ADMINISTRATOR, Operator.disabled_at.is_(None)).with_for_update()
    )
    return len(rows.all())


def forget_second_factor(session: Session, operator: Operator) -> None:
    """Remove the second factor, for a person who lost the phone; ends every session."""
    operator.totp_secret = operator.totp_confirmed_at = None
    operator.totp_last_step = 0
    revoke_sessions(session, operator.id)


def revoke_sessions(session: Session, operator_id: uuid.UUID, only: uuid.UUID | None = None) -> int:
    """End the sessions of a person, or `only` one of them; how many were ended."""
    query = update(OperatorSession).where(
        OperatorSession.operator_id == operator_id, OperatorSession.revoked_at.is_(None)
    )
    if only:
        query = query.where(OperatorSession.id == only)
    ended = session.scalars(query.values(revoked_at=wall_clock()).returning(OperatorSession.id)).all()
    if ended:
        session.execute(select(func.pg_notify("console_sessions", str(operator_id))))
    return len(ended)


def locked_until(session: Session, *keys: str) -> datetime | None:
    """Until when any of the keys must wait, or None."""
    until = session.scalar(select(func.max(SignInThrottle.locked_until)).where(SignInThrottle.key.in_(keys)))
    return until if until and until > wall_clock() else None


def record_failure(session: Session, key: str, free: int = FREE_FAILURES) -> datetime | None:
    """Count one more failure of `key`; until when it must now wait, or None. Safe when several fail at once."""
    now = wall_clock()
    statement = insert(SignInThrottle).values(key=key[:160], failures=1, last_failure_at=now)
    stale = SignInThrottle.last_failure_at < now - FORGET_FAILURES
    failures = session.scalar(
        statement.on_conflict_do_update(
            index_elements=[SignInThrottle.key],
            set_={
                "failures": case((stale, 1), else_=SignInThrottle.failures + 1),
                "last_failure_at": now,
            },
        ).returning(SignInThrottle.failures)
    )
    wait = lock_after(failures or 1, free)
    until = now + wait if wait else None
    session.execute(update(SignInThrottle).where(SignInThrottle.key == key[:160]).values(locked_until=until))
    return until


def forget_failures(session: Session, *keys: str) -> int:
    """Start counting again; how many keys had failures."""
    query = delete(SignInThrottle).where(SignInThrottle.key.in_(keys)).returning(SignInThrottle.key)
    return len(session.scalars(query).all())
