"""What who asks by folio is told: what happens now, since when, what comes next and when. Plain Spanish, usted."""

from dataclasses import dataclass
from datetime import date

from policy_backend.tramites.model import endosos
from policy_backend.tramites.model.balance import route_of
from policy_backend.tramites.model.folio import ItemKind, Tramite

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip
ITEM_NAMES: dict[ItemKind, str] = {
    "LIQ": "Liquidación del plan",
    "SEG": "Cancelación del seguro",
    "FAC": "Entrega de factura y garantías",
    "CON": "Condonación de intereses",
}
STATE_NAMES = {
    "recibida": "solicitud recibida",
    "en_ruta": "saldo consultado",
    "acordada": "cantidad y fecha acordadas",
    "abierta": "en espera del pago y de los documentos",
    "pago_verificado": "pago recibido",
    "incumplida": "la fecha de pago pasó",
    "cerrada": "terminado",
    "desistida": "cancelado a petición",
    "solicitado": "solicitud recibida",
    "en_revision": "en revisión",
    "aplicado": "aplicado",
    "rechazado": "no aceptado",
}
ITEM_STATE_NAMES = {
    "pendiente": "por comenzar", "pago_visto": "pago visto en el estado de cuenta", "liquidado": "plan liquidado",
    "documentos_completos": "documentos completos", "en_cancelacion": "cancelación en curso",
    "cancelado": "seguro cancelado", "solicitada": "solicitada", "procesada": "procesada",
    "con_representante": "entregada al representante", "con_distribuidora": "en la distribuidora",
    "con_cliente": "entregada al cliente", "acuse_devuelto": "acuse devuelto", "resuelta": "resuelta",
}  # fmt: skip


@dataclass(frozen=True)
class FollowUp:
    """Now, since, next, by: `next_on` is the day by which the next thing is due, None when no day is promised."""

    now: str
    since: date
    next: str
    next_by: str | None
    next_on: date | None
    text: str


def spoken(day: date) -> str:
    """A day as said: "3 de marzo de 2027"."""
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"


def _payoff_next(t: Tramite) -> tuple[str, str | None, date | None]:
    match t.state:
        case "recibida":
            return "Consultar el saldo del plan en el estado de cuenta.", "distribuidora", None
        case "en_ruta":
            route = route_of(t.balance, t.stage)
            phones = " o al ".join(route.phones)
            return f"Acordar la cantidad y la fecha de pago con {route.department}, al {phones}.", "distribuidora", None
        case "acordada":
            return "Registrar el trámite en el sistema.", "distribuidora", None
        case "abierta":
            lacking = "" if t.items["SEG"].reached("documentos_completos") else (
                " y mandar el formato de cancelación de seguro y una identificación oficial"
            )  # fmt: skip
            return f"Pagar {t.payoff_amount:,.2f} pesos{lacking}.", "cliente", t.payoff_due_on
        case "incumplida":
            return "Acordar una nueva cantidad y fecha de pago.", "distribuidora", None
    return _paid_next(t)


def _paid_next(t: Tramite) -> tuple[str, str | None, date | None]:
    liq, seg, fac = t.items["LIQ"], t.items["SEG"], t.items["FAC"]
    if not liq.reached("liquidado"):
        return "Liquidar el plan.", "conauto", liq.due_on
    if seg.state == "pendiente":
        return "Mandar el formato de cancelación de seguro y una identificación oficial.", "cliente", None
    if not seg.reached("cancelado"):
        return "Cancelar el seguro del auto.", "conauto", seg.due_on
    if not fac.reached("con_representante"):
        return "Preparar la factura y entregarla al representante.", "conauto", fac.due_on
    if not fac.reached("con_cliente"):
        return "Entregarle la factura y las garantías.", "distribuidora", None
    return "Devolver el acuse de recibo firmado.", "distribuidora", None


def _endoso_next(t: Tramite) -> tuple[str, str | None, date | None]:
    if t.state == "en_revision":
        return "Autorizar el movimiento y aplicarlo en la póliza.", "conauto", None
    lacking = endosos.missing(t)
    if lacking:
        return f"Completar la solicitud: {', '.join(lacking.values())}.", "distribuidora", None
    return "Revisar la solicitud y los documentos.", "conauto", None


def follow_up(t: Tramite, today: date) -> FollowUp:
    """The follow-up of a trámite as of `today`; it says so and apologises where a deadline was missed."""
    now = STATE_NAMES[t.state]
    if not t.open:
        reason = f" Motivo: {t.reason}." if t.reason else ""
        text = f"Su trámite está {now} desde el {spoken(t.since)}.{reason} Ya no hay pasos pendientes."
        return FollowUp(now, t.since, "Nada pendiente.", None, None, text)
    step, by, on = _payoff_next(t) if t.kind == "payoff" else _endoso_next(t)
    late = on is not None and on < today
    when = f" Se espera a más tardar el {spoken(on)}." if on and not late else ""
    if late and on:
        when = f" Debió quedar el {spoken(on)}; le ofrecemos una disculpa, ya se avisó a quien lo atiende."
        if by == "cliente":
            when = f" La fecha era el {spoken(on)}."
    who = {"distribuidora": "la distribuidora", "conauto": "Conauto", "cliente": "usted"}.get(by or "", "")
    text = f"Ahora: {now}, desde el {spoken(t.since)}. Sigue: {step} Le toca a {who}.{when}"
    return FollowUp(now, t.since, step, by, on, text)
