"""What an error of Twilio's means for a message: try again, ask whether it went, or show it to a person."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """`RETRY`: it was not taken and may be later. `UNKNOWN`: it may have been taken: look before sending again.
    `PERMANENT`: this message will never go. `ACCOUNT`: nothing goes until someone mends the account."""

    RETRY = "retry"
    UNKNOWN = "unknown"
    PERMANENT = "permanent"
    ACCOUNT = "account"


@dataclass(frozen=True)
class Failure:
    """`explanation` is Spanish for operators; `remedy` names the other way to reach the person, if there is one."""

    outcome: Outcome
    code: int | None
    explanation: str
    remedy: str | None = None


_ACCOUNT = {
    20003: "Twilio no acepta las credenciales (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN).",
    20005: "La cuenta de Twilio no está activa.",
    20006: "La cuenta de Twilio no tiene permiso para esta operación.",
    30002: "La cuenta de Twilio está suspendida.",
    21606: "El remitente de SMS configurado no es un número de esta cuenta.",
    21659: "El remitente configurado no es un número de esta cuenta.",
    21660: "El remitente configurado pertenece a otra cuenta.",
    63007: "No hay un remitente de WhatsApp con la dirección configurada.",
}
_PERMANENT = {
    21211: ("El número de destino no existe.", None),
    21214: ("No se puede llegar al número de destino.", None),
    21217: ("El número de destino no existe.", None),
    21408: ("La cuenta no tiene permiso para enviar a ese país.", None),
    21602: ("El mensaje está vacío.", None),
    21610: ("La persona pidió no recibir mensajes por este medio.", "call"),
    21612: ("No se puede llegar a ese número desde el remitente configurado.", "call"),
    21614: ("El número de destino no recibe SMS.", "call"),
    21617: ("El mensaje es demasiado largo.", None),
    21620: ("La dirección de un archivo adjunto no es válida.", None),
    21655: ("La plantilla de WhatsApp no existe.", "sms"),
    21656: ("Las variables de la plantilla de WhatsApp no son válidas.", "sms"),
    30003: ("El teléfono está apagado o fuera de servicio.", "call"),
    30004: ("El destinatario bloqueó los mensajes.", "call"),
    30005: ("El número de destino no existe o ya no está en servicio.", None),
    30006: ("El número es fijo o su compañía no recibe mensajes.", "call"),
    30007: ("La compañía telefónica filtró el mensaje.", "call"),
    30008: ("La compañía telefónica no lo entregó y no dijo por qué.", "call"),
    30034: ("El remitente no está registrado para enviar a ese país.", None),
    63003: ("Ese número no tiene WhatsApp.", "sms"),
    63005: ("WhatsApp no aceptó el contenido del mensaje.", "sms"),
    63013: ("El mensaje incumple una política de WhatsApp.", "sms"),
    63016: ("Pasaron más de 24 horas desde su último mensaje: WhatsApp sólo admite una plantilla.", "template"),
    63019: ("No se pudo descargar el archivo adjunto.", None),
    63024: ("El destinatario no puede recibir mensajes de WhatsApp.", "sms"),
    63032: ("WhatsApp no permite enviar este mensaje a esa persona.", "sms"),
    63033: ("La persona bloqueó al remitente en WhatsApp.", "sms"),
    63049: ("WhatsApp decidió no entregar el mensaje.", "sms"),
}
_PASSING = frozenset({20429, 30001, 30022, 63018, 63038})


def classify(status: int | None, code: int | None) -> Failure:
    """What to do about an answer of the REST API: its HTTP `status` (None: no answer came) and Twilio's `code`."""
    if code in _ACCOUNT:
        return Failure(Outcome.ACCOUNT, code, _ACCOUNT[code])
    if code in _PERMANENT:
        explanation, remedy = _PERMANENT[code]
        return Failure(Outcome.PERMANENT, code, explanation, remedy)
    if status == 429 or code in _PASSING:
        return Failure(Outcome.RETRY, code, "Twilio pide ir más despacio.")
    if status is None or status >= 500 or status == 408:
        return Failure(Outcome.UNKNOWN, code, "Twilio no contestó como debía.")
    if status in (401, 403):
        return Failure(Outcome.ACCOUNT, code, "Twilio no acepta las credenciales o el permiso de la cuenta.")
    return Failure(Outcome.PERMANENT, code, f"Twilio rechazó el mensaje (HTTP {status}, código {code}).")


def receipt_failure(code: int | None) -> Failure:
    """What a delivery receipt `failed` or `undelivered` with `code` means: the message was taken and did not arrive."""
    if code in _PERMANENT or code in _ACCOUNT:
        return classify(400, code)
    return Failure(Outcome.PERMANENT, code, f"El mensaje no se entregó (código {code or 'desconocido'}).", "call")
