"""The answer of a coverage check, in the words of contracts/codes.md."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

CENT = Decimal("0.01")


def money(amount: Decimal | None) -> str | None:
    """MXN with two decimals, half up; None stays None."""
    return None if amount is None else str(amount.quantize(CENT))


def percent(value: Decimal | None) -> int | float | None:
    """A percentage as a plain JSON number: 5, 12.5."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another deductible, and when it would be the one."""

    pct: Decimal | None
    amount: Decimal | None
    when: str
    clause: str

    def as_json(self) -> dict[str, Any]:
        return {"pct": percent(self.pct), "amount": money(self.amount), "when": self.when, "clause": self.clause}


@dataclass(frozen=True, slots=True)
class Deductible:
    """The share that stays with the insured: `pct` of `base` is `amount` (MXN); None where a part is unknown."""

    pct: Decimal | None
    base: Decimal | None
    amount: Decimal | None
    rule: str
    alternatives: tuple[Alternative, ...] = ()

    def as_json(self) -> dict[str, Any]:
        answer: dict[str, Any] = {
            "pct": percent(self.pct),
            "base": money(self.base),
            "amount": money(self.amount),
            "rule": self.rule,
        }
        if self.alternatives:
            answer["alternatives"] = [item.as_json() for item in self.alternatives]
        return answer


@dataclass(frozen=True, slots=True)
class CoverageAnswer:
    """A coverage before this loss. `status`: applies, not_contracted, review."""

    code: str
    name: str
    status: str
    reason: str
    clause: str
    sum_insured: Decimal | None = None
    deductible: Deductible | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "name": self.name,
            "status": self.status,
            "reason": self.reason,
            "clause": self.clause,
            "sum_insured": money(self.sum_insured),
            "deductible": self.deductible.as_json() if self.deductible else None,
        }


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that the people who settle the claim must see. `effect` is a word of codes.md."""

    code: str
    effect: str
    clause: str
    explanation: str
    coverages: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "effect": self.effect,
            "clause": self.clause,
            "explanation": self.explanation,
            "coverages": list(self.coverages),
        }


@dataclass(frozen=True, slots=True)
class TotalLoss:
    """The estimate of the repair against the threshold; `pay_cap` is the most that is paid as damage instead (MXN)."""

    reached: bool
    threshold_pct: Decimal
    ratio_pct: Decimal
    clause: str
    pay_cap: Decimal | None = None
    pays_pct: Decimal | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "reached": self.reached,
            "threshold_pct": percent(self.threshold_pct),
            "ratio_pct": percent(self.ratio_pct),
            "clause": self.clause,
            "pay_cap": money(self.pay_cap),
            "pays_pct": percent(self.pays_pct),
        }


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """What the product promises, from the report: None where it promises nothing or the place is not known."""

    zone: str | None = None
    adjuster_minutes: int | None = None
    adjuster_due_at: datetime | None = None
    tow_minutes: int | None = None
    tow_due_at: datetime | None = None
    note: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "zone": self.zone,
            "adjuster_minutes": self.adjuster_minutes,
            "adjuster_due_at": self.adjuster_due_at.isoformat() if self.adjuster_due_at else None,
            "tow_minutes": self.tow_minutes,
            "tow_due_at": self.tow_due_at.isoformat() if self.tow_due_at else None,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class CoverageCheck:
    """Advice to the people who settle the claim; it never stops a report. `decision`: covered, not_covered, review."""

    decision: str
    coverages: tuple[CoverageAnswer, ...] = ()
    payment_status: str | None = None
    flags: tuple[Flag, ...] = ()
    total_loss: TotalLoss | None = None
    documents: tuple[str, ...] = ()
    instructions: tuple[str, ...] = ()
    sla: ServiceTimes = field(default_factory=ServiceTimes)
    open_questions: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The body of `POST /api/v1/coverage-checks` (contracts/README.md, section 3)."""
        return {
            "decision": self.decision,
            "coverages": [item.as_json() for item in self.coverages],
            "payment_status": self.payment_status,
            "flags": [item.as_json() for item in self.flags],
            "total_loss": self.total_loss.as_json() if self.total_loss else None,
            "documents": list(self.documents),
            "instructions": list(self.instructions),
            "sla": self.sla.as_json(),
            "open_questions": list(self.open_questions),
        }
