"""What the simulated Twilio keeps: messages it accepted, media it serves, failures it has been told to make."""

import random
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

ACCOUNT_SID = "AC" + "0" * 31 + "1"
AUTH_TOKEN = "simulated-auth-token"
SMS_FROM = "+523341640000"
WHATSAPP_FROM = "whatsapp:+523341640001"


@dataclass(frozen=True)
class Fault:
    """How one request fails. `accepted` takes the message first: the answer is lost, not the message.

    `status` 0 cuts the connection without an answer.
    """

    status: int
    code: int | None = None
    accepted: bool = False


RATE_LIMITED = Fault(429, 20429)
BROKEN = Fault(500, 20500)
CUT = Fault(0)
BROKEN_AFTER = Fault(500, 20500, accepted=True)
CUT_AFTER = Fault(0, accepted=True)
PASSING_FAULTS = (RATE_LIMITED, BROKEN, CUT, BROKEN_AFTER, CUT_AFTER)


@dataclass
class SentMessage:
    """One message that Twilio accepted."""

    sid: str
    to: str
    from_: str
    body: str
    status_callback: str | None
    content_sid: str | None
    content_variables: str | None
    accepted_at: float = field(default_factory=time.time)
    status: str = "queued"
    error_code: int | None = None
    direction: str = "outbound-api"
    num_media: int = 0

    def as_json(self) -> dict[str, Any]:
        """As the REST API shows it."""
        when = format_datetime(datetime.fromtimestamp(self.accepted_at, UTC))
        return {
            "sid": self.sid, "account_sid": ACCOUNT_SID, "to": self.to, "from": self.from_, "body": self.body,
            "status": self.status, "direction": self.direction, "date_created": when, "date_sent": when,
            "date_updated": when, "error_code": self.error_code, "error_message": None, "num_segments": "1",
            "num_media": str(self.num_media), "price": None, "price_unit": "USD", "api_version": "2010-04-01",
            "messaging_service_sid": None, "uri": f"/2010-04-01/Accounts/{ACCOUNT_SID}/Messages/{self.sid}.json",
            "subresource_uris": {},
        }  # fmt: skip


class Account:
    """The simulated account. Thread-safe: requests come from server threads, questions from the test."""

    def __init__(self, seed: int = 4) -> None:
        self.messages: list[SentMessage] = []
        self.inbound: list[SentMessage] = []
        """What people wrote, as the list of messages shows it whether its webhook got through or not."""
        self.inbound_media: dict[str, list[dict[str, str]]] = {}
        self.media: dict[str, tuple[str, bytes]] = {}
        self.redirects: dict[str, str] = {}
        self.refused_numbers: dict[str, int] = {}
        """A telephone (E.164) and the code with which the API refuses messages to it."""
        self.undelivered_numbers: dict[str, int] = {}
        """A telephone (E.164) and the code with which its messages fail after being accepted."""
        self.faults: deque[Fault] = deque()
        """The next requests to send fail like this, in order."""
        self.fault_rate = 0.0
        self.requests = 0
        self.phone_numbers: list[dict[str, Any]] = []
        self.whatsapp_senders: list[dict[str, Any]] = []
        self.contents: dict[str, dict[str, Any]] = {}
        self._random = random.Random(seed)
        self._lock = threading.Lock()

    def next_fault(self) -> Fault | None:
        """The failure due now, if any."""
        with self._lock:
            self.requests += 1
            if self.faults:
                return self.faults.popleft()
            if self._random.random() < self.fault_rate:
                return self._random.choice(PASSING_FAULTS)
        return None

    def accept(self, form: dict[str, str]) -> SentMessage:
        """Take a message."""
        message = SentMessage(
            sid="SM" + uuid4().hex,
            to=form["To"],
            from_=form.get("From", ""),
            body=form.get("Body", ""),
            status_callback=form.get("StatusCallback"),
            content_sid=form.get("ContentSid"),
            content_variables=form.get("ContentVariables"),
        )
        with self._lock:
            self.messages.append(message)
        return message

    def wrote(self, form: dict[str, str], age: float = 0) -> None:
        """Note an incoming message by its webhook's fields, received `age` seconds ago."""
        message = SentMessage(
            form["MessageSid"], form["To"], form["From"], form["Body"], None, None, None, time.time() - age,
            status="received", direction="inbound", num_media=int(form["NumMedia"]),
        )  # fmt: skip
        self.inbound_media[message.sid] = [
            {
                "sid": form[f"MediaUrl{i}"].rpartition("/")[2],
                "content_type": form[f"MediaContentType{i}"],
                "uri": urlsplit(form[f"MediaUrl{i}"]).path + ".json",
            }
            for i in range(message.num_media)
        ]
        with self._lock:
            self.inbound.append(message)

    def to(self, address: str) -> list[str]:
        """The bodies accepted for `address`, in order."""
        with self._lock:
            return [message.body for message in self.messages if message.to == address]

    def add_media(self, content: bytes, content_type: str) -> str:
        """Keep a file; returns its path, to be put after the server's base URL."""
        path = f"/2010-04-01/Accounts/{ACCOUNT_SID}/Messages/MM{uuid4().hex}/Media/ME{uuid4().hex}"
        self.media[path] = (content_type, content)
        return path
