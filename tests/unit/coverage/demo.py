"""The demonstration book as a coverage check takes it, loaded on LOADED."""

import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from policy_backend.coverage.model import CoverageCheck, Facts, Installment, Loss, PolicyAsOf, UnitAsOf, check
from policy_backend.products.loader import products

ZONE = ZoneInfo("America/Mexico_City")
LOADED = date(2026, 3, 18)
NOON = datetime.combine(LOADED, time(12), ZONE)
NOW = NOON + timedelta(hours=2)
BOOK = json.loads((Path(__file__).parents[3] / "policy_backend/policies/demo_book.json").read_text(encoding="utf-8"))


def days(number: float) -> datetime:
    """The instant that many days from 12:00 of the day of loading."""
    return NOON + timedelta(days=number)


def bound(day: int | str) -> datetime:
    """12:00 of a day counted from the day of loading; the fleet contract's own bounds for jan1 and dec31."""
    if day == "jan1":
        return datetime(LOADED.year, 1, 1, 0, 0, 1, tzinfo=ZONE)
    if day == "dec31":
        return datetime(LOADED.year + 1, 1, 1, tzinfo=ZONE)
    return days(int(day))


def policy(number: str) -> PolicyAsOf:
    """A policy of the book."""
    entry = next(item for item in BOOK["policies"] if item["number"] == number)
    return PolicyAsOf(
        entry["number"],
        entry["product"],
        entry["package"],
        entry["fleet"],
        bound(entry["start_day"]),
        bound(entry["end_day"]),
        tuple(
            Installment(
                days(item["due"]),
                Decimal(item["amount"]),
                None if item["paid"] is None else days(item["paid"]),
                item.get("inciso"),
            )
            for item in entry["installments"]
        ),
    )


def unit(number: str, inciso: int | None = None) -> UnitAsOf:
    """A unit of a policy of the book: its first one, or `inciso`."""
    units = next(item for item in BOOK["policies"] if item["number"] == number)["units"]
    entry = next(item for item in units if inciso in (None, item["inciso"]))
    vehicle = entry["vehicle"]
    return UnitAsOf(
        entry["inciso"], entry["use"], entry["coverages"], vehicle["year"], vehicle["kind"], entry.get("entity")
    )


def ask(number: str, incident: str, at: datetime = NOW, inciso: int | None = None, **facts: Any) -> CoverageCheck:
    """The check of a loss of the book."""
    book = policy(number)
    loss = Loss(incident, at, Facts(**facts))
    return check(book, unit(number, inciso), products()[book.product], loss, asked_at=at)


def codes(answer: CoverageCheck) -> list[str]:
    """The codes of the flags raised."""
    return [flag.code for flag in answer.flags]


def status(answer: CoverageCheck, code: str) -> str | None:
    """The status of a coverage in the answer, None where it is not shown."""
    return next((item.status for item in answer.coverages if item.code == code), None)


def amount(answer: CoverageCheck, code: str) -> str | None:
    """The deductible of a coverage in MXN as the answer writes it."""
    shown = next(item for item in answer.as_json()["coverages"] if item["code"] == code)["deductible"]
    return shown["amount"] if shown else None
