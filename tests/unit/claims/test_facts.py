"""What was said: strict about shapes, lenient about words."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.model.priority import priority_of
from policy_backend.claims.store.drafts import forgiving_facts


@pytest.mark.parametrize(
    ("said", "path", "kept"),
    [
        ({"incident_type": "choque"}, "incident_type", None),
        ({"incident_type": "collision"}, "incident_type", "collision"),
        ({"vehicle": {"year": 12}}, "vehicle.year", None),
        ({"vehicle": {"plates": " jnb-482-c "}}, "vehicle.plates", "JNB-482-C"),
        ({"reporter": {"phone": "044 33 1845 2290"}}, "reporter.phone", "+523318452290"),
        ({"reporter": {"phone": "+521 33 1845 2290"}}, "reporter.phone", "+523318452290"),
        ({"reporter": {"phone": "+1 415 555 2671"}}, "reporter.phone", "+14155552671"),
        ({"reporter": {"phone": "el de siempre"}}, "reporter.phone", "el de siempre"),
        ({"description": "a\x00b\ud800"}, "description", "ab"),
        ({"description": "   "}, "description", None),
        ({"location": None}, "location.street", None),
        ({"location": {"between_streets": None}}, "location.between_streets", []),
        ({"occurred_at": "2026-11-21T10:00:00"}, "occurred_at", "2026-11-21T10:00:00-06:00"),
    ],
)
def test_words(said: dict[str, Any], path: str, kept: Any) -> None:
    value: Any = LossFacts.model_validate(said).model_dump(mode="json")
    for part in path.split("."):
        value = value[part]
    assert value == kept


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"location": "Zapopan"}, ("location",)),
        ({"vehicle": {"plates": 5}}, ("vehicle", "plates")),
        ({"injuries": {"any": "no"}}, ("injuries", "any")),
        ({"injuries": {"count": "2"}}, ("injuries", "count")),
        ({"occurred_at": "2026-02-30T10:00:00-06:00"}, ("occurred_at",)),
        ({"occurred_at": 5}, ("occurred_at",)),
        ({"details": []}, ("details",)),
    ],
)
def test_shapes(sent: dict[str, Any], field: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        LossFacts.model_validate(sent)
    assert [error["loc"] for error in caught.value.errors()] == [field]
    assert forgiving_facts(sent)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from([*LossFacts.model_fields, "x"]), JSON, max_size=5))
def test_a_draft_is_never_refused(draft: dict[str, Any]) -> None:
    facts = forgiving_facts(draft)
    assert priority_of(facts) in ("emergency", "urgent", "normal")


def test_priority_is_raised_never_lowered() -> None:
    hurt = LossFacts.model_validate({"priority": "normal", "injuries": {"any": True}})
    assert priority_of(hurt) == "emergency"
    assert priority_of(LossFacts.model_validate({"priority": "emergency"})) == "emergency"
    assert priority_of(LossFacts.model_validate({"incident_type": "rollover"})) == "urgent"
