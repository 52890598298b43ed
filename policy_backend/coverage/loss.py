"""What a coverage check is asked about: the policy as of the event, the unit, the loss and its known facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

INCIDENTS: tuple[str, ...] = (
    "collision",
    "rollover",
    "run_over",
    "fire",
    "weather",
    "flood",
    "falling_object",
    "vandalism",
    "total_theft",
    "partial_theft",
    "glass",
    "tire",
    "cargo",
    "roadside_assistance",
    "other",
)
SERVICES: tuple[str, ...] = ("tow", "tire_change", "jump_start", "fuel", "locksmith")
CARGO_TYPES: tuple[str, ...] = ("A", "B", "C")


@dataclass(frozen=True, slots=True)
class Installment:
    """A fraction of the premium.

    `due` and `paid_at` are instants (12:00 of their day where only the day is known); `paid_at` None is unpaid.
    `grace_until` is the term printed on the receipt, if any. `inciso` None: the fraction is of the whole policy.
    `use` is the use of the unit that the fraction belongs to, where it differs from the unit of the check.
    """

    due: datetime
    amount: Decimal
    paid_at: datetime | None = None
    inciso: int | None = None
    grace_until: datetime | None = None
    use: str | None = None


@dataclass(frozen=True, slots=True)
class UnitAsOf:
    """An insured unit as of the event. `coverages`: code -> terms on the carátula (sum_insured, deductible_pct, …)."""

    inciso: int
    use: str
    coverages: Mapping[str, Mapping[str, Any]]
    year: int | None = None
    kind: str = "auto"
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class PolicyAsOf:
    """A policy as of the event.

    `starts_at` and `ends_at` are aware; the hours that they show in their own zone are read on the clock of the place
    of the event. `cancelled_units`: incisos cancelled for non-payment. `cancelled_from`: the policy was cancelled
    by the payoff of its plan.
    """

    number: str
    product: str
    package: str | None
    fleet: bool
    starts_at: datetime
    ends_at: datetime
    installments: tuple[Installment, ...] = ()
    cancelled_units: frozenset[int] = frozenset()
    cancelled_from: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a loss (contracts/codes.md). None is unknown: nothing is ever concluded from it."""

    third_parties: bool | None = None
    third_party_death: bool | None = None
    injured: int | None = None
    driver_impaired: bool | None = None
    driver_licensed: bool | None = None
    driver_age: int | None = None
    left_scene: bool | None = None
    vehicle_abandoned: bool | None = None
    vehicle_parked: bool | None = None
    negligent: bool | None = None
    occupants: int | None = None
    denuncia_at: datetime | Literal[False] | None = None
    parts_only: bool | None = None
    parts_value: Decimal | None = None
    by_relative: bool | None = None
    entrusted: bool | None = None
    cargo_type: str | None = None
    cargo_spilled: bool | None = None
    trailers: int | None = None
    trailer_hitched: bool | None = None
    repair_started: bool | None = None
    deal_made: bool | None = None
    glass_part: str | None = None
    glass_value: Decimal | None = None
    repair_estimate: Decimal | None = None
    vehicle_value: Decimal | None = None
    reported_at: datetime | None = None
    country: str | None = None
    municipality: str | None = None
    state: str | None = None
    vehicle_kind: str | None = None
    service: str | None = None
    events_used: int | None = None
    own_collision_without_contact: bool | None = None


FACT_NAMES: tuple[str, ...] = tuple(item.name for item in fields(Facts))


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss: what happened, when (aware instant), and the facts known so far."""

    incident_type: str
    occurred_at: datetime
    facts: Facts = field(default_factory=Facts)
