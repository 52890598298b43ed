"""Addresses as Twilio writes them."""

import pytest

from channels.twilio import addresses


@pytest.mark.parametrize(
    ("given", "channel", "phone"),
    [
        ("whatsapp:+5213318452290", "whatsapp", "+523318452290"),
        ("whatsapp:+523318452290", "whatsapp", "+523318452290"),
        ("+5215512345678", "sms", "+525512345678"),
        ("+523318452290", "sms", "+523318452290"),
        ("+15005550006", "sms", "+15005550006"),
        ("+266696687", "sms", None),
        ("client:ana", "sms", None),
        ("25252", "sms", None),
        ("whatsapp:+abc", "whatsapp", None),
        ("", "sms", None),
    ],
)
def test_channel_and_phone(given: str, channel: str, phone: str | None) -> None:
    address = addresses.parse(given)
    assert (address.channel, address.phone, address.given) == (channel, phone, given)


@pytest.mark.parametrize(
    "text", ["33 1845 2290", "3318452290", "044 33 1845 2290", "01 33 18452290", "+52 1 33 1845 2290", "(33) 1845-2290"]
)
def test_a_telephone_as_mexicans_write_it(text: str) -> None:
    assert addresses.mexican(text) == "+523318452290"


def test_what_is_no_telephone() -> None:
    assert addresses.mexican("no tengo") is None


def test_a_telephone_is_written_back_for_its_channel() -> None:
    assert addresses.render("whatsapp", "+523318452290") == "whatsapp:+523318452290"
    assert addresses.render("sms", "+523318452290") == "+523318452290"
