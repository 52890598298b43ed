"""What a body costs as SMS."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.twilio import sms


@pytest.mark.parametrize(
    ("text", "encoding", "segments"),
    [
        ("a" * 160, "gsm-7", 1),
        ("a" * 161, "gsm-7", 2),
        ("a" * 306, "gsm-7", 2),
        ("a" * 307, "gsm-7", 3),
        ("ñéüà¿¡" * 26, "gsm-7", 1),
        ("[" * 80, "gsm-7", 1),
        ("[" * 81, "gsm-7", 2),
        ("á" * 70, "ucs-2", 1),
        ("á" * 71, "ucs-2", 2),
        ("á" + "a" * 133, "ucs-2", 2),
        ("á" + "a" * 134, "ucs-2", 3),
        ("😀" * 35, "ucs-2", 1),
        ("😀" * 36, "ucs-2", 2),
        ("", "gsm-7", 1),
    ],
)
def test_encoding_and_segments(text: str, encoding: str, segments: int) -> None:
    cost = sms.measure(text)
    assert (cost.encoding, cost.segments) == (encoding, segments)


def test_an_escape_pair_is_never_cut_in_two() -> None:
    text = "a" * 152 + "€" + "b" * 152
    assert sms.measure(text).units == 306
    assert sms.measure(text).segments == 3  # 152, then the pair and 151, then 1


def test_price_follows_the_segments() -> None:
    assert sms.measure("a" * 200, Decimal("1.30")).price == Decimal("2.60")


def test_accents_are_dropped_only_where_that_saves() -> None:
    short = "Está aquí."
    assert sms.economical(short) == short
    long = "El ajustador ya está en camino y llegará aproximadamente a las 14:30. Reporte 26-0000123-0."
    assert sms.measure(long).segments == 2
    assert sms.economical(long) == (
        "El ajustador ya esta en camino y llegara aproximadamente a las 14:30. Reporte 26-0000123-0."
    )
    assert sms.measure(sms.economical(long)).segments == 1


def test_letters_that_cost_nothing_stay() -> None:
    assert sms.transliterate("¿Mañana? ¡Sí, señor Müller! — “José”…") == '¿Mañana? ¡Si, señor Müller! - "José"...'


@given(st.text(max_size=400))
def test_any_text_has_a_cost_and_a_plain_form(text: str) -> None:
    plain = sms.transliterate(text)
    assert sms.is_gsm(plain)
    assert sms.measure(sms.economical(text)).segments <= sms.measure(text).segments or not text.strip()
