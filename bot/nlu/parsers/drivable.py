"""Whether the vehicle moves by itself: what it is said to do or not to do, what broke, how it was left.

A verb of moving is read with the "no" of its own clause; "prende" tells of the engine alone, so that a broken axle
beside it counts for more.
"""

import re
from typing import List, Optional, Tuple

from .clauses import clauses
from .folding import fold
from .found import Found, found
from .injury_words import PERSON
from .mended_there import changed, goes_without_tow, without_refused_tow
from .moving_words import DENIES, MOVE, NO_BUT, RUN, UNTRIED, WALKS
from .people_named import BODY
from .sms import spell_out
from .whose_state import of_a_part, of_somebody, of_the_vehicle
from .yes_no import is_unknown, read_yes_no

_CAR = r"(?:carr|coch|aut[oa]|camion|unidad|moto|vehicul|trailer|troca|nave|mueble|mio|mia|taxi|llanta|motor)\w*"
_NOT_CAR = re.compile(
    rf"\s+(?:ni )?(?:el|la|mi|mis|su|los|las|un|una) (?!{_CAR}|paso\b|metro\b|centimetro|milimetro)[a-z]"
)
_PART = (
    r"(?:llantas?|ruedas?|rin(?:es)?|ejes?|direccion|flecha|suspension|horquilla|radiador|motor|transmision|tren"
    r"|caja(?: de velocidades)?|clutch|cloch|embrague|frenos|rotula|masa|maza|chasis|amortiguador(?:es)?|cardan"
    r"|cremallera"
    r"|diferencial|carter|cigue\w+|banda|biela|volante|cadena)"
)
_BROKE = (
    r"(?:sali|cay|desprendi|romp|quebr|dobl|tron|trab|bloque|ator|revent|zaf|parti|barri|desbiel|fundi|bot|meti|vol"
    r"|desbarat|deshi(?:z|c)|revent|descompus|desconect|hizo pedaz|safi|saf|enchuec|desconch|amarr)(?:o|io|aron|ieron)?"
)
_BROKEN = (
    r"(?:rot|dobl|chuec|colgand|coland|voland|salid|desprendid|trabad|atorad|caid|zafad|reventad|tronad|bloqueada?"
    r"|quebrad|metid|partid|fundid|desbielad|deshech|pegada? a|de lado|sumid|torcid|enchuecad|desarmad"
    r"|destrozad)[oa]?s?"
)
_SOME = r"(?:(?:el|la|los|las|un|una|todo|toda|todos|todas|mi|su|2|dos|ambas|completo) )*"
_VITAL = re.compile(
    rf"\b(?:(?:trono|revento|quebro|fundio|rompio) {_SOME}{_PART}\b|se (?:me |le "
    rf"|nos )?(?:ya )?{_BROKE} {_SOME}{_PART}\b(?! (?:de refaccion|a (?:toda|mucha)))"
    rf"|{_PART}(?: \w+){{0,2}}? (?:se (?:me |le )?(?:{_BROKE}|fue (?:de lado|para))|(?:esta |quedo |viene )?(?:toda? "
    rf"|muy |bien "
    rf"|como )?{_BROKEN})\b|se (?:me |le )?fue de lado {_SOME}{_PART}|sin (?:llantas?|frenos|direccion|motor|rueda)\b"
    rf"|(?:esta |quedo )?(?:pegand|rozand|toca|tocand|arrastrand|trab)\w* (?:en |con )?(?:la |el )?(?:llanta|rueda)s?\b"
    rf"|{_PART} (?:esta |va )?(?:pegand|rozand|toca|tocand|arrastrand)\w*"
    rf"|se (?:le )?(?:esta )?(?:salio|cayo|tiro|fue|vacio|salido|saliendo|tirando) (?:todo )?(?:el )?"
    rf"(?:aceite|agua|anticongelante|motor)|"
    rf"(?:tira|tirando|derrama|tiro|chorrea|fuga de) (?:(?:todo|el|mucho|puro) )*(?:aceite|anticongelante|agua|liquido)"
    rf"|(?:cables|motor) (?:quemad|fundid)\w+)\b"
)
_LEFT = re.compile(
    r"\b(?:(?:quedo|esta|estaba|quedamos|sigue) (?:\w+ )?(?:tirad|deshech|destrozad|desmadrad|desbaratad|despedazad"
    r"|inmovil|atorad|atascad|trabad|prensad|volcad|voltead(?![oa]s? (?:contra|para|pa|hacia|viendo)\b)"
    r"|atravesad|varad|inutilizad|botad|montad|encima"
    r"|hech[oa] (?:garras|pedazos|trizas|nada|un acordeon|acordeon|bola|un churro|chatarra)|como acordeon|de cabeza"
    r"|bajo el agua|sumergid|calcinad|quemad)\w*"
    r"|(?:llantas|patas) (?:pa |para |hacia )?arriba|hech[oa] (?:garras|pedazos|trizas|un acordeon|acordeon|chatarra)"
    r"|como acordeon|(?<!dolor )(?<!dolores )(?<!duele )de cabeza|perdida total|inmovil\w*|siniestrad[oa] total"
    r"|(?:quedo|esta|es) puro (?:fierro|chatarra)"
    r"|(?:quedo|quedamos|esta|estamos) de (?:lado|costado)|(?:me quede|nos quedamos) (?:\w+ )?(?:tirad|varad)[oa]s?"
    r"|(?:necesit\w+|ocup\w+|requ\w+|va a ser con|hay que (?:llevar|mover|sacar|jalar|cargar)\w* (?:en|con)|nomas con"
    r"|solo con|se va en|mand\w+|urge) (?:la |una )?grua|pura grua|en grua|entre (?:todos|varios) lo (?:empuj|mov)\w+"
    r"|no (?:se )?(?:puede|deja) (?:ni )?(?:empujar|arrimar)\w*|no lo puedo (?:ni )?(?:empujar|sacar)"
    r"|(?:lo|la) (?:arrastro|jalo|llevo) (?:el agua|la corriente|el rio|el arroyo)|(?:el agua|la corriente|el rio"
    r"|el arroyo) (?:\w+ )?(?:lo |la )?(?:arrastro|jalo|llevo)|(?:arriba|encima) del (?:motor|cofre|techo|tablero)"
    r"|(?:hasta|tapo) (?:el|la) (?:cofre|techo|toldo|tablero|motor)|flotando|(?:inhabilitad|inservible|inutilizad)\w*"
    r"|inoperante|no (?:sirve|quedo servible)(?= ya| para nada|\W*(?:$|[.,;]))|fuera de servicio"
    r"|(?:quedo |esta )?(?:des|in)habilitad[oa]"
    r"|ya no (?:quiso|dio(?: mas)?|da para mas)(?=\W*(?:$|[.,;]))"
    r"|(?:se (?:me |nos )?)?(?:quemo|incendio|consumio) (?:tod[oa]|complet[oa]|por completo|total\w*|enter[oa])"
    r"|(?:llantas|ruedas) (?:pa(?:ra)? )?arriba|en (?:tabiques|ladrillos|blocks?)|sin (?:las )?(?:4 |cuatro )?llantas"
    r"|(?:ponch|pinch|navaje|raj|revent|pic|tron)\w+ (?:las |mis |los )?(?:dos|tres|cuatro|ambas|2|3"
    r"|4) (?:llantas|ruedas)"
    r"|(?:poncharon|navajearon|picaron|rajaron|tronaron) (?:todas )?las llantas"
    r"|(?:dos|tres|cuatro|ambas|2|3|4) (?:llantas|ruedas)(?: \w+){0,4}? (?:ponchad|pinchad|revent|navajead"
    r"|rajad|picad)\w+"
    r"|no gira|no da vuelta|no voltea|no le entra)\b"
)
# Said of people, of a load and of a part as well.
_SHARED = re.compile(
    r"(?:quedo|esta|estaba|quedamos|sigue) (?:\w+ )?(?:tirad|inmovil|atorad|trabad|prensad|atravesad|botad"
    r"|montad|encima)\w*"
    r"|inmovil\w*"
)
_RUINED = re.compile(
    r".*\b(?:deshech|destrozad|desmadrad|desbaratad|despedazad|hech[oa]|como acordeon|colgand|quemad)\w*.*"
)
_TOTAL_ASKED = re.compile(
    r"\b(?:deducible|tramite|pag\w+|si (?:es|fue|fuera|lo|la|sale|resulta)|declar\w+|cubr\w+|requisitos|documentos"
    r"|papeles|indemniz\w+)\b"
)
# 'Nomás se mueve en plataforma', 'solo con grúa'.
_CARRIED = re.compile(
    r"\b(?:nomas|solo|solamente|unicamente|nada mas|ni|pura|puro|a fuerza)(?: \w+){0,3}? (?:plataforma|grua|remolque"
    r"|arrastr\w+|rastras|empuj\w+|cargad[oa])\b"
)
_MAY_I = re.compile(
    r"^\W*(?:(?:oiga|oye|entonces|y|senorita|joven|una (?:duda|pregunta)|ya|si|lo|la|disculpe|perdon"
    r"|quisiera saber si)\W+)*"
    r"(?:se )?pued[oe]\b|\bo (?:lo|la|me|no|mejor|que|espero|ahi|asi)\b"
)
# What whoever drove it on has done with it, or does now.
_DROVE_ON = re.compile(
    r"\b(?:ya (?:lo|la|me) (?:orille|movi|quite|hice a un lado|meti|estacione|arrime|lleve|traje|saque)"
    r"|(?:lo|la) (?:puedo|pude|pudimos|logre) (?:mover|manejar|orillar|estacionar|sacar|llevar|arrimar)"
    r"|(?<!me )(?<!se )(?:lo|la) (?:orille|movi|estacione|meti|lleve|traje)(?! (?:en|con) (?:la )?grua)"
    r"|me (?:lo|la) (?:lleve|traje) (?:manejando|rodando|despaci\w+|a (?:la|mi) casa|al taller)"
    r"|me (?:orille|hice a un lado|arrime|vine manejando|fui manejando)|(?:lo|la) (?:traigo|vengo|voy"
    r"|llevo) (?:manejando"
    r"|rodando|despacio\w*|caminando)|puedo (?:llegar|irme|moverme|seguir)|llegue (?:a mi casa|al taller) (?:en el"
    r"|manejando))\b"
)
# Done before all this as well as after it: 'lo estacioné anoche', 'me orillé a comprar tortillas'.
_PERHAPS_BEFORE = re.compile(
    r"(?:lo|la) (?:estacione|meti|lleve|traje)|me (?:orille|arrime|hice a un lado)(?= (?:\w+ )?(?:a (?!la|un"
    r"|el\b)|para|porque))"
)
_SURE = re.compile(  # a bare verb in a message about something else tells too little of the car
    r"\b(?:si (?:camina|prende|jala|arranca|anda|circula|rueda|se mueve|enciende|puede (?:circular|moverse|andar"
    r"|caminar))"
    r"|(?:el|mi|la) (?:carro|coche|auto|camioneta|unidad|moto) (?:si )?(?:camina|prende|jala|anda|enciende"
    r"|arranca)(?! (?:tod[oa]s )?(?:los|las)\b)"
    r"|(?:camina|anda|rueda|jala|prende|circula|avanza),? (?:bien|pero|normal|con normalidad"
    r"|sin (?:problemas?|pedos?|broncas?|novedad|dificultad)|chuec[oa]|despacio|lento|un poco"
    r"|con dificultad"
    r"|perfecto)|pero (?:si )?(?:camina|anda|rueda|jala|circula|se mueve)|(?:todavia|aun) (?:camina|prende|rueda"
    r"|circula|avanza"
    r"|jala|anda)|se puede (?:manejar|mover|circular)|(?:puede|puedo) (?:circular|moverse|moverlo|manejarlo|rodar)"
    r"|anda bien|esta caminando)\b"
)
_WELL = re.compile(
    r"^\W*(?:(?:pues|pos|si|creo que|nomas|solo)\W+)*(?:a duras penas|con trabajos?|apenas|apenitas|mas o menos si"
    r"|despaci\w+"
    r"|perfect\w+|sin (?:problemas?|pedos|broncas?)|con cuidado|poco a poco|de milagro|bien|normal|ahi (?:la"
    r"|lo) llev\w+"
    r"|ahi (?:la|lo) (?:voy|traigo)|ahi va|voy (?:en el|manejando|despaci\w+)|lent\w+)\b"
    r"|\b(?:solo|nomas|nada mas) (?:es |fue |son )?(?:un )?(?:raspones?|rayones?|golpecito|rayon|raspon|lamina|estetico"
    r"|la pintura|la defensa|la facia|la fascia)\b"
)
# Asked whether it moves, a flat tyre is a no; told in passing, it is a tyre to be changed.
_FLAT = re.compile(r"\b(?:se (?:me |le )?(?:ponch|pinch)\w+|llantas? (?:\w+ )?(?:ponchad|pinchad|baj)\w+)\b")
_OF_TYRE = re.compile(r"\b(?:llantas?|yantas?|ruedas?|rin(?:es)?|inservible)\b")
_TOWED = re.compile(
    r"\b(?:lo|la) (?:llevo|llevaron|jalo|jalaron|remolco|subio|subieron|arrastro)(?: (?:a|en|con))?(?: (?:la"
    r"|una))? grua\b"
)
_BURNT = re.compile(r"\b(?:se (?:me |nos |le )?(?:quem|incendi|prendi)\w*|lumbre|incendi\w+|fuego|llamas)\b")
_DEVICE = re.compile(r"\b(?:celular|telefono|radio|aplicacion|app|gps|estereo|aire acondicionado)\b")


def find(text: str) -> List[Found]:
    """`drivable` where the text tells of it beyond doubt: at most one, a bool."""
    plain = spell_out(text)
    seen = _seen(plain.text)
    if not seen or (seen[0] is False and _DEVICE.search(plain.text)):
        return []
    return [found("drivable", seen[0], text, *plain.said(seen[1], seen[2]))]


def read(text: str) -> Optional[bool]:
    """The answer to 'can it move by itself?': what is said of it, else yes or no; None when neither, or not tried."""
    text = folded = spell_out(text).text
    if _CARRIED.search(without_refused_tow(text)):
        return False
    denied = _moving(text, denied=True)
    if not denied and NO_BUT.match(folded):
        return False
    if not denied and UNTRIED.search(folded) and not _moving(text, denied=False):
        return None
    if denied:
        return False
    if (MOVE.search(folded) and _moving(text, denied=False, only=MOVE)) or _DROVE_ON.search(folded):
        return True
    if re.match(r"\W*(?:pues |pos )?si+\b\W*(?:pero|nomas|aunque|nada mas|solo)?\b", folded) and not _if(folded):
        return True
    mended = changed(text) or goes_without_tow(text)
    if _broken(text, mended) or _TOWED.search(folded) or (_FLAT.search(folded) and not mended):
        return False
    if mended:
        return True
    if _moving(text, denied=False) or _WELL.search(folded):
        return True
    return None if is_unknown(text) else read_yes_no(text)


def _if(folded: str) -> bool:
    return bool(re.match(r"\W*si (?:esta|se|le|me|tira|lo|la|quedo|quiere)\b", folded))


def _seen(text: str) -> Optional[Tuple[bool, int, int]]:
    folded = fold(text)
    denied = _moving(text, denied=True, vehicle=True)
    if denied and not UNTRIED.search(folded):
        return False, *denied
    sure = _SURE.search(folded) or (None if _BURNT.search(folded) else _drove_on(folded))
    sure = None if sure and _asked(text, sure) else sure
    moves = sure and not re.search(r"\b(?:no|ni) $", folded[: sure.start()]) and not _somebody_walks(text, sure)
    mended = changed(text) or goes_without_tow(text)
    broken = _broken(text, mended, in_passing=True)
    if broken and not (moves and sure and MOVE.search(sure.group())):
        return False, broken.start(), broken.end()
    if mended:
        return True, 0, len(text)
    return (True, sure.start(), sure.end()) if moves and sure else None


def _drove_on(folded: str) -> "Optional[re.Match[str]]":
    """Where the vehicle is told to have been driven on since."""
    return next((m for m in _DROVE_ON.finditer(folded) if not _PERHAPS_BEFORE.match(folded, m.start())), None)


def _asked(text: str, sure: "re.Match[str]") -> bool:
    """Whether it is asked whether the vehicle may be moved."""
    return bool(re.search(r"pued[oe]", sure.group()) and ("?" in text or _MAY_I.search(fold(text))))


def _broken(text: str, mended: bool, in_passing: bool = False) -> "Optional[re.Match[str]]":
    """What is told to be broken or to lie where it is; with the tyre `mended`, none of the tyre."""
    folded = without_refused_tow(text)
    seen = (match for pattern in (_LEFT, _VITAL) for match in pattern.finditer(folded))
    return next(
        (match for match in seen
         if not (mended and _OF_TYRE.search(match.group())) and not _of_another(folded, match, in_passing)),
        None,
    )  # fmt: skip


def _of_another(folded: str, match: "re.Match[str]", in_passing: bool) -> bool:
    """Whether it is said of a person, of a load or of a part alone; `in_passing`, where nothing tells of what."""
    start, end = match.span()
    if match.group() == "perdida total":
        return bool(_TOTAL_ASKED.search(folded))
    if _SHARED.fullmatch(match.group()):
        if of_somebody(folded, start, end) and not re.match(r"(?: \w+){0,3} (?:el|mi) motor\b", folded[end:]):
            return True
        return in_passing and not of_the_vehicle(folded, start, end)
    if in_passing and _RUINED.fullmatch(match.group()):
        return of_a_part(folded, start, end)
    of_us = re.match(r"nos quedamos|me quede", match.group())
    return bool(of_us and re.match(r" (?:del? (?:susto|golpe)|en el (?:piso|suelo))", folded[end:]))


# Whose knee is hurt walks: 'le duele la pierna pero sí camina'.
_LIMB = re.compile(rf"\b(?!frente|cabeza|cara|boca)(?:{BODY})\b|\b(?:se|me) (?:lastim|lesion)\w+|\b(?:le|me) duelen?\b")


def _somebody_walks(text: str, sure: "re.Match[str]") -> bool:
    """Whether who walks is a person: "mi papá sí camina"."""
    if not re.search(r"\b(?:camina|anda|se mueve)", sure.group()):
        return False
    folded = fold(text)
    clause = next((folded[s:e] for s, e in clauses(text) if s <= sure.end() - 1 < e), folded)
    limb = max((match.end() for match in _LIMB.finditer(folded, 0, sure.start())), default=-1)
    walks = re.search(rf"\b{PERSON}", clause) or limb > max(
        (m.end() for m in re.finditer(rf"\b{_CAR}", folded)), default=-1
    )
    return bool(walks) and not re.search(rf"\b{_CAR}", clause)


# 'El poste ni se movió': not 'choqué con el poste y no se mueve'.
_FIXTURE = re.compile(
    r"(?<!\bal )(?<!\bcon )(?<!contra )(?<!\ben )(?<!\ba )(?<!\bde )\b(?:el|la|ese|esa|este|esta|los|las|su|mi) "
    r"(?:pobre |dichos[oa] )?(?:poste|arbol|palmera|barda|muro|pared|porton|camellon|guarnicion|banqueta|valla"
    r"|barrera|semaforo|columna|pilar"
    r"|perr[oa]|perrit[oa]|gat[oa]|vaca|caballo|burro|animal|poli\w*|transito|patrull\w+|ajustador|grua|trafico|fila)"
    r"s?\b(?:,? (?!y\b|pero\b|mi\b|el\b|la\b)\w+){0,3}?(?:(?:,| y)? ni|,? (?:no|nunca))(?: (?:se|siquiera|lo|la"
    r"|le))* \w+$"
)


def _of_somebody(clause: str, after: int) -> bool:
    """Whether a person, or something else than the vehicle, is what does not move: "mi mamá no camina"."""
    if _NOT_CAR.match(clause, after) or re.search(r"\bpued[oe] caminar\b|\b(?:responde|reacciona|reacciono)\b", clause):
        return True
    return bool(re.search(PERSON, clause)) and not re.search(rf"\b{_CAR}", clause)


def _moving(
    text: str, denied: bool, only: "Optional[re.Pattern[str]]" = None, vehicle: bool = False
) -> Optional[Tuple[int, int]]:
    """Where the vehicle is said to move or run (`denied`: not to), the word read with its own clause's "no";
    with `vehicle`, only where nothing else can be meant.
    """
    folded = fold(text)
    for start, end in clauses(text):
        clause = folded[start:end]
        for pattern in (only,) if only else (MOVE, RUN):
            for match in pattern.finditer(clause):
                no = DENIES.search(clause[: match.start()])
                other = vehicle and _of_somebody(clause, match.end())
                other = other or (vehicle and bool(_FIXTURE.search(folded, 0, start + match.end())))
                if vehicle and not other and WALKS.match(match.group()):
                    other = of_somebody(folded, start + match.start(), start + match.end(), only=True)
                if bool(no) is denied and not other:
                    return start + (no.start() if no else match.start()), start + match.end()
    return None
