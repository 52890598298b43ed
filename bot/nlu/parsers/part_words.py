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

_WHEELS = r"(?:llantas|yantas|ruedas|rines)\b(?! de refaccion)"
_MANY = r"(?:(?:las?|mis|sus|2|3|4|dos|tres|cuatro|tod[oa]s|ambas) )+"
_STRANDS = re.compile(
    rf"\b(?:{_WHEELS}|(?:una|1|la) llanta\b(?! de refaccion)|bateria|acumulador|computadora|alternador)"
)
_PUNCTURED = re.compile(
    rf"\b(?:ponch|navaj|revent|desinfl|tron|pic|cort)\w*(?: \w+){{0,3}}? {_MANY}{_WHEELS}"
    rf"|\b{_MANY}{_WHEELS} (?:\w+ )?(?:ponchad|navajead|reventad|desinflad|tronad|picad|cortad)as"
)


def strands(stolen: str) -> bool:
    """Whether a vehicle cannot move without these stolen parts: its wheels, its battery."""
    return bool(_STRANDS.search(fold(stolen)))


def all_flat(text: str) -> bool:
    """Whether more tyres are told to be flat than there are spare ones."""
    return bool(_PUNCTURED.search(fold(text)))


_SKIN = re.compile(
    r"\b(?:ray\w+|rall\w+|pint\w+|grafit\w+|graffit\w+|aerosol|spray|talla\w*|aboll\w+|sumid\w+|espejos?|puertas?|cofre|toldo"
    r"|techo|cajuela|costados?|lados?|salpicader\w+|defensas?|faros?|calaveras?|antenas?|emblemas?)\b"
)
_WITHIN = re.compile(
    r"\b(?:[ly]lantas?|ruedas?|rin(?:es)?|ponch\w+|motor|bateria|cables?|azucar|quem\w+|incendi\w+|tanque|gasolina|radiador|tablero"
    r"|volante|suspension|no (?:prende|arranca|camina|enciende|se mueve|jala|anda|rueda))\b"
)


def skin_deep(told: str) -> bool:
    """Whether only paint, panels, mirrors and lamps are told to be damaged, which stop no vehicle."""
    folded = fold(told)
    return bool(_SKIN.search(folded)) and not _WITHIN.search(folded)
