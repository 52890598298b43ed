"""Somebody who was run over and lies there without an answer; a telephone that nobody answers is no such thing."""

import re
from typing import Iterator, Tuple

from .person_nouns import KIN, STRANGER
from .whose_state import of_somebody

_LIES = (
    r"\b(?:esta|estaba|quedo|sigue|se quedo|ahi|alli|lo veo|la veo|lo tengo|la tengo) (?:\w+ ){0,2}?"
    r"(?:(?:tirad|acostad|tumbad|tendid|botad)[oa]|boca (?:abajo|arriba)"
    r"|(?:en|sobre) (?:el|la) (?:suelo|piso|pavimento|asfalto|banqueta|calle|carretera|arroyo))\b"
)
_RUN_OVER = (
    r"\b(?:atropell\w+|arroll\w+|(?:lo|la) (?:tumbe|avente|tire|golpee|atropelle|arrolle)|me (?:lo|la|le) lleve"
    rf"|(?:tumbe|avente|tire|golpee|le (?:di|pegue)|me lleve)(?= (?:al?|con) (?:\w+ )?(?:{STRANGER}|alguien)\b))"
)
_SILENT = (
    r"\bno (?:me |nos )?(?:contesta|responde|habla|reacciona|hace caso|dice nada|pela|despierta|abre los ojos"
    r"|vuelve en si)\b(?! (?:ya )?(?:el|la|los|las|al?|mi|su|ni el|ni la|nadie|usted|espanol|ingles|bien|mucho|de|del"
    r"|por|en|llamadas?|mensajes?)\b)"
)
_NOT_THERE = re.compile(
    rf"\bmis? (?:{KIN})\b|\b(?:segur\w+|aseguradora|ajustador\w*|agente|911|emergencias?|ambulancia|cruz roja|polici\w+"
    r"|patrulla|transito|nadie|telefono\w*|tel|cel|celular|llamad\w*|llam[oe]|mensajes?|marco|marque|marcado|whats\w*"
    r"|bocina|contestadora|casa|cama|sillon|duen[oa]|radio|numero|usted(?:es)?|grua|familiar\w*|perr\w+|gat[oa]"
    r"|vaca|caballo|burro"
    r"|animal|venado|borreg\w+|carro|coche|camioneta|troca|camion|trailer|motor|marcha|pila|bateria)\b"
)
_LIES_SILENT = re.compile(rf"({_LIES})([^;]{{0,60}}?){_SILENT}")
# 'El muchacho de la moto ya no me contesta'.
_NO_LONGER = re.compile(
    rf"\b(?:el|la) (?:{STRANGER}|(?:de la|del) (?:moto\w*|bici\w*|taxi|otr[oa] \w+))\b(?: (?:de la|del) \w+)?"
    rf"(?: \w+)?? (?:ya {_SILENT[2:]}|no (?:reacciona|despierta|abre los ojos|vuelve en si)\b)"
)
_RUN_OVER_SILENT = re.compile(rf"({_RUN_OVER})([^;]{{0,110}}?){_SILENT}")
_ANIMAL = re.compile(r"\b(?:perr\w+|gat[oa]|vaca|caballo|burro|animal|venado|borreg\w+)\b")


_LYING = re.compile(
    r"(?:estan|quedaron|siguen|esta|quedo|hay)\b.*\btirad[oa]s?\b"
    r"|quedo en el (?:piso|suelo|pavimento)"
)
_NONE_OUTRIGHT = re.compile(
    r"\b(?:no (?:hay|hubo|tenemos|traemos)|sin|ningun|cero) (?:personas? |ningun(?:a persona)? |nadie )?"
    r"(?:herid|lesionad|lastimad|lesion)\w*"
    r"(?! (?:mas|graves?|de (?:mi|nuestro|este) lado|nuestr[oa]s|de los nuestros|en mi|aparte|ademas)\b)"
    r"|\bnadie (?:se |salio |resulto |quedo |esta )?(?:herid|lesion|lastim|golpe)"
)


def lies(match: "re.Match[str]") -> bool:
    """Whether no more is said than that somebody, or something, lies there."""
    return bool(_LYING.match(match.group()))


def none_outright(folded: str) -> bool:
    """Whether it is said in so many words that nobody is hurt."""
    return bool(_NONE_OUTRIGHT.search(folded))


def silent(folded: str) -> Iterator["re.Match[str]"]:
    """Where somebody is told to lie there, or to have been run over, and not to answer."""
    for match in _RUN_OVER_SILENT.finditer(folded):
        if not _NOT_THERE.search(match[2]):
            yield match
    match = _NO_LONGER.search(folded)
    if match and not _NOT_THERE.search(folded):
        yield match
    for match in _LIES_SILENT.finditer(folded):
        if not _NOT_THERE.search(match[2]) and not _ANIMAL.search(folded[: match.start()]) and _whoever(folded, match):
            yield match


# "No podemos salir" of a wreck; not of a car park, of the mud, or to anywhere.
_SHUT_IN = re.compile(
    r"\bno (?:me |nos |se |lo |la |los |las )?(?:puedo|podemos|puede|pueden|logro|logramos) "
    r"(?:salir(?:me|nos|se)?|bajar(?:me|nos|se)|(?<=nos podemos )bajar|(?<=me puedo )bajar|(?<=se puede )bajar"
    r"|sacar(?:lo|la|los|las|nos|me))\b"
    r"(?! (?:a|al|hasta|para|por|porque|hoy|rapido|temprano|tarde|adelante|atras|sin|ni)\b"
    r"| (?:el|la|mi) (?!puerta)| de(?:l)? (?:mi |la |el |su )?(?!carro|coche|auto|camioneta|troca|vehiculo"
    r"|cabina|asiento|trailer|camion"
    r"|puerta|aqui|adentro))"
)
_THE_CAR = re.compile(
    r"\b(?:zanja|cuneta|lodo|arena|barro|atasc\w*|atorad[oa]|bache|hoyo|estacionamiento|cochera|pension|porton)\b"
)


def shut_in(folded: str) -> Iterator["re.Match[str]"]:
    """Where somebody cannot get out of the wreck."""
    if not _THE_CAR.search(folded):
        yield from _SHUT_IN.finditer(folded)


def _whoever(folded: str, match: "re.Match[str]") -> bool:
    """Whether a person lies there: one named last, or nobody and nothing."""
    lies: Tuple[int, int] = match.span(1)
    return of_somebody(folded, *lies, only=True) or not re.search(
        r"\b(?:carro|coche|auto|camioneta|troca|camion|trailer|unidad|moto|vehiculo|nave|taxi|combi|arbol|poste"
        r"|celular|telefono)\b",
        folded[: match.start()],
    )
