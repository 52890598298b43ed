"""Signing in: password, second factor, and the server-side session that a cookie's token opens."""

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest
from urllib.parse import urlsplit

import pyotp
from fastapi import Request, Response
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from common.settings import settings
from console.people import store
from console.people.model import Operator, OperatorSession, Role, Stage, wall_clock
from console.settings import console_settings

COOKIE = "cabina_session"
HALF_DONE_LIFE = timedelta(minutes=10)
TOUCH_EVERY = timedelta(minutes=1)
ADDRESS_FREE_FAILURES = 20
ISSUER = "Cabina"


@dataclass(frozen=True)
class Refused:
    """A sign-in that did not succeed. `until`: when it may be tried again, where there is a wait."""

    reason: str
    until: datetime | None = None


def throttle_keys(username: str, address: str) -> tuple[str, str]:
    """The keys whose failures a sign-in counts."""
    return f"user:{store.username_key(username)}", f"address:{address[:64]}"


def check_password(session: Session, username: str, password: str, address: str) -> Operator | Refused:
    """The operator whose password this is, or why not. Counts failures; the caller commits."""
    by_name, by_address = throttle_keys(username, address)
    until = store.locked_until(session, by_name, by_address)
    if until:
        return Refused("locked", until)
    operator = store.find_by_username(session, username)
    if not store.password_is_right(operator, password) or not operator or operator.disabled_at:
        waits = [
            store.record_failure(session, by_name),
            store.record_failure(session, by_address, ADDRESS_FREE_FAILURES),
        ]
        return Refused("wrong", max((wait for wait in waits if wait), default=None))
    store.forget_failures(session, by_name)
    return operator


def next_stage(operator: Operator) -> Stage:
    """What stands between a right password and the console for this person."""
    if operator.totp_confirmed_at:
        return Stage.CODE
    policy = console_settings().second_factor_policy
    if policy == "required" or (policy == "privileged" and operator.role != Role.OPERATOR):
        return Stage.ENROL
    return Stage.OPEN


def open_session(
    session: Session, operator: Operator, stage: Stage, *, address: str | None, user_agent: str | None
) -> str:
    """Start a session and return the cookie's token. A half-done sign-in lives ten minutes."""
    token, now = secrets.token_urlsafe(32), wall_clock()
    life = timedelta(hours=console_settings().session_hours) if stage == Stage.OPEN else HALF_DONE_LIFE
    session.add(
        OperatorSession(
            token_hash=store.token_hash(token),
            operator_id=operator.id,
            csrf=secrets.token_urlsafe(24),
            stage=stage,
            created_at=now,
            last_seen_at=now,
            expires_at=now + life,
            address=(address or "")[:64] or None,
            user_agent=(user_agent or "")[:300] or None,
        )
    )
    if stage == Stage.OPEN:
        operator.last_sign_in_at = now
    session.flush()
    return token


def find_session(session: Session, token: str | None) -> OperatorSession | None:
    """The live session of a token, or None when it is unknown, revoked, expired, idle or its owner disabled."""
    if not token or len(token) > 200:
        return None
    found = session.scalar(select(OperatorSession).where(OperatorSession.token_hash == store.token_hash(token)))
    now = wall_clock()
    if not found or found.revoked_at or found.expires_at <= now or found.operator.disabled_at:
        return None
    if found.last_seen_at < now - timedelta(minutes=console_settings().session_idle_minutes):
        return None
    return found


def touch(session: Session, found: OperatorSession) -> None:
    """Note that the person is there, at most once a minute. Commits."""
    now = wall_clock()
    if found.last_seen_at < now - TOUCH_EVERY:
        session.execute(update(OperatorSession).where(OperatorSession.id == found.id).values(last_seen_at=now))
        session.commit()


def still_open(session: Session, session_id: uuid.UUID) -> bool:
    """True while a session that is already known has not ended; for long-lived streams."""
    found = session.get(OperatorSession, session_id, populate_existing=True)
    return bool(found and not found.revoked_at and found.expires_at > wall_clock() and not found.operator.disabled_at)


def new_totp(session: Session, operator: Operator) -> str:
    """The provisioning URI of the secret being enrolled; made once until it is confirmed."""
    if not operator.totp_secret:
        operator.totp_secret = pyotp.random_base32()
        session.flush()
    return pyotp.TOTP(operator.totp_secret).provisioning_uri(name=operator.username, issuer_name=ISSUER)


def use_code(session: Session, operator: Operator, code: str) -> bool:
    """True when `code` is the present one (30 s of tolerance each way) and was not used before; marks it used."""
    digits = "".join(character for character in code if character.isdigit())
    if not operator.totp_secret or len(digits) != 6:
        return False
    totp, now = pyotp.TOTP(operator.totp_secret), wall_clock()
    step = int(now.timestamp()) // totp.interval
    for candidate in (step, step - 1, step + 1):
        if compare_digest(totp.generate_otp(candidate), digits):
            used = session.scalar(
                update(Operator)
                .where(Operator.id == operator.id, Operator.totp_last_step < candidate)
                .values(totp_last_step=candidate)
                .returning(Operator.id)
            )
            return used is not None
    return False


def set_cookie(response: Response, token: str, life: timedelta | None = None) -> None:
    """Give the browser its token: unreadable to scripts, same-site, secure where the public URL is https."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int((life or timedelta(hours=console_settings().session_hours)).total_seconds()),
        path="/",
        httponly=True,
        samesite="lax",
        secure=secure_cookies(),
    )


def secure_cookies() -> bool:
    """True when the console is published over https."""
    return urlsplit(settings().public_url).scheme == "https"


def client_address(request: Request) -> str:
    """The address of the browser, as uvicorn knows it (behind a proxy: with `--proxy-headers`)."""
    return request.client.host if request.client else "unknown"
