"""What a line of a book becomes: tuples in the column order of the staging tables."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from common.text import fold
from policy_backend.policies.importing.fields import (
    BadField,
    coverages_of_json,
    coverages_of_text,
    instant,
    money,
    needed,
    one_of,
    term,
    text,
    whole,
    yes,
)
from policy_backend.policies.model.keys import number_key, plates_key, vin_key
from policy_backend.policies.model.words import PRODUCTS, USES

Row = tuple[Any, ...]
MOST_INCISOS = 2**31 - 1
_folded = lru_cache(maxsize=50_000)(fold)


class Line(NamedTuple):
    """A line that can be used: the policy, its units, its instalments. `key` is the policy's canonical number."""

    key: str
    policy: Row
    units: list[Row]
    installments: list[Row]


def policy_row(row: Mapping[str, Any]) -> Row:
    """(number_key, number, product, package, holder, fleet, starts_at, ends_at)."""
    number = needed(row, "policy_number")
    key = number_key(number)
    if not key:
        raise BadField("policy_number", f"{number!r} holds no digit or letter but zeros")
    product = one_of(row, "product", PRODUCTS)
    starts_at, ends_at = term(row, product)
    return key, number, product, text(row, "package"), needed(row, "holder"), yes(row, "fleet"), starts_at, ends_at


def unit_row(key: str, row: Mapping[str, Any], covered: str, line: int) -> Row:
    """(number_key, inciso, vehicle…, canonical columns…, use, entity, habitual_driver, coverages, line)."""
    inciso = whole(row, "inciso", 0, MOST_INCISOS)
    if inciso is None:
        raise BadField("inciso", "is missing")
    make, model, plates, vin = text(row, "make"), text(row, "model"), text(row, "plates"), text(row, "vin")
    return (
        key, inciso, make, model, whole(row, "year", 1900, 2100), text(row, "color"), plates, vin, text(row, "kind"),
        _folded(make) if make else None, _folded(model) if model else None,
        plates_key(plates) if plates else None, vin_key(vin) if vin else None,
        one_of(row, "use", USES), text(row, "entity"), text(row, "habitual_driver"),
        covered, line,
    )  # fmt: skip


def installment_row(key: str, row: Mapping[str, Any]) -> Row:
    """(number_key, inciso, due_at, amount, paid_at, grace_until)."""
    due_at = instant(row, "due")
    if due_at is None:
        raise BadField("due", "is missing")
    return (
        key, whole(row, "inciso", 0, MOST_INCISOS), due_at, money(row, "amount"), instant(row, "paid"),
        instant(row, "grace_until"),
    )  # fmt: skip


def line_of_json(content: Any, line: int) -> Line:
    """A line of JSON Lines: a whole policy. Raises BadField."""
    if not isinstance(content, dict):
        raise BadField("line", "is not a JSON object")
    policy = policy_row({**content, "policy_number": content.get("policy_number", content.get("number"))})
    key = policy[0]
    units, installments = content.get("units"), content.get("installments", [])
    if not isinstance(units, list) or not units or not all(isinstance(unit, dict) for unit in units):
        raise BadField("units", "is not a list of at least one unit")
    if not isinstance(installments, list) or not all(isinstance(item, dict) for item in installments):
        raise BadField("installments", "is not a list of objects")
    rows = []
    for unit in units:
        vehicle = unit.get("vehicle", {})
        if not isinstance(vehicle, dict):
            raise BadField("vehicle", "is not an object")
        rows.append(unit_row(key, {**unit, **vehicle}, coverages_of_json(unit.get("coverages")), line))
    return Line(key, policy, rows, [installment_row(key, item) for item in installments])


def installments_of_text(key: str, written: str) -> list[Row]:
    """The instalments cell of a CSV: "2026-01-31 9800.00 paid=2026-02-01; 2026-07-31 9800.00 inciso=2"."""
    rows = []
    for part in written.split(";"):
        due, amount, *rest = [*part.split(), "", ""][: max(2, len(part.split()))]
        extra = dict(item.partition("=")[::2] for item in rest)
        unknown = set(extra) - {"paid", "inciso", "grace_until"}
        if unknown:
            raise BadField("installments", f"{', '.join(sorted(unknown))}: unknown")
        rows.append(installment_row(key, {"due": due, "amount": amount, **extra}))
    return rows


def line_of_csv(row: dict[str, Any], line: int) -> Line:
    """A line of CSV: one unit of a policy, with the policy's own columns repeated. Raises BadField."""
    policy = policy_row(row)
    key = policy[0]
    unit = unit_row(key, row, coverages_of_text(row["coverages"]), line)
    fractions = (row.get("installments") or "").strip(" ;")
    return Line(key, policy, [unit], installments_of_text(key, fractions) if fractions else [])
