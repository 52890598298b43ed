"""Signing in with the company's identity provider (OpenID Connect, authorization code with PKCE), by setting."""

import secrets
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode

import httpx
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from itsdangerous import BadSignature, URLSafeTimedSerializer
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import select
from sqlalchemy.orm import Session

from common.settings import settings
from console.people.model import Operator
from console.settings import ConsoleSettings, console_settings

FLOW_SECONDS = 600
TIMEOUT = httpx.Timeout(10.0)
ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "PS256"]


class SignInFailed(Exception):
    """The identity provider's answer cannot be believed, or names nobody of this console."""


@dataclass(frozen=True)
class Flow:
    """A sign-in under way: what the browser keeps, signed, while it is at the provider's."""

    state: str
    nonce: str
    verifier: str
    next: str


def _serializer(config: ConsoleSettings) -> URLSafeTimedSerializer:
    secret = config.oidc_client_secret.get_secret_value() if config.oidc_client_secret else ""
    token = settings().api_token
    key = secret + (token.get_secret_value() if token else "")
    if not key:
        raise SignInFailed("CABINA_OIDC_CLIENT_SECRET is not set")
    return URLSafeTimedSerializer(key, salt="cabina-oidc")


def redirect_uri() -> str:
    """The URL to register at the provider."""
    return f"{settings().public_url.rstrip('/')}/console/oidc/callback"


def _metadata(config: ConsoleSettings, client: httpx.Client) -> dict[str, Any]:
    issuer = (config.oidc_issuer or "").rstrip("/")
    answer = client.get(f"{issuer}/.well-known/openid-configuration").raise_for_status().json()
    if str(answer.get("issuer", "")).rstrip("/") != issuer:
        raise SignInFailed("the provider's metadata names another issuer")
    return cast(dict[str, Any], answer)


def begin(next_url: str) -> tuple[str, str]:
    """(where to send the browser, the signed value of its cookie). Raises SignInFailed when the provider is away."""
    config = console_settings()
    flow = Flow(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48), next_url)
    try:
        with httpx.Client(timeout=TIMEOUT) as client:
            metadata = _metadata(config, client)
    except httpx.HTTPError as error:
        raise SignInFailed("the identity provider does not answer") from error
    query = {
        "response_type": "code",
        "client_id": config.oidc_client_id,
        "redirect_uri": redirect_uri(),
        "scope": "openid email profile",
        "state": flow.state,
        "nonce": flow.nonce,
        "code_challenge": create_s256_code_challenge(flow.verifier),
        "code_challenge_method": "S256",
    }
    return f"{metadata['authorization_endpoint']}?{urlencode(query)}", _serializer(config).dumps(flow.__dict__)


def finish(session: Session, cookie: str, state: str, code: str) -> tuple[Operator, str]:
    """The operator of a returned sign-in and the page asked for. Raises SignInFailed.

    The ID token must be signed by the provider, for this client, with this flow's nonce, and carry a verified e-mail
    of an active operator: nobody is created by signing in."""
    config = console_settings()
    try:
        flow = Flow(**_serializer(config).loads(cookie, max_age=FLOW_SECONDS))
    except (BadSignature, TypeError) as error:
        raise SignInFailed("the sign-in took too long or began elsewhere") from error
    if not secrets.compare_digest(flow.state, state):
        raise SignInFailed("the state does not match")
    claims = _claims(config, flow, code)
    email = str(claims.get("email") or "").casefold()
    if not email or claims.get("email_verified") is False:
        raise SignInFailed("the provider gave no verified e-mail")
    operator = session.scalar(select(Operator).where(Operator.email == email, Operator.disabled_at.is_(None)))
    if not operator:
        raise SignInFailed("that e-mail belongs to nobody of this console")
    return operator, flow.next


def _claims(config: ConsoleSettings, flow: Flow, code: str) -> dict[str, Any]:
    secret = config.oidc_client_secret.get_secret_value() if config.oidc_client_secret else ""
    try:
        with httpx.Client(timeout=TIMEOUT) as client:
            metadata = _metadata(config, client)
            answer = client.post(
                metadata["token_endpoint"],
                data={
                    "grant_type": "authorization_code",
                    "code": code,
                    "redirect_uri": redirect_uri(),
                    "code_verifier": flow.verifier,
                },
                auth=(config.oidc_client_id or "", secret),
            ).raise_for_status()
            keys = client.get(metadata["jwks_uri"]).raise_for_status().json()
        token = jwt.decode(answer.json()["id_token"], KeySet.import_key_set(keys), algorithms=ALGORITHMS)
        jwt.JWTClaimsRegistry(
            leeway=60,
            iss={"essential": True, "value": metadata["issuer"]},
            aud={"essential": True, "value": config.oidc_client_id or ""},
            exp={"essential": True},
            nonce={"essential": True, "value": flow.nonce},
        ).validate(token.claims)
    except (httpx.HTTPError, JoseError, KeyError, ValueError) as error:
        raise SignInFailed(f"the provider's answer cannot be used: {type(error).__name__}") from error
    return dict(token.claims)
