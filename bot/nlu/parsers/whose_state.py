"""Of whom or what it is said that it lies there, is stuck or does not move: a person, the vehicle, some other thing."""

import re
from typing import List

from .injury_words import PERSON
from .person_nouns import KIN, STRANGER

_SOMEBODY = re.compile(
    rf"\b(?:{PERSON}|(?:el|la|los|las|al|del|un|una|unos|unas|mi|mis|su|sus|otr[oa]|1) (?:\w+ )??(?:{KIN}|{STRANGER})s?"
    r"|ella|lesionad[oa]|herid[oa])\b"
)
_VEHICLE = re.compile(
    r"\b(?:[ck]arr[oi]\w*|coch\w*|auto(?:movil|bus)?|camion\w*|unidad|moto\w*|vehiculo|trailer|tro[ck]\w+|nave"
    r"|mueble|taxi|combi"
    r"|van|vagoneta|tracto\w*|torton|pipa|mi[oa]|llantas?|eje|motor)\b"
)
_RIDDEN = re.compile(r"\b(?:de|del|en|con|que trae|que traia)(?: (?:la|el|su|una?|mi|otr[oa]))* $")
_NO_VEHICLE = re.compile(
    r"\b(?:perr\w+|vaca|caballo|animal|tod[oa]s?|tambos?|varillas?|mercancia|carga|cajas?|tarimas?|arbol|poste"
    r"|rama|defensa|puerta)\b"
)


_A_PART = (
    r"(?:cofre|medallon|cristal|vidrio|parabrisas|faro|calavera|defensa|facia|fascia|puerta|cajuela|salpicadera"
    r"|espejo|toldo"
    r"|techo|costado|trompa|frente|carga|llanta de refaccion|stop|parrilla|luz|luces|focos?)"
)
_OF_A_PART = re.compile(rf"\b{_A_PART}s?\b(?: \w+){{0,4}} $")
# What falls off a lorry, or onto the road.
_LOAD = re.compile(
    r"\b(?:roll[oi]s?|lamina\w*|tubos?|tuberias?|cajas?|tarimas?|bultos?|costal(?:es)?|sacos?|varillas?|polines?"
    r"|tronc\w+|piedras?|rocas?|ramas?|arbol(?:es)?|postes?|cables?|anuncios?|espectacular(?:es)?|fierros?|cargas?"
    r"|mercancias?|contenedor(?:es)?|tambos?|cilindros?|tanques?|vigas?|bobinas?|pacas?|conos?|vallas?|blocks?"
    r"|tabiques?|ladrillos?|pedazos?|cascajo|garrafon(?:es)?|muebles|llantas?|escombros?|cerveza|refrescos?|frutas?"
    r"|naranjas?|rejas?|pallets?|paquetes?|maquinaria|letreros?|semaforos?|vidrios|plasticos)\b"
)
_A_THING = re.compile(
    r"\b(?:carro|coche|auto|camioneta|troca|camion|trailer|unidad|vehiculo|moto|vagoneta|llantas?|motor"
    r"|direccion|puertas?)\b"
)
_NEAR = 25


def _vehicles(folded: str, end: int) -> List[int]:
    """Where the vehicles named before `end` end, but for what somebody rides: 'el de la moto'."""
    return [m.end() for m in _VEHICLE.finditer(folded, 0, end) if not _RIDDEN.search(folded[: m.start()])]


def of_somebody(folded: str, start: int, end: int, only: bool = False) -> bool:
    """Whether the last one spoken of before these words is no vehicle: 'atropellé a una señora y está tirada';
    with `only`, whether it is a person.
    """
    vehicle = max(_vehicles(folded, start), default=-1)
    other = max((m.end() for m in _SOMEBODY.finditer(folded, 0, start)), default=-1)
    thing = -1 if only else max((m.end() for m in _NO_VEHICLE.finditer(folded, 0, end)), default=-1)
    if re.match(rf"(?: \w+){{0,2}}? (?:el|la|mi|nuestr[oa]) {_VEHICLE.pattern}", folded[end:]):
        return False  # 'está tirado el carro'
    if re.match(rf" {_SOMEBODY.pattern}", folded[end:]):
        return True
    return max(other, thing) > vehicle


def of_the_vehicle(folded: str, start: int, end: int) -> bool:
    """Whether a vehicle is spoken of, and nobody since."""
    return bool(_vehicles(folded, min(len(folded), end + _NEAR))) and not of_somebody(folded, start, end)


def of_a_part(folded: str, start: int, end: int) -> bool:
    """Whether only a part that moves nothing is meant: 'el cofre quedó como acordeón'."""
    after = re.match(rf" (?:de )?(?:tod[oa] )?(?:el|la|los|las) {_A_PART}\b", folded[end:])
    return bool(after or _OF_A_PART.search(folded[:start]))


def of_a_load(folded: str, start: int) -> bool:
    """Whether the last spoken of before is what a lorry carries or what fell: 'los rollos quedaron tirados'."""
    load = max((m.end() for m in _LOAD.finditer(folded, 0, start)), default=-1)
    return load > max((m.end() for m in _SOMEBODY.finditer(folded, 0, start)), default=-1)


def of_a_thing(folded: str, at: int) -> bool:
    """Whether the last of whom or what was spoken before is a thing: 'mi troca quedó a media calle y no se mueve'."""
    before = folded[max(folded.rfind(stop, 0, at) for stop in (".", ";", "!", "?")) + 1 : at]
    things = [match.start() for match in _A_THING.finditer(before)]
    people = [match.start() for match in re.finditer(rf"\b{PERSON}", before)]
    return bool(things) and things[-1] > max(people, default=-1)
