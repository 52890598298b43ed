"""How urgent a report is: life first, then people who are stranded or threatened."""

from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.model.words import Priority

RANK: dict[Priority | None, int] = {"emergency": 2, "urgent": 1, "normal": 0, None: 0}


def priority_of(facts: LossFacts) -> Priority:
    """The priority that the facts ask for, or the one already given when that is higher."""
    found: Priority = "normal"
    if facts.injuries.any or facts.injuries.deaths or facts.details.get("third_party_death") is True:
        found = "emergency"
    elif (
        facts.incident_type in ("rollover", "run_over", "fire")
        or facts.details.get("violence") is True
        or facts.details.get("detained") is True
        or (facts.location.kind == "highway" and facts.drivable is False)
    ):
        found = "urgent"
    return facts.priority if facts.priority and RANK[facts.priority] > RANK[found] else found
