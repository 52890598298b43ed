"""Who is asking: an actor with scopes, found by the authenticators that `cabina.app` wires in."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from common.database import session_dependency
from common.problems import Forbidden, Unauthorized
from common.settings import settings


@dataclass(frozen=True)
class Actor:
    """Someone or something that looks at or changes a record. `kind`: program, operator, assistant, caller, system."""

    kind: str
    id: str
    name: str
    scopes: frozenset[str] = field(default_factory=frozenset)

    def may(self, scope: str) -> bool:
        """True when the actor holds `scope` or every scope ("*")."""
        return "*" in self.scopes or scope in self.scopes


SYSTEM = Actor("system", "system", "Cabina", frozenset({"*"}))


class Authenticator(Protocol):
    """Finds the actor of a request, or None when the request carries nothing it understands."""

    def __call__(self, request: Request, session: Session) -> Actor | None: ...


def bearer_token(request: Request) -> str | None:
    """The token of an `Authorization: Bearer` header, or None."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


def trusted_program(request: Request, session: Session) -> Actor | None:
    """The bearer of CABINA_API_TOKEN: the custom actions and integrations."""
    token, expected = bearer_token(request), settings().api_token
    if token and expected and hmac.compare_digest(token.encode(), expected.get_secret_value().encode()):
        return Actor("program", "api-token", "API", frozenset({"*"}))
    return None


def require(scope: str) -> Callable[..., Actor]:
    """FastAPI dependency: the request's actor, who must hold `scope`; 401 without an actor, 403 without the scope."""

    def dependency(request: Request, session: Session = Depends(session_dependency)) -> Actor:
        for authenticate in request.app.state.authenticators:
            actor: Actor | None = authenticate(request, session)
            if actor:
                session.commit()  # gives the connection back until the handler, in its own thread, needs one
                if not actor.may(scope):
                    raise Forbidden(f"This needs the scope {scope!r}.")
                return actor
        raise Unauthorized(
            "Send a valid token in 'Authorization: Bearer <token>'.", headers={"WWW-Authenticate": "Bearer"}
        )

    return dependency
