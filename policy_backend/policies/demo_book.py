"""The demonstration book: loaded once, into an empty database, its days counted from the day it is loaded."""

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from common import clock
from policy_backend.policies.model import FinancingPlan, Installment, Policy, Unit, Vehicle, term_instants
from policy_backend.policies.model.book import noon
from policy_backend.policies.store import save_financing_plan, save_policy
from policy_backend.policies.store.tables import PolicyRow

BOOK = Path(__file__).with_name("demo_book.json")
LOAD_LOCK = 0x0CAB1DE0


def _day(value: int | str, today: date) -> date:
    if isinstance(value, int):
        return today + timedelta(days=value)
    return date(today.year, *{"jan1": (1, 1), "dec31": (12, 31)}[value])


def policy_of(entry: dict[str, Any], today: date, zone: ZoneInfo) -> Policy:
    """A policy of the demonstration book, its offsets resolved from `today` in `zone`."""
    starts_at, ends_at = term_instants(
        entry["product"], _day(entry["start_day"], today), _day(entry["end_day"], today), zone
    )
    units = [
        Unit(
            unit["inciso"], Vehicle(**unit["vehicle"]), unit["use"], unit["coverages"], unit.get("entity"),
            unit.get("habitual_driver"),
        )
        for unit in entry["units"]
    ]  # fmt: skip
    fractions = [
        Installment(
            noon(_day(item["due"], today), zone), Decimal(str(item["amount"])),
            None if item["paid"] is None else noon(_day(item["paid"], today), zone), item.get("inciso"),
        )
        for item in entry["installments"]
    ]  # fmt: skip
    return Policy(
        entry["number"], entry["product"], entry["package"], entry["holder"], entry["fleet"], starts_at, ends_at, units,
        fractions,
    )  # fmt: skip


def load(session: Session, today: date | None = None) -> int:
    """Load the demonstration book unless the book has policies already; returns how many were loaded. Safe to race."""
    session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOAD_LOCK})
    if session.scalar(select(func.count()).select_from(select(PolicyRow.id).limit(1).subquery())):
        return 0
    book = json.loads(BOOK.read_text(encoding="utf-8"))
    today, zone = today or clock.today(), clock.local_zone()
    for entry in book["policies"]:
        save_policy(session, policy_of(entry, today, zone))
    for plan in book["financing_plans"]:
        save_financing_plan(
            session,
            FinancingPlan(
                plan["group"], plan["member"], plan["holder"], plan["policy_number"], Decimal(str(plan["balance"])),
                plan["stage"],
            ),
        )  # fmt: skip
    return len(book["policies"])
