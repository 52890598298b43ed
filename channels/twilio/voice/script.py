"""What the line itself says, for the ear; questions are in prompts.yml, and the assistant has its own words."""

import re
from collections.abc import Sequence
from typing import Any

BARE = 6
"""Words of a sentence that tells a report number and nothing else."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

GREETING = (
    "Cabina, el asistente de su aseguradora. Si hay alguien lastimado, cuelgue y marque al 911, o dígamelo. "
    "Lo que me diga se usa solo para atenderle. Para una persona, marque cero. ¿Qué le pasó?"
)
BACK = "Hola de nuevo. Ya tengo lo que me había dicho."
BACK_REPORTED = "Hola de nuevo. Su reporte ya está registrado."
HOW_TO_HELP = "¿En qué le ayudo?"
STILL_THERE = "¿Sigue ahí?"
NOT_HEARD = "No le escuché bien."
PERSON_BY_KEY = "Si prefiere una persona, marque cero."
WRONG_KEY = "Esa tecla no es una opción."
AGAIN = "Disculpe. Dígamelo otra vez, por favor."
TRANSFER = "Le comunico con una persona de la cabina. No cuelgue, por favor."
TRANSFER_FAULT = "Permítame, le comunico con una persona. Lo que me dijo ya quedó guardado."
TRANSFER_SILENCE = "No lo escucho. Le comunico con una persona, por si necesita ayuda."
NO_ONE = (
    "Todos nuestros operadores están atendiendo otra llamada. Lo que me dijo ya está guardado. "
    "Después del tono, deje su nombre y dónde está, y le llamamos en cuanto se desocupe alguien."
)
RECORDED = "Gracias. Una persona de la cabina le llama a este número. Si hay peligro, marque al 911."
GOODBYE = "Gracias por llamar. Cuídese mucho."
OFFER_WHATSAPP = "Si quiere mandarme su ubicación o fotos, diga guátsap."
MOVED = (
    "Le mandé un mensaje. Ahí puede compartirme su ubicación y fotos, con lo que ya me dijo. "
    "Puede colgar y seguir por allá, o decírmelo aquí."
)
CANNOT_MOVE = "Por ahora no le puedo mandar mensajes. Sigamos por aquí."
YOUR_NUMBER = "Anote su número de reporte."
REPEAT_NUMBER = "Se lo repito."
BY_MESSAGE = "También se lo mandé por mensaje."

INCIDENTS = {
    "collision": "choque", "rollover": "volcadura", "run_over": "atropellado", "fire": "incendio",
    "weather": "daño por clima", "flood": "inundación", "falling_object": "caída de objeto", "vandalism": "vandalismo",
    "total_theft": "robo del vehículo", "partial_theft": "robo de partes", "glass": "cristal roto", "tire": "llanta",
    "cargo": "carga", "roadside_assistance": "asistencia vial",
}  # fmt: skip


def around_number(said: Sequence[str], number: str) -> tuple[list[str], list[str]]:
    """What the assistant says before and after the report number, by sentences; those that tell the number, or that it
    was sent, are left to the line, which knows. Where the number is not told, all of it comes after."""
    before: list[str] = []
    after: list[str] = []
    for sentence in _SENTENCE_END.split(" ".join(said)):
        if number in re.sub(r"\D", "", sentence) and len(re.findall(r"[^\W\d]+", sentence)) <= BARE:
            before, after = [*before, *after], []
        elif "por mensaje" not in sentence:
            after.append(sentence)
    return before, after


def understood(words: str) -> str:
    """To confirm what was heard badly; long answers are repeated only in part."""
    short = words if len(words) <= 120 else words[:120].rsplit(" ", 1)[0]
    return f"Le entendí: {short}."


def whisper(draft: dict[str, Any] | None, priority: str, report_number: str | None) -> str:
    """What the operator hears before taking the call: what it is, where, and the number if there is one."""
    claim = draft or {}
    place = claim.get("location") or {}
    parts = ["Emergencia." if priority == "emergency" else "Llamada del asistente."]
    incident = INCIDENTS.get(claim.get("incident_type") or "")
    where = place.get("municipality") or place.get("highway") or place.get("text")
    if incident:
        parts.append(f"{incident.capitalize()}{f' en {str(where)[:80]}' if where else ''}.")
    if (claim.get("injuries") or {}).get("any"):
        parts.append("Hay lesionados.")
    if report_number:
        parts.append(f"Reporte {report_number[:2]}-{report_number[2:9]}-{report_number[9:]}.")
    return " ".join(parts)
