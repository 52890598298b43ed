"""An incoming message as Twilio posts it, as values the front door can keep."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from channels.conversations.cleaning import clean
from channels.twilio import addresses
from channels.twilio.addresses import Address
from common.problems import Invalid

MAX_TEXT = 10_000
MAX_MEDIA = 10
MAX_NAME = 120
REQUIRED = ("MessageSid", "From", "To")
_KINDS = {"image": "image", "audio": "audio", "video": "video", "application": "document", "text": "document"}
_CONTACT_TYPES = frozenset({"text/vcard", "text/x-vcard", "text/directory"})


@dataclass(frozen=True)
class Location:
    """A pin: degrees, and the address or name that WhatsApp sent with it."""

    latitude: float
    longitude: float
    label: str | None = None


@dataclass(frozen=True)
class MediaReference:
    """A file to fetch: where Twilio keeps it and what it says it is (not believed: see `media`)."""

    url: str
    declared_type: str

    @property
    def kind(self) -> str:
        """`image`, `audio`, `video`, `document` or `contact`, by the declared type."""
        declared = self.declared_type.lower().split(";")[0].strip()
        if declared in _CONTACT_TYPES:
            return "contact"
        return _KINDS.get(declared.split("/")[0], "document")


@dataclass(frozen=True)
class InboundMessage:
    """`text` is what the person wrote or the button or list row they chose, cleaned; empty when they sent only a pin
    or files."""

    sid: str
    address: Address
    to: str
    text: str
    profile_name: str | None = None
    location: Location | None = None
    media: list[MediaReference] = field(default_factory=list)
    opt_out_type: str | None = None


def _degrees(form: Mapping[str, str], name: str, bound: float) -> float | None:
    try:
        value = float(form[name])
    except (KeyError, ValueError):
        return None
    return value if -bound <= value <= bound else None


def _location(form: Mapping[str, str]) -> Location | None:
    latitude, longitude = _degrees(form, "Latitude", 90), _degrees(form, "Longitude", 180)
    if latitude is None or longitude is None:
        return None
    label = ", ".join(part for part in (clean(form.get("Label", "")), clean(form.get("Address", ""))) if part)
    return Location(latitude, longitude, label[:500] or None)


def _media(form: Mapping[str, str]) -> list[MediaReference]:
    try:
        count = min(int(form.get("NumMedia") or 0), MAX_MEDIA)
    except ValueError:
        count = 0
    found = [
        MediaReference(form[f"MediaUrl{i}"].strip(), form.get(f"MediaContentType{i}", "").strip())
        for i in range(count)
        if form.get(f"MediaUrl{i}", "").strip()
    ]
    return found


def _text(form: Mapping[str, str]) -> str:
    """A button's or row's title where one was chosen: it is the words the person saw; else the body."""
    chosen = form.get("ButtonText") or form.get("ListTitle")
    return clean(chosen or form.get("Body", ""))[:MAX_TEXT]


def parse(form: Mapping[str, str]) -> InboundMessage:
    """Read a messaging webhook. Raises Invalid naming each required field that is missing."""
    missing = [name for name in REQUIRED if not form.get(name, "").strip()]
    if missing:
        raise Invalid(
            "The webhook lacks fields that Twilio always sends.",
            [{"field": name, "message": "missing"} for name in missing],
        )
    return InboundMessage(
        sid=form["MessageSid"].strip()[:64],
        address=addresses.parse(form["From"]),
        to=form["To"].strip(),
        text=_text(form),
        profile_name=clean(form.get("ProfileName", ""))[:MAX_NAME] or None,
        location=_location(form),
        media=_media(form),
        opt_out_type=form.get("OptOutType"),
    )
