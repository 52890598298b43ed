"""Who is at the console: the visitor of a page, what they may do, and what of a person's data they may see."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from hmac import compare_digest

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from common.access import Actor
from common.database import session_dependency
from common.problems import Forbidden, Problem
from console.people.model import Operator, OperatorSession, Stage, wall_clock
from console.people.sessions import COOKIE, find_session, touch

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
NAMING_PEOPLE = frozenset(
    f"{records}:{way}" for records in ("conversations", "claims", "policies", "tramites") for way in ("read", "write")
)


class SignInNeeded(Problem):
    """Nobody is signed in, or the sign-in is half done; pages lead to the form, programs get a 401."""

    status, kind, title = 401, "sign-in-needed", "Sign in first"


class ForgedForm(Forbidden):
    """A change without the token of the page that offers it."""

    kind = "forged-form"


@dataclass(frozen=True)
class Visitor:
    """The person looking at a page, with their session."""

    operator: Operator
    session: OperatorSession

    @property
    def actor(self) -> Actor:
        """The visitor as an actor of the audit trail."""
        return self.operator.actor()

    @property
    def id(self) -> uuid.UUID:
        """The operator's id."""
        return self.operator.id

    def may(self, scope: str) -> bool:
        """True when the visitor's role holds `scope`."""
        return self.actor.may(scope)

    @property
    def revealed(self) -> bool:
        """True for a while after the visitor asked to see personal data."""
        return bool(self.session.reveal_until and self.session.reveal_until > wall_clock())

    def sees_personal_data(self, held_by: uuid.UUID | str | None = None, *, blocked: bool = False) -> bool:
        """True when names, phones and the like are shown whole: to operators, to whoever holds the conversation, and
        after a reveal that was asked for and audited. What is blocked, since its person had it erased and the law
        makes the insurer keep it, only the reveal shows."""
        holds = held_by is not None and str(held_by) == str(self.id)
        return self.revealed or (not blocked and (holds or self.may("personal-data")))


async def _csrf_token(request: Request) -> str | None:
    """The token a change carries: the X-CSRF-Token header, or the form's `csrf` field."""
    if request.method in SAFE_METHODS:
        return None
    header = request.headers.get("x-csrf-token")
    if header:
        return header
    if request.headers.get("content-type", "").startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        value = (await request.form()).get("csrf")
        return value if isinstance(value, str) else None
    return None


def signed_in(*scopes: str, stages: tuple[Stage, ...] = (Stage.OPEN,)) -> Callable[..., Visitor]:
    """FastAPI dependency: the visitor, who must hold all `scopes`. Raises SignInNeeded, ForgedForm, Forbidden."""

    def dependency(
        request: Request,
        session: Session = Depends(session_dependency),
        csrf: str | None = Depends(_csrf_token),
    ) -> Visitor:
        found = find_session(session, request.cookies.get(COOKIE))
        if not found or Stage(found.stage) not in stages:
            request.state.half_done = Stage(found.stage) if found else None
            raise SignInNeeded("Su sesión terminó. Entre de nuevo para continuar.")
        visitor = Visitor(found.operator, found)
        request.state.visitor = visitor
        if request.method not in SAFE_METHODS and not compare_digest((csrf or "").encode(), found.csrf.encode()):
            raise ForgedForm("La página caducó. Recárguela y vuelva a intentarlo.")
        for scope in scopes:
            if not visitor.may(scope):
                raise Forbidden("Su función no incluye esta página.", scope=scope)
        touch(session, found)
        session.commit()  # gives the connection back until the handler, in its own thread, needs one
        return visitor

    return dependency


def operator_session(request: Request, session: Session) -> Actor | None:
    """Authenticator for `common.access`: the operator whose session cookie the request carries, or None. A change needs
    the session's X-CSRF-Token header as well, because a browser sends the cookie by itself. Records go out whole by the
    HTTP API, so whoever does not see personal data has no business there with them."""
    found = find_session(session, request.cookies.get(COOKIE))
    if not found or found.stage != Stage.OPEN:
        return None
    if request.method not in SAFE_METHODS:
        token = request.headers.get("x-csrf-token", "")
        if not compare_digest(token.encode(), found.csrf.encode()):
            return None
    visitor = Visitor(found.operator, found)
    if visitor.sees_personal_data():
        return visitor.actor
    return replace(visitor.actor, scopes=visitor.actor.scopes - NAMING_PEOPLE)
