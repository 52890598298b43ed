"""Signing in with the company's identity provider, against a provider that runs here and can lie."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from pydantic import SecretStr

from console.people.model import Role
from console.settings import console_settings


class Provider:
    """An OpenID provider: `claims` go over the right ones, `key` signs."""

    def __init__(self) -> None:
        self.published = self.key = RSAKey.generate_key(2048, parameters={"kid": "one"})
        self.claims: dict[str, Any] = {}
        self.nonce = ""
        self.asked: dict[str, list[str]] = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path.startswith("/.well-known"):
                    names = {"issuer": "", "authorization_endpoint": "/auth"}
                    names |= {"token_endpoint": "/token", "jwks_uri": "/jwks"}
                    self._send({name: provider.url + path for name, path in names.items()})
                else:
                    self._send({"keys": [provider.published.as_dict(private=False)]})

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                provider.asked = parse_qs(body)
                self._send({"id_token": provider.token(), "token_type": "Bearer", "access_token": "x"})

            def _send(self, body: dict[str, Any]) -> None:
                content = json.dumps(body).encode()
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def token(self) -> str:
        right = {
            "iss": self.url, "aud": "cabina", "sub": "1", "exp": int(time.time()) + 300, "iat": int(time.time()),
            "nonce": self.nonce, "email": "sofia@cabina.example", "email_verified": True,
        }  # fmt: skip
        return jwt.encode({"alg": "RS256", "kid": "one"}, right | self.claims, self.key)


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    running = Provider()
    monkeypatch.setattr(console_settings(), "oidc_issuer", running.url)
    monkeypatch.setattr(console_settings(), "oidc_client_id", "cabina")
    monkeypatch.setattr(console_settings(), "oidc_client_secret", SecretStr("secreto"))
    yield running
    running.server.shutdown()


def sign_in(visitor: Any, provider: Provider) -> Any:
    answer = visitor.get("/console/oidc?next=/console/account")
    sent = parse_qs(urlsplit(answer.headers["location"]).query)
    provider.nonce = sent["nonce"][0]
    assert sent["code_challenge_method"] == ["S256"]
    return visitor.get(f"/console/oidc/callback?state={sent['state'][0]}&code=abc")


def test_who_the_provider_vouches_for_gets_in(provider, browser, add_person):
    add_person(email="sofia@cabina.example")
    visitor = browser()
    assert "Entrar con" in visitor.get("/console/login").text
    answer = sign_in(visitor, provider)
    assert (answer.status_code, answer.headers["location"]) == (303, "/console/account")
    assert provider.asked["grant_type"] == ["authorization_code"] and provider.asked["code_verifier"]
    assert visitor.get("/console/account").status_code == 200


@pytest.mark.parametrize(
    "lie",
    [
        {"aud": "otra"}, {"iss": "https://malo.example"}, {"nonce": "otro"}, {"exp": 1},
        {"email": "nadie@cabina.example"},
        {"email_verified": False}, {"email": None},
    ],
    ids="-".join,
)  # fmt: skip
def test_an_answer_that_does_not_fit_is_refused(provider, browser, add_person, lie):
    add_person(email="sofia@cabina.example")
    provider.claims = lie
    visitor = browser()
    assert sign_in(visitor, provider).status_code == 403
    assert visitor.get("/console/account").status_code == 303


def test_a_token_of_another_key_or_another_browser_is_refused(provider, browser, add_person):
    add_person("sofia", Role.OPERATOR, email="sofia@cabina.example")
    provider.key = RSAKey.generate_key(2048, parameters={"kid": "one"})
    assert sign_in(browser(), provider).status_code == 403
    provider.key = provider.published
    assert browser().get("/console/oidc/callback?state=x&code=y").status_code == 403


def test_without_the_setting_there_is_no_such_door(browser):
    visitor = browser()
    assert visitor.get("/console/oidc").status_code == 404
    assert "Entrar con" not in visitor.get("/console/login").text
