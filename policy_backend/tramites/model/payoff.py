"""The payoff of a plan: transitions 1 to 14 of conauto-tramites.md, section 10.3, each with its actor and its guard."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from policy_backend.tramites.model.calendar import add_business_days
from policy_backend.tramites.model.folio import (
    ANSWERED_AT,
    RESPONSE_DAYS,
    IncompleteData,
    Item,
    ItemKind,
    Party,
    Tramite,
    TransitionRefused,
)

SEG_DOCUMENTS = ("formato_cancelacion_seguro", "identificacion_oficial")
A_YEAR = timedelta(days=366)
Effect = Callable[[Tramite, dict[str, Any], date], None]


@dataclass(frozen=True)
class Step:
    """A transition: from which states, by whom, with what effect; the effect checks the guard first."""

    states: tuple[str, ...]
    actors: tuple[Party, ...]
    effect: Effect


def needed(data: dict[str, Any], **fields: str) -> None:
    """Raise IncompleteData naming the fields of `data` that are missing."""
    missing = {name: text for name, text in fields.items() if data.get(name) in (None, "", [])}
    if missing:
        raise IncompleteData(missing)


def day_of(data: dict[str, Any], name: str, default: date | None = None) -> date:
    """A day of the data, ISO 8601. Raises IncompleteData."""
    value = data.get(name)
    if value is None and default is not None:
        return default
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise IncompleteData({name: "se necesita una fecha AAAA-MM-DD"}) from None


def money_of(data: dict[str, Any], name: str) -> Decimal:
    """An amount of the data, MXN, not negative. Raises IncompleteData."""
    try:
        amount = Decimal(str(data.get(name))).quantize(Decimal("0.01"))
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or not Decimal(0) <= amount < Decimal(10) ** 11:
        raise IncompleteData({name: "se necesita una cantidad en pesos, no negativa"})
    return amount


def names_of(data: dict[str, Any], name: str) -> list[str]:
    """A list of names of the data, each short and not empty. Raises IncompleteData."""
    value = data.get(name)
    if not isinstance(value, list) or not value or not all(isinstance(each, str) and each.strip() for each in value):
        raise IncompleteData({name: "se necesita una lista de nombres de documentos"})
    return [each.strip()[:200] for each in value[:50]]


def _to(tramite: Tramite, state: str, today: date) -> None:
    tramite.state, tramite.since = state, today


def _item_to(tramite: Tramite, kind: ItemKind, state: str, today: date) -> None:
    item = tramite.items[kind]
    item.state, item.since = state, today
    if item.answered_on is None and item.reached(ANSWERED_AT[kind]):
        item.answered_on = today
        if item.breached(today):
            tramite.flag(f"{kind}: fuera del plazo de respuesta")


def _item_at(tramite: Tramite, kind: ItemKind, *states: str) -> None:
    if tramite.items[kind].state not in states:
        raise TransitionRefused(f"{kind} está en {tramite.items[kind].state!r}; se necesita {' o '.join(states)}.")


def _read_balance(t: Tramite, data: dict[str, Any], today: date) -> None:
    t.balance = money_of(data, "balance")
    t.stage = str(data.get("stage") or t.stage or "normal")
    _to(t, "en_ruta", today)


def _agree(t: Tramite, data: dict[str, Any], today: date) -> None:
    amount, due_on = money_of(data, "amount"), day_of(data, "due_on")
    if data.get("includes_life_insurance"):
        raise TransitionRefused("La cifra a pagar no incluye el seguro de vida.")
    if due_on < today:
        raise TransitionRefused("La fecha compromiso ya pasó.")
    if due_on > today + A_YEAR:
        raise TransitionRefused("La fecha compromiso está a más de un año.")
    if data.get("next_insurance_due_on") is not None:
        next_due = day_of(data, "next_insurance_due_on")
        if next_due < today:
            t.flag("La fracción de seguro de referencia ya venció: se tomó la siguiente.")
        elif due_on > next_due:
            raise TransitionRefused("La fecha compromiso no puede pasar del próximo vencimiento del seguro.")
    t.payoff_amount, t.payoff_due_on = amount, due_on
    _to(t, "acordada", today)


def _capture(t: Tramite, data: dict[str, Any], today: date) -> None:
    if not (t.group and t.member):
        raise TransitionRefused("Faltan grupo e integrante.")
    _to(t, "abierta", today)


def _receive_documents(t: Tramite, data: dict[str, Any], today: date) -> None:
    _item_at(t, "SEG", "pendiente")
    t.documents = sorted({*t.documents, *names_of(data, "documents")})
    if set(SEG_DOCUMENTS) <= set(t.documents):
        _item_to(t, "SEG", "documentos_completos", today)


def _post_deposit(t: Tramite, data: dict[str, Any], today: date) -> None:
    amount, paid_on = money_of(data, "amount"), day_of(data, "paid_on", today)
    if paid_on > today:
        raise TransitionRefused("El depósito no puede ser de un día que aún no llega.")
    if paid_on < today - A_YEAR:
        raise TransitionRefused("El depósito es de hace más de un año: revise la fecha.")
    if amount != t.payoff_amount:
        t.flag(f"Depósito de {amount} el {paid_on.isoformat()}; se acordaron {t.payoff_amount}.")
        return
    if t.payoff_due_on and paid_on > t.payoff_due_on:
        t.flag(f"Depósito del {paid_on.isoformat()}, después de la fecha compromiso.")
        _to(t, "incumplida", today)
        return
    t.paid_on = paid_on
    for item in t.items.values():
        item.due_on = add_business_days(paid_on, RESPONSE_DAYS[item.kind])
    _item_to(t, "LIQ", "pago_visto", today)
    _to(t, "pago_verificado", today)


def _pass_due(t: Tramite, data: dict[str, Any], today: date) -> None:
    if t.payoff_due_on is None or today <= t.payoff_due_on:
        raise TransitionRefused("La fecha compromiso todavía no pasa.")
    t.flag("Pasó la fecha compromiso sin depósito.")
    _to(t, "incumplida", today)


def _settle_plan(t: Tramite, data: dict[str, Any], today: date) -> None:
    _item_at(t, "LIQ", "pago_visto")
    _item_to(t, "LIQ", "liquidado", today)


def _start_cancellation(t: Tramite, data: dict[str, Any], today: date) -> None:
    _item_at(t, "SEG", "documentos_completos")
    _item_to(t, "SEG", "en_cancelacion", today)


def _cancel_policy(t: Tramite, data: dict[str, Any], today: date) -> None:
    _item_at(t, "SEG", "en_cancelacion")
    t.cancelled_from = day_of(data, "cancelled_from")
    _item_to(t, "SEG", "cancelado", today)
    _item_to(t, "FAC", "solicitada", today)


def _invoice(state: str, *before: str) -> Effect:
    def effect(t: Tramite, data: dict[str, Any], today: date) -> None:
        _item_at(t, "FAC", *before)
        if state == "con_cliente":
            needed(data, signature="nombre de quien firmó de recibido")
            t.data["signature"] = str(data["signature"])[:200]
        _item_to(t, "FAC", state, today)

    return effect


def _return_receipt(t: Tramite, data: dict[str, Any], today: date) -> None:
    _item_at(t, "FAC", "con_cliente")
    if not (t.items["LIQ"].reached("liquidado") and t.items["SEG"].reached("cancelado")):
        raise TransitionRefused("Falta liquidar el plan o cancelar el seguro.")
    _item_to(t, "FAC", "acuse_devuelto", today)
    _to(t, "cerrada", today)


def _request_waiver(t: Tramite, data: dict[str, Any], today: date) -> None:
    if "CON" in t.items:
        raise TransitionRefused("La condonación de intereses ya se pidió.")
    t.items["CON"] = Item("CON", "solicitada", today)
    if t.paid_on:
        t.items["CON"].due_on = add_business_days(max(t.paid_on, today), RESPONSE_DAYS["CON"])


def _resolve_waiver(t: Tramite, data: dict[str, Any], today: date) -> None:
    if "CON" not in t.items:
        raise TransitionRefused("No se ha pedido condonación de intereses.")
    _item_at(t, "CON", "solicitada")
    needed(data, granted="si se concedió")
    t.data["waiver_granted"] = bool(data["granted"])
    _item_to(t, "CON", "resuelta", today)


def withdraw(t: Tramite, data: dict[str, Any], today: date) -> None:
    """Effect of a withdrawal or rejection: the reason is stored."""
    needed(data, reason="motivo")
    t.reason = str(data["reason"])[:2000]
    _to(t, "desistida", today)


OPEN = ("recibida", "en_ruta", "acordada", "abierta", "incumplida", "pago_verificado")
PAID = ("pago_verificado",)
STEPS: dict[str, Step] = {
    "read_balance": Step(("recibida", "en_ruta"), ("distribuidora", "conauto", "sistema"), _read_balance),
    "agree": Step(("en_ruta", "incumplida"), ("distribuidora", "conauto"), _agree),
    "capture": Step(("acordada",), ("distribuidora",), _capture),
    "receive_documents": Step(("abierta", "pago_verificado"), ("cliente", "distribuidora"), _receive_documents),
    "post_deposit": Step(("abierta",), ("conauto",), _post_deposit),
    "pass_due": Step(("abierta",), ("sistema",), _pass_due),
    "settle_plan": Step(PAID, ("conauto",), _settle_plan),
    "start_cancellation": Step(PAID, ("conauto",), _start_cancellation),
    "cancel_policy": Step(PAID, ("conauto",), _cancel_policy),
    "process_invoice": Step(PAID, ("conauto",), _invoice("procesada", "solicitada")),
    "hand_to_representative": Step(PAID, ("conauto",), _invoice("con_representante", "solicitada", "procesada")),
    "hand_to_dealer": Step(PAID, ("distribuidora",), _invoice("con_distribuidora", "con_representante")),
    "hand_to_client": Step(PAID, ("distribuidora",), _invoice("con_cliente", "con_representante", "con_distribuidora")),
    "return_receipt": Step(PAID, ("distribuidora",), _return_receipt),
    "request_waiver": Step(("abierta", "pago_verificado"), ("cliente", "distribuidora"), _request_waiver),
    "resolve_waiver": Step(("abierta", "pago_verificado"), ("conauto",), _resolve_waiver),
    "withdraw": Step(OPEN, ("distribuidora", "cliente", "conauto"), withdraw),
}


def new_items(today: date) -> dict[str, Item]:
    """The three items that every payoff has."""
    return {kind: Item(kind, "pendiente", today) for kind in ("LIQ", "SEG", "FAC")}
