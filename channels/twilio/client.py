"""Twilio's official REST client, sent where TWILIO_API_BASE_URL says."""

import logging
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from common.settings import settings

TIMEOUT_SECONDS = 10.0
PUBLIC_API = "https://api.twilio.com"
_quiet = logging.getLogger("cabina.twilio.http")
_quiet.setLevel(logging.WARNING)  # the library writes requests with bodies and telephones at INFO


class NotConfigured(RuntimeError):
    """TWILIO_ACCOUNT_SID or TWILIO_AUTH_TOKEN is not set."""


class RedirectedHttpClient(TwilioHttpClient):  # type: ignore[misc]
    """Sends every request for a host of Twilio's to `base_url` instead, path and query unchanged."""

    def __init__(self, base_url: str, timeout: float = TIMEOUT_SECONDS) -> None:
        super().__init__(timeout=timeout, logger=_quiet)
        self._base_url = base_url.rstrip("/")
        if self.session:
            self.session.mount("http://", HTTPAdapter(pool_maxsize=16))

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        """As TwilioHttpClient.request, at the other base."""
        if self._base_url != PUBLIC_API:
            parts = urlsplit(url)
            url = f"{self._base_url}{parts.path}" + (f"?{parts.query}" if parts.query else "")
        return super().request(method, url, *args, **kwargs)


@lru_cache
def _client(account: str, token: str, base_url: str) -> Client:
    return Client(account, token, http_client=RedirectedHttpClient(base_url))


def client() -> Client:
    """The process's REST client. Raises NotConfigured."""
    now = settings()
    if not now.twilio_account_sid or not now.twilio_auth_token:
        raise NotConfigured("set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN")
    return _client(now.twilio_account_sid, now.twilio_auth_token.get_secret_value(), now.twilio_api_base_url)
