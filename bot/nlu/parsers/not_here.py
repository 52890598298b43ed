"""Places told of something else than the loss: where the car is to go, where one works, whither the thieves went."""

import re
from typing import Tuple

from .folding import fold

_SOON = r"[^.;,]{0,20}?"
# The words of one thing more, up to where something else is told.
_WORDS = (
    r"(?:(?!(?:un|una|el|me|nos|se|le|que|y|pero|ya|iba|venia|aqui|ahi|choque|chocamos|choco|no|hoy"
    r"|ayer)\b)[^.;,\s]+\s?){1,6}"
)
# Where the car is to go, where a trailer was left, where a relative lives: not where it happened.
_NOT_HERE = re.compile(
    r"\b(?:lleven(?:l[oa]|mel[oa])?|llevel[oa]|llevarl[oa]|llevarmel[oa]|me l[oa] lleven|l[oa] lleven"
    r"|trasladen(?:l[oa])?|remolquen(?:l[oa])?|arrastren(?:l[oa])?) (?:por favor )?(?:a|al|hasta|para) "
    r"(?:(?!\b(?:aqui|aca) en )[^.;?])*"
    r"|\b(?:caja|remolque|semirremolque|plataforma|dolly|trailer) (?:l[oa] |se )?(?:deje|dejamos|desenganche|quedo)"
    r" (?:en|por) [^.;,]*"
    r"|\b(?:vive|viven) (?:aqui |alla )?(?:en|por) [^.;,]*?(?=[.;,]|$| y | pero )"
    r"|\b(?:lo|la|los|las|me|nos|le) (?:llevaron|llevo|trasladaron|internaron) (?:ya )?(?:al|a la|en el|en la)"
    r" (?:hospital|clinica|cruz roja|sanatorio|imss|issste|seguro social) (?:de|en) (?:[a-z]+ ?){1,4}(?=[.;,]|$)"
    # where the policy was bought, where one works or lies in hospital, whence help comes
    r"|\b(?:compre|compramos|contrate|contratamos|tramite|renove|pague|registre|emplaque"
    r"|saque)\b"
    + _SOON
    + r" en "
    + _WORDS
    + r"|(?<!mi )(?<!el )(?<!del )(?<!al )\b(?:trabajo|trabaja|trabajamos|laboro|labora|soy (?:emplead[oa]"
    r"|trabajadora?|chofer"
    r"|operadora?|repartidora?|vendedora?|gerente|encargad[oa])) (?:en|de|para) (?:(?:un|una|el) )?"
    + _WORDS
    + r"|\b(?:esta|estan|se encuentra|quedo|internad[oa]|hospitalizad[oa]) (?:[a-z]+ )?en (?:el "
    r"|la )?(?:hospital|clinica"
    r"|cruz roja|sanatorio|imss|issste|seguro social|urgencias)\b "
    + _WORDS
    + r"|\b(?:grua|ajustador[a]?|ambulancia|patrulla|refaccion(?:es)?|mecanico|carga|mercancia) (?:que )?(?:viene|sale"
    r"|venia|es|iba|llega|vendria) (?:de|desde) " + _WORDS
)
# 'Un letrero que dice Oaxaca treinta kilómetros', 'a Morelia 40 km': how far a town is, not where one is.
_SIGN = re.compile(
    r"\b(?:letreros?|senal|senalamiento|anuncio|cartel)\b(?: verde| grande| azul)?(?: (?:que|donde"
    r"|de))*[,:]? (?:dice|decia|marca"
    r"|marcaba|pone|ponia|indica|viene)[,:]? (?:que )?(?:a |para |hacia )?"
    r"(?:[a-z]+ ){1,5}?(?:a |como a |esta a |falta\w* |quedan? (?:a )?)?\d{1,4} (?:km|kms|kilometros)\b"
)
# 'Se la llevaron rumbo a Pachuca', 'se peló hacia Toluca': whither others went.
_FLED = re.compile(
    r"(?<=\bse )(?:(?:me |nos |le )?l[oa]s? )?(?:(?:llevaron|llevó|llevo|fueron|fue|pelaron|pel[óo]"
    r"|sigui[óo]|siguieron|arranc[óo]|jal[óo]"
    r"|di[óo] a la fuga|dieron a la fuga)"
    r"|huy[óo]|huyeron|escap[óo]|escaparon)\b[^.,;]{0,30}?\b(?:rumbo|hacia|para|pa|con direcci[óo]n"
    r"|por la salida) [^.,;]*?"
    r"(?=[.,;]|$| y | pero )",
    re.I,
)


def not_here(text: str) -> Tuple[Tuple[int, int], ...]:
    """Offsets of what is said of other places than where it happened."""
    folded = fold(text)
    return tuple(there.span() for pattern in (_NOT_HERE, _SIGN) for there in pattern.finditer(folded))


def without_flight(text: str) -> str:
    """The text with blanks where it tells whither others went."""
    return _FLED.sub(lambda there: " " * len(there[0]), text)
