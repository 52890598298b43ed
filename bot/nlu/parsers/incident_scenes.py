"""What happened told by who, what and how in any order: kinds of words that, close together, make a scene."""

import re
from functools import lru_cache
from itertools import product
from typing import Dict, Iterator, List, NamedTuple, Optional, Tuple

_DRIVES = (  # 'un señor en su camioneta', 'la señora de adelante': somebody in a vehicle is not run over
    r"(?! (?:del?|en|a bordo|que (?:venia|iba|traia|manejaba|conducia|fren\w+|se (?:fren|par)\w+))\b"
    r"(?! (?:la |el |su |una |un )?(?:bici\w*|pie|patin\w*|silla|calle|banqueta|muletas|baston|lado|edad|nino"
    r"|nina|bebe)))"
)
_VEHICLE = (
    r"(?:carr(?:o|ito)|coche(?:cito)?|auto|automovil|camioneta|troca|nave|moto|motocicleta|motoneta|camion"
    r"|trailer|unidad"
    r"|vehiculo|mueble|taxi|vocho|combi|pipa|torton|tracto\w*|ranfla|bocho|mionca)"
)
_BODY = (
    rf"(?:{_VEHICLE}|cofre|toldo|techo|capacete|cajuela|batea|parabrisas|medallon|puertas?|defensa|salpicadera"
    rf"|facia|caja"
    r"|cabina|quemacocos)"
)
_WORDS: Dict[str, str] = {
    "vehicle": _VEHICLE,
    "body": _BODY,
    "encima": rf"(?:encima|arriba|sobre) (?:de |del )?(?:mi |el |la |nuestro )?{_BODY}|(?:mi|al|el|la) {_BODY}",
    "somebody": r"(?:un[ao]?|el|la|al|unos|unas|dos|los|las|mi) (?:\w+ )?(?:persona|senor[a]?|senito|nin[oa]|peaton\w*"
    r"|ciclista|muchach[oa]|joven|jovencit[oa]|ancian[oa]|abuelit[oa]|viejit[oa]|viej[oa]|transeunte|chav[oa]"
    r"|chavit[oa]"
    r"|motociclista|repartidor|menor|chamac[oa]|chamaquit[oa]|borrach[oa]|borrachit[oa]|policia|vendedor[a]?|franelero"
    r"|hombre|mujer|estudiante|morr[oa]|morrit[oa]|plebe|donit[oa]|corredor|indigente|trabajador|tipo|wey|guey|sujeto"
    r"|escuincl[ea]|huerc[oa]|gente|patinador|deportista)s?\b" + _DRIVES,
    "crosses": r"se (?:me|nos|le) (?:atrav\w+|cruz\w+|avent\w+|tir(?:o|aron)|ech(?:o|aron)|meti\w+|aparec\w+|puso|solto"
    r"|bajo)|salio (?:corriendo|de la nada|de repente)|iba (?:cruzando|pasando|caminando|a pie)|(?:estaba"
    r"|venia) cruzando"
    r"|cruzaba|se solto|se bajo de la banqueta|corriendo",
    "knocked": r"\b(?:la|lo|los|las) (?:tir(?:e|o|amos)|tumb(?:e|o)|avent(?:e|o)|pis(?:e|o)|arroll(?:e|o)|lleve|levante"
    r"|machu\w+|atropell\w+|golpe[eo]|golpi[eo]|lastime|embesti)\b|le (?:di|pegue|dio|pego) con (?:la |el |mi )?"
    r"(?:defensa|espejo|cofre|carro|coche|camioneta|moto|llanta|puerta)|golpi?[eé]e? a|\bpise (?:a|el pie)|\btire a"
    r"|me lleve (?:entre|a|de)",
    "feet up": r"(?:llantas|ruedas|patas|rines)\W{1,3}(?:\w+\W+){0,2}?(?:arriba|cielo|aire)|toldo (?:para |pa "
    r"|hacia )?abajo"
    r"|qued\w+ (?:\w+ ){0,3}?(?:voltead|volcad|ladead|acostad|recostad)[oa]s?|rod(?:amos|o|e|aron)\b.{0,25}"
    r"(?:veces|vueltas|ladera|cerro|cuesta)|qued\w+ (?:sobre|encima de) el (?:toldo|techo|capacete)",
    "went": r"(?:me|nos|se|se me|se nos|se le) (?:fui|fue|fuimos|fueron|cai|cayo|caimos|sali|salio|salimos)"
    r"|\b(?:cai|caimos"
    r"|cayo|acab\w+|termin\w+|qued\w+|par(?:e|o|amos) (?:en|al|hasta))\b",
    "depth": r"(?:barranc|volader|zanja|cuneta|precipicio|desfiladero|hondonada|desbarrancadero|canal\b(?! de)"
    r"|despenader)\w*"
    r"|canal de riego|arroyo\b|al rio\b",
    "water": r"\b(?:agua|corriente|creciente|inundacion|tromba|aguacero|(?:el|un|del) (?:arroyo|rio|canal)|diluvio)\b",
    "water does": r"\b(?:llevo|arrastr\w+|jal(?:o|ando)|meti\w*|entr(?:o|aba)|llego|tapo|tapad[oa]|cubri\w+"
    r"|subi[oa]|hund\w+"
    r"|ahog\w+|alcanzo|agarro|inund\w+|trag(?:o|ue|amos)|crecio|desbord\w+|flot\w+|desconch\w+|lleno)\b",
    "sank": r"\b(?:hundi\w+|se (?:me |nos )?(?:hundi|ahog)\w+|atorad[oa]|atascad[oa]|flotando)\b",
    "pool": r"\b(?:desnivel|encharc\w+|charco|charcote|bajo ?puente|inund\w+|laguna|vado|agua)\b",
    "weather": r"\b(?:granizo\w*|graniz\w+|huracan|ciclon|tormenta|vendaval|ventarron|ventarrones|vientos?|aironazo"
    r"|rafagas?|(?:el|un) norte|norte fuerte|aire(?: muy)? (?:fuerte|recio)|airazo|lluvia\w*|llovio|llovia"
    r"|temblor|temblo"
    r"|sismo|terremoto|tornado|remolino|nevada|nevo|(?:un|el) rayo|relampago|tolvanera)\b",
    "damaged": r"\b(?:vol(?:o|aron)|tumb(?:o|aron)|tir(?:o|aron)|aplast\w+|golpe(?:o|aron|ad\w+)|aboll\w+|cay(?:o|eron)"
    r"|callo|deslav\w+|derrumb\w+|desgaj\w+|sum(?:io|ieron|id\w+)|hoyos|hizo (?:pedazos|hoyos)|dan(?:o|os|aron|ad\w+)"
    r"|romp\w+|rompi\w+|quebr\w+|desprendi\w+|lodo)\b",
    "falls": r"\b(?:cay(?:o|eron)|callo|calleron|desprendi\w+|desplom\w+|avent(?:o|aron)|tir(?:o|aron)|solt(?:o|aron)"
    r"|vino|vinieron|dej(?:o|aron) caer|derrumb\w+|desgaj\w+|vol(?:o|aron)|zaf(?:o|aron))\b",
    "overhead": r"\b(?:tabiques?|ladrillos?|blocks?|cubeta|bote|herramienta|tubos?|laminas?|tejas?|vidrio de"
    r"|hielo|balcon"
    r"|barandal|ventana de|mezcla|concreto|cemento|grava|letrero|lampara|antena|aire acondicionado|macet\w+"
    r"|arbol\w*|ramas?"
    r"|palmera|poste|anuncio|espectacular|barda|techo de|roca|rocas|piedras?|piedron|lodo|cerro|tinaco|cornisa|pared"
    r"|transformador|cables?|andamio|viga|marquesina|coco|cocos|lona|semaforo|domo|porton|cortina|reja|escombro\w*)\b",
    "from above": r"\b(?:de|desde) (?:un |el |la |lo |los )?(?:\w+ )?(?:edificio|azotea|puente|arriba|alto|balcon|obra"
    r"|construccion|andamio|techo|ventana|segundo piso|departamento|cerro)\b",
    "ill will": r"\b(?:vecin[oa]s?|mi ex\w*|su ex\w*|chavos|vagos?|porros?|vandalos?|manifest\w+|la marcha"
    r"|bloqueo|mitin"
    r"|plantones?|pandill\w+|cholos|borrachos|maestros|huelg\w+|inconformes|encapuchad\w+|envidi\w+|alguien|unos|adrede"
    r"|a proposito|de coraje|por venganza)\b",
    "spoils": r"\b(?:ray(?:aron|o|ada|ado)|ponch(?:aron|o)|pate(?:aron|o)|brinc(?:aron|o)|se subieron"
    r"|pint(?:aron|o|arraj\w+)"
    r"|destroz(?:aron|o)|apedre\w+|quem(?:aron)|a (?:palazos|batazos|pedradas|patadas|martillazos|machetazos|tubazos)"
    r"|pegaron (?:a mi|al)|quebraron|rompieron|abollaron|avent(?:o|aron) (?:\w+ )?(?:piedras?|huevos?|pintura|botellas?"
    r"|acido|thinner)|ray(?:on|ones) (?:con|a))\b",
    "paint": r"\b(?:aerosol|spray|grafit\w+|pintad[oa] (?:con|de)|rayad[oa] (?:con|de|todo|por todos)"
    r"|todo rayad[oa])\b",
    "gone": rf"amaneci(?:mos)? sin (?:mi |el |la )?{_VEHICLE}|(?:desapareci\w+|esfum\w+|no aparece)\W+(?:mi|el"
    rf"|la) {_VEHICLE}"
    rf"|(?:mi|el|la) {_VEHICLE}(?: \w+){{0,3}}? (?:se )?(?:me )?(?:desapareci\w+|esfumo|volo|hizo humo|no aparece)\b"
    rf"|(?:cargaron|levantaron|jalaron|pepenaron|arrasaron)(?: con)? (?:mi|el|la|nuestr[oa]) {_VEHICLE}"
    r"|no (?:me |nos |lo |la |quiere )*(?:regres\w+|devuelv\w+|devolv\w+|entreg\w+)(?: (?:mi|el|la))?"
    r"|se (?:fue|pelo|largo|fugo) con (?:el|ella|mi)\b",
    "lent": rf"\b(?:preste|presto|prestado|comprar\w*|probar\w*|prueba|valet|lavad\w+|mecanico|taller|chofer"
    rf"|empleado|rente"
    rf"|{_VEHICLE})\b",
    "missile": r"\b(?:balon|pelota|piedr\w+|pedrada|grava|gravilla|botella\w*|canica|resortera|objeto|tornillo"
    r"|tuerca|pajaro"
    r"|zopilote|balin)\b",
    "glass": r"\b(?:parabrisas?|medallon|cristal(?:es)?|vidrios?|ventanilla|ventana|aleta|quemacocos)\b(?! de la casa)",
    "hole": r"\b(?:bache\w*|hoyo|hoyanco|pozo|coladera|alcantarilla|registro|tope|socavon|zanja|boya)\b",
    "wheel": r"\b(?:llantas?|rin|rines|neumaticos?)\b",
    "goods": r"\b(?:pacas?|contenedor\w*|varillas?|tubos?|tuberia|tarimas?|cajas de|cajas|costales|bultos|arena"
    r"|grava|cemento"
    r"|jitomates?|tomates?|naranjas?|leche|refrescos?|cervezas?|garrafones|ganado|reses|vacas|cerdos|marranos|pollos"
    r"|muebles|maquinaria|maquina|rollos?|bobinas?|acero|troncos|madera|viaje|mercancia|carga|alfalfa|fruta|verdura"
    r"|fertilizante|acido|combustible|diesel|material|tambos|ladrillos?|blocks?|laminas|tractor|excavadora)\b",
    "mine falls": r"\b(?:se (?:me|nos|le) (?:\w+ )?(?:solt|cay|reg|riego|tir|derram|movi|recorr|vin|venci|rod"
    r"|sali|desparram"
    r"|volt|ladeo|desacomod)\w*|(?:tire|regue|derrame|perdi|tiramos|regamos)\b)",
    "straps": r"\b(?:cadenas?|amarres?|eslingas?|redilas?|matracas?|cinchos?|lona)\b",
    "drops": r"\b(?:solt|cay|reg|tir|derram|rod)(?:o|aron|eron|aro|ieron)\b",
    "scrapes": r"\b(?:ray|rasp|roz|tall|aboll|sum|rall)(?:e|o|amos|i|io|imos)\b|(?:le )?di un (?:llegue|rozon|raspon)",
    "wall": r"\b(?:columna|pared|poste|muro|pilar|barda|banqueta|guarnicion|porton|zaguan|reja|bolardo|maceton"
    r"|otro|tope)\b",
    "them on me": r"\b(?:me|nos) (?:torci|dobl|aboll|arranc|romp|sum|descuadr|desmadr|desbarat|deshizo|deshic"
    r"|madre|revent)\w*"
    r" (?:toda )?(?:la|el|mi|los|las) (?:defensa|puerta|facia|lado|costado|salpicadera|espejo|calavera|faro"
    r"|cajuela|cofre)"
    r"|me (?:avent|ech)\w+ (?:la |el |su )?(?:lamina|unidad|camion\w*|trailer|combi|carro|coche|bestia)"
    r"|(?:me|nos) llevo (?:entre|de corbata|a varios|por delante|a mi|a los|a todos)|me (?:metio"
    r"|metieron) un (?:llegue|golpe)|(?:qued\w+|termin\w+|fue\W+a dar|esta) (?:\w+ )?"
    r"(?:embarrad|estampad|estrellad|incrustad|ensartad)[oa]"
    r"|(?:fue|fui|fuimos|resulto|quedo) (?:golpead|impactad|chocad|embestid|alcanzad|colisionad)[oa]s? por"
    r"|\b(?:la|lo|le) (?:golpeo|choco|impacto|embistio|alcanzo|pego) (?:un|una|otr[oa])\b"
    r"|se (?:vino|fue|dejo venir)(?: \w+){0,3} (?:contra|encima de|sobre) (?:mi|nosotros|el mio|la mia|nuestr[oa])\b",
}
_LEXICON = {name: re.compile(pattern) for name, pattern in _WORDS.items()}


class _Scene(NamedTuple):
    kind: str
    weight: int
    parts: Tuple[str, ...]
    apart: int = 60  # characters between the first and the last of the parts, at most
    unless: Optional["re.Pattern[str]"] = None


_HIT_ME = re.compile(
    r"\b(?:me|nos) (?:peg|choc|golp|dio|dieron|impact|embist|alcanz|cerr|rob|asalt|quit|baj)|esquiv"
    rf"|\b(?:en|con) (?:su|un|una) (?:\w+ )?{_VEHICLE}"
)
_OTHER_WATER = re.compile(r"radiador|anticongelante|tira(?:ndo)? agua|alberca|tinaco")
_OWN_LOAD = re.compile(r"\bse me (?:solt|cay|reg)|(?:avent|tir)aron (?:\w+ )?piedr")
_OTHER_CAUSE = re.compile(r"llev|rob|volaron|chingaron|norte|viento|lluvia")
_TURNED = re.compile(rf"(?:volc|volt)\w+ (?:mi |el |la )?{_VEHICLE}")
_MOVES_WATER = re.compile(r"\b(?:llevo|arrastr|crec|desbord|inund|tapo)")
_ON_MINE = re.compile(r"\b(?:(?<!se )me cay|encima de mi|sobre mi|a mi carro|en mi carro|del cielo)")
_SCENES: List[_Scene] = [
    _Scene("run_over", 95, ("somebody", "crosses"), 60, _HIT_ME),
    _Scene("run_over", 95, ("somebody", "knocked"), 60, _HIT_ME),
    _Scene("rollover", 90, ("feet up",)),
    _Scene("rollover", 90, ("went", "depth"), 55, _MOVES_WATER),
    _Scene(
        "flood",
        85,
        ("water", "water does"),
        45,
        re.compile(r"radiador|anticongelante|tira(?:ndo)? agua|alberca|tinaco"),
    ),
    _Scene("flood", 82, ("sank", "pool"), 50),
    _Scene("weather", 77, ("weather", "damaged"), 80, _TURNED),
    _Scene(
        "falling_object",
        78,
        ("overhead", "falls", "encima"),
        75,
        re.compile(r"\bse me (?:solt|cay|reg)|(?:avent|tir)aron (?:\w+ )?piedr"),
    ),
    _Scene("falling_object", 79, ("from above", "falls", "body"), 75),
    _Scene("vandalism", 89, ("ill will", "spoils"), 70, _OTHER_CAUSE),
    _Scene("vandalism", 80, ("paint", "vehicle"), 40),
    _Scene("total_theft", 84, ("gone", "lent"), 90),
    _Scene("glass", 76, ("missile", "glass"), 50),
    _Scene("tire", 61, ("hole", "wheel"), 70),
    _Scene("cargo", 82, ("mine falls", "goods"), 45, _ON_MINE),
    _Scene("cargo", 82, ("straps", "drops"), 50, _ON_MINE),
    _Scene("collision", 55, ("scrapes", "wall"), 45),
    _Scene("collision", 55, ("them on me",)),
]
_LONGEST = 700


@lru_cache(maxsize=64)
def scenes(folded: str) -> Tuple[Tuple[str, int, int, int], ...]:
    """(kind, weight, start, end) of every scene in the folded text."""
    told = folded[:_LONGEST]
    seen: Dict[str, List[Tuple[int, int]]] = {}

    def spans(part: str) -> List[Tuple[int, int]]:
        if part not in seen:
            seen[part] = [m.span() for m in _LEXICON[part].finditer(told)][:6]
        return seen[part]

    out = []
    for scene in _SCENES:
        for start, end in _together(scene, spans):
            if not (scene.unless and scene.unless.search(told[max(0, start - 25) : end + 25])):
                out.append((scene.kind, scene.weight, start, end))
                break
    return tuple(out)


def _together(scene: _Scene, spans: "object") -> Iterator[Tuple[int, int]]:
    found = []
    for part in scene.parts:
        here = spans(part)  # type: ignore[operator]
        if not here:
            return
        found.append(here)
    for chosen in product(*found):
        start, end = min(s for s, _ in chosen), max(e for _, e in chosen)
        if end - start <= scene.apart + sum(e - s for s, e in chosen) and len({s for s, _ in chosen}) == len(chosen):
            yield start, end
