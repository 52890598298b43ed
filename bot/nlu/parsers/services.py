"""Roadside help asked for: tow, tyre, battery, fuel, keys."""

import re
from typing import Dict, List, Optional

from .found import Found, found
from .mended_there import NO_TOW, changed
from .sms import spell_out

# Whoever names the tow truck, or wants the car taken somewhere, wants that, whatever the reason.
_TAKEN = re.compile(
    r"\b(?:gruas?|gancho|(?:me|l[oa]s?) (?:jal|arrastr|carg|levant)en|arrastrarl[oa]"
    r"|remol[cq]\w*(?! (?:enganchad|de (?:la|mi) (?:unidad|caja)))|arrastre|"
    r"(?<!de )(?<!en )(?<!por )(?<!de la )(?<!en la )(?<!por la )plataforma"
    r"|(?:llev\w+|mover|mueva\w*|jal\w+|traslad\w+)(?: \w+){0,4}? (?:taller|agencia|mecanico|corralon)\w*)\b"
)
SERVICES: Dict[str, "re.Pattern[str]"] = {
    "tire_change": re.compile(
        r"\b(?:ponch\w+|llantas?|yantas?|neumatico|refaccion|desinfl\w+|talach\w+|vulca\w*"
        r"|pinch(?:o|ada|adura)|flat tire)\b"
    ),
    "jump_start": re.compile(
        r"\b(?:corriente|bateria|acumulador|pila|no da marcha|ni (?:da )?marcha|(?:tac|clic) (?:tac|clic)"
        r"|(?:dej|qued)\w+ (?:prendid[oa]s? |encendid[oa]s? )?(?:las |la |los |el )?(?:luces|luz|faros|radio"
        r"|estereo|intermitentes)"
        r"(?: (?:prendid|encendid|puest)[oa]s?)?|puente de bateria|cables?|pasacorriente"
        r"|descarg\w+|jump ?start|dead battery|pas\w+ (?:luz|carga|energia))\b"
    ),
    "fuel": re.compile(r"\b(?:gasolina|gasofa|diesel|combustible|tanque vacio|gas|litros|magna|premium)\b"),
    "locksmith": re.compile(
        r"\b(?:llaves?|cerrajer\w+|cerrado por dentro|chapa|abr\w+(?: \w+){0,2}? (?:carro|coche|auto|camioneta"
        r"|puerta|cajuela|unidad)|loc+qu?ed out)\b"
    ),
    "tow": re.compile(
        r"\b(?:no (?:me )?(?:prende|arranca|enciende|jala|camina|anda|avanza|prendio|arranco|encendio"
        r"|quiere (?:prender|arrancar|encender|jalar|caminar))|descompu\w+|calento|varad[oa]|tirad[oa]|botad[oa]"
        r"|desbiel\w+"
        r"|transmision|clutch|fundio|se paro|se apago|falla\b|averi\w+|sobrecalent\w+|atascad[oa]|atasque|atorad[oa]"
        r"|banda|radiador|frenos|se (?:me )?quedo|se trabo|flecha|suspension|eje|amarro|rotula|horquilla|volante)\b"
    ),
}


def find_service(text: str) -> List[Found]:
    """`service`: what help is asked for; the specific one before the tow."""
    plain = spell_out(text)
    folded = _wanted(plain.text)
    for service, pattern in (("tow", _TAKEN), *SERVICES.items()):
        match = pattern.search(folded)
        if match and not (service == "tire_change" and changed(text)):
            return [found("service", {"service": service}, text, *plain.said(match.start(), match.end()))]
    return []


def _wanted(folded: str) -> str:
    return NO_TOW.sub(lambda refused: " " * len(refused[0]), folded)


def wants_a_tow(text: str) -> bool:
    """True where the tow is named or the car is to be taken somewhere, and it does not only stand still."""
    return bool(_TAKEN.search(_wanted(spell_out(text).text)))


def read_service(text: str) -> Optional[str]:
    """The service in an answer to 'what help do you need?':
    tow, tire_change, jump_start, fuel, locksmith; None if none.
    """
    seen = find_service(text)
    return seen[0].value["service"] if seen else None
