"""Endosos: the form's movements, what each needs, and the road to applied or rejected (sections 6 and 10.4)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from policy_backend.tramites.model.folio import Tramite, TransitionRefused
from policy_backend.tramites.model.payoff import Step, day_of, names_of, needed, withdraw


@dataclass(frozen=True)
class Movement:
    """A movement of the form: its fields and documents; of `any_document` one is enough."""

    name: str
    fields: dict[str, str]
    documents: dict[str, str]
    any_document: bool = False


FROM = {"vigencia_a_partir_de": "vigencia a partir de", "cargo_a_partir_de": "cargo a partir de"}
SAYS = {"dice": "dice", "debe_decir": "debe decir", "motivo": "motivo del movimiento"}
MOVEMENTS: dict[str, Movement] = {
    "cancelacion_por_liquidacion": Movement(
        "cancelación de póliza por liquidación de plan",
        {
            "cancelacion_de_plan": "cancelación de plan",
            "cancelacion_a_partir_de": "cancelación a partir de",
            "eliminar_cargo_a_partir_de": "eliminar cargo a partir de",
        },
        {
            "formato_cancelacion_seguro": "formato de cancelación de seguro",
            "identificacion_oficial": "identificación oficial",
        },
    ),
    "alta_equipo": Movement(
        "alta de equipo especial o adaptación",
        FROM,
        {"cotizacion": "cotización", "factura_equipo": "copia de la factura del equipo o adaptación"},
    ),
    "otro": Movement(
        "otro movimiento",
        {**FROM, "motivo": "motivo del movimiento"},
        {"comprobante_pago_resto_plan": "comprobante de pago de la póliza por el resto del plan"},
    ),
    "recibo_de_pago": Movement(
        "recibo de pago",
        {"recibo_del": "recibos del (número)", "recibo_al": "recibos al (número)"},
        {"cedula_fiscal": "cédula fiscal (RFC)"},
    ),
    "b_cliente": Movement(
        "endoso B, datos del cliente",
        SAYS,
        {"comprobante_domicilio": "comprobante de domicilio", "identificacion_oficial": "identificación oficial"},
        any_document=True,
    ),
    "b_vehiculo": Movement("endoso B, datos del vehículo", SAYS, {"factura_auto": "copia de la factura del auto"}),
}  # fmt: skip


def missing(t: Tramite) -> dict[str, str]:
    """What the form still lacks: {field or document: its name in Spanish}."""
    movement = MOVEMENTS[t.data["movement"]]
    lacking = {key: name for key, name in movement.fields.items() if not t.data.get(key)}
    documents = {key: name for key, name in movement.documents.items() if key not in t.documents}
    if movement.any_document and len(documents) < len(movement.documents):
        documents = {}
    return lacking | documents


def _complete(t: Tramite, data: dict[str, Any], today: date) -> None:
    allowed = MOVEMENTS[t.data["movement"]].fields
    t.data |= {key: str(value)[:500] for key, value in data.items() if key in allowed and value}
    if data.get("documents"):
        t.documents = sorted({*t.documents, *names_of(data, "documents")})


def _review(t: Tramite, data: dict[str, Any], today: date) -> None:
    lacking = missing(t)
    if lacking:
        raise TransitionRefused(f"Falta: {', '.join(lacking.values())}.")
    t.state, t.since = "en_revision", today


def _apply(t: Tramite, data: dict[str, Any], today: date) -> None:
    needed(data, approved_by="quien autoriza en Conauto")
    if "vigencia_a_partir_de" in MOVEMENTS[t.data["movement"]].fields:
        t.data["applies_from"] = day_of(data, "applies_from", today).isoformat()
    t.data["approved_by"] = str(data["approved_by"])[:200]
    t.state, t.since = "aplicado", today


def _reject(t: Tramite, data: dict[str, Any], today: date) -> None:
    withdraw(t, data, today)
    t.state = "rechazado"


STEPS: dict[str, Step] = {
    "complete": Step(("solicitado",), ("distribuidora", "cliente"), _complete),
    "review": Step(("solicitado",), ("conauto",), _review),
    "apply": Step(("en_revision",), ("conauto", "aseguradora"), _apply),
    "reject": Step(("solicitado", "en_revision"), ("conauto", "aseguradora"), _reject),
    "withdraw": Step(("solicitado", "en_revision"), ("distribuidora", "cliente", "conauto"), withdraw),
}
