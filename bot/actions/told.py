"""Whether a loss is told, or only spoken of: asked about, feared, or named beside something else."""

import re
from typing import Any

from bot.actions import claim as drafts
from bot.actions.emergency import somebody_is_hurt
from bot.actions.turn import Turn, fold
from bot.actions.wording import says_so

_QUESTION = re.compile(
    r"[?¿]|^\W*(oiga|disculpe|perdon|y|pero|este|una (pregunta|duda))?\W*"
    r"(que|como|cuando|cuanto|cuanta|cuantos|cual|cuales|quien|donde|a donde|por que|para que|pa que|"
    r"puedo|me puede[ns]?|tengo que|debo|hay que|necesito saber|quiero saber|quisiera saber)\b"
)

# "El seguro me cubre un choque", "qué hago si choco": the loss is only spoken of.
_SPOKEN_OF = re.compile(
    r"\b(si|en caso de|cuando|para|por si|entra[n]?|documentos|papeles|requisitos|cubre[n]?|cobertura|"
    r"deducible|que pasa|seguro de|contra|tramite|ampara|incluye)\b(?! (?:me|nos) (?:peg|choc|rob))"
)
_TOLD = re.compile(
    r"(?:[aeio]ron|amos|imos|que)\b|\b\w+[eo]\b|\b(acab\w+|tuve|hubo|hay|estoy|estamos|tengo|quede|ando|"
    r"traigo|se me|me)\b"
)
# About a report or a person, not about a new loss, whatever it names: "ya no necesito la grúa", "se lo llevó el MP".
_ABOUT = ("cancel_report", "follow_up_report", "add_to_report", "new_report", "ask_repeat", "tramite_info",
          "tramite_follow_up", "legal_help", "complaint")  # fmt: skip
_ASKS_ABOUT = re.compile(
    r"\b(cuant[oa]s?|cubren?|incluye|aplica|viene con|tengo (derecho|cobertura|seguro|grua|asistencia|auxilio|auto))\b"
)


def is_question(turn: Turn) -> bool:
    """Whether the message reads like a question."""
    return bool(_QUESTION.search(turn.folded))


def supposes(turn: Turn) -> bool:
    """Whether the message asks about a loss instead of telling one: "¿me cubre si choco?" opens no report."""
    if drafts.started(turn.claim) or turn.confidence < 0.4 or somebody_is_hurt(turn):
        return False
    if _about_something_else(turn):
        return True
    if tells_a_loss(turn):
        return False
    if turn.intent in ("ask_coverage", "ask_deductible", "ask_documents", "tramite_info", "tramite_follow_up"):
        return True
    return turn.intent == "ask_what_to_do" and bool(
        re.search(r"\bsi (me|se|yo|alguien|un|choc|rob)|en caso de", turn.folded)
    )


def _about_something_else(turn: Turn) -> bool:
    sure = turn.confidence >= 0.75 or (turn.confidence >= 0.5 and says_so(turn))
    if turn.expected not in (None, "incident_type") or turn.intent not in _ABOUT or not sure:
        return False
    kinds = [_kind(said) for said in turn.all("incident")]
    if turn.intent in ("tramite_info", "tramite_follow_up"):
        return not tells_a_loss(turn)
    if turn.intent == "complaint":  # of the tow truck, not for one
        return all(kind == "roadside_assistance" for kind in kinds)
    # Whom the police took was not stolen.
    return turn.intent != "legal_help" or all(kind == "total_theft" for kind in kinds)


def tells_a_loss(turn: Turn) -> bool:
    """Whether a loss is told, not only spoken of: "choqué, ¿me cubre?" is one, "¿me cubre un choque?" is not."""
    for entity in turn.entities:
        if entity.get("entity") == "incident":
            if _kind(entity.get("value")) == "roadside_assistance" and _names_a_service(turn):
                continue
            clause = re.split(r"[,.;:¿?¡!\n]", turn.text[: entity.get("start", 0)])[-1]
            said = fold(turn.text[entity.get("start", 0) : entity.get("end", 0)])
            if not _SPOKEN_OF.search(fold(clause)) and _TOLD.search(said + " " + turn.folded):
                return True
    return False


def _names_a_service(turn: Turn) -> bool:
    """Whether help on the road is only spoken of: "¿por la grúa pago deducible?"."""
    asks = turn.intent not in ("request_assistance", "report_loss", "inform", "affirm", "deny", "dont_know", "greet")
    return bool(_ASKS_ABOUT.search(turn.folded)) or (asks and turn.confidence >= 0.5)


def _kind(incident: Any) -> Any:
    return incident.get("type") if isinstance(incident, dict) else incident
