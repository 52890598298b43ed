"""The report's seventeen columns in the contract's order (aba-sector-hacienda, section 6), and its words."""

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

COLUMNS = (
    "Fecha del siniestro", "Lugar del siniestro", "Fecha de reporte siniestro", "Número de póliza", "Inciso",
    "Cobertura afectada", "Causa del siniestro", "Monto indemnizado", "Monto estimado", "Estatus",
    "Estatus responsable o afectado", "Localidad", "Ramo", "Subramo", "Salvamentos", "Número de serie",
    "Número de placas del vehículo",
)  # fmt: skip
KEYS = (
    "occurred_at", "place", "reported_at", "policy_no", "inciso", "coverage", "cause", "paid_amount", "estimate",
    "status", "liability", "locality", "ramo", "subramo", "salvage", "vin", "plates",
)  # fmt: skip
RAMO = "Automóviles"
SUBRAMOS = {
    "auto": "Automóviles", "suv": "Automóviles", "pickup": "Camionetas", "van": "Camionetas", "truck": "Camiones",
    "tractor": "Tractocamiones", "motorcycle": "Motocicletas", "bus": "Autobuses", "trailer": "Remolques",
}  # fmt: skip
CAUSES = {
    "collision": "Colisión", "rollover": "Volcadura", "run_over": "Atropello", "fire": "Incendio",
    "weather": "Fenómeno natural", "flood": "Inundación", "falling_object": "Caída de objeto",
    "vandalism": "Acto vandálico", "total_theft": "Robo total", "partial_theft": "Robo parcial",
    "glass": "Rotura de cristales", "tire": "Neumático", "cargo": "Daños por la carga",
    "roadside_assistance": "Asistencia vial", "other": "Otra",
}  # fmt: skip


class Row(NamedTuple):
    """A claim in the report; instants on the insurer's clock, amounts in MXN, None where unknown."""

    occurred_at: datetime | None
    place: str | None
    reported_at: datetime | None
    policy_no: str | None
    inciso: int | None
    coverage: str | None
    cause: str | None
    paid_amount: Decimal | None
    estimate: Decimal | None
    status: str
    liability: str | None
    locality: str | None
    ramo: str
    subramo: str | None
    salvage: Decimal | None
    vin: str | None
    plates: str | None


def status_of(claim_status: str, paid_amount: Decimal | None) -> str:
    """The contract's three words: cancelado, pagado (something was paid and the claim is closed), else trámite."""
    if claim_status == "cancelled":
        return "cancelado"
    return "pagado" if claim_status == "closed" and paid_amount is not None else "trámite"


def month_bounds(month: date) -> tuple[date, date]:
    """First day of the month and first of the next."""
    first = month.replace(day=1)
    return first, date(first.year + first.month // 12, first.month % 12 + 1, 1)
