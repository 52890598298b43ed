"""Incoming messages of every kind."""

import pytest

from channels.twilio import inbound
from common.problems import Invalid

BASE = {"MessageSid": "SM1", "From": "whatsapp:+5213318452290", "To": "whatsapp:+523341640001"}


def test_text_and_profile_name() -> None:
    message = inbound.parse(BASE | {"Body": " choqué \x00", "ProfileName": "Laura"})
    assert (message.text, message.profile_name, message.address.phone) == ("choqué", "Laura", "+523318452290")


def test_a_pin() -> None:
    message = inbound.parse(
        BASE | {"Latitude": "20.67", "Longitude": "-103.39", "Address": "Morelos 1250", "Label": "Casa"}
    )
    assert message.location == inbound.Location(20.67, -103.39, "Casa, Morelos 1250")


@pytest.mark.parametrize(("latitude", "longitude"), [("91", "0"), ("x", "0"), ("", ""), ("nan", "0"), ("20", "181")])
def test_an_impossible_pin_is_no_pin(latitude: str, longitude: str) -> None:
    assert inbound.parse(BASE | {"Latitude": latitude, "Longitude": longitude}).location is None


def test_files_by_declared_kind() -> None:
    form = {"NumMedia": "4"}
    for i, declared in enumerate(["image/jpeg", "audio/ogg; codecs=opus", "text/vcard", "application/pdf"]):
        form |= {f"MediaUrl{i}": f"https://api.twilio.com/{i}", f"MediaContentType{i}": declared}
    assert [m.kind for m in inbound.parse(BASE | form).media] == ["image", "audio", "contact", "document"]


@pytest.mark.parametrize("count", ["99", "-1", "x", "3"])
def test_a_wrong_number_of_files_does_no_harm(count: str) -> None:
    message = inbound.parse(BASE | {"NumMedia": count, "MediaUrl0": "https://api.twilio.com/0"})
    assert len(message.media) <= 1


def test_a_button_is_what_it_says_on_it() -> None:
    message = inbound.parse(BASE | {"Body": "x", "ButtonText": "Sí", "ButtonPayload": "/restart"})
    assert message.text == "Sí"
    assert inbound.parse(BASE | {"Body": "row-2", "ListTitle": "Me robaron", "ListId": "row-2"}).text == "Me robaron"


def test_missing_fields_are_named() -> None:
    with pytest.raises(Invalid) as caught:
        inbound.parse({"Body": "hola", "From": " "})
    assert [error["field"] for error in caught.value.errors] == ["MessageSid", "From", "To"]
