"""What a product promises around a claim: assistance, times, penalties, follow-up."""

from typing import Literal

from pydantic import Field

from policy_backend.products.schema_base import Amount, Percent, Rule, Source


class AssistanceService(Rule):
    """A service of a tier: `limits` in MXN by vehicle class, `litres` of fuel."""

    text: str
    limits: dict[str, Amount] = Field(default_factory=dict)
    litres: int | None = None
    metropolitan_only: bool = False
    source: Source


class AssistanceTier(Rule):
    """A roadside tier: events a policy year by package (None: the conditions print none)."""

    name: str
    events: dict[str, int] | None = None
    unlimited: bool = False
    services: dict[str, AssistanceService]
    source: Source


class Promise(Rule):
    """Minutes from the report in which someone arrives."""

    metropolitan_minutes: int
    outside_minutes: int
    source: Source


class ServiceStandard(Rule):
    """An obligation of the insurer with its time, as the contract prints it."""

    text: str
    amount: int | None = None
    unit: Literal["immediate", "minutes", "hours", "days", "business_days", "months", "event", "none"]
    penalty: str | None = None
    source: Source


class Service(Rule):
    """What the product promises at the place: None where it promises nothing."""

    adjuster: Promise | None = None
    tow: Promise | None = None
    metropolitan: str | None = None
    standards: dict[str, ServiceStandard] = Field(default_factory=dict)


class Penalty(Rule):
    """A penalty of the contract, for operators only."""

    text: str
    pct: Percent | None = None
    amount: Amount | None = None
    every_minutes: int | None = None
    floor: Amount | None = None
    cap_pct: Percent | None = None
    source: Source


class FollowUp(Rule):
    """Follow-up calls of `continuous_attention`."""

    every_minutes: int
    coverage: str
    text: str
    source: Source
