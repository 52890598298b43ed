"""What was said of a loss, as it is stored: strict about shapes, lenient about words.

A wrong type (a list where an object belongs, a number where a text belongs) is a program's mistake and refused, field
by field. A word outside a list, a year no car can have, a phone that is none: a person's, and becomes null (a phone is
kept as said), so that a report is never lost over one answer.
"""

import re
from datetime import datetime
from typing import Annotated, Any, get_args

import phonenumbers
from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from common import clock
from common.text import storable
from policy_backend.claims.model.words import Channel, IncidentType, PlaceKind, Priority, Service

LONGEST_TEXT = 20_000
FIRST_YEAR, LAST_YEAR = 1990, 2200
INTEGER_LIMIT = 2**31 - 1
_OLD_PREFIX = re.compile(r"^(?:\+?521|01|044|045)(?=\d{10}$)")


def _known(words: Any) -> BeforeValidator:
    allowed = frozenset(get_args(words))

    def known(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return value.strip() if value.strip() in allowed else None

    return BeforeValidator(known)


def _text(value: str) -> str | None:
    return value.strip()[:LONGEST_TEXT] or None


def _integer(value: int) -> int | None:
    return value if abs(value) <= INTEGER_LIMIT else None


def e164(said: str) -> str:
    """E.164 where it is a telephone (Mexican by default; the old 01, 044, 045 and +52 1 go), else as said."""
    dialled = _OLD_PREFIX.sub("+52", re.sub(r"[^\d+]", "", said)) if len(re.sub(r"\D", "", said)) >= 10 else said
    try:
        number = phonenumbers.parse(dialled, "MX")
    except phonenumbers.NumberParseException:
        return said
    if not phonenumbers.is_possible_number(number):
        return said
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _local(value: Any) -> Any:
    """A naive ISO instant is read in the insurer's zone; a year that no report can mean makes it unknown."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        raise ValueError("an ISO 8601 instant is needed, such as 2026-11-21T20:15:00-06:00")
    if isinstance(value, str):
        value = datetime.fromisoformat(value.strip())
    if isinstance(value, datetime):
        if not FIRST_YEAR <= value.year <= LAST_YEAR:
            return None
        if value.tzinfo is None:
            value = value.replace(tzinfo=clock.local_zone())
    return value


Text = Annotated[str, AfterValidator(_text)] | None
Whole = Annotated[int, Field(strict=True), AfterValidator(_integer)] | None
Yes = Annotated[bool, Field(strict=True)] | None
Number = Annotated[float, Field(allow_inf_nan=False)] | None
Instant = Annotated[AwareDatetime | None, BeforeValidator(_local)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _null_is_empty(cls, value: Any) -> Any:
        return {} if value is None else value


class Location(_Part):
    """Where it happened (maps-autos a.4)."""

    kind: Annotated[PlaceKind | None, _known(PlaceKind)] = None
    state: Text = None
    municipality: Text = None
    neighborhood: Text = Field(None, description="colonia")
    street: Text = None
    number: Text = None
    between_streets: list[str] = Field(default_factory=list)
    corner: Text = None
    highway: Text = None
    kilometer: Number = None
    heading: Text = Field(None, description="where the vehicle was going")
    nearest_town: Text = None
    latitude: Number = None
    longitude: Number = None
    text: Text = Field(None, description="the place as said")

    @model_validator(mode="before")
    @classmethod
    def _streets(cls, value: Any) -> Any:
        if isinstance(value, dict) and value.get("between_streets") is None:
            return {**value, "between_streets": []}
        return value


class Injuries(_Part):
    """Who was hurt, as far as is known."""

    any: Yes = None
    count: Whole = None
    deaths: Yes = None
    text: Text = None


class Reporter(_Part):
    """Who reports, and the phone to call back (E.164 where it is one)."""

    name: Text = None
    phone: Annotated[str, AfterValidator(_text), AfterValidator(lambda v: v and e164(v))] | None = None


class PolicyRef(_Part):
    """The policy as given; `found` says whether the book has it."""

    number: Text = None
    inciso: Whole = None
    found: Yes = None


class Vehicle(_Part):
    """The insured side's vehicle."""

    make: Text = None
    model: Text = None
    year: Whole = None
    color: Text = None
    plates: Text = Field(None, description="upper case, hyphens as on the plate or none; compared without them")
    vin: Text = None

    @model_validator(mode="after")
    def _upper(self) -> "Vehicle":
        self.plates = self.plates and self.plates.upper()
        self.vin = self.vin and self.vin.upper()
        self.year = self.year if self.year and 1900 <= self.year <= 2100 else None
        return self


class ThirdParties(_Part):
    """Other people, vehicles or property involved."""

    any: Yes = None
    fled: Yes = None
    text: Text = None


class LossFacts(BaseModel):
    """All that people say of a loss; unknown is null, never guessed."""

    model_config = ConfigDict(extra="ignore")

    priority: Annotated[Priority | None, _known(Priority)] = Field(
        None, description="given by the assistant; raised by the backend where the facts ask for it"
    )
    channel: Annotated[Channel | None, _known(Channel)] = Field(None, description="how the report came in")
    incident_type: Annotated[IncidentType | None, _known(IncidentType)] = Field(None, description="what happened")
    service: Annotated[Service | None, _known(Service)] = Field(None, description="for roadside_assistance")
    description: Text = Field(None, description="the account in the caller's words")
    occurred_at: Instant = Field(None, description="when it happened; without offset it is read in the insurer's zone")
    location: Location = Field(default_factory=Location)
    injuries: Injuries = Field(default_factory=Injuries)
    reporter: Reporter = Field(default_factory=Reporter)
    driver_name: Text = None
    insured_name: Text = None
    policy: PolicyRef = Field(default_factory=PolicyRef)
    vehicle: Vehicle = Field(default_factory=Vehicle)
    third_parties: ThirdParties = Field(default_factory=ThirdParties)
    drivable: Yes = Field(None, description="the vehicle can move by itself")
    authorities: Yes = Field(None, description="police, tránsito or Ministerio Público are on site")
    details: dict[str, Any] = Field(
        default_factory=dict, description="facts that only some incidents need, named as the facts of a coverage check"
    )

    @model_validator(mode="before")
    @classmethod
    def _clean(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        value = storable(value)
        return {**value, "details": {}} if value.get("details") is None else value
