"""The callers of the held-out set on the lines that people really use: WhatsApp, SMS and the telephone.

Twilio is simulated, its signatures are real. The number that a caller gives when asked is the one he calls from.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import httpx

from scripts.evaluation.dialogues import Held
from tests.conversations.player import Outcome, play
from tests.stack import Stack, running
from tests.twilio_simulator import SimulatedTwilio, Webhooks
from tests.twilio_simulator.account import ACCOUNT_SID, AUTH_TOKEN, SMS_FROM, WHATSAPP_FROM
from tests.twilio_simulator.phone import PhoneCall

CHANNELS = {"chat": "whatsapp", "sms": "sms", "asr": "voice"}
PATIENCE_SECONDS = 20.0
PUBLIC_URL = "https://cabina.example.mx"
_other_numbers = count(3310000000)


@contextmanager
def on_twilio() -> Iterator[Stack]:
    """A stack of our own with a simulated account of Twilio's."""
    with SimulatedTwilio(public_url=PUBLIC_URL) as twilio:
        account = {
            "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
            "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
            "TWILIO_SMS_FROM": SMS_FROM,
            "TWILIO_WHATSAPP_FROM": WHATSAPP_FROM,
            "TWILIO_API_BASE_URL": twilio.url,
            "CABINA_PUBLIC_URL": PUBLIC_URL,
        }
        with running(**account) as stack:
            yield stack


class Line:
    """One caller's line: says a text there and waits for the answer, as `tests.conversations.player.Caller` does."""

    def __init__(self, http: httpx.Client, token: str, channel: str, number: str) -> None:
        self._http, self._channel, self._number = http, channel, number
        self._headers = {"Authorization": f"Bearer {token}"}
        self._webhooks = Webhooks(http, PUBLIC_URL)
        self._call = PhoneCall(self._webhooks, number).start() if channel == "voice" else None
        self.state: dict[str, Any] = {"expects": "incident_type", "messages": [], "report_number": None}

    def say(self, text: str) -> dict[str, Any]:
        """Say it; what was answered, what is asked for now, and the report's number. Raises TimeoutError."""
        heard = len(self._conversation()["transcript"])
        if self._call:
            self._call.say(text)
        else:
            prefix = "whatsapp:" if self._channel == "whatsapp" else ""
            self._webhooks.message(prefix + self._number, text).raise_for_status()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            now = self._conversation()
            new = now["transcript"][heard:]
            answers = [message for message in new if message["author"] == "assistant"]
            if answers and not any(message["pending"] for message in new):
                now = self._conversation()  # what is asked for is read before the messages: once more, after them
                self.state = {"expects": now["expects"], "messages": answers, "report_number": now["report_number"]}
                return self.state
            time.sleep(0.02)
        raise TimeoutError(f"no answer to {text!r} on {self._channel}")

    def _conversation(self) -> dict[str, Any]:
        query = {"channel": self._channel, "address": self._number}
        found = self._get("/api/v1/operator/conversations", query)["items"]
        return self._get(f"/api/v1/operator/conversations/{found[0]['id']}") if found else {"transcript": []}

    def _get(self, path: str, query: dict[str, str] | None = None) -> dict[str, Any]:
        answer = self._http.get(path, params=query, headers=self._headers)
        answer.raise_for_status()
        return dict(answer.json())


def number_of(scenario: dict[str, Any]) -> str:
    """The number in E.164 that the caller calls from: the one that the claim has to have, else any."""
    wanted = scenario.get("expect", {}).get("reporter.phone")
    return wanted if isinstance(wanted, str) else f"+52{next(_other_numbers)}"


def as_called(scenario: dict[str, Any]) -> dict[str, Any]:
    """The scenario of a caller who calls from the right number, and gives no wrong one first."""
    answers = {name: said[-1] if name == "reporter_phone" and isinstance(said, list) else said
               for name, said in scenario.get("answers", {}).items()}  # fmt: skip
    return {**scenario, "answers": answers}


def hold_on_line(stack: Stack, scenario: dict[str, Any]) -> Held:
    """Play one scenario on the line of its style; a turn without an answer is a failure of the scenario."""
    with httpx.Client(base_url=stack.url, timeout=30) as http:
        try:
            caller = Line(http, stack.token, CHANNELS[scenario["slice"]], number_of(scenario))
            return Held(scenario, play(http, stack.token, as_called(scenario), caller))
        except (httpx.HTTPError, KeyError, ValueError, AssertionError, TimeoutError) as failure:
            return Held(scenario, Outcome(scenario["id"], failures=[f"{type(failure).__name__}: {failure}"]))
