"""Webhooks as Twilio sends them: form-encoded, signed with the real algorithm, repeated when they fail."""

import time
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import httpx
from twilio.request_validator import RequestValidator

from tests.twilio_simulator.account import ACCOUNT_SID, AUTH_TOKEN, SMS_FROM, WHATSAPP_FROM

FORM = "application/x-www-form-urlencoded"


def message_sid() -> str:
    """A new MessageSid."""
    return "SM" + uuid4().hex


def call_sid() -> str:
    """A new CallSid."""
    return "CA" + uuid4().hex


class Webhooks:
    """Posts signed webhooks through `client` (an httpx client whose base is Cabina) as requests for `public_url`."""

    def __init__(
        self, client: httpx.Client, public_url: str = "http://localhost:8000", token: str = AUTH_TOKEN
    ) -> None:
        self.client, self.public_url = client, public_url.rstrip("/")
        self._validator = RequestValidator(token)

    def signature(self, url: str, form: dict[str, str]) -> str:
        """X-Twilio-Signature of a form for `url`."""
        return str(self._validator.compute_signature(url, form))

    def post(self, path: str, form: dict[str, str], **headers: str) -> httpx.Response:
        """Send one signed webhook to `path` (with its query), or to a URL under the public one."""
        path = path.removeprefix(self.public_url)
        signed = {"X-Twilio-Signature": self.signature(self.public_url + path, form), "Content-Type": FORM, **headers}
        return self.client.post(path, content=urlencode(form), headers=signed)

    def deliver(self, path: str, form: dict[str, str], retries: int = 5, pause: float = 0.2) -> int:
        """Send until it is taken (2xx), as `#rc=5&rp=all` makes Twilio do. Returns the last status, 0 without one."""
        status = 0
        for _ in range(retries + 1):
            try:
                status = self.post(path, form).status_code
            except httpx.HTTPError:
                status = 0
            if 200 <= status < 300:
                return status
            time.sleep(pause)
        return status

    def message(
        self,
        from_: str,
        body: str = "",
        *,
        sid: str | None = None,
        media: list[tuple[str, str]] | None = None,
        **extra: Any,
    ) -> httpx.Response:
        """An incoming message. `media` is (URL, content type); `extra` are further fields (Latitude, ButtonText…)."""
        return self.post("/webhooks/twilio/messaging", self.message_form(from_, body, sid=sid, media=media, **extra))

    def message_form(
        self,
        from_: str,
        body: str = "",
        *,
        sid: str | None = None,
        media: list[tuple[str, str]] | None = None,
        **extra: Any,
    ) -> dict[str, str]:
        """The fields of an incoming message."""
        sid = sid or message_sid()
        to = WHATSAPP_FROM if from_.startswith("whatsapp:") else SMS_FROM
        form = {
            "MessageSid": sid, "SmsSid": sid, "SmsMessageSid": sid, "AccountSid": ACCOUNT_SID, "From": from_, "To": to,
            "Body": body, "NumMedia": str(len(media or [])), "NumSegments": "1", "SmsStatus": "received",
            "ApiVersion": "2010-04-01",
        }  # fmt: skip
        for i, (url, content_type) in enumerate(media or []):
            form |= {f"MediaUrl{i}": url, f"MediaContentType{i}": content_type}
        if from_.startswith("whatsapp:"):
            form |= {"ProfileName": "Laura", "WaId": from_.removeprefix("whatsapp:+")}
        return form | {name: str(value) for name, value in extra.items()}

    def receipt(self, callback: str, sid: str, status: str, to: str, error_code: int | None = None) -> httpx.Response:
        """A delivery receipt of the message `sid` to the URL it was sent with."""
        form = {
            "MessageSid": sid, "SmsSid": sid, "MessageStatus": status, "SmsStatus": status, "AccountSid": ACCOUNT_SID,
            "To": to, "From": WHATSAPP_FROM if to.startswith("whatsapp:") else SMS_FROM, "ApiVersion": "2010-04-01",
        }  # fmt: skip
        if error_code:
            form["ErrorCode"] = str(error_code)
        return self.post(callback, form)
