"""A trámite as it is kept: its state, its items, who asked, what was agreed."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from policy_backend.claims.model.numbers import luhn_digit

Kind = Literal["payoff", "endoso"]
Party = Literal["distribuidora", "cliente", "conauto", "aseguradora", "sistema"]
ItemKind = Literal["LIQ", "SEG", "FAC", "CON"]

ENDED = frozenset({"cerrada", "desistida", "aplicado", "rechazado"})
ITEM_STATES: dict[ItemKind, tuple[str, ...]] = {
    "LIQ": ("pendiente", "pago_visto", "liquidado"),
    "SEG": ("pendiente", "documentos_completos", "en_cancelacion", "cancelado"),
    "FAC": (
        "pendiente", "solicitada", "procesada", "con_representante", "con_distribuidora", "con_cliente",
        "acuse_devuelto",
    ),
    "CON": ("solicitada", "resuelta"),
}  # fmt: skip
RESPONSE_DAYS: dict[ItemKind, int] = {"LIQ": 1, "SEG": 2, "FAC": 5, "CON": 3}
ANSWERED_AT: dict[ItemKind, str] = {
    "LIQ": "liquidado",
    "SEG": "cancelado",
    "FAC": "con_representante",
    "CON": "resuelta",
}


@dataclass
class Item:
    """One of the matters under a folio; `due_on` is the last day in time, counted from the payment."""

    kind: ItemKind
    state: str
    since: date
    due_on: date | None = None
    answered_on: date | None = None

    def reached(self, state: str) -> bool:
        """True when the item is at `state` or past it."""
        order = ITEM_STATES[self.kind]
        return order.index(self.state) >= order.index(state)

    def breached(self, today: date) -> bool:
        """True when the answer came after its last day, or has not come and the day is past."""
        return self.due_on is not None and (self.answered_on or today) > self.due_on


@dataclass
class Tramite:
    """A folio. Amounts in MXN; days are the insurer's calendar days. `data` holds the fields of an endoso's form."""

    folio: str
    kind: Kind
    state: str
    since: date
    group: str | None = None
    member: str | None = None
    holder: str | None = None
    policy_number: str | None = None
    requester: dict[str, Any] = field(default_factory=dict)
    balance: Decimal | None = None
    stage: str | None = None
    payoff_amount: Decimal | None = None
    payoff_due_on: date | None = None
    paid_on: date | None = None
    cancelled_from: date | None = None
    reason: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    review: list[str] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        """True until it is closed, withdrawn, applied or rejected."""
        return self.state not in ENDED

    def flag(self, reason: str) -> None:
        """A person must look at it; each reason once."""
        if reason not in self.review:
            self.review.append(reason)


class TransitionRefused(Exception):
    """The event cannot happen now, or not by this actor; the message says why in plain Spanish."""


class IncompleteData(Exception):
    """The event needs data that did not come: {field: what is missing}."""

    def __init__(self, missing: dict[str, str]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


def make_folio(year: int, sequence: int) -> str:
    """A folio `YYNNNNNNC`: two digits of the year, six of its sequence, a Luhn digit (a report number has ten)."""
    if not 1 <= sequence <= 999_999:
        raise ValueError("a year has folios 1 to 999999")
    digits = f"{year % 100:02d}{sequence:06d}"
    return digits + luhn_digit(digits)
