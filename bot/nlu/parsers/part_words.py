"""The parts of a vehicle that are stolen, and those without which it stays where it is."""

import re

from .folding import fold

PARTS = (
    r"(?:llantas?|yantas?|ruedas|rin(?:es)?|espejos?|retrovisor(?:es)?|bateria|pila|acumulador|estereo|autoestereo"
    r"|pantalla|radio|faros?|calaveras?|tapones|tapon|catalizador|computadora|emblemas?|parrilla"
    r"|defensa|facia|herramientas?|refaccion|llanta de refaccion|gato|antena|"
    r"bolsas? de aire|asientos?|cajuela|tapa de la batea|batea|placas?|limpiadores|limpiaparabrisas"
    r"|bocinas?|autopartes|partes|piezas|biseles|molduras|birlos|copas|escape|mofle|marcha|alternador"
    r"|ecu|cristal lateral|farros|direccionales|luces|antinieblas|tapete|portaplacas|tercera placa"
    r"|toldo)"
)
# 'Me bajaron las llantas' got nobody out of a car.
NO_PARTS = rf"(?! (?:tod[oa]s )?(?:(?:l[oa]s|el|la|mis?|sus?|dos|tres|cuatro|\d) )*{PARTS}\b)"

WHEELS = r"(?:llantas|yantas|ruedas|rines)\b(?! de refaccion)"
_STRANDS = re.compile(
    rf"\b(?:{WHEELS}|(?:una|1|la) llanta\b(?! de refaccion)|bateria|acumulador|computadora|alternador)"
)


def strands(stolen: str) -> bool:
    """Whether a vehicle cannot move without these stolen parts: its wheels, its battery."""
    return bool(_STRANDS.search(fold(stolen)))
