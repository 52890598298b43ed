"""Amounts of a settlement: what the published schema says and nothing else."""

from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from policy_backend.claims.schemas import Settlement

PUBLISHED = Draft202012Validator(Settlement.model_json_schema())


@pytest.mark.parametrize(
    ("said", "read"),
    [(0, "0.00"), (11000, "11000.00"), (0.25, "0.25"), ("12500.50", "12500.50"), ("7", "7.00"), (None, None)],
)
def test_amounts_are_read_to_the_cent(said: object, read: str | None) -> None:
    assert PUBLISHED.is_valid({"estimate": said})
    assert Settlement.model_validate({"estimate": said}).estimate == (read and Decimal(read))


@pytest.mark.parametrize("cents", [57, 1, 7, 113, 9_999_999_999_999])
def test_the_noise_of_binary_fractions_is_no_fraction_of_a_cent(cents: int) -> None:
    assert Settlement.model_validate({"estimate": cents * 0.01}).estimate == Decimal(cents) / 100


@pytest.mark.parametrize(
    "said", [-1, "-1", 0.005, 11000.001, "1.005", "1e3", "", "NaN", "mil", "12,500", 10**11, "100000000000", True, []]
)
def test_nonsense_is_refused_and_the_schema_says_so(said: object) -> None:
    assert not PUBLISHED.is_valid({"estimate": said})
    with pytest.raises(ValidationError):
        Settlement.model_validate({"estimate": said})
