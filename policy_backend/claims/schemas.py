"""A claim as the API takes and gives it (contracts: claim.schema.json)."""

import math
import re
import uuid
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from common.text import storable
from policy_backend.claims.model.facts import Injuries, Location, LossFacts, PolicyRef, Reporter, ThirdParties, Vehicle
from policy_backend.claims.model.states import Status
from policy_backend.claims.model.words import Channel, IncidentType, Priority, Service

AMOUNT_TEXT = r"^[0-9]{1,11}(\.[0-9]{1,2})?$"
AMOUNT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 99_999_999_999.99, "multipleOf": 0.01},
        {"type": "string", "pattern": AMOUNT_TEXT},
    ]
}


def _amount(said: Any) -> Any:
    """What AMOUNT_SCHEMA lets through; a number that is cents but for the noise of binary fractions, as those cents."""
    if isinstance(said, str):
        if not re.search(AMOUNT_TEXT, said):
            raise ValueError("an amount has digits, and cents after a point: 12500.50")
        return said.strip()
    if isinstance(said, bool):
        raise ValueError("an amount is a number")
    if isinstance(said, float) and math.isclose(said, round(said, 2), rel_tol=1e-15):
        return f"{said:.2f}"
    return said


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))


Amount = Annotated[
    Decimal,
    Field(ge=0, lt=10**11, max_digits=13, decimal_places=2, allow_inf_nan=False),
    BeforeValidator(_amount),
    AfterValidator(_cents),
    WithJsonSchema(AMOUNT_SCHEMA),
]
CleanText = Annotated[str, BeforeValidator(storable)]


MONEY_FACTS = ("glass_value", "parts_value", "repair_estimate", "vehicle_value")


def _no_negative_money(details: dict[str, Any] | None) -> dict[str, Any] | None:
    """Programs are told of an amount that cannot be, which a check would leave out as unknown."""
    for name in MONEY_FACTS:
        if re.match(r"\s*-\s*[0-9]", str((details or {}).get(name))):
            raise ValueError(f"{name}: give an amount in MXN that is not negative")
    return details


class SaidByProgram(BaseModel):
    """What a program is held to where a person's words would be taken leniently."""

    model_config = ConfigDict(extra="ignore")

    incident_type: IncidentType | None = Field(None, description="what happened")
    service: Service | None = Field(None, description="for roadside_assistance")
    details: Annotated[dict[str, Any] | None, AfterValidator(_no_negative_money)] = None


class ReportIn(LossFacts):
    """A loss to report: what is known of it, nulls for the rest."""

    incident_type: IncidentType | None = Field(None, description="what happened")
    service: Service | None = Field(None, description="for roadside_assistance")
    details: Annotated[dict[str, Any], AfterValidator(_no_negative_money)] = Field(
        default_factory=dict, description="facts that only some incidents need, named as the facts of a coverage check"
    )
    conversation_id: uuid.UUID | None = Field(None, description="the conversation it was told in")
    loss: int = Field(1, ge=1, le=1000, description="which loss of that conversation, from 1")
    operator: Annotated[CleanText, Field(max_length=200)] | None = Field(
        None, description="the name given to the caller with the number; the assistant's when absent"
    )


class Due(BaseModel):
    """What the product promises, as instants; null where it promises nothing."""

    adjuster_due_at: datetime | None
    tow_due_at: datetime | None


class EvidenceOut(BaseModel):
    """A file given as evidence."""

    id: uuid.UUID
    kind: Literal["image", "document", "audio"]
    media_type: str
    name: str = Field(description="file name as given")
    size: int = Field(description="bytes")
    sha256: str
    thumbnail: bool = Field(description="a small JPEG can be had")
    created_at: datetime


class Handling(BaseModel):
    """What the insurer has done so far."""

    adjuster: str | None
    assigned_at: datetime | None
    adjuster_arrived_at: datetime | None
    tow_arrived_at: datetime | None
    closed_at: datetime | None
    reason: str | None = Field(description="why it was closed, cancelled or reopened")


class ClaimOut(BaseModel):
    """A reported loss. Unknown values are null, never guessed."""

    model_config = ConfigDict(title="Claim")

    report_number: Annotated[str, Field(pattern="^[0-9]{10}$")] | None = Field(description="null while status is draft")
    status: Status
    priority: Priority
    channel: Channel
    incident_type: IncidentType | None
    service: Service | None = Field(description="for roadside_assistance")
    description: str | None
    occurred_at: datetime | None
    reported_at: datetime | None
    location: Location
    injuries: Injuries
    reporter: Reporter
    driver_name: str | None
    insured_name: str | None
    policy: PolicyRef
    vehicle: Vehicle
    third_parties: ThirdParties
    drivable: bool | None
    authorities: bool | None
    details: dict[str, Any] = Field(description="facts that only some incidents need")
    coverage: dict[str, Any] = Field(description="the coverage check as it stood when the report was taken")
    sla: Due
    operator: str = Field(description="the name given to the caller with the number")
    duplicate_of: str | None = Field(description="report number of the first report of what seems the same loss")
    evidence: list[EvidenceOut]
    conversation_id: uuid.UUID | None
    loss: int
    handling: Handling


class ClaimList(BaseModel):
    """Claims, the newest first."""

    items: list[ClaimOut]
    next: str | None = Field(description="cursor of the next page; null on the last")


class ChangeOut(BaseModel):
    """One change of a claim."""

    at: datetime
    version: int
    action: str
    actor_kind: str
    actor_name: str
    changes: dict[str, Any] = Field(description="{dotted field: [old, new]}")

    model_config = ConfigDict(from_attributes=True)


class Settlement(BaseModel):
    """What the claim costs and who answers for it, as the adjuster and the claims system know it."""

    model_config = ConfigDict(from_attributes=True)

    estimate: Amount | None = Field(None, description="MXN, estimated by the adjuster")
    paid_amount: Amount | None = Field(None, description="MXN, indemnified")
    salvage: Amount | None = Field(None, description="MXN recovered from salvage")
    liability: Literal["responsable", "afectado"] | None = Field(None, description="confirmed by the adjuster")


class TransitionIn(BaseModel):
    """Something that happens to a claim."""

    event: Literal["assign", "arrive", "tow_arrive", "close", "cancel", "reopen"] = Field(
        description="arrive: the adjuster is on site; tow_arrive: the tow truck is, the status stays"
    )
    adjuster: Annotated[CleanText, Field(min_length=1, max_length=200)] | None = Field(
        None, description="with assign: the adjuster's name"
    )
    reason: Annotated[CleanText, Field(min_length=1, max_length=2000)] | None = Field(
        None, description="with cancel and reopen: why"
    )
