"""A telephone that calls Cabina: hears the TwiML, answers by voice or keys, hangs up."""

import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import httpx

from tests.twilio_simulator import twiml
from tests.twilio_simulator.account import ACCOUNT_SID, SMS_FROM
from tests.twilio_simulator.webhooks import Webhooks, call_sid


class PhoneCall:
    """One call. `heard` is what was said since the last answer; every document is checked as Twilio would."""

    def __init__(self, webhooks: Webhooks, from_: str = "+523318452290", sid: str | None = None) -> None:
        self.webhooks, self.from_, self.sid = webhooks, from_, sid or call_sid()
        self.heard: list[str] = []
        self.gather: ET.Element | None = None
        self.dialed: ET.Element | None = None
        self.recording: ET.Element | None = None
        self.ended = False
        self.document = ""
        self.seconds: list[float] = []

    @property
    def ear(self) -> str:
        """Everything heard since the last answer, as one text."""
        return " ".join(self.heard)

    def _form(self, **fields: str) -> dict[str, str]:
        return {
            "CallSid": self.sid, "AccountSid": ACCOUNT_SID, "From": self.from_, "To": SMS_FROM, "Caller": self.from_,
            "Called": SMS_FROM, "Direction": "inbound", "CallStatus": "in-progress", "ApiVersion": "2010-04-01",
            **fields,
        }  # fmt: skip

    def request(self, url: str, **fields: str) -> httpx.Response:
        """Request `url` as Twilio would and follow what the answer says."""
        parts = urlsplit(url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        response = self.webhooks.post(path, self._form(**fields))
        assert response.status_code == 200, (response.status_code, response.text)
        self.seconds.append(response.elapsed.total_seconds())
        self.follow(response.text)
        return response

    def follow(self, document: str) -> None:
        """Hear `document` and stand where it leaves the caller."""
        problems = twiml.faults(document)
        assert not problems, (problems, document)
        self.document = document
        self.heard, self.gather, self.dialed, self.recording = [], None, None, None
        for verb in ET.fromstring(document):
            if verb.tag == "Say":
                self.heard.append(twiml.spoken(verb))
            elif verb.tag == "Gather":
                self.heard += [twiml.spoken(say) for say in verb if say.tag == "Say"]
                self.gather = verb
                return
            elif verb.tag == "Dial":
                self.dialed = verb
                return
            elif verb.tag == "Record":
                self.recording = verb
                return
            elif verb.tag == "Hangup":
                self.ended = True
                return

    def start(self) -> "PhoneCall":
        """Ring; returns itself."""
        self.request("/webhooks/twilio/voice", CallStatus="ringing")
        return self

    def _action(self) -> str:
        assert self.gather is not None, f"nobody is listening: {self.document}"
        return self.gather.attrib["action"]

    def say(self, text: str, confidence: float | None = 0.92) -> "PhoneCall":
        """Answer by voice."""
        fields = {"SpeechResult": text}
        if confidence is not None:
            fields["Confidence"] = str(confidence)
        self.request(self._action(), **fields)
        return self

    def press(self, digits: str) -> "PhoneCall":
        """Answer by keypad (what is pressed before #)."""
        self.request(self._action(), Digits=digits)
        return self

    def keep_silent(self) -> "PhoneCall":
        """Say nothing until the Gather gives up."""
        self.request(self._action())
        return self

    def operator_leg(self) -> ET.Element:
        """The Number that is being dialled."""
        assert self.dialed is not None, f"nobody is dialled: {self.document}"
        leg = self.dialed.find("Number")
        assert leg is not None
        return leg

    def dial_ends(self, status: str) -> "PhoneCall":
        """The dialled party answered and hung up (`completed`), or never took it (`no-answer`, `busy`, `failed`)."""
        assert self.dialed is not None
        self.request(self.dialed.attrib["action"], DialCallStatus=status)
        return self

    def hang_up(self, seconds: int = 40) -> httpx.Response:
        """End the call: Twilio reports its status."""
        self.ended = True
        return self.webhooks.post(
            "/webhooks/twilio/voice/status", self._form(CallStatus="completed", CallDuration=str(seconds))
        )
