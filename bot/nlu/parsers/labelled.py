"""A number that stands shortly after the word that names it."""

import re
from typing import Iterator, Tuple

from .folding import fold
from .numbers import Run, runs

_BETWEEN = re.compile(
    r"^[\s:#.,\-]*(?:(?:de|del|la|el|los|mi|mis|su|es|era|son|seria|con|numero|num|no|nro|n|numeros"
    r"|siguiente|este|esta|"
    r"eh|em|pues|creo|que|q|k|mira|mire|le|lo|paso|doy|dicta|dicto|va|ahi|seguro|poliza|dice|aparece|viene|termina|"
    r"empieza|folio|reporte|siniestro|tramite|celular|cel|telefono|tel|casa|contacto|personal|whatsapp"
    r"|auto|carro|coche|"
    r"vehiculo|mio|mia|aqui|lo|tengo|ser|puede|a|al|en|o|sea|me|marcan|pueden|marcar|marquen|marqueme|llamar|"
    r"llamarme|marcarme|localizar)\b[\s:#.,\-]*)*$"
)


def numbers_after(text: str, label: "re.Pattern[str]") -> Iterator[Tuple[int, Run]]:
    """(where the label starts, the number after it) for each label that a number follows with only small words
    between.
    """
    folded = fold(text)
    for match in label.finditer(folded):
        for run in runs(text):
            if run.end <= match.end():
                continue
            kept = tuple(atom for atom in run.atoms if atom.start >= match.end())
            if kept and kept[0].start - match.end() <= 60 and _BETWEEN.match(folded[match.end() : kept[0].start]):
                yield match.start(), Run(kept)
            break
