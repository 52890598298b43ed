"""Where the name of a street, a colonia or a road ends within a running sentence."""
import re
from functools import lru_cache
from typing import FrozenSet, Tuple

from .folding import Token, fold
from .geography import STATE_NAMES, named
from .lookups import Phrases, load_lines, words
from .numbers import HUNDREDS, TEENS, TENS, UNITS

STOPS: FrozenSet[str] = frozenset(
    "en y e o u con entre esquina esq eskina esqina casi frente enfrente a al altura cruce crucero cerca por para hacia rumbo sentido direccion col colonia fracc fracionamiento "
    "fraccionamiento barrio numero num no nro sn junto lado antes despues pasando adelante atras detras donde que q k me se nos le les lo te mi mis su sus un una unos unas hay ni "
    "sin ya yo es esta estoy estamos estaba fue iba iban ibamos venia veniamos choque choke choco chocamos municipio mpio delegacion alcaldia cp codigo km kms kilometro kilometros poliza "
    "placas placa tel telefono cel celular soy somos hace ahorita ayer hoy anoche aqui alla ahi aki pero porque cuando como tuve tuvimos chocaron pegaron pego pegue dieron dio tengo tenemos "
    "necesito quiero quisiera sobre bajo dentro afuera fuera gracias favor siendo mero mera justo justamente exactamente interior int ext exterior lote manzana mz lt depto "
    "local edificio llantas quede quedamos quedo volcamos volque voltee nos vamos voy viajaba viajabamos circulaba circulando salida llegando saliendo mas menos nada todo todos "
    "heridos lesionados herido lesionado nadie ninguno ningun solo saben pues este eh bueno oiga mire entonces luego tambien tmb urge urgente ayuda auxilio manden mandeme "
    "reportar reporto siniestro accidente percance robo grua ajustador seguro seguros x pa mas del lado rapido rapida me robaron robaron llevaron chocado chocada volcado "
    "son era eran ser hubo habia manejando manejaba conducia carril carriles lateral semaforo alto tope puente desnivel como aprox aproximadamente tipo eso esa ese esto paso "
    "the and parte cuadra cuadras metros retorno nomas orita ahora mañana manana tarde noche mediodia chofer conductor asegurado asegurada inciso color modelo "
    "modelo quien cual ves ver creo lloviendo lluvia golpe golpearon pegado pegada chocaron chocar carro coche auto camioneta moto camion taxi trailer persona alguien".split())
_INSIDE = frozenset("de del la las los el san santa santo".split())
_NUMBERS = frozenset([*UNITS, *TEENS, *TENS, *HUNDREDS, "mil"])
_MONTHS = frozenset("enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre".split())
_ABBREVIATION = re.compile(r"^(?:av|ave|blvd|boul|calz|prol|priv|cda|dr|dra|gral|lic|ing|prof|profa|ma|sta|sto|fco|fracc|col|no|num|esq|carr|[a-z])$")

AVENUES: "Phrases[str]" = Phrases()
for _line in load_lines("avenues.txt"):
    AVENUES.add(_line, _line)
NEIGHBORHOODS: "Phrases[str]" = Phrases()
for _line in load_lines("neighborhoods.txt"):
    NEIGHBORHOODS.add(_line, _line)


@lru_cache(maxsize=128)
def _place_starts(text: str) -> FrozenSet[int]:
    """Offsets where a state or a municipality that is no everyday name begins: a street's name stops there."""
    return frozenset(n.start for n in named(text) if not n.place.shared and not n.place.country)


def name_end(text: str, said: Tuple[Token, ...], first: int, most: int = 5, numbered: bool = True) -> int:
    """Index after the last word of the name that starts at word `first`; `first` itself when there is no name."""
    folded, at, content = fold(text), first, 0
    while at < len(said) and content < most:
        word = said[at].text
        if at > first:
            gap = folded[said[at - 1].end:said[at].start]
            if not re.fullmatch(r"\s*|'|-|\s?\.\s*", gap) or ("." in gap and not _ABBREVIATION.match(said[at - 1].text)):
                break
            if content and said[at].start in _place_starts(text):
                break
        if word in STOPS:
            break
        if word.isdigit() or word in _NUMBERS:
            dated = at + 2 < len(said) and said[at + 1].text == "de" and said[at + 2].text in _MONTHS
            if not dated and (content or not numbered or len(word) > 4 and word.isdigit()):
                break
            if dated:
                at, content = at + 3, content + 2
                continue
        at += 1
        content += word not in _INSIDE
        if content == 0 and at - first > 3:
            return first
    while at > first and said[at - 1].text in _INSIDE:
        at -= 1
    return at


def shown(text: str, start: int, end: int) -> str:
    """The name as said, with capitals when it came without any."""
    name = re.sub(r"\s+", " ", text[start:end]).strip(" ,.")
    if name != name.lower() and name != name.upper():
        return name
    small = {"de", "del", "la", "las", "los", "el", "y", "a", "con"}
    parts = re.split(r"([\s\-]+)", name.lower())
    return "".join(p if p in small and i else p.upper() if re.fullmatch(r"i{2,3}|iv|vi{0,3}|xxi|xx", p) and len(p) > 1 else p[:1].upper() + p[1:] for i, p in enumerate(parts))


def known_street(said: Tuple[Token, ...], first: int) -> int:
    """Index after the known avenue that starts at word `first` ('la'/'el' before it allowed), or `first`."""
    for skip in (0, 1):
        if skip and (first + 1 >= len(said) or said[first].text not in ("la", "el", "av", "los", "las")):
            break
        if first + skip < len(said):
            match = AVENUES.at(said, first + skip)
            if match:
                return match.after
    return first
