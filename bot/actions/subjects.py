"""What is said of a word on paper, not of a car or a person: "el tel quedó volteado" tells of no rollover."""

import re
from typing import Any, Dict

from bot.actions.turn import Turn
from bot.nlu.parsers.folding import fold as fold_in_place

# Facts of the scene, which no name, number or plate can suffer.
_PLATES_GONE = {"type": "partial_theft"}  # "me robaron las placas"
_OF_THE_SCENE = ("incident", "service", "drivable", "injuries", "glass_part", "third_parties", "parked", "stolen_parts")
_PAPER = (
    r"(?:telefono|tel|cel|celular|numeros?|num|nombres?|apellidos?|poliza|inciso|placas?|serie|color|modelo"
    r"|marca|ano|fecha|"
    r"hora|dia|calle|colonia|esquina|direccion|ubicacion|municipio|kilometro|km|correo|dato|letras?|digitos?|lada|"
    r"reporte)"
)
# "El tel me quedó …": the subject of the clause; "se le volteó el número": what follows at once.
_BEFORE = re.compile(
    rf"(?:^|[,.;:])\W*(?:(?:no|nel|ay|uy|oiga|oye|casi|y|que|es|pero|si|nomas|solo|perdon|espere\w*)\W+)*"
    rf"(?:(?:el|la|los|las|mi|mis|su|sus)\W+)?{_PAPER}\b[^,.;:]*$"
)
_AFTER = re.compile(rf"\W*(?:el|la|los|las|mi|mis|un|una|dos|unos) (?:\w+ )?{_PAPER}\b")


def leave_out_what_is_said_of_papers(turn: Turn) -> None:
    """Drop the facts of the scene that a message which corrects says of a number, a name or a plate."""
    folded = fold_in_place(turn.text)
    turn.entities = [e for e in turn.entities if not _of_a_paper(folded, e)]


def _of_a_paper(folded: str, entity: Dict[str, Any]) -> bool:
    if entity.get("entity") not in _OF_THE_SCENE or "start" not in entity or entity.get("value") == _PLATES_GONE:
        return False
    return bool(_BEFORE.search(folded, 0, entity["start"]) or _AFTER.match(folded, entity["end"]))
