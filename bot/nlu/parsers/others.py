"""Whoever else took part, told in passing: 'un señor se me echó encima', 'la del Jetta ahí está', 'tráiler me aventó'.

Read over the text with short forms in full; a person counts by what he did to us, what we did to him, or by being told
to have stayed or left.
"""

import re
from functools import lru_cache
from typing import List, Optional, Tuple

from . import left
from .lookups import load_lines
from .sms import spell_out
from .vehicle_mentions import Mention, mentions

Span = Tuple[int, int]

_FIXED = "|".join(load_lines("fixed_objects.txt"))
ANIMALS = "perr[oa]|perrito|vaca|caballo|burro|venado|gato|borrego|chivo|toro|becerro|animal|coyote|jabali|res"

_PEOPLE = (
    r"(?:senor(?:a|ita|es|as)?|sr|sra|srita|muchach(?:[oa]s?|it[oa])|joven(?:cit[oa]|es)?|chav(?:[oa]s?|it[oa])"
    r"|chamac[oa]s?|morr[oa]s?|[vb]ato|tip[oa]s?|sujeto|individuo|[wg]uey|viejit[oa]|ancian[oa]|donit[oa]|borracho"
    r"|cafre|taxista|trailero|camionero|microbusero|motociclista|ciclista|repartidora?|mensajero|peaton|compa"
    r"|cuate|plebe|fulano|cabron|don|dona|dueñ[oa]"
    r"|duen[oa]"
    r"|bicicleta|bici|baica|birula|triciclo|diablito|carret(?:a|ela|on|illa|onero)|mototaxi|bicitaxi"
    r"|patineta|monopatin|scooter|mototaxista|triciclero|bicicletero|patinador|corredor|limpiaparabrisas|viene ?viene"
    r"|vecin[oa]|conductora?(?= (?:del|de la|de el|contrari|ebri|borrach))|chofer(?= (?:del|de la|de el)\b)"
    r"|otr[oa](?: (?:conductora?|chofer|senora?|persona|muchach[oa]|carro|coche|auto|vehiculo))?)"
)
_ONE = r"(?:un|una|1|el|la|otr[oa]|ese|esa|este|esta|dos|2|los|las|unos|unas)"
# 'el de la ruta', 'la del Jetta', 'el señor de la combi': whoever comes with a vehicle.
_RIDES = (
    r"(?:rutas?|combis?|micros?|microbus|peser[oa]|camion(?:eta|cito)?|autobus|taxi|uber|didi|moto(?:neta|cicleta)?"
    r"|bici"
    r"(?:cleta)?|pipa|trailer|carro|coche|auto|urban|volteo|torton|pick ?up|troca|van|colectivo|patineta)"
)
_HIT = (
    r"(?:(?:choc|cho|xoc|peg|golp|impact|avent|embist|alcanz|rasp|roz|cerr|atraves|atravez|cruz|ech|met|estamp"
    r"|estrell|dio"
    r"|dier|vin|invadi|topo|embarr|prens|aboll|sumi|hundi|tumb|emparej|recarg|llev|saco|sacar|quit|orill|empuj|pas|"
    r"incorpor|fren)\w*"
    r"|(?:arranc|vol)(?:o|aron) (?:(?:el|la|los|las|mi|mis|un|una|tod[oa]|medi[oa]) )+"
    r"(?:espejos?|retrovisor\w*|defensa|fa[sc]+ia|puertas?|calavera|faros?|salpicadera|parachoques|moldura)\b)"
)
_DONE_BY = re.compile(
    rf"\b{_ONE} {_PEOPLE}(?: \w+){{0,6}}? (?:(?:se )?(?:me|nos)|le) (?!ayud|llam|prest|dij|avis|dec){_HIT}\b"
)
# 'Se me metió un triciclo', 'me salió una señora'.
_CAME_AT_US = re.compile(
    rf"\b(?:se )?(?:me|nos) (?!ayud|llam|prest|dij|avis|dec|cobr|pas[oe]\b)(?:{_HIT}|salio|cay[oe])(?: \w+){{0,2}}?"
    rf" (?:un|una|1|otr[oa]|unos|unas|dos|2)"
    rf" (?:{_PEOPLE}|personas?|nin[oa]s?)\b"
)
# Two did it to each other: 'nos dimos de frente', 'nos pegamos él y yo', 'chocamos entre dos'; not 'nos dimos con un
# poste', 'nos pegamos en la cabeza'.
_EACH_OTHER = re.compile(
    r"\b(?:nos (?:dimos|pegamos|topamos|impactamos|estampamos|estrellamos|chocamos|golpeamos|enganchamos"
    r"|rozamos|trenzamos|embestimos|raspamos|alcanzamos|atoramos)|chocamos|nos fuimos a (?:dar|encontrar))"
    r"(?: (?!con\b|contra\b|a\b|en\b|y\b|por\b|mi\b)\w+){0,3}? (?:de frente(?: a frente)?|frente (?:con|a"
    r"|contra) frente"
    r"|cara a cara|trompa (?:con|contra) trompa|(?:el )?un[oa] (?:al?|con(?:tra)?|y) (?:el |la )?otr[oa]|mutuamente"
    r"|defensa con defensa|costado con costado|entre nosotros|los espejos|espejo con espejo|de ladito"
    r"|al mismo tiempo|de refilon)\b"
    rf"(?! (?:con|contra|en|a) (?:el |la |los |las |un |una )?(?:{_FIXED}|{ANIMALS})s?\b)"
)
# How somebody drove who is none of ours: 'el señor venía en sentido contrario', 'la chava iba texteando'.
_DROVE_SO = re.compile(
    rf"(?<!soy )(?<!es )(?<!era )\b(?:el|la|un|una|ese|esa|otr[oa]) {_PEOPLE}(?: (?:que|ya|tambien|yo creo que))?"
    r" (?:venia|iba|andaba|circulaba|manejaba|salio|salia|entro|bajaba|vuelta) (?:muy |bien |todo |toda |medio "
    r"|hast[ao] )?"
    r"(?:(?:en|por el) (?:sentido contrario|contra\b|contrasentido|contraflujo|carril contrario)|contraflujo|recio"
    r"|rapid[oa]|fuerte|enfilad[oa]|a (?:exceso|alta|toda|madre|mil|gran|mas de)|con (?:exceso|el (?:cel|tel))"
    r"|hech[oa] (?:la|una|un|madre)|como (?:loc|alma|rayo|si)|hablando|chateando|texteando|mensajeando|borrach|tomad"
    r"|ebri"
    r"|pedo\b|peda\b|jarra|distraid|agachad|viendo (?:el|su)|sin (?:luces|casco|frenos|fijarse)|en reversa|de reversa"
    r"|de frente|del otro lado|de (?:la nada|un callejon|una calle|la calle|la lateral|su cochera|un estacionamiento))"
)
_TO_THEM = (
    r"\b(?:choq\w*|choc\w+|xoq\w*|choke|pegue|pege|pegamos|golpi?e(?:e|amos)?|me les? \w+[ei]|aventa?e"
    r"|aventamos|tumbe|tumbamos|impact[eo]\w*"
    r"|impactamos|atropell\w+|arroll\w+|embesti\w*|raspe|roce|enganche|alcance|di|dimos|lleve|accidente|percance"
    r"|choque|golpe|no (?:lo |la )?vi|no (?:alcance|pude) a? ?ver|no divise)(?: (?!porque|iba|que|cuando"
    r"|por\b)\w+){0,2}?(?: por (?:atras|detras|delante|enfrente|un lado))?"
    r" (?:a|con|contra|al)"
)
_DONE_TO = re.compile(rf"{_TO_THEM} (?:{_ONE} )?{_PEOPLE}\b")
_UNSEEN = re.compile(r"\bno (?:vi|divise|(?:alcance a|pude) ver) (?:al|a la) (?:de|del|de la|de el) (?:\w+ )?$")
_HITTING = re.compile(rf"{_TO_THEM}(?: {_ONE})? $")
_RIDER = re.compile(rf"(?<!soy )(?<!somos )(?<!es )\b(?:el|la|los|las) (?:{_PEOPLE} )?(?:del|de la|de el|de|de una?) $")
_DOES = r"(?: \w+){0,3}? (?:se|me|nos|ya|esta|estan|sigue|siguen|trae|traia|iba|venia|huyo|dice|quiere|no)\b"
_GOES_ON = re.compile(_DOES)
# 'Ya no estaba la moto' is what was stolen.
_FLEEING = re.compile(rf"(?!ya no est)(?:{left.FLED.pattern})(?: {_ONE}) $")
_WHOEVER = re.compile(
    rf"(?<!soy )(?<!somos )(?<!es )\b(?:el|la|los|las) (?:{_PEOPLE} )?(?:del|de la|de el|de los|de un|de una|de) "
    rf"(?:{_RIDES})\b{_DOES}"
)
_THERE = re.compile(rf"\b{_ONE} {_PEOPLE}\b")
_TO_US = re.compile(  # what follows a vehicle that did it
    rf"\W*(?:(?!mi\b|nuestr)\w+\W+){{0,3}}?(?:que )?(?:se )?(?:m|me|nos) {_HIT}\b(?! (?:la|una) (?:llanta|piedra|grua))"
)
# Whatever it did: 'un autobús me rebanó el costado'; help is no harm.
_DID = re.compile(
    r"\W*(?:(?!mi\b|nuestr|que\b|y\b|pero\b|no\b|nada\b)\w+\W+){0,3}?(?:que )?(?:se )?(?:me|nos) (?!acab|ayud"
    r"|prest|auxili"
    r"|avis|asist|llam|dij|remolc|jal|"
    r"escolt|abander|gust|cost|parec|pid|pregunt|fall|atend|recog|cobr|cambi|traj|acompan|mult|infracc|revis"
    r"|vend|entreg|"
    r"mand|ofrec|dio (?:su|sus|chanc|permis|el pas|corrient|un aventon)|dejo (?:tirad|varad|botad|pasar)"
    r"|llevo a|hizo (?:el fav|se)"
    r"|pas[oe] (?:corrient|el|su)|apag|sirv|dur|salio (?:buen|mal)|toc[oe]|regal|compr|vino a)\w+(?:o|io|aron|ieron)\b"
)
# What the one behind or before us did, or failed to do: 'la pipa de atrás no guardó su distancia'.
_FAILED = (
    r"(?:ya )?no (?:(?:se )?(?:alcanz|fren|fij|detuv|par\w*|guard|respet|logr|pudo fren|pudo par)\w*|(?:me"
    r"|nos) (?:vio|vido|dejo"
    r"|dio))"
)
_BEHIND_US = re.compile(
    r" (?:que (?:venia|iba|estaba) )?(?:de |del )?(?:atras|adelante|enfrente|delante|junto|al lado"
    r"|a un lado)(?: (?:mio|mia"
    rf"|de mi|de nosotros))?(?: (?!y\b)\w+){{0,2}}? (?:{_FAILED}|(?:se )?(?:fren|amarr|detuv)[oe]\w*"
    rf"|(?:se )?(?:me|nos) {_HIT}\b)"
)
_THE = re.compile(r"\b(?:el|la|los|las|un|una|otr[oa]|ese|esa)\s+$")
_FROM_THE = re.compile(r"(?<!al )\b(?:fren|amarr|se (?:par|detuv))[oe] (?:\w+ ){0,3}?(?:el|la|un|una) $")
_AHEAD = re.compile(r" (?:que (?:venia|iba) )?(?:de )?(?:adelante|enfrente|delante)\b")
# 'Una combi de la ruta 5 se metió y me llevó de corbata'.
_CAME_AND = re.compile(
    r"(?: (?!me\b|nos\b|se\b|y\b|mi\b|que\b|pero\b)\w+){0,5}?(?: que)?"
    rf" (?:se (?:met|atraves|atravez|cruz|cambi|incorpor|cerr|vin|ech|abri|pas|brinc|dio|quiso)\w*|{_FAILED}|invadi\w*"
    r"|dio (?:la )?vuelta|salio|rebas\w+)"
    r"(?:(?! mi\b)[ ,]+\w+){0,6}? y (?:que )?(?:ya )?(?:se )?(?:me|nos|le) (?!ayud|llam|prest|dij|avis|dec"
    r"|quede|baj)\w+(?:o|aron"
    r"|ieron)\b"
)
_A_ONE = re.compile(
    r"(?<!soy )(?<!\ben )(?<!operador de )(?<!chofer de )(?<!traigo )(?<!manejo )(?<!tengo )(?<!llevo )\b(?:un"
    r"|una|1|otr[oa]|ese|esa|unos|unas|dos|2)\s+$"
)
# What struck, known by what was felt; what our load or our car fell upon.
_STRUCK = re.compile(
    r"\b(?:senti|sentimos|oi|oimos|escuche|de repente|de pronto)\b.{0,60}\b(?:era|fue|eran"
    r"|resulto ser)(?: (?:un|una))? $"
    r"|\b(?:cayo|cayeron|fue|fueron|vino|vinieron)(?: a dar)? (?:sobre|encima de|contra|arriba de|a) (?:un|una"
    r"|otr[oa]|unos|unas) $"
    r"|\b(?:le|les) (?:cay|peg|golpe|aplast|roz)(?:o|aron|eron|e)(?: (?:encima|por atras|atras))? a (?:un|una"
    r"|otr[oa]|unos|unas) $"
)
_STRUCK_THE = re.compile(r"\b(?:le|les) (?:cay|peg|golpe|aplast|roz)(?:o|aron|eron|e)(?: (?:encima))? (?:al|a la) $")
_BEHIND = re.compile(
    r" (?:que (?:venia|iba|estaba|circulaba|pasaba)|de (?:atras|adelante|enfrente|junto|al lado)|del vecino)\b"
)
_OURS = re.compile(r"\b(?:mi|mis|nuestr[oa]s?|su|en (?:el|la|un|una|mi)|traigo (?:un|una)|de (?:mi|la empresa))\s*$")
_HELPS = re.compile(r"\b(?:ayud|prest|auxili|avis|asist)\w*|\bgrua|\bambulancia|\bpolici|\btransito|\bajustador")
_KIN = re.compile(r"\b(?:mi|mis|con (?:el|la)|conmigo)\s*$")
_NEAR = 45


@lru_cache(maxsize=64)
def vehicles(text: str) -> Tuple[Mention, ...]:
    """The vehicles told of by what they did to us, what we did to them, or whoever rides them."""
    plain = spell_out(text)
    out = []
    for mention in mentions(text):
        start, end = _here(plain.origin, mention.start), _here(plain.origin, mention.end)
        before = plain.text[:start]
        acts = _TO_US.match(plain.text, end) and not _OURS.search(before)
        rides = _RIDER.search(before) and _GOES_ON.match(plain.text, end)
        acts = acts or (_A_ONE.search(before) and mention.noun != "grua" and _DID.match(plain.text, end))
        acts = acts or _STRUCK.search(before) or (_STRUCK_THE.search(before) and _BEHIND.match(plain.text, end))
        acts = acts or (_THE.search(before) and not _OURS.search(before) and _BEHIND_US.match(plain.text, end))
        acts = acts or (_A_ONE.search(before) and _CAME_AND.match(plain.text, end))
        acts = acts or (_FROM_THE.search(before) and _AHEAD.match(plain.text, end))
        acts = acts or rides or any(told.search(before) for told in (_HITTING, _UNSEEN, _FLEEING))
        if mention.noun != "grua" and acts:
            out.append(mention)
    return tuple(out)


def ridden(text: str) -> List[Mention]:
    """The vehicles by which somebody else is called: 'el de la Nissan se quiso dar vuelta'."""
    plain = spell_out(text)
    spans = [(m, _here(plain.origin, m.start), _here(plain.origin, m.end)) for m in mentions(text)]
    return [m for m, start, end in spans if _RIDER.search(plain.text[:start]) and _GOES_ON.match(plain.text, end)]


def person(text: str) -> Optional[Span]:
    """Where the text tells of somebody else in the accident."""
    plain = spell_out(text)
    for pattern in (_DONE_TO, _DONE_BY, _CAME_AT_US, _EACH_OTHER, _WHOEVER, _DROVE_SO):
        for seen in pattern.finditer(plain.text):
            if not _KIN.search(plain.text[: seen.start()]) and not _HELPS.search(seen.group()):
                return plain.said(seen.start(), seen.end())
    return _present(text)


def _present(text: str) -> Optional[Span]:
    """Somebody who is told, close by, to have stayed or left."""
    plain = spell_out(text)
    there = left.stayed(text, others=True)
    flight = left.fled(text)
    for span in (there, flight.span() if flight else None):
        if not span:
            continue
        start, end = _here(plain.origin, span[0]), _here(plain.origin, span[1])
        first = max(0, start - _NEAR)
        for seen in _THERE.finditer(plain.text, first, min(len(plain.text), end + _NEAR)):
            around = plain.text[first : end + _NEAR]
            if not _HELPS.search(around) and not _KIN.search(plain.text[: seen.start()]):
                return plain.said(seen.start(), seen.end())
    return None


def _here(origin: Tuple[int, ...], said: int) -> int:
    """The offset in the written-out text of an offset in the text as said."""
    return next((at for at, spot in enumerate(origin) if spot >= said), len(origin) - 1)
