"""People of the console: their tables, roles, and the rules of passwords and lock-out. No I/O."""

import uuid
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from common.access import Actor
from common.database import Base

Instant = DateTime(timezone=True)
MIN_PASSWORD, MAX_PASSWORD = 12, 256
FREE_FAILURES = 5
FIRST_LOCK, LONGEST_LOCK = timedelta(seconds=30), timedelta(hours=1)


def wall_clock() -> datetime:
    """The real instant. Sign-ins and codes never follow CABINA_NOW: an authenticator's clock does not either."""
    return datetime.now(UTC)


class Role(StrEnum):
    """What a person of the console is."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


ROLE_NAMES = {Role.OPERATOR: "Operación", Role.SUPERVISOR: "Supervisión", Role.ADMINISTRATOR: "Administración"}

_READ = {"console", "conversations:read", "claims:read", "policies:read", "tramites:read", "coverage:check"}
_HANDLE = {"conversations:handle", "claims:write", "tramites:write", "dispatch"}
_SUPERVISE = {"review", "measures", "audit:read", "exports", "reports:read", "privacy", "views:share"}
SCOPES: dict[Role, frozenset[str]] = {
    Role.OPERATOR: frozenset(_READ | _HANDLE | {"personal-data"}),
    Role.SUPERVISOR: frozenset(_READ | _HANDLE | _SUPERVISE | {"personal-data:reveal"}),
    Role.ADMINISTRATOR: frozenset(
        _READ | _SUPERVISE | {"people:manage", "settings:manage", "dispatch:manage", "personal-data:reveal"}
    ),
}


class Stage(StrEnum):
    """How far a sign-in has come: waiting for the code, for the enrolment of a second factor, or done."""

    CODE = "code"
    ENROL = "enrol"
    OPEN = "open"


class Operator(Base):
    """A person who may sign in. `totp_last_step`: the last time step whose code was used, so that none serves twice."""

    __tablename__ = "operators"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    username: Mapped[str] = mapped_column(String(64), unique=True)
    full_name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    password_hash: Mapped[str | None] = mapped_column(Text)
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    totp_confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    totp_last_step: Mapped[int] = mapped_column(BigInteger, server_default=text("0"), default=0)
    disabled_at: Mapped[datetime | None] = mapped_column(Instant)
    last_sign_in_at: Mapped[datetime | None] = mapped_column(Instant)
    preferences: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict, server_default=text("'{}'"))
    created_at: Mapped[datetime] = mapped_column(Instant, default=wall_clock)

    @property
    def role_name(self) -> str:
        """The role in Spanish."""
        return ROLE_NAMES[Role(self.role)]

    @property
    def first_name(self) -> str:
        """What a caller is told when this person takes over."""
        return self.full_name.split()[0] if self.full_name.split() else self.username

    def actor(self) -> Actor:
        """The person as the rest of the house knows an actor."""
        return Actor("operator", str(self.id), self.full_name, SCOPES[Role(self.role)])


class OperatorSession(Base):
    """A sign-in. Only the hash of the cookie's token is kept. `reveal_until`: personal data shown until then."""

    __tablename__ = "operator_sessions"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    operator_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("operators.id", ondelete="CASCADE"))
    csrf: Mapped[str] = mapped_column(String(64))
    stage: Mapped[str] = mapped_column(String(8))
    created_at: Mapped[datetime] = mapped_column(Instant)
    last_seen_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)
    reveal_until: Mapped[datetime | None] = mapped_column(Instant)
    flash: Mapped[str | None] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(String(64))
    user_agent: Mapped[str | None] = mapped_column(String(300))

    operator: Mapped[Operator] = relationship(lazy="joined")

    __table_args__ = (Index("ix_operator_sessions_operator_id", "operator_id"),)


class PasswordLink(Base):
    """A one-time link with which a person sets a password."""

    __tablename__ = "password_links"

    token_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    operator_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("operators.id", ondelete="CASCADE"))
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)


class SignInThrottle(Base):
    """Failures in a row of one name, one second factor or one address, and until when it must wait."""

    __tablename__ = "sign_in_throttles"

    key: Mapped[str] = mapped_column(String(160), primary_key=True)
    failures: Mapped[int] = mapped_column(default=0)
    last_failure_at: Mapped[datetime] = mapped_column(Instant)
    locked_until: Mapped[datetime | None] = mapped_column(Instant)


def lock_after(failures: int, free: int = FREE_FAILURES) -> timedelta | None:
    """How long to wait after `failures` in a row: nothing up to `free`, then 30 s, doubling up to an hour."""
    if failures < free:
        return None
    doublings = min(failures - free, 10)
    return min(FIRST_LOCK * (1 << doublings), LONGEST_LOCK)


def password_fault(password: str, username: str) -> str | None:
    """Why `password` cannot be used, as a sentence for the person, or None when it can."""
    if len(password) < MIN_PASSWORD:
        return f"Use al menos {MIN_PASSWORD} caracteres. Una frase larga es fácil de recordar y difícil de adivinar."
    if len(password) > MAX_PASSWORD:
        return f"Use a lo más {MAX_PASSWORD} caracteres."
    folded = password.casefold()
    if username.casefold() in folded:
        return "La contraseña no puede contener su nombre de usuario."
    if len(set(folded)) < 5 or folded in _COMMON:
        return "Esa contraseña es demasiado fácil de adivinar. Elija otra."
    return None


_COMMON = frozenset(
    """contraseña123 contrasena123 password1234 passwordpassword 123456789012 1234567890123 qwertyuiop12 qwertyuiopas
    abcdefghijkl administrador administrator1 bienvenido123 cabinacabina mexico123456 asdfghjkl123""".split()  # noqa: SIM905
)
