"""What needs no tow: a tyre that was changed already, 'no necesito grúa'."""

import re

from .folding import fold

_TYRE = r"(?:llantas?|yantas?|refa(?:ccion(?:es)?)?|repuesto|rueda)\b"
_PUT = (
    r"(?:puse|pusimos|pusieron|cambie|cambiamos|cambiaron|monte|montamos|montaron|instale|instalaron|coloque"
    r"|colocamos)"
)
_CHANGED = re.compile(
    rf"\b(?:{_PUT}|ya (?:me |nos |le |la |se )*(?:cambio|puso))\b"
    rf"(?: (?:ya|yo|nosotros|(?:mi|un|una|el) (?!{_TYRE})\w+|entre \w+|la|las|otra|una|mi|de|del|su|nueva|buena"
    rf"|por))* {_TYRE}"
    rf"|\b{_TYRE}[^.;]{{0,25}}?\bya (?:me |nos |le |se )*(?:la |las ){_PUT}\b"
    rf"|\bya (?:me |nos |le |la |las |se )*{_PUT} (?:por )?(?:la|una) (?:de )?(?:refa(?:ccion)?|repuesto|nueva|buena)\b"
    r"|\b(?:traigo|traemos|trae|ando|andamos|voy|vamos|esta|quedo)\b[^.;,]{0,12}? (?:(?:puesta|con|montada) )+(?:ya )?"
    r"(?:la |una )?(?:llanta )?(?:de )?(?:refa(?:ccion)?|repuesto)\b"
    r"|\b(?:refa(?:ccion)?|repuesto|llanta(?: nueva)?) (?:ya )?(?:esta |quedo )?(?:puesta|cambiada|montada|instalada)\b"
    r"|\bya (?:esta |quedo |traigo |tengo |trae )(?:puesta |cambiada |montada )(?:la |una )?(?:de )?(?:llanta"
    r"|refa(?:ccion)?"
    r"|repuesto)\b"
    r"|\b(?:ayudo|ayudaron|hicieron el paro)\b[^.;,]{0,12} a (?:cambiar|poner)(?:la|le)?\b[^.;,]{0,15}(?:llanta"
    r"|refaccion)"
)
_NOT_YET = re.compile(r"\b(?:no|ni|nunca|si|cuando|que)(?: (?:se|me|nos|le|la|lo|ya|he|pude|logre))* $")
# The tyre put on is no good either, or is an older story.
_AGAIN = re.compile(
    r"\b(?:volvi\w+|otra vez|tambien|de nuevo|igual)\b[^.;]{0,25}\b(?:ponch|pinch|baj|tron|revent|desinfl)"
    r"|\b(?:refaccion|repuesto|esa|nueva)\b[^.;,]{0,20}\b(?:ponchad|pinchad|baja|desinflad|mala|tronad|no sirve)"
    r"|\b(?:ayer|antier|la semana pasada|hace (?:un|dos|tres|unos|poco) (?:dias?|semanas?|mes\w*))\b"
)
_TOW = r"(?:la |una |el |ninguna |ningun |su )?(?:servicio de )?(?:grua|remolque|arrastre)\b"
NO_TOW = re.compile(
    rf"\b(?:no|ni|tampoco)(?: (?:me|nos|le|se|va a|voy a|vamos a|creo|pienso|ya|que))*"
    rf" (?:necesit\w+|ocup\w+|requier\w+|requir\w+|quiero|queremos|urge|pid\w+|hace falta|es necesari[oa]"
    rf"|hay necesidad de"
    rf"|mand(?:e|en|es)|envie|envien)(?: (?:que )?(?:me |nos )?(?:mand|envi)\w+)? {_TOW}"
    rf"|\bsin (?:necesidad de )?{_TOW}"
    r"|\bgrua,? (?:ya |creo que |pues )?no(?: (?:la|me|nos|se|es|hace|va a))*"
    r" (?:necesit|ocup|falta|quiero|queremos|requ|ser necesari)\w*"
    r"|\bgrua,? no(?= ?(?:[,.;]|$))"
)
# Why it needs none may be another help, or one that comes from elsewhere.
_OTHER_HELP = re.compile(
    r"\b(?:gas\w*|combustible|diesel|corriente|bateria|pila|acumulador|llaves?(?= |$|\W)|cerraj\w+|mecanic\w+|ponch\w+"
    r"|remol[cq]\w+|corralon|arrastr\w+|jal(?:e|aron|o|an|ando)\b|empuj\w+|ya (?:viene|venia|consegui|llame|pedi|llego"
    r"|mandaron|tengo|traigo)\b)"
)


def changed(text: str) -> bool:
    """Whether the tyre that failed has been changed."""
    folded = fold(text)
    seen = next((m for m in _CHANGED.finditer(folded) if not _NOT_YET.search(folded[: m.start()])), None)
    return bool(seen) and not _AGAIN.search(folded)


def without_refused_tow(text: str) -> str:
    """The folded text with blanks where a tow is said not to be needed."""
    return NO_TOW.sub(lambda match: " " * len(match.group()), fold(text))


def goes_without_tow(text: str) -> bool:
    """Whether a tow is refused for no other reason than that it goes by itself."""
    folded = fold(text)
    refused = NO_TOW.search(folded)
    return bool(refused) and not _OTHER_HELP.search(without_refused_tow(text))
