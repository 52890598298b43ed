"""Where files may come from, and what they may be."""

import pytest

from channels.twilio import media, vcard

API = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"


@pytest.mark.parametrize(
    "url",
    [
        "http://api.twilio.com/x",
        "https://api.twilio.com.evil.example/x",
        "https://api.twilio.com@evil.example/x",
        "https://user:pw@api.twilio.com/x",
        "https://api.twilio.com:8443/x",
        "https://evil.example/api.twilio.com",
        "http://169.254.169.254/latest/meta-data",
        "http://localhost:8000/api/v1/claims",
        "http://[::1]/",
        "file:///etc/passwd",
        "gopher://api.twilio.com/",
        "//api.twilio.com/x",
        "https://[bad",
        "",
    ],
)
def test_only_twilio_is_asked(url: str) -> None:
    with pytest.raises(media.MediaRefused):
        media.check_source(url)
    with pytest.raises(media.MediaRefused):
        media.check_source(url, redirected=True)


def test_credentials_stay_with_the_api() -> None:
    assert media.check_source(API) is True
    assert media.check_source("https://mms.twiliocdn.com/AC1/x", redirected=True) is False
    with pytest.raises(media.MediaRefused):
        media.check_source("https://mms.twiliocdn.com/AC1/x")
    with pytest.raises(media.MediaRefused):
        media.check_source("https://s3-external-1.amazonaws.com/other-bucket/x", redirected=True)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe0" + b"\0" * 300, "image"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 300, "image"),
        (b"%PDF-1.7\n" + b"\0" * 300, "document"),
        (b"OggS" + b"\0" * 300, "audio"),
        (b"#!AMR\n" + b"\0" * 300, "audio"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nEND:VCARD", "contact"),
    ],
)
def test_the_bytes_say_what_it_is(content: bytes, kind: str) -> None:
    assert media.recognise(content).kind == kind


@pytest.mark.parametrize(
    "content", [b"<html><script>", b"MZ\x90\0" + b"\0" * 300, b"PK\x03\x04" + b"\0" * 300, b"hola"]
)
def test_other_kinds_are_refused(content: bytes) -> None:
    with pytest.raises(media.MediaRefused):
        media.recognise(content)


def test_a_contact_in_words() -> None:
    card = (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:P\xc3\xa9rez;Juan\r\nFN:Juan P\xc3\xa9rez\r\n"
        b"item1.TEL;waid=5213312345678:+52 1 33 1234 5678\r\nTEL;TYPE=CELL:tel:33-8765-4321\r\nEND:VCARD\r\n"
    )
    assert vcard.describe(card) == "Juan Pérez, +52 1 33 1234 5678, 3387654321"
    assert vcard.describe(b"BEGIN:VCARD\r\nEND:VCARD") == ""
