"""A trámite as the API takes and gives it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from common.text import storable
from policy_backend.tramites.model.endosos import MOVEMENTS
from policy_backend.tramites.model.folio import ItemKind, Kind, Party
from policy_backend.tramites.model.transitions import EVENTS

Short = Annotated[str, BeforeValidator(storable), Field(max_length=200)]
Data = Annotated[dict[str, Any], BeforeValidator(storable)]


class Requester(BaseModel):
    """Who asks."""

    kind: Literal["distribuidora", "cliente"] = "cliente"
    name: Short | None = None
    phone: Short | None = None


class TramiteIn(BaseModel):
    """A trámite to start."""

    kind: Kind = Field(
        description="payoff: liquidación del plan with cancellation and invoice; endoso: a movement on the policy"
    )
    group: Short | None = Field(None, description="grupo of the financing plan")
    member: Short | None = Field(None, description="integrante of the financing plan")
    policy_number: Short | None = None
    requester: Requester = Field(default_factory=Requester)
    movement: Literal[tuple(MOVEMENTS)] | None = Field(None, description="for an endoso: the movement of the form")  # type: ignore[valid-type]
    fields: dict[Short, Short] = Field(default_factory=dict, description="for an endoso: the fields of the form")
    documents: list[Short] = Field(default_factory=list, max_length=50, description="documents already received")


class TransitionIn(BaseModel):
    """A step of a trámite."""

    event: Literal[EVENTS]  # type: ignore[valid-type]
    actor: Party = Field(description="who takes the step; each event has its own")
    data: Data = Field(
        default_factory=dict,
        description="what the event needs: balance and stage; amount and due_on; documents; amount and paid_on; "
        "cancelled_from; signature; granted; reason; approved_by",
    )


class ItemOut(BaseModel):
    """One of the matters under a folio."""

    kind: ItemKind
    name: str
    state: str
    state_name: str
    since: date
    due_on: date | None = Field(description="last business day in time, counted from the payment; null before it")
    answered_on: date | None
    breached: bool = Field(description="the response time was missed")


class RouteOut(BaseModel):
    """Who attends, by what is owed."""

    model_config = ConfigDict(from_attributes=True)

    rule: str = Field(description="SAL-0 (balance not read) to SAL-3")
    name: str
    department: str
    phones: list[str]


class EventOut(BaseModel):
    """Something that happened to the folio."""

    model_config = ConfigDict(from_attributes=True)

    at: datetime
    event: str
    party: str
    actor_name: str
    state: str


class FollowUpOut(BaseModel):
    """What to tell who asks, in Spanish."""

    model_config = ConfigDict(from_attributes=True)

    now: str = Field(description="what happens now")
    since: date
    next: str = Field(description="what comes next")
    next_by: str | None = Field(description="whose turn it is")
    next_on: date | None = Field(description="by when; null where no day is promised")
    text: str = Field(description="all of it in plain sentences")


class TramiteOut(BaseModel):
    """A trámite."""

    folio: Annotated[str, Field(pattern="^[0-9]{9}$")]
    kind: Kind
    state: str
    state_name: str
    since: date
    group: str | None
    member: str | None
    policy_number: str | None
    requester: Requester
    route: RouteOut | None = Field(description="null for an endoso")
    payoff_amount: Decimal | None = Field(description="MXN, without life insurance")
    payoff_due_on: date | None
    paid_on: date | None
    cancelled_from: date | None
    movement: str | None
    missing: dict[str, str] = Field(description="for an endoso: fields and documents still needed")
    documents: list[str]
    reason: str | None
    review: list[str] = Field(description="why a person must look at it; empty when none must")
    items: list[ItemOut]
    follow_up: FollowUpOut
    possible: list[str] = Field(description="events that the state allows")
    history: list[EventOut]
