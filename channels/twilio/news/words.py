"""What news say. Short: they also go as SMS and inside a WhatsApp template. No I/O."""

from datetime import datetime

from common import clock
from policy_backend.claims.model.states import Status

WAITING: tuple[Status, ...] = ("reported", "assigned")


def shown(report_number: str) -> str:
    """A report number as it is written, `26-0000123-0`."""
    return f"{report_number[:2]}-{report_number[2:9]}-{report_number[9:]}"


def _hour(instant: datetime) -> str:
    return instant.astimezone(clock.local_zone()).strftime("%H:%M")


def adjuster_assigned(report_number: str, name: str, due_at: datetime | None) -> str:
    """Who will come, and by when if that is promised and still ahead."""
    when = f" Se espera a más tardar a las {_hour(due_at)}." if due_at and due_at > clock.now() else ""
    return f"Cabina: su ajustador es {name}.{when} Reporte {shown(report_number)}."


def on_the_way(report_number: str, name: str, kind: str) -> str:
    """The adjuster or the tow truck (`kind`: adjuster, tow) set out."""
    who = f"{name}, su ajustador," if kind == "adjuster" else f"la grúa ({name})"
    return f"Cabina: {who} ya va en camino. Reporte {shown(report_number)}."


def adjuster_arrived(report_number: str, name: str | None) -> str:
    """The adjuster says to be there; whoever sees nobody can say so."""
    who = f"{name}, su ajustador," if name else "su ajustador"
    return (
        f"Cabina: {who} nos avisa que ya llegó. Si no lo ve, responda a este mensaje. Reporte {shown(report_number)}."
    )


def deadline_missed(report_number: str, due_at: datetime) -> str:
    """The truth about a missed deadline, an apology, and what is being done."""
    return (
        f"Cabina: el ajustador debía llegar a las {_hour(due_at)} y no ha llegado. Le pedimos una disculpa; "
        f"ya avisamos a la cabina. Si algo cambió, responda aquí; emergencias, 911. Reporte {shown(report_number)}."
    )


def follow_up(report_number: str, name: str | None, due_at: datetime | None, on_the_way: bool, minutes: int) -> str:
    """Where the adjuster stands, to whoever contracted to hear it every so many `minutes` while waiting."""
    if name is None:
        stands = "aún no tenemos ajustador asignado; seguimos buscándolo"
    elif on_the_way:
        stands = f"{name}, su ajustador, va en camino y aún no llega"
    else:
        stands = f"{name}, su ajustador, ya tiene su caso y aún no llega"
    when = f" Se espera a más tardar a las {_hour(due_at)}." if due_at and due_at > clock.now() else ""
    return (
        f"Cabina: {stands}.{when} Le avisamos cada {minutes} minutos hasta que llegue. "
        f"Si necesita algo, responda aquí. Reporte {shown(report_number)}."
    )


def tramite_changed(folio: str, follow_up: str) -> str:
    """Where a trámite stands now; `follow_up` says what comes next and when."""
    return f"Cabina: novedades de su trámite {folio}. {follow_up}"
