"""Smaller facts that some incidents need:
people on board, ages, money, glass, stolen parts, cargo, where the vehicle is and is to go.
"""

import re
from datetime import datetime
from typing import List, Optional

from . import glass
from .ages import age
from .cargo import cargo
from .digitized import digitize
from .folding import fold
from .found import Found, found
from .occupants import occupants
from .part_words import PARTS
from .person_words import KIN, NEAR
from .told_of_the_other import told_of_the_other

_PARTS = re.compile(
    r"\b(?:(?:las|los|la|el|una|un|mis|mi|dos|tres|cuatro|2|3|4|ambos|ambas"
    rf"|sus)\s+)?(?:\d\s+)?{PARTS}(?:\s*(?:de refaccion|lateral(?:es)?|delanter[oa]s?|traser[oa]s?"
    r"|derech[oa]s?|izquierd[oa]s?))?\b"
)
_STOLEN = re.compile(
    r"\b(?:rob|volaron|quit(?:o|aron)|llev(?:o|aron)|baj(?:o|aron)|falta|desvalij|arranc(?:o|aron)"
    r"|hurt|chingaron|amanecio sin|ya no (?:tenia|tiene|traia|trae)\b|le faltan?\b|sin (?:la|el|las|los) )"
)
_TOOK = re.compile(r"(?:rob|vol|quit|llev|baj|arranc)(?:aron|o|ado)(?: \w+)?\s*$")
_MONEY = re.compile(
    r"(?:\$\s*(\d{1,3}(?:[, ]\d{3})+(?:\.\d{2})?|\d+(?:\.\d{1,2})?)(?:\s*(mil|millones|k)\b)?"
    r"|\b(\d{1,3}(?:[, ]\d{3})+(?:\.\d{2})?|\d+(?:\.\d{1,2})?)\s*(mil|millones|k)?\s*(?:pesos|varos"
    r"|pesitos|baros|mxn|m\.?n\.?|bolas))"
)
_TOW_TO = re.compile(
    r"\b(?:al?|para|hasta|a (?:el|la|mi))\s+((?:mi |un |el |la |su |una )?(?:taller|agencia|casa"
    r"|domicilio|corralon|pension|deposito|concesionaria|estacionamiento|mecanico|servicio|talleres"
    r"|hogar|trabajo|oficina|cochera)\b[^.;,]{0,60})"
)
# 'Traigo 15 tambos de aceite'; not 'me faltan dos litros de aceite'.
_BY_MEASURE = re.compile(
    r"\b(?:traigo|traia|traemos|trae|llevo|llevaba|lleva|llevamos|iba con|voy con|venia con|vengo con|son|eran)"
    r" (?:\w+ ){0,3}?(?:toneladas?|tons?|tambos?|tambores|cajas|pallets?|tarimas|sacos|costales|bultos|rollos"
    r"|barriles|garrafones|pacas"
    r"|reses|cabezas de ganado|contenedores|kilos|litros) de \w+"
)
_BOUND = re.compile(
    r"\b(?:va|seria|es|iria|quiero que vaya|que (?:quede|vaya)) (?:a ir )?(?:para|a|al|hasta) "
    r"((?:el |la |mi |un |una )?(?:taller|agencia|mecanico|concesionaria)\b[^.;,]{0,60})"
)
_LOAD_CARRIER = re.compile(r"\b(?:trailer|camion|caja|remolque|torton|rabon|tolva|redilas|batea|plataforma|gondola)\b")
_TOW_BOUND = re.compile(  # 'una grúa para llevarlo a Tepatitlán', 'remolque hasta Guadalajara'
    r"\b(?:grua|remolqu\w+|remolc\w+|arrastre|llev(?:ar|en|e)(?:lo|la|me|melo|mela|selo)|traslad\w+|jal(?:ar|en)(?:lo"
    r"|la))\b"
    r"(?:(?! (?:en|esta|estoy) )[^.;,]){0,25}?\b(?:hasta|a|al|para|hacia) ((?:(?:mi|un|el|la|su) )?(?:taller|agencia"
    r"|casa|domicilio"
    r"|concesionaria|pension|mecanico|cochera)\b[^.;,]{0,60}"
    r"|(?!(?:mi|un|una|el|la|los|las|que|donde|ver|mas|tiempo|este|aqui|alla|otro|otra|cabo|partir|ustedes|moverl\w+"
    r"|sacarl\w+|llev\w+"
    r"|jal\w+|carr\w+|coch\w+|camion\w*|auto\w*|moto\w*|unidad\w*|vehiculo\w*|volver|poder)\b)[a-z]{4,}(?: (?:de |del "
    r"|la |el )?[a-z]{4,}){0,2})"
    r"(?=\W*$|[.;,]| y )"
)
# 'Una pipa de agua me dio un llegue' carries what is not ours.
_THEIR_LOAD = re.compile(
    r"\b(?:una?|otr[oa]|el|la)(?: \w+)?? (?:pipa|camion|trailer|torton|rabon|gondola|plataforma|tolva)\b[^.;,]{0,60}?"
    r"\b(?:me|nos) (?:choc|peg|di|golp|roz|rasp|avent|cerr|impact|alcanz|embist|ech|rebas|sac|llev)\w*"
)
_OUR_LOAD = re.compile(
    r"\b(?:traigo|traia|traiamos|llevo|llevaba|llevabamos|transport\w+|cargo|cargaba|mi carga|mi mercancia|(?:se me|se"
    r" nos)"
    r" (?:cay|tir|reg|solt|derram)\w+|voy cargad[oa]|iba cargad[oa]|venia cargad[oa])\b"
)
_WHERE_NOW = re.compile(
    r"\b(?:aqui (?:sigue|esta|mismo|conmigo)|(?:en el|sigue en el|esta en el) (?:mismo )?lugar"
    r"|(?:esta |lo tengo |quedo |se encuentra |lo llevaron |la llevaron |se lo llevo |lo deje "
    r"|lo movi |la movi )?(?:a|en) (?:el |la |mi |un |una )?(?:corralon|deposito|taller|casa|pension"
    r"|grua|agencia|acotamiento|orilla|estacionamiento|cochera|gasolinera|lateral|domicilio)"
    r"|al corralon|al taller|se lo llevo (?:la grua|transito)|donde choque|en el lugar de los hechos"
    r"|no se ha movido|en la orilla|orillad[oa])\b"
)


# 'Contra un camión de pasajeros, iban como 20 personas' are not ours.
_THEIR_PEOPLE = re.compile(
    r"^(?!.*\b(?:ibamos|veniamos|somos|eramos|conmigo|yo (?:iba|venia|traia)|con(?:migo| nosotros))\b)"
    r".*\b(?:contra|un|una|otr[oa]|del?|el) (?:otr[oa] )?(?:camion\w*|autobus|combi|microbus|micro|taxi|carro"
    r"|coche|auto|pesero|urban"
    r"|trailer|van)\b[^;]{0,40}?\b(?:iban|venian|traia|llevaba|viajaban)\b"
)


_AGE_TOLD = re.compile(
    r"\banos\b|\btengo (?:apenas |como |ya )?(?:1[5-9]|[2-9]\d)(?=\W*$|[.;)]|,(?! ?\d))|\btiene (?:apenas "
    r"|solo |nomas |como |ya )?\d\d(?= apenas| cumplidos| recien|\W*$|[.;)]|,(?! ?\d)"
    r"| (?:y|pero|e)\b(?! (?:medi|tant|cuart|pico|fraccion|feria|\d)))"
)


# 'Mi hijo Uriel de 17 chocó': whoever is told of as the driver, in the third person.
_DROVE = re.compile(
    r"\b(?:mi|la|el|su|don|dona|que) (?:\w+ ){0,5}?(?:ya )?(?:choco|chocho|se volco|se volteo|se estrello|se estampo"
    r"|se accidento|derrapo|atropello|traia el volante|trae (?:el|la|un|una)"
    r" (?!dolor|golp|herida|cort|chichon|chipote|moret|raspon|fractur|susto|nino|nina|bebe)[a-z]+)\b"
    r"|^\W*choco\b|[,.] choco\b|\breporto por mi\b"
    r"|\b(?:tiene|de) (?:\w+ ){1,3}y (?:ya )?(?:me )?(?:choco|se (?:volco|volteo|estrello|estampo|accidento)|derrapo"
    r"|atropello)\b"
    rf"|\b(?:mi|su|nuestr[oa]) {NEAR}(?: \w+){{0,2}} de (?:\w+ ){{1,3}}(?:anos )?(?:le (?:dio|pego|llego)"
    r" (?:un \w+ )?al?|se (?:dio|pego|metio|fue) (?:un \w+ )?contra)\b(?! (?:mi|nuestr))"
)
_AGE_OF_KIN = re.compile(rf"\b(?:mi|su|el|la) {NEAR}(?: \w+){{0,2}} de (\d\d)\b(?! de|:| [a-z]*z\b)(?=(?: anos)?\W|$)")
_I_DROVE = re.compile(r"\b(?:yo (?:iba |venia )?manej\w+|(?:iba|venia) manejando yo|manejaba yo|yo iba|choque)\b")
_OF_A_THING = re.compile(r"\b(?:carro|coche|auto|camioneta|moto|unidad)(?: \w+)? (?:de|tiene|con) \w+ anos")
_MINE = re.compile(r"\b(?:tengo|ya con mis) (?:\w+ ){1,3}anos\b")
_I_CRASHED = re.compile(r"\b(?:choque|volque|(?:me )?(?:volt|estrell|estamp|accident|derrap)(?:ee|e|ie)|atropelle)\b")
_HIS = re.compile(r"\b(?:tiene|cumplio|cumple)\b")
_DRIVES = re.compile(r"\b(?:manej\w*|conduc\w+|chofer|operador\w*|licencia|al volante|i[bv]a mi|lo traia|la traia)\b")
_SOMEBODY_ELSES = re.compile(
    r"\b(?:nin[oa]s?|bebes?|pasajer\w+|acompanante|copiloto|peaton|atropell\w+|motociclista|ciclista|el otro"
    r"|la otra|lesionad\w"
    r"|viaja\w*|conmigo|(?:me|nos) (?:peg|choc|golpe|dio|impact)\w* (?:un|una)|del otro)\b"
)


def of_driver(folded: str, short: int = 8) -> bool:
    """Whether an age that is told may be the driver's: in a `short` answer, or where driving is spoken of."""
    if _SOMEBODY_ELSES.search(folded) or _OF_A_THING.search(folded):
        return False
    his = _HIS.search(folded)
    if his and told_of_the_other(folded, *his.span()):
        return False  # 'le pegué a un Jetta, el chavo tiene 18 y no trae licencia'
    if re.search(rf"\bmi {KIN}\b", folded) and _I_DROVE.search(folded):
        return False
    if _MINE.search(folded) and _I_CRASHED.search(folded):
        return True
    return len(folded.split()) <= short or bool(_DRIVES.search(folded) or _DROVE.search(folded))


def age_told(text: str, now: Optional[datetime] = None) -> Optional[int]:
    """The age of somebody that a message tells in passing: 'tiene 19 y …', 'mi hijo Uriel de 17', '38 años'."""
    digits = digitize(text).text
    kin = _AGE_OF_KIN.search(digits)
    if not (kin or _AGE_TOLD.search(digits)) or re.search(r"hace\s+\w+\s+anos", fold(text)):
        return None
    return int(kin[1]) if kin else age(text, now)


def find(text: str, now: Optional[datetime] = None) -> List[Found]:
    """`occupants`, `age`, `money`, `glass_part`, `stolen_parts`, `cargo` where the text speaks of them."""
    folded = fold(text)
    out: List[Found] = []
    aboard = occupants(text)
    if aboard is not None and not _THEIR_PEOPLE.search(folded) and not re.search(r"\bchoque sol[oa]\b", folded):
        out.append(found("occupants", aboard, text, 0, len(text)))
    years = age_told(text, now)
    if years is not None and of_driver(folded):
        spot = re.search(r"\b(?:anos|tiene \w+|nac[io]+|cumpl\w+)\b", folded)
        out.append(found("age", years, text, max(0, spot.start() - 12) if spot else 0, spot.end() if spot else 0))
    for match in _MONEY.finditer(digitize(text).text):
        start, end = digitize(text).said(match.start(), match.end())
        out.append(found("money", _amount(match), text, start, end))
        break
    out += glass.find(text)
    if _STOLEN.search(folded):
        parts = [m for m in _PARTS.finditer(folded) if "placa" not in m.group() or _TOOK.search(folded[: m.start()])]
        if parts:
            out.append(
                found(
                    "stolen_parts",
                    ", ".join(text[m.start() : m.end()].strip() for m in parts),
                    text,
                    parts[0].start(),
                    parts[-1].end(),
                )
            )
    bound = _TOW_BOUND.search(folded) or _BOUND.search(folded)
    if bound:
        start, end = bound.span(1)
        out.append(found("tow_destination", text[start:end].strip(" ,.;"), text, start, end))
    if (
        re.search(r"\bcarg|transport(?!es\b|ist)|\bllevaba\b|\btraia\b|vaci[oa]|mercancia|pipa", folded)
        and re.search(
            r"\b(?:carga(?!r el|r mi cel)|cargad|cargament|cargaba|transport(?!es\b|ist)|mercancia|vaci[oa]|pipa|tolva"
            r"|toneladas)",
            folded,
        )
    ) or _BY_MEASURE.search(folded):
        goods = cargo(text)
    else:  # 'se abrió la caja del tráiler y se regó todo el maíz'
        goods = cargo(text) if _LOAD_CARRIER.search(folded) else None
        goods = goods if goods and goods["goods"] and goods["spilled"] else None
    if goods and not (_THEIR_LOAD.search(folded) and not _OUR_LOAD.search(folded)):
        out.append(found("cargo", goods, text, 0, len(text)))
    return out


def _amount(match: "re.Match[str]") -> str:
    number = float(re.sub(r"[, ]", "", match[1] or match[3]))
    scale = {"mil": 1000, "k": 1000, "millones": 1_000_000}.get(match[2] or match[4] or "", 1)
    return f"{number * scale:.2f}"


def money(text: str) -> Optional[str]:
    """An amount of pesos as a decimal string with two places, or None."""
    match = _MONEY.search(digitize(text).text)
    return _amount(match) if match else None


def stolen_parts(text: str) -> Optional[str]:
    """The parts named, as said, or None."""
    folded = fold(text)
    parts = [text[m.start() : m.end()].strip() for m in _PARTS.finditer(folded)]
    return ", ".join(parts) or None


def tow_destination(text: str) -> Optional[str]:
    """Where the vehicle is to be taken, as said; None when the text names no such place."""
    match = _TOW_TO.search(fold(text))
    return text[match.start(1) : match.end(1)].strip() if match else None


def whereabouts(text: str) -> Optional[str]:
    """Where the vehicle is now, as said; None when the text does not tell."""
    match = _WHERE_NOW.search(fold(text))
    return text[match.start() : match.end()].strip() if match else None
