"""What is to be put into a report that was made: it is kept until it is known into which."""

import copy
import re
from typing import Any, Dict, Optional

from bot.actions import claim as drafts
from bot.actions.merge import merge
from bot.actions.turn import Turn

_WORDS = 6
_IDENTIFYING = {"report_number", "report_number_wrong", "plates", "policy_number", "phone", "inciso", "vin", "age"}
# In which nothing is told but that something will be: "quiero agregar algo al reporte que hice ayer".
_ANNOUNCING = re.compile(
    r"\b(?:hola|buen[oa]?s?|dias?|tardes?|noches?|oigan?|disculp\w*|mire|este|pues|si|ya|joven|senorit?a|por|favor|porfa\w*"
    r"|hablo|habla|llamo|escribo|marco|es|era|para|pa|quer\w+|quier\w+|quisier\w+|kier\w+|necesit\w+|me|gustaria|ver"
    r"|podri\w+|pued\w+|agreg\w+|anad\w+|anex\w+|anot\w+|aument\w+|complement\w+|adicion\w+|sumar\w*|pon\w+|met\w+"
    r"|algo|alg[uo]n\w*|cosas?|datos?|datitos?|informacion|detalles?|mas|otr[oa]s?|falt\w+|tengo|traigo|olvid\w+|se|le|les|lo"
    r"|report\w*|numero|folio|placas|poliza|hice|hicimos|levant\w+|meti|ayer|hoy|antier|hace|rat\w+|horas?|ahorita|temprano"
    r"|fot\w+|videos?|imagen\w*|mand\w+|envi\w+|dos|tres|cuatro|cinco|vari[oa]s|manana|en|el|la|los|las|al?"
    r"|mi|un|una|unos|unas|de|del|d|q|que|con|y|o|mismo|quiza|no|son)\b"
)

# "Le mando la foto del golpe": it is on its way.
_ANNOUNCED = re.compile(
    r"\b(?:le|les|te|ahorita|ahora|puedo|quiero|voy a|donde|como) (?:\w+ )?(?:mando|mandar\w*|envio|enviar\w*"
    r"|paso|pasar\w*|subo|subir\w*|tomo|comparto)"
    r"(?: \w+){0,3} (?:fotos?|videos?|imagen(?:es)?|evidencias?|pruebas?|documentos?)\b"
)

_OF_PHOTOS = re.compile(r"\b(?:fotos?|fotografias?|videos?|imagen(?:es)?)\b")


def announces_photos(turn: Turn, told: bool) -> bool:
    """Whether pictures are announced; where nothing else is `told`, their name is enough."""
    return bool(_ANNOUNCED.search(turn.folded) or (not told and _OF_PHOTOS.search(turn.folded)))


def is_note(turn: Turn) -> bool:
    """Whether the message tells what is to be put in, and not only that something is, or into which report."""
    rest = re.findall(r"[a-z]{3,}", _ANNOUNCING.sub(" ", turn.folded))
    facts = {entity.get("entity") for entity in turn.entities} - _IDENTIFYING
    return bool(facts - {"time"}) or (
        bool(rest) and (bool(facts) or len(rest) > 1 or len(turn.folded.split()) > _WORDS)
    )


def told(turn: Turn, wish: str) -> Optional[Dict[str, Any]]:
    """The message as it is kept while the report is asked for; None where it tells nothing to put in."""
    if wish != "add_to_report" or drafts.started(turn.before) or not is_note(turn):
        return None
    return {**turn.as_waiting(), "intent": "inform"}


def take_up(turn: Turn, said: Dict[str, Any]) -> None:
    """Go on with what was told before the report was named; it began no draft of another loss."""
    turn.take_up(said)
    turn.entities = [entity for entity in turn.entities if entity.get("entity") not in ("time", "incident")]
    if not turn.reported:
        turn.claim = drafts.blank(turn.channel, turn.claim["loss"])
        turn.before = copy.deepcopy(turn.claim)
    merge(turn)
