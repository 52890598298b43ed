"""Conditions as data, in three-valued logic."""

from typing import Any

import pytest

from policy_backend.products.conditions import Condition


@pytest.mark.parametrize(
    ("spec", "values", "holds", "unknown"),
    [
        ({}, {}, True, ()),
        ({"a": True}, {"a": True}, True, ()),
        ({"a": True}, {"a": False}, False, ()),
        ({"a": True}, {"a": None}, None, ("a",)),
        ({"a": False}, {"a": None}, None, ("a",)),
        ({"a": ["x", "y"]}, {"a": "y"}, True, ()),
        ({"a": {"above": 5}}, {"a": 5}, False, ()),
        ({"a": {"above": 5}}, {"a": 6}, True, ()),
        ({"a": {"below": 18}}, {"a": 17}, True, ()),
        ({"a": {"not": "x"}}, {"a": "x"}, False, ()),
        ({"a": {"not": ["x", "y"]}}, {"a": "z"}, True, ()),
        ({"a": {"not": "x"}}, {"a": None}, None, ("a",)),
        ({"a": {"unless": False}}, {"a": None}, True, ()),
        ({"a": {"unless": False}}, {"a": False}, False, ()),
        ({"a": True, "b": True}, {"a": None, "b": False}, False, ()),
        ({"a": True, "b": True}, {"a": None, "b": None}, None, ("a", "b")),
        ({"any_of": [{"a": True}, {"b": True}]}, {"a": None, "b": True}, True, ()),
        ({"any_of": [{"a": True}, {"b": True}]}, {"a": None, "b": False}, None, ("a",)),
        ({"any_of": [{"a": True}, {"b": True}]}, {"a": False, "b": False}, False, ()),
        ({"c": False, "any_of": [{"a": True}]}, {"a": True, "c": None}, None, ("c",)),
        ({"c": False, "any_of": [{"a": True}]}, {"a": True, "c": True}, False, ()),
    ],
)
def test_truth(spec: dict[str, Any], values: dict[str, Any], holds: bool | None, unknown: tuple[str, ...]) -> None:
    assert Condition(spec).evaluate(values) == (holds, unknown)


def test_names_in_the_order_written() -> None:
    assert Condition({"b": 1, "any_of": [{"a": 1}, {"b": 2, "c": 3}]}).names == ("b", "a", "c")


@pytest.mark.parametrize("spec", [{"a": {"over": 1}}, {"a": {}}, {"a": {"above": 1, "below": 9}}, {"any_of": []}])
def test_a_form_that_does_not_exist_is_refused(spec: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"a:|any_of"):
        Condition(spec)


def test_an_unknown_name_is_an_error_not_a_no() -> None:
    with pytest.raises(KeyError):
        Condition({"a": True}).evaluate({})
