"""What a conversation is: channels, states, what comes in, what goes out. No I/O."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from common.problems import Conflict, Forbidden, Invalid, NotFound

Channel = Literal["web", "whatsapp", "sms", "voice"]
CHANNELS: tuple[Channel, ...] = ("web", "whatsapp", "sms", "voice")
OUTBOX_CHANNELS: frozenset[str] = frozenset({"whatsapp", "sms"})
"""Channels whose answers leave through the outbox; the others are given to whoever waits for them."""

State = Literal["open", "waiting_for_person", "with_operator", "reported", "closed", "abandoned"]
STATES: tuple[State, ...] = ("open", "waiting_for_person", "with_operator", "reported", "closed", "abandoned")
MediaKind = Literal["image", "audio", "video", "document", "contact"]


class ConversationNotFound(NotFound):
    kind = "conversation-not-found"


class NotYours(Forbidden):
    kind = "not-your-conversation"


class HeldByAnother(Conflict):
    kind = "held-by-another-operator"


class NotHeld(Conflict):
    kind = "not-held"


class EmptyMessage(Invalid):
    kind = "empty-message"


@dataclass(frozen=True)
class Inbound:
    """What a person sent, cleaned. `provider_id` and `client_message_id` are what a repetition is known by."""

    text: str | None = None
    location: dict[str, float] | None = None
    media: tuple[dict[str, Any], ...] = ()
    confidence: float | None = None
    provider_id: str | None = None
    client_message_id: str | None = None
    received_at: datetime | None = None


@dataclass(frozen=True)
class Reply:
    """One message of the assistant; `buttons` are {"title", "payload"} with plain text a person could have typed."""

    text: str
    buttons: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What the assistant made of one message: its replies, and its state after them (None when it gave none)."""

    replies: tuple[Reply, ...]
    state: dict[str, Any] | None


@dataclass(frozen=True)
class Claim:
    """The right to process one message of a conversation, until the lease ends; `payload` is what Rasa is sent."""

    owner: str
    conversation_id: str
    message_id: int
    channel: str
    attempt: int
    payload: dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What the sender of a message is told now. `pending`: the answer is still to come, on the channel's own way."""

    messages: tuple[dict[str, Any], ...] = ()
    expects: str | None = None
    report_number: str | None = None
    handled_by: str = "assistant"
    pending: bool = False
    state: dict[str, Any] | None = field(default=None, compare=False)

    def as_json(self) -> dict[str, Any]:
        """The answer of POST …/messages (contracts, section 3)."""
        return {
            "messages": list(self.messages),
            "expects": self.expects,
            "report_number": self.report_number,
            "handled_by": self.handled_by,
        }
