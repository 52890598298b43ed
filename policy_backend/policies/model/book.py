"""What the book says of a policy: term, units with their coverages, instalments, financing plans."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Literal
from zoneinfo import ZoneInfo

Match = Literal["exact", "close"]


@dataclass(frozen=True)
class Vehicle:
    """A vehicle as the carátula describes it; None where the book is silent."""

    make: str | None = None
    model: str | None = None
    year: int | None = None
    color: str | None = None
    plates: str | None = None
    vin: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Unit:
    """An inciso: one vehicle, its use and its coverages ({code: terms} with the codes of contracts/codes.md)."""

    inciso: int
    vehicle: Vehicle
    use: str
    coverages: dict[str, dict[str, Any]]
    entity: str | None = None
    habitual_driver: str | None = None
    cancelled_at: datetime | None = None


@dataclass(frozen=True)
class Installment:
    """A fraction of the premium (MXN); of one unit only where `inciso` is given, `use` is then that unit's.

    `grace_until`: the term printed on the receipt.
    """

    due_at: datetime
    amount: Decimal
    paid_at: datetime | None = None
    inciso: int | None = None
    grace_until: datetime | None = None
    use: str | None = None


@dataclass(frozen=True)
class Policy:
    """A policy with the units asked for (all, one, or those that matched); `cancelled` names every unit that is.

    `cancelled_from`: the whole policy is, from then on, because the plan that it went with was paid off.
    """

    number: str
    product: str
    package: str | None
    holder: str
    fleet: bool
    starts_at: datetime
    ends_at: datetime
    units: list[Unit] = field(default_factory=list)
    installments: list[Installment] = field(default_factory=list)
    match: Match | None = None
    cancelled: dict[int, datetime] = field(default_factory=dict)
    cancelled_from: datetime | None = None


@dataclass(frozen=True)
class FinancingPlan:
    """A plan of a car-financing group; `balance` in MXN; `stage`: normal or extrajudicial (conauto-tramites.md, 2)."""

    group: str
    member: str
    holder: str
    policy_number: str | None
    balance: Decimal
    stage: str


def noon(day: date, zone: ZoneInfo) -> datetime:
    """12:00 of a day, when terms, instalments and payments without an hour count (maps-autos PAY-1, PAY-4, PAY-10)."""
    return datetime.combine(day, time(12), zone)


def term_instants(product: str, first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Start and end of a policy's term from the days on its carátula.

    12:00 of both days (maps-autos PAY-1); for `sector-hacienda` 00:00:01 of the first to 24:00 of the last, kept as
    the exclusive bound 00:00 of the next day (aba-sector-hacienda 2.1).
    """
    if product == "sector-hacienda":
        return datetime.combine(first, time(0, 0, 1), zone), datetime.combine(last + timedelta(1), time(0), zone)
    return noon(first, zone), noon(last, zone)
