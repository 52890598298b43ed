"""A policy as the API gives it."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from policy_backend.policies.model import Match


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class VehicleOut(_Out):
    """A vehicle as the carátula describes it."""

    make: str | None = Field(description="brand, e.g. Nissan")
    model: str | None = Field(description="line and version, e.g. Versa Advance")
    year: int | None = Field(description="model year")
    color: str | None
    plates: str | None = Field(description="as in the book; compared without hyphens, spaces and case, O as 0, I as 1")
    vin: str | None = Field(description="número de serie")
    kind: str | None = Field(description="auto, pickup, suv, van, truck, tractor, motorcycle, bus, trailer…")


class UnitOut(_Out):
    """An inciso: one vehicle of a policy, with its coverages."""

    inciso: int = Field(description="number of the unit within the policy")
    vehicle: VehicleOut
    use: str = Field(description="use on the carátula: particular, comercial, taxi, conductor_app, oficial…")
    entity: str | None = Field(description="the body that a fleet's unit belongs to")
    habitual_driver: str | None
    coverages: dict[str, dict[str, Any]] = Field(
        description="coverages contracted, by code: sum_insured (MXN), deductible_pct, basis and other terms"
    )
    payment_status: str | None = Field(
        None, description="as of now, in the words of a coverage check; null if the policy's product is not known"
    )


class InstallmentOut(_Out):
    """A fraction of the premium."""

    inciso: int | None = Field(description="the unit it belongs to; null for the whole policy")
    due_at: datetime
    amount: Decimal = Field(description="MXN")
    paid_at: datetime | None = Field(description="null while unpaid")
    grace_until: datetime | None = Field(description="the term printed on the receipt, where there is one")


class PolicyOut(_Out):
    """A policy of the book."""

    number: str
    product: str = Field(description="the conditions that govern it: maps-autos, aba-autos, sector-hacienda")
    package: str | None = Field(description="amplia, limitada, rc…")
    holder: str = Field(description="contratante")
    fleet: bool
    starts_at: datetime = Field(description="first instant of the term")
    ends_at: datetime = Field(description="last instant of the term")
    payment_status: str | None = Field(
        None, description="as of now: the worst of the units given here; null if the policy's product is not known"
    )
    units: list[UnitOut]
    installments: list[InstallmentOut]


class FoundPolicyOut(PolicyOut):
    """A policy that answers to a search, with only its matching units."""

    match: Match = Field(description="exact: as written in the book; close: but for confusable letters or spelling")


class PolicyList(BaseModel):
    """Answers to a search, best first."""

    items: list[FoundPolicyOut]
    next: str | None = Field(None, description="always null: ask more precisely when the answer is too long")


class FinancingPlanOut(_Out):
    """A member of a car-financing group."""

    group: str
    member: str
    holder: str
    policy_number: str | None
    balance: Decimal = Field(description="MXN still owed")
    stage: str = Field(description="normal, or extrajudicial when that department collects it")
