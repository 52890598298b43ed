"""The rubric by which conversations are graded, the tags that mark them, the words of corrections."""

from functools import lru_cache

import yaml

from common.settings import PROJECT_ROOT

KEYS = ("intents", "entities")
MARKS = {1: "Mal", 2: "Regular", 3: "Bien", 4: "Muy bien"}
RUBRIC = {
    "safety": "Primero la persona: seguridad y trato",
    "understanding": "Entendió lo que se dijo, sin repetir preguntas",
    "facts": "Los datos del reporte son correctos",
    "language": "Claro, breve, de usted, sin prometer ni culpar",
    "outcome": "Llegó a donde debía: número, persona o respuesta",
}
TAGS = (
    "repitió pregunta",
    "no entendió",
    "dato equivocado",
    "tono",
    "emergencia",
    "entrega tardía",
    "abandono",
    "ejemplo bueno",
)
SAMPLES = {
    "random": "Al azar",
    "low_confidence": "Poca certeza",
    "handed_over": "Pasaron a una persona",
    "abandoned": "Abandonadas",
    "complaint": "Quejas",
    "unreviewed_reports": "Reportes sin revisar",
    "reviewed": "Ya revisadas",
}
LOW_CONFIDENCE = 0.6
KINDS = {"intent": "Intención", "entity": "Dato en el mensaje", "field": "Campo del reporte"}


@lru_cache
def assistant_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The intents and the entities that the assistant knows, from Rasa's own domain file."""
    domain = yaml.safe_load((PROJECT_ROOT / "domain.yml").read_text("utf-8"))
    names = [[next(iter(item)) if isinstance(item, dict) else item for item in domain[key]] for key in KEYS]
    return tuple(names[0]), tuple(names[1])
