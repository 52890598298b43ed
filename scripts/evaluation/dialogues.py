"""Held-out conversations through the public API of the running stack."""

from dataclasses import dataclass
from typing import Any

import httpx

from tests.conversations.player import Outcome, play

# Asked for none of these, a caller has told where, who is hurt, what happened, which policy and who calls on his own.
MOST = ("incident_type", "injuries", "location", "description", "policy_number", "reporter_name")


@dataclass
class Held:
    """A scenario and what came of it."""

    scenario: dict[str, Any]
    outcome: Outcome

    @property
    def completed(self) -> bool:
        """Whether it ended as it had to: with a number, or, where nothing was to be reported, without one."""
        return bool(self.outcome.report_number) != bool(self.scenario.get("no_report"))

    @property
    def fields_right(self) -> bool:
        """Whether it was completed and every expected field of the claim is right."""
        return self.completed and not self.outcome.wrong_fields

    @property
    def told_at_once(self) -> bool:
        """Whether the opening said most of it: one message, after which nothing of MOST was asked."""
        opening = self.scenario["opening"]
        return (isinstance(opening, str) or len(opening) == 1) and not set(self.outcome.asked) & set(MOST)

    @property
    def all_right(self) -> bool:
        """Whether everything held, what had to be said and not said included."""
        return not self.outcome.failures


def hold(url: str, token: str, scenario: dict[str, Any]) -> Held:
    """Play one scenario; a turn that fails is a failure of the scenario, not of the evaluation."""
    with httpx.Client(base_url=url) as http:
        try:
            return Held(scenario, play(http, token, scenario))
        except (httpx.HTTPError, KeyError, ValueError) as failure:
            return Held(scenario, Outcome(scenario["id"], failures=[f"{type(failure).__name__}: {failure}"]))
