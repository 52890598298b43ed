"""The request and the answer of a coverage check on the wire (contracts/README.md 3, codes.md)."""

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from common.text import storable

Incident = Literal[
    "collision", "rollover", "run_over", "fire", "weather", "flood", "falling_object", "vandalism", "total_theft",
    "partial_theft", "glass", "tire", "cargo", "roadside_assistance", "other",
]  # fmt: skip


def _instant(value: Any) -> Any:
    """ISO 8601 text only: a bare number is no date."""
    if value is None or value is False or isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise ValueError("give an ISO 8601 instant, such as 2026-11-21T20:15:00-06:00")
    try:
        return datetime.fromisoformat(value.strip())
    except ValueError as error:
        raise ValueError(f"not an instant that exists: {error}") from error


MOST = Decimal("999999999999.99")
MONEY_SCHEMA = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": float(MOST)},
        {"type": "string", "pattern": r"^[0-9]{1,12}(\.[0-9]{1,2})?$"},
    ]
}


def _money(value: Any) -> Any:
    """MXN from a number, or from text such as "1234.50", to the cent."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,2})?", value):
        raise ValueError('give an amount in MXN that is not negative, such as "1234.50"')
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise ValueError("give an amount in MXN")
    amount = Decimal(str(value))
    if not amount.is_finite() or not 0 <= amount <= MOST:
        raise ValueError(f"give an amount in MXN from 0 to {MOST}")
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _whole(value: Any) -> Any:
    """A JSON number without a fraction is an integer: 2.0 is 2."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Yes = Annotated[bool, Field(strict=True)] | None
Count = Annotated[int, Field(strict=True, ge=0, le=10_000), BeforeValidator(_whole)] | None
Age = Annotated[int, Field(strict=True, ge=0, le=130), BeforeValidator(_whole)] | None
Inciso = Annotated[int, Field(strict=True, ge=0, lt=2**31), BeforeValidator(_whole)] | None
Money = Annotated[Decimal, BeforeValidator(_money), WithJsonSchema(MONEY_SCHEMA)] | None
When = Annotated[datetime, BeforeValidator(_instant)]
Denuncia = Annotated[datetime | Literal[False] | None, BeforeValidator(_instant)]
Words = Annotated[str, BeforeValidator(storable), StringConstraints(strip_whitespace=True, max_length=200)] | None
Country = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z]{2}$")] | None


class FactsIn(BaseModel):
    """What is known of the loss. Absent or null is unknown; nothing is concluded from it. Other names are ignored."""

    model_config = ConfigDict(extra="ignore")

    third_parties: Yes = Field(None, description="other people, vehicles or property were involved")
    third_party_death: Yes = Field(None, description="a third party died")
    injured: Count = Field(None, description="people hurt")
    driver_impaired: Yes = Field(None, description="the driver was under alcohol or drugs, as was said")
    driver_licensed: Yes = Field(None, description="the driver has a licence or permit for this kind of vehicle")
    driver_age: Age = Field(None, description="years")
    left_scene: Yes = Field(None, description="the insured driver left the place")
    vehicle_abandoned: Yes = Field(None, description="the vehicle was abandoned at the place")
    vehicle_parked: Yes = Field(None, description="the vehicle was parked when it happened")
    negligent: Yes = Field(None, description="the driver was negligent")
    occupants: Count = Field(None, description="people on board, the driver among them")
    denuncia_at: Denuncia = Field(None, description="instant of the denuncia; false: none yet")
    parts_only: Yes = Field(None, description="only parts were stolen")
    parts_value: Money = Field(None, description="value of the stolen parts, MXN")
    by_relative: Yes = Field(None, description="stolen by a relative, worker or dependant")
    entrusted: Yes = Field(None, description="the vehicle was lent or entrusted to whoever kept it")
    cargo_type: Literal["A", "B", "C"] | None = Field(None, description="danger of the load carried")
    cargo_spilled: Yes = Field(None, description="the load spilled or polluted")
    trailers: Count = Field(None, description="trailers towed")
    trailer_hitched: Yes = Field(None, description="the trailer was hitched")
    repair_started: Yes = Field(None, description="repair began before the valuation")
    deal_made: Yes = Field(None, description="a deal was made or signed")
    glass_part: Words = Field(None, description="which glass, as said")
    glass_value: Money = Field(None, description="price of the glass with fitting, MXN")
    repair_estimate: Money = Field(None, description="cost of the repair, MXN")
    vehicle_value: Money = Field(None, description="value of the vehicle, MXN")
    reported_at: When | None = Field(None, description="instant of the notice; promised times count from it")
    country: Country = Field(None, description="ISO 3166-1 alpha-2; absent is Mexico")
    municipality: Words = Field(None, description="municipio or alcaldía")
    state: Words = Field(None, description="state of Mexico")
    vehicle_kind: Words = Field(None, description="auto, truck, …; the book's kind where absent")
    service: Literal["tow", "tire_change", "jump_start", "fuel", "locksmith"] | None = Field(
        None, description="roadside service asked for"
    )
    events_used: Count = Field(None, description="roadside events already used this policy year; counted if absent")
    own_collision_without_contact: Yes = Field(None, description="the third party was harmed without contact")


class CheckIn(BaseModel):
    """A loss to check against a policy."""

    # Measured as it came: what cannot be stored counts, as the document says.
    policy_number: Annotated[str, StringConstraints(max_length=100), AfterValidator(storable)] = Field(
        description="spaces, hyphens and leading zeros do not matter"
    )
    inciso: Inciso = Field(None, description="unit; not needed where the policy has only one")
    incident_type: Incident = Field(description="what happened")
    occurred_at: When = Field(description="when it happened; without offset it is on the clock of the place")
    facts: FactsIn | None = Field(None, description="what is known of the loss")


class AlternativeOut(BaseModel):
    pct: float | None
    amount: str | None = Field(description="MXN")
    when: str
    clause: str


class DeductibleOut(BaseModel):
    """`pct` per cent of `base` is `amount`; null where a part is unknown."""

    pct: float | None
    base: str | None = Field(description="MXN")
    amount: str | None = Field(description="MXN, two decimals")
    rule: str
    alternatives: list[AlternativeOut] = Field([], description="another deductible, and when it would be the one")


class CoverageOut(BaseModel):
    """A coverage that speaks to this loss."""

    code: str
    name: str
    status: Literal["applies", "not_contracted", "review"]
    reason: str
    clause: str
    sum_insured: str | None = Field(description="MXN, as on the carátula")
    deductible: DeductibleOut | None


class FlagOut(BaseModel):
    """Something that whoever settles must see; a machine never applies it."""

    code: str = Field(description="T-01 … T-67, K-1 … K-40 (contradictions of the conditions), GC-…, SC-…")
    effect: Literal[
        "EXCLUDED", "POLICY_VOID", "DEDUCTIBLE_X2", "REDUCED", "SUSPENDED", "REVIEW", "NOT_IN_FORCE", "INFO"
    ]
    clause: str
    explanation: str = Field(description="one plain Spanish sentence")
    coverages: list[str] = Field(description="coverages it touches; empty: all")


class TotalLossOut(BaseModel):
    """The estimate against the threshold."""

    reached: bool
    threshold_pct: float
    ratio_pct: float
    clause: str
    pay_cap: str | None = Field(description="most that is paid as damage instead of a total loss, MXN")
    pays_pct: float | None = Field(description="per cent of the value that a total loss pays")


class SlaOut(BaseModel):
    """What the product promises; null where it promises nothing or the place is not known."""

    zone: Literal["metropolitan", "outside"] | None
    adjuster_minutes: int | None
    adjuster_due_at: datetime | None
    tow_minutes: int | None
    tow_due_at: datetime | None
    note: str | None


class CheckOut(BaseModel):
    """Advice to the people who settle the claim: a report is taken whatever it says."""

    decision: Literal["covered", "not_covered", "review"]
    coverages: list[CoverageOut]
    payment_status: (
        Literal[
            "ok", "in_grace", "in_grace_conflict", "ceased_presumed", "ceased", "no_grace_unpaid", "fleet_arrears",
            "out_of_vigencia",
        ]
        | None
    ) = Field(description="null where the policy is not known")  # fmt: skip
    flags: list[FlagOut]
    total_loss: TotalLossOut | None
    documents: list[str]
    instructions: list[str]
    sla: SlaOut
    open_questions: list[str] = Field(description="facts that are unknown and could change the answer")
