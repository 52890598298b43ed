"""What a product file may say. Every field is a rule of the conditions; every number's place carries its `source`."""

from datetime import time
from typing import Any, Literal

from pydantic import Field, model_validator

from policy_backend.products.schema_base import Amount, Conditional, Percent, Rule, Source
from policy_backend.products.schema_service import AssistanceTier, FollowUp, Penalty, Service

Effect = Literal["EXCLUDED", "POLICY_VOID", "DEDUCTIBLE_X2", "REDUCED", "SUSPENDED", "REVIEW", "NOT_IN_FORCE", "INFO"]
Capture = Literal["ASK", "DET", "POL", "ADJ"]


class Vigencia(Rule):
    """When the policy is in force: the hours of its first and last day, on the clock of the place of the event."""

    start_time: time
    end_time: time
    end_inclusive: bool
    review_hours: int = Field(ge=0)
    source: Source


class Payment(Rule):
    """Graces of an unpaid fraction, in natural days from its due date at 12:00; `rule: none` never denies."""

    rule: Literal["graces", "none"]
    grace_days: int = Field(0, ge=0)
    conflict_days: int = Field(0, ge=0)
    presumed_days: int = Field(0, ge=0)
    rehabilitation_days: int = Field(0, ge=0)
    no_grace_uses: tuple[str, ...] = ()
    fleet_pays_as_one: bool = False
    source: Source


class Impaired(Rule):
    """The deductible of a driver under alcohol or drugs: the carátula's times `factor`, at least `floor_pct`."""

    factor: int = Field(ge=1)
    floor_pct: Percent
    cap_pct: Percent | None = None
    uses: tuple[str, ...]
    text: str
    source: Source


class DeductibleRule(Rule):
    """How a coverage's deductible is found. `pct`: where the carátula is silent, or always when `prevails`."""

    rule: Literal["none", "carátula", "percent_of_sum", "percent_of_glass", "percent_of_parts", "days_of_income"]
    pct: Percent | None = None
    prevails: bool = False
    text: str
    source: Source
    impaired: Impaired | None = None


class Answers(Conditional):
    """Incidents that a coverage speaks to.

    `main` answers unless its condition is false; `also` answers only when it is true; `accompanies` never decides.
    `status`: what it is shown as while nothing else is in doubt. `show_missing`: a main coverage that is not contracted
    is named as such. `kinds`: while its condition is unknown it is shown, and asked about, only for these kinds of
    vehicle (none given: all).
    """

    incidents: tuple[str, ...]
    role: Literal["main", "also", "accompanies"] = "main"
    status: Literal["applies", "review"] = "applies"
    show_missing: bool = True
    kinds: tuple[str, ...] = ()
    reason: str | None = None
    source: Source | None = None


class Exclusion(Rule):
    """What a coverage does not pay, for the people who settle; `flag` is the triage flag that watches it."""

    text: str
    capture: Capture = "ADJ"
    flag: str | None = None
    source: Source


class Limit(Rule):
    """The most a coverage pays, in words, with the figures that the conditions print."""

    text: str
    amount: Amount | None = None
    uma: Amount | None = None
    pct: Percent | None = None
    days: int | None = Field(None, ge=0)
    events: int | None = Field(None, ge=0)
    pieces: int | None = Field(None, ge=0)
    minimum_age: int | None = Field(None, ge=0)
    maximum_age: int | None = Field(None, ge=0)
    by_kind: dict[str, Amount] = Field(default_factory=dict)
    source: Source


class Deadline(Rule):
    """A time that the insured must keep, in words."""

    text: str
    source: Source


class Coverage(Rule):
    """A coverage of the catalogue."""

    name: str
    key: str
    protects: str
    limit: Limit | None = None
    deductible: DeductibleRule = DeductibleRule(rule="none", text="Sin deducible.", source="design")
    answers: tuple[Answers, ...] = ()
    documents: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    exclusions: dict[str, Exclusion] = Field(default_factory=dict)
    details: dict[str, Exclusion] = Field(default_factory=dict)
    source: Source


class FlagRule(Conditional):
    """A triage flag. `evaluable: false`: no fact tells it; an operator raises it.

    `ask`, `ask_incidents`, `ask_kinds`: whether, and for which incidents and kinds of vehicle (none given: all), it is
    worth asking what is unknown.
    """

    effect: Effect
    coverages: tuple[str, ...] | Literal["all"]
    incidents: tuple[str, ...] = ()
    capture: Capture
    clause: str
    explanation: str
    conflicts: tuple[str, ...] = ()
    ask: bool = True
    ask_incidents: tuple[str, ...] = ()
    ask_kinds: tuple[str, ...] = ()
    evaluable: bool = True
    source: Source


class Text(Rule):
    """One side of a contradiction."""

    text: str
    source: Source | None = None


class Conflict(Conditional):
    """A contradiction of the source, what is done by default, and when a person decides."""

    topic: str
    a: Text
    b: Text
    default: str
    review: str | None = None
    effect: Literal["REVIEW", "INFO"] = "REVIEW"
    explanation: str | None = None
    coverages: tuple[str, ...] | Literal["all"] = "all"
    incidents: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _explained(self) -> "Conflict":
        if self.when and not self.explanation:
            raise ValueError("a conflict that the check raises (when) needs an explanation")
        return self


class Threshold(Rule):
    """Total loss from `pct` of the value, for these model years."""

    first_year: int
    last_year: int
    pct: Percent
    source: Source


class TotalLossRule(Rule):
    """When repairing costs too much. `strict`: above the threshold, not at it."""

    strict: bool
    years: tuple[Threshold, ...] = ()
    default_pct: Percent
    general_pct: Percent | None = None
    review_above_pct: Percent | None = None
    pays_pct: Percent
    pay_cap: bool
    base: Literal["vehicle_value", "replacement_value"]
    coverages: tuple[str, ...]
    documents: tuple[str, ...] = ()
    clause: str
    source: Source


class Sentence(Rule):
    """A sentence to people, with where its content comes from."""

    text: str
    source: Source


class IncidentTexts(Rule):
    """What a person hears after reporting: keys of `sentences`.

    `undecided`: the incident says too little to tell whether it is covered, and why.
    """

    instructions: tuple[str, ...]
    documents: tuple[str, ...]
    undecided: str | None = None


class Figures(Rule):
    """A table of the conditions that the check does not use by itself: kept whole for those who settle."""

    text: str
    rows: tuple[dict[str, Any], ...] = ()
    source: Source


class Product(Rule):
    """A product: the conditions as data."""

    product: str
    name: str
    extends: str | None = None
    replaces: dict[str, Source] = Field(default_factory=dict)
    sources: dict[str, str]
    vigencia: Vigencia
    payment: Payment
    uses: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    vehicle_classes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    incident_groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    home_countries: tuple[str, ...] = ("MX",)
    excluded_glass: tuple[str, ...] = ()
    mirror_words: tuple[str, ...] = ()
    total_loss: TotalLossRule
    assistance: dict[str, AssistanceTier] = Field(default_factory=dict)
    service: Service = Service()
    penalties: dict[str, Penalty] = Field(default_factory=dict)
    follow_up: FollowUp | None = None
    coverages: dict[str, Coverage]
    general_exclusions: dict[str, Exclusion] = Field(default_factory=dict)
    flags: dict[str, FlagRule] = Field(default_factory=dict)
    conflicts: dict[str, Conflict] = Field(default_factory=dict)
    sentences: dict[str, Sentence]
    incidents: dict[str, IncidentTexts]
    rules: dict[str, Sentence] = Field(default_factory=dict)
    figures: dict[str, Figures] = Field(default_factory=dict)
