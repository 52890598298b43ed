"""Acts of the audit trail by who, what, on what and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from common.clock import local_zone
from policy_backend.audit.store import AuditRow

PAGE = 100
LONGEST_EXPORT = 50_000
ACTIONS = {
    "sign_in": "Entró",
    "sign_out": "Salió",
    "sign_in.refused": "Intento de entrada rechazado",
    "sign_in.code_refused": "Código rechazado",
    "session.ended": "Terminó sesiones",
    "password.set": "Eligió contraseña",
    "second_factor.enrolled": "Activó el segundo factor",
    "second_factor.removed": "Quitó el segundo factor",
    "request.refused": "Petición rechazada",
    "person.added": "Agregó a una persona",
    "person.disabled": "Desactivó a una persona",
    "person.enabled": "Activó a una persona",
    "person.role": "Cambió una función",
    "person.link": "Dio una liga de contraseña",
    "person.unlocked": "Desbloqueó a una persona",
    "conversation.read": "Leyó una conversación",
    "conversation.take_over": "Tomó una conversación",
    "conversation.reply": "Respondió",
    "conversation.note": "Escribió una nota",
    "conversation.hand_back": "Devolvió al asistente",
    "conversation.close": "Cerró una conversación",
    "conversation.refused": "Acción rechazada en una conversación",
    "media.read": "Abrió un archivo",
    "claim.read": "Leyó un reporte",
    "evidence.add": "Agregó un archivo a un reporte",
    "evidence.read": "Abrió un archivo de un reporte",
    "claim.search": "Buscó reportes",
    "claim.report": "Levantó un reporte",
    "claim.correct": "Corrigió un reporte",
    "claim.history": "Leyó la historia de un reporte",
    "claim.assign": "Asignó un reporte",
    "claim.arrive": "Registró una llegada",
    "claim.close": "Cerró un reporte",
    "claim.cancel": "Canceló un reporte",
    "claim.reopen": "Reabrió un reporte",
    "dispatch.assign": "Despachó",
    "dispatch.on_the_way": "Registró «en camino»",
    "dispatch.arrived": "Registró una llegada",
    "dispatch.call_off": "Canceló un despacho",
    "field_unit.added": "Agregó un ajustador o grúa",
    "field_unit.duty": "Cambió un turno",
    "policy.read": "Leyó una póliza",
    "policy.search": "Buscó pólizas",
    "search": "Buscó",
    "personal_data.reveal": "Mostró datos personales",
    "review.read": "Leyó para revisar",
    "review.graded": "Calificó una conversación",
    "review.corrected": "Corrigió lo entendido",
    "review.export": "Exportó correcciones",
    "export.search": "Exportó una búsqueda",
    "export.pdf": "Exportó una conversación",
    "export.audit": "Exportó la bitácora",
    "export.measure": "Exportó una medida",
    "tramite.start": "Inició un trámite",
    "tramite.read": "Leyó un trámite",
    "privacy.export": "Exportó los datos de una persona",
    "privacy.erase": "Suprimió los datos de una persona",
    "privacy.correct": "Rectificó los datos de una persona",
    "privacy.retention": "Aplicó los plazos de conservación",
    "canned_reply.saved": "Guardó una respuesta lista",
    "canned_reply.deleted": "Eliminó una respuesta lista",
    "siniestralidad.read": "Vio la siniestralidad",
    "report.siniestralidad": "Descargó la siniestralidad",
}
SUBJECTS = {
    "conversation": "Conversación",
    "claim": "Reporte",
    "policy": "Póliza",
    "operator": "Persona",
    "tramite": "Trámite",
    "person": "Titular de datos",
    "page": "Página",
}
DETAILS = {
    "rows": "renglones",
    "personal": "datos personales",
    "found": "encontrados",
    "reports": "reportes",
    "policies": "pólizas",
    "conversations": "conversaciones",
    "claims": "reportes",
    "fields": "campos",
    "reason": "motivo",
    "kind": "clase",
    "method": "método",
    "unit": "unidad",
    "message": "mensaje",
    "username": "usuario",
    "role": "función",
    "before": "antes",
    "after": "después",
    "count": "cuántas",
    "erased": "suprimidas",
    "kept": "conservadas",
    "second_factor": "segundo factor",
    "correction": "corrección",
    "name": "nombre",
    "on": "en turno",
    "media": "archivo",
    "evidence": "archivo",
    "conversation": "conversación",
}


@dataclass(frozen=True)
class Wanted:
    """Which acts: by actor's name, action, subject, its public name, and between two days."""

    actor: str = ""
    action: str = ""
    subject: str = ""
    subject_id: str = ""
    since: date | None = None
    until: date | None = None


def acts(session: Session, wanted: Wanted, *, before: int | None = None, limit: int = PAGE) -> Sequence[AuditRow]:
    """The acts, the latest first; `before` is the id of the last one of the page before."""
    query = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit)
    zone = local_zone()
    if before:
        query = query.where(AuditRow.id < before)
    if wanted.actor:
        query = query.where(AuditRow.actor_name.ilike(f"%{wanted.actor.replace('%', '').replace('_', '')}%"))
    if wanted.action:
        query = query.where(AuditRow.action == wanted.action)
    if wanted.subject:
        query = query.where(AuditRow.subject == wanted.subject)
    if wanted.subject_id:
        query = query.where(AuditRow.subject_id == wanted.subject_id.strip())
    if wanted.since:
        query = query.where(AuditRow.at >= datetime.combine(wanted.since, time(0), zone))
    if wanted.until:
        query = query.where(AuditRow.at < datetime.combine(wanted.until + timedelta(days=1), time(0), zone))
    return session.scalars(query).all()


def detail_text(act: AuditRow) -> str:
    """What an act's detail says, on one line."""
    return "; ".join(f"{DETAILS.get(key, key)}: {_word(value)}" for key, value in (act.detail or {}).items())


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "sí" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
