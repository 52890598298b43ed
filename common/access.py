"""Who is asking: an actor with scopes. A trusted program, or whom the authenticators of `cabina.app` find."""

import hmac
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from fastapi import Request
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from common.database import new_session
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
    """Finds the actor of a request in the database, or None when the request carries nothing it understands."""

    def __call__(self, request: Request, session: Session) -> Actor | None: ...


def bearer_token(request: Request) -> str | None:
    """The token of an `Authorization: Bearer` header, or None."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


def trusted_program(request: Request) -> Actor | None:
    """The bearer of CABINA_API_TOKEN: the custom actions and integrations."""
    token, expected = bearer_token(request), settings().api_token
    if token and expected and hmac.compare_digest(token.encode(), expected.get_secret_value().encode()):
        return Actor("program", "api-token", "API", frozenset({"*"}))
    return None


def _of_session(authenticators: Sequence[Authenticator], request: Request) -> Actor | None:
    """The first actor that an authenticator finds in the database, in a session of its own, ended before the handler
    asks for one."""
    with new_session() as session:
        actor = next((found for find in authenticators if (found := find(request, session))), None)
        session.commit()
    return actor


def require(scope: str) -> Callable[..., Awaitable[Actor]]:
    """FastAPI dependency: the request's actor, who must hold `scope`; 401 without an actor, 403 without the scope."""

    async def dependency(request: Request) -> Actor:
        actor = trusted_program(request)  # without a thread: most requests of programs end their search here
        if actor is None:
            actor = await run_in_threadpool(_of_session, request.app.state.authenticators, request)
        if actor is None:
            raise Unauthorized(
                "Send a valid token in 'Authorization: Bearer <token>'.", headers={"WWW-Authenticate": "Bearer"}
            )
        if not actor.may(scope):
            raise Forbidden(f"This needs the scope {scope!r}.")
        return actor

    return dependency
