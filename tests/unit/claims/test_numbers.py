"""Report numbers: Luhn, reading what people write, showing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_backend.claims.model.numbers import (
    InvalidReportNumber,
    format_number,
    is_valid,
    luhn_digit,
    make_number,
    parse_number,
)

YEARS, PLACES = st.integers(2000, 2099), st.integers(1, 9_999_999)


def test_known_luhn_digits() -> None:
    assert luhn_digit("7992739871") == "3"
    assert luhn_digit("411111111111111") == "1"
    assert make_number(2026, 1) == "2600000018"


@given(YEARS, PLACES)
def test_made_numbers_are_read_back(year: int, place: int) -> None:
    number = make_number(year, place)
    assert len(number) == 10
    assert parse_number(format_number(number)) == parse_number(f" {number[:5]} {number[5:]} ") == number


@given(YEARS, PLACES, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_caught(year: int, place: int, where: int, by: int) -> None:
    number = make_number(year, place)
    wrong = number[:where] + str((int(number[where]) + by) % 10) + number[where + 1 :]
    with pytest.raises(InvalidReportNumber, match="check_digit"):
        parse_number(wrong)


@given(YEARS, PLACES, st.integers(0, 8))
def test_neighbours_swapped_are_caught(year: int, place: int, where: int) -> None:
    number = make_number(year, place)
    one, other = number[where], number[where + 1]
    swapped = number[:where] + other + one + number[where + 2 :]
    assert is_valid(swapped) == (one == other or {one, other} == {"0", "9"})


@given(st.text(max_size=30))
def test_any_text_has_an_answer(text: str) -> None:
    assert is_valid(text) in (True, False)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "length"),
        ("260000001", "length"),
        ("26000000180", "length"),
        ("٢٦٠٠٠٠٠٠١٨", "length"),
        ("2600000019", "check_digit"),
    ],
)
def test_refusals_say_why(text: str, reason: str) -> None:
    with pytest.raises(InvalidReportNumber) as caught:
        parse_number(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize("place", [0, -1, 10_000_000])
def test_a_year_has_seven_digits(place: int) -> None:
    with pytest.raises(ValueError, match="report numbers"):
        make_number(2026, place)
