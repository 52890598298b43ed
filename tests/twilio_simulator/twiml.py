"""TwiML as Twilio reads it: only documented verbs, nouns and attributes, and what a caller would hear."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

Check = Callable[[str], bool]


def one_of(*values: str) -> Check:
    """One of a list."""
    return lambda text: text in values


def number(least: int, most: int) -> Check:
    """A whole number within bounds."""
    return lambda text: text.isdigit() and least <= int(text) <= most


def url(text: str) -> bool:
    """An absolute HTTP URL."""
    return bool(re.fullmatch(r"https?://[^\s#]+", text))


def anything(text: str) -> bool:
    """Any text that is not empty."""
    return bool(text)


BOOLEAN = one_of("true", "false")
METHOD = one_of("GET", "POST")
KEYS = re.compile(r"[0-9#*]*").fullmatch
VOICES = re.compile(r"(?:Polly|Google)\.[A-Za-z0-9-]+|man|woman").fullmatch
DURATION = re.compile(r"\d+(?:\.\d+)?m?s").fullmatch
HINTS = lambda text: len(text.split(",")) <= 500 and all(0 < len(h.strip()) <= 100 for h in text.split(","))  # noqa: E731
E164 = re.compile(r"\+[1-9]\d{6,14}").fullmatch

SSML = {"break", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w", "emphasis"}
ATTRIBUTES: dict[str, dict[str, Callable[[str], object]]] = {
    "Response": {},
    "Say": {"voice": VOICES, "language": one_of("es-MX"), "loop": number(0, 10)},
    "Pause": {"length": number(1, 60)},
    "Gather": {
        "input": one_of("dtmf", "speech", "dtmf speech"), "action": url, "method": METHOD, "language": one_of("es-MX"),
        "hints": HINTS, "timeout": number(1, 60), "speechTimeout": number(1, 60), "bargeIn": BOOLEAN,
        "profanityFilter": BOOLEAN, "finishOnKey": KEYS, "numDigits": number(1, 40), "actionOnEmptyResult": BOOLEAN,
    },
    "Dial": {
        "action": url, "method": METHOD, "timeout": number(5, 600), "answerOnBridge": BOOLEAN, "callerId": E164,
        "timeLimit": number(1, 14400),
    },
    "Number": {"url": url, "method": METHOD, "statusCallback": url, "statusCallbackEvent": anything},
    "Record": {
        "action": url, "method": METHOD, "maxLength": number(1, 14400), "timeout": number(0, 60), "finishOnKey": KEYS,
        "playBeep": BOOLEAN, "recordingStatusCallback": url, "trim": one_of("trim-silence", "do-not-trim"),
    },
    "Redirect": {"method": METHOD},
    "Hangup": {},
    "prosody": {"rate": one_of("x-slow", "slow", "medium", "fast", "x-fast"), "volume": anything},
    "say-as": {"interpret-as": one_of("digits", "cardinal", "ordinal", "date", "time", "telephone")},
    "break": {"time": DURATION, "strength": anything},
    "s": {}, "p": {}, "sub": {"alias": anything},
}  # fmt: skip
CHILDREN = {
    "Response": {"Say", "Pause", "Gather", "Dial", "Record", "Redirect", "Hangup"},
    "Gather": {"Say", "Pause", "Play"},
    "Dial": {"Number"},
    "Say": SSML,
    "prosody": SSML,
    "s": SSML,
    "p": SSML,
}
MAX_SAY = 4096
MAX_TWIML = 64 * 1024


def faults(document: str) -> list[str]:
    """What Twilio would object to in `document`; empty when nothing."""
    if len(document.encode()) > MAX_TWIML:
        return ["longer than 64 KB"]
    try:
        root = ET.fromstring(document)
    except ET.ParseError as error:
        return [f"not well-formed: {error}"]
    if root.tag != "Response":
        return [f"the root is {root.tag}, not Response"]
    return _element_faults(root)


def _element_faults(element: ET.Element) -> list[str]:
    found = []
    known = ATTRIBUTES.get(element.tag)
    if known is None:
        return [f"{element.tag} is not a documented verb or noun"]
    for name, value in element.attrib.items():
        if name not in known:
            found.append(f"{element.tag} has no attribute {name}")
        elif not known[name](value):
            found.append(f"{element.tag} {name}={value!r} is not allowed")
    if element.tag == "Say" and len("".join(element.itertext())) > MAX_SAY:
        found.append("Say is too long")
    if element.tag == "Say" and not "".join(element.itertext()).strip():
        found.append("Say says nothing")
    for child in element:
        if child.tag not in CHILDREN.get(element.tag, set()):
            found.append(f"{child.tag} may not stand in {element.tag}")
        found += _element_faults(child)
    return found


def spoken(element: ET.Element) -> str:
    """What an element says, digits one by one."""
    return " ".join("".join(_words(element)).split())


def _words(element: ET.Element) -> Iterator[str]:
    text = element.text or ""
    yield f" {' '.join(text)} " if element.tag == "say-as" else text
    for child in element:
        yield from _words(child)
        yield f" {child.tail or ''}" if child.tag == "break" else child.tail or ""
