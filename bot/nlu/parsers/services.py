"""Roadside help asked for: tow, tyre, battery, fuel, keys."""

import re
from typing import Dict, List, Optional

from .folding import fold
from .found import Found, found

SERVICES: Dict[str, "re.Pattern[str]"] = {
    "tire_change": re.compile(r"\b(?:ponch\w+|llantas?|yanta|neumatico|refaccion|desinfl\w+|talachero|vulca\w*)\b"),
    "jump_start": re.compile(
        r"\b(?:corriente|bateria|acumulador|pila|no da marcha|puente de bateria|cables? (?:para|pasa)"
        r"|pasacorriente|bajo la pila|descarg\w+)\b"
    ),
    "fuel": re.compile(r"\b(?:gasolina|gasofa|diesel|combustible|sin gas|se acabo el gas|tanque vacio|gas)\b"),
    "locksmith": re.compile(
        r"\b(?:llaves?|cerrajero|cerrajeria|cerrado por dentro|abran el (?:carro|coche)|abrir (?:el"
        r"|mi) (?:carro|coche|auto|camioneta))\b"
    ),
    "tow": re.compile(
        r"\b(?:gruas?|remolque|remolcar|arrastre|plataforma|no (?:prende|arranca|enciende|jala|camina"
        r"|prendio|arranco|quiere prender|quiere arrancar)|descompuso|calento|varad[oa]|tirad[oa]|desbielo"
        r"|transmision|clutch|fundio|se paro|se apago|descompostura|falla mecanica|sobrecalent\w+"
        r"|atascad[oa]|atasque|banda|radiador|frenos|se quedo|se me quedo|se trabo)\b"
    ),
}


def find_service(text: str) -> List[Found]:
    """`service`: what help is asked for; the specific one before the tow."""
    folded = fold(text)
    tow = SERVICES["tow"].search(folded)
    if tow and re.search(r"\bgruas?\b|remolc|arrastre", folded):
        tow = re.search(r"\bgruas?\b|remolc\w+|arrastre", folded)
        return [found("service", {"service": "tow"}, text, tow.start(), tow.end())] if tow else []
    for service, pattern in SERVICES.items():
        match = pattern.search(folded)
        if match:
            return [found("service", {"service": service}, text, match.start(), match.end())]
    return []


def read_service(text: str) -> Optional[str]:
    """The service in an answer to 'what help do you need?':
    tow, tire_change, jump_start, fuel, locksmith; None if none.
    """
    seen = find_service(text)
    return seen[0].value["service"] if seen else None
