"""Single utterances through the running assistant: each in the conversation where its question has just been asked."""

import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx

from scripts.evaluation.labelled import Utterance, misread

CHANNELS = {"chat": "web", "sms": "sms", "asr": "voice"}
# What the caller had said before the question, so that it could have been asked at all.
SAID_BEFORE = {
    "denuncia": "me robaron el coche",
    "violence": "me robaron el coche",
    "stolen_parts": "me robaron unas partes del coche",
    "glass_part": "se me rompió un vidrio",
    "parked": "se inundó mi coche",
    "service": "necesito asistencia vial",
    "tow_destination": "necesito una grúa",
}
SAID_BEFORE_ANY = "quiero reportar un choque"
NOTHING_BEFORE = (None, "incident_type", "report_number", "resume_report")


@dataclass
class Understood:
    """What came of one utterance: the intent, the labelled paths that are wrong, and the seconds of the turn."""

    utterance: Utterance
    intent: str | None
    wrong: dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def intent_right(self) -> bool:
        """Whether the intent is a right one."""
        return self.utterance.intent_is_right(self.intent)


class Listener:
    """Speaks to Rasa as the front door does."""

    def __init__(self, rasa: httpx.Client, now: datetime) -> None:
        self._rasa, self._now = rasa, now
        self._slots_after: dict[str, dict[str, Any]] = {}

    def hear(self, utterance: Utterance) -> Understood:
        """Put the question of the utterance into a new conversation, say the utterance, judge the state."""
        sender = str(uuid.uuid4())
        begun = utterance.expects not in NOTHING_BEFORE and "incident_type" not in utterance.fields
        said_before = SAID_BEFORE.get(utterance.expects or "", SAID_BEFORE_ANY) if begun else None
        self._ask(sender, said_before, utterance.expects)
        began = time.perf_counter()
        state = self._say(sender, utterance.text, utterance.slice)
        seconds = time.perf_counter() - began
        return Understood(utterance, state.get("intent"), misread(utterance, state.get("claim") or {}), seconds)

    def _ask(self, sender: str, said_before: str | None, expects: str | None) -> None:
        """Make the conversation expect an answer to this question: the one thing told to Rasa that is not speech."""
        slots = self._after(said_before) if said_before else {}
        slots = {**slots, "memory": {**(slots.get("memory") or {}), "expects": expects}}
        # The first request begins Rasa's session; what is told in it would count as older than the session.
        for events in ([{"event": "action", "name": "action_listen"}], [_slot(*slot) for slot in slots.items()]):
            self._rasa.post(f"/conversations/{sender}/tracker/events", json=events).raise_for_status()

    def _after(self, said: str) -> dict[str, Any]:
        """What the assistant remembers (its slots) once this was said to it."""
        if said not in self._slots_after:
            sender = str(uuid.uuid4())
            self._say(sender, said, "chat")
            slots = self._rasa.get(f"/conversations/{sender}/tracker").raise_for_status().json()["slots"]
            self._slots_after[said] = {name: slots[name] for name in ("claim", "memory")}
        return self._slots_after[said]

    def _say(self, sender: str, text: str, style: str) -> dict[str, Any]:
        body = {
            "sender": sender,
            "message": text,
            "channel": CHANNELS[style],
            "metadata": {"message_id": str(uuid.uuid4()), "received_at": self._now.isoformat(), "address": None},
        }
        answer = self._rasa.post("/webhooks/cabina/webhook", json=body).raise_for_status().json()
        return next((dict(part["custom"]["cabina"]) for part in answer if "cabina" in (part.get("custom") or {})), {})


def _slot(name: str, value: Any) -> dict[str, Any]:
    return {"event": "slot", "name": name, "value": value}


def hear_all(rasa_url: str, now: datetime, utterances: Iterable[Utterance]) -> list[Understood]:
    """Every utterance, one after the other. Raises httpx.HTTPError where Rasa is not there."""
    # A connection a request: a kept one may be closed by Rasa at the very moment that it is used again.
    with httpx.Client(base_url=rasa_url, timeout=60, limits=httpx.Limits(max_keepalive_connections=0)) as rasa:
        listener = Listener(rasa, now)
        return [listener.hear(utterance) for utterance in utterances]
