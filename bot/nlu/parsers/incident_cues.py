"""The words that tell each kind of incident, with how much they weigh."""

import re
from typing import List, Tuple

from .blows import BLOW, HANDED
from .part_words import PARTS

_CAR = (
    r"(?:(?:el|mi|la|un|una|nuestro|nuestra|su|mis) )?(?:carro|coche|auto|automovil|camioneta|troca"
    r"|nave|moto|motocicleta|camion|trailer|unidad|vehiculo|mueble|carrito|taxi|vocho|tracto\w*|combi"
    r"|urvan|caja|torton)s?"
)


_GONE = (
    r"(?:rob(?:o|aron|ado|ada|arn|aro)|hurt(?:o|aron)|vol(?:o|aron)|quit(?:o|aron)|baj(?:o|aron)"
    r"|llev(?:o|aron)|despoj(?:o|aron|ado|ada)|asalt(?:o|aron)|arrebat(?:o|aron)|tranz(?:o|aron)"
    r"|chingaron|clavaron)"
)


_GLASS = (
    r"(?:parabrisas?|para brisas|medallon|cristal(?:es)?|vidrios?|ventanilla|ventana|aleta|quemacocos"
    r"|quema cocos|vidrio trasero|bidrio)"
)


_PERSONS = (
    r"(?:persona|senor|senora|nino|nina|peaton|peatona|ciclista|muchach[oa]|joven|anciano|anciana"
    r"|viejit[oa]|transeunte|bici|bicicleta|chav[oa]|motociclista|repartidor|menor|chamac[oa]|borracho"
    r"|policia|vendedor|limpiaparabrisas|alguien|obrero|trabajador|hombre|mujer|estudiante"
    r"|perrito con su duen[oa])"
)


_ANIMALS = (
    r"(?:animal(?:es|ito)?|semovientes?|res(?:es)?|ganado|perr(?:[oa]s?|itos?|otes?)|vacas?|vaquillas?|toros?"
    r"|becerr[oa]s?|caballos?|yeguas?|potr(?:o|illo)s?|burr[oa]s?|mulas?|chiv[oa]s?|cabras?|borreg(?:o|a|uito)s?"
    r"|puerc[oa]s?|marran[oa]s?|cerdos?|venad(?:o|ito)s?|coyotes?|jabali(?:es)?|gat(?:o|ito)s?|tlacuaches?|mapaches?"
    r"|gallinas?|armadillos?|zopilotes?|tejon(?:es)?)"
)
_PANEL = r"(?:defensa|facia|puertas?|costado|salpicadera|cofre|cajuela|tapa|faro|calavera|lado)"
_DENTED = r"(?:golpead|golpaz|sumid|hundid|abollad|chocad|aplastad|magullad)[oa]s?"
FOUND_SO = 50  # weighs less than any word of what happened
_CRASH = (
    r"(?:choque|choq(?:e|ue)?|choke|shoque|choc(?:o|amos|aron|ado|ada|ando|ar|an|a)|chok(?:o|aron|e"
    r"|amos)|colision\w*|percance|siniestro"
    r"|hecho de transito|incidente vial|accidente|axidente|accidnte|encontronazo|llegue|trancazo|madrazo"
    r"|fregadazo|chingadazo|putazo|guamazo|topetazo|carambola|embist\w+|impact(?:o|e|aron|amos|ado)"
    r"|alcance|estrell(?:e|o|amos|aron|ado)|estamp(?:e|o|amos|aron)|me fui contra|"
    r"(?:golpe|choc|peg|impact|aboll)(?:o|aron) (?:a )?mi (?:carro|coche|auto|camioneta"
    r"|moto|unidad|vehiculo|nave|troca)|nos fuimos contra|se me metio|se me cerr(?:o|aron)"
    r"|me cerr(?:o|aron)|(?:me|nos|le|lo) (?:peg(?:o"
    r"|aron)|chocaron|golpearon|rasparon|rayo|raspo|aventaron(?! (?:una?s?|pintura|huevos|piedras|agua|basura|cosas"
    r"|algo|botellas|acido|aceite)\b)|rozo|avento (?:su|un"
    r"|una|el|la)|rozaron|embistieron"
    rf"|impactaron|pego)|(?:{HANDED}(?:me|nos|le|lo) dieron|le (?:di|dimos)){BLOW}|le (?:pegue|pegamos|raspe|roce)"
    r"|me pego"
    r"|me dio (?:por|un|en)|raspon|laminazo|me sac(?:o|aron) de(?:l|"
    r" la|) (?:mi )?(?:camino|carril|carretera|autopista|via|pista|arroyo|calle|acotamiento|vuelta)"
    r"|se paso el alto|se paso el rojo|se salto el alto"
    r"|se volo el alto|pegue (?:con|contra|en)|"
    r"golpe (?:con|contra)|derrap\w+|patin(?:e|o|amos)|coliciono|colicion|me pegan|me chocan"
    r"|me chocan|me golpean|le pego a|nos impactaron|un golpe|chocadero|rayaron al pasar|contra (?:un"
    r"|una|el|la) (?:poste|arbol|barda|muro|camellon|banqueta|muro de contencion|pared|guarnicion"
    r"|valla|barrera|perro|vaca|caballo|porton|casa|semaforo|trailer|camion|taxi|carro|coche|camioneta"
    r"|moto))"
)


Rule = Tuple[str, int, "re.Pattern[str]"]


def _rule(kind: str, weight: int, pattern: str) -> Rule:
    return kind, weight, re.compile(pattern)


RULES: List[Rule] = [
    _rule(
        "vandalism",
        88,
        r"\b(?:(?:se )?(?:me |le |nos )?(?:brincaron|saltaron|treparon|subieron|pararon|bailaron)"
        r"|(?:brincando|saltando|bailando|trepados|trepandose)) (?:(?:arriba|encima|sobre|en|a|al"
        r"|por) ?)+(?:del? )?(?:(?:el|la|mi|mis)"
        r" )?(?:cofre|techo|toldo|capo|cajuela|carr[oi]\w*|coch\w+|camionet\w+|troc\w+|auto)\b",
    ),
    _rule(
        "run_over",
        95,
        r"\b(?:(?:atropell(?:e|o|amos|aron|ado|ada|amiento|ar)|arroll(?:e|o|amos|aron|ado))"
        rf"(?! (?:(?:yo |hoy |ayer )?(?:a |al |con )?(?:una?s?|el|la|l[oa]s|dos|tres|mi|su)? ?(?:\w+ )?)?{_ANIMALS}\b)"
        r"|(?:le (?:pegue|di"
        r"|pego|pegamos|dimos)|golpee|golpeo|choque|choco|impacte|tumbe|avente|me lleve|lastime"
        r"|se me (?:atraveso|metio|cruzo|avento|cayo)|embesti|me lleve) (?:a |con |contra )?(?:un|una|al"
        rf"|la|el|a la|unos|dos|otra)\s*(?:\w+ )?{_PERSONS}(?! (?:del?|en) (?:la |el |una? )?(?:otr[oa]|camion"
        r"|carro|coche|moto)))\b",
    ),
    _rule(
        "rollover",
        90,
        r"\b(?:volc(?:amos|o|aron|ado|ada|adura|ando|adera)|bolc(?:o|amos|ado|adura)|volque|volqu[ee]"
        r"|vuelc\w+|(?<!no )(?:(?:se|nos|me|lo|la|le) (?:(?:me|nos|ha|habia|hubiera) )?volt[ei](?:o|e|amos|aron"
        r"|ado|ada)"
        r"|volt[ei](?:o|e|amos|aron) (?:(?:con )?(?:el|la|mi|nuestr[oa]|una?) )(?=(?:carr|coch|aut|camion|troc"
        r"|moto|trail|unidad|caja"
        r"|pipa|nave|tract|tort|van\b))|(?:quedo|quedamos|(?:esta|estaba|iba)(?! volt\w+ contra)|fue|quede|todo"
        r"|toda) (?:\w+ )?volt[ei]ad[oa]s?"
        r"|volt[ei]ad[oa]s? (?:el|la|mi) \w+)(?! a ver| para| pa\b| hacia| viendo| al? (?:la )?(?:pared|barda"
        r"|calle))|llantas (?:pa |para |hacia )?arriba"
        r"|llantas parriba|patas (?:pa )?arriba|de cabeza quedo|quedo (?:\w+ )?de cabeza|quedamos de cabeza"
        r"|(?:dio|di|dimos|daba) (?:como )?(?:dos|tres|cuatro|varias|muchas|un monton de|[2-9]) (?:vueltas|maromas"
        r"|giros|volteretas)(?! (?:a la (?:manzana|cuadra|calle)|buscando))|dio (?:la )?(?:vuelta|vueltas"
        r"|maromas?)(?= (?:el|mi|la|completa|con|en el aire))|(?:se|nos|me) (?:fue|fuimos|fui|salio"
        r"|salimos|sali|cayo|caimos|cai) (?:a|al|en|de|del|hacia|por)\s*(?:la |el |l |un |una )?(?:cuneta"
        r"|barranco|barranca|voladero|camino|carretera|acotamiento|canal|zanja|precipicio|rio|arroyo"
        r"|desbarrancadero)|"
        r"(?:carro|coche|auto|camioneta|trailer|camion|moto|unidad|caja"
        r"|pipa)(?: \w+){0,3} (?:esta (?!volt\w+ contra)|quedo "
        r"|se |me )?(?:volcad[oa]|voltead[oa](?! (?:para|pa|hacia|viendo|contra)\b))|de costado|quedo de lado"
        r"|dimos (?:vueltas|la vuelta"
        r"|maromas)|maroma|desbarranc\w+|salida de camino|salimos de la carretera)\b",
    ),
    _rule(
        "fire",
        88,
        r"\b(?:incendi\w+|(?:se|me|esta|nos|le) (?:esta |estan |le )?(?:quemando|quemo"
        r"|prendio(?: fuego)?(?! (?:el |un |la |una |los )?(?:testigo|foco|luz|luces|check|alarma|tablero"
        r"|torreta|senal|radio|clima))"
        r"|incendio|quemaron)|en llamas|lumbre|fuego|ardiendo|arder|ardio|flamazo|corto circuito"
        r"|cortocircuito|(?:le |me |mi )?(?:quemaron|prendieron)|sale humo y|echando lumbre|conato)\b",
    ),
    _rule(
        "cargo",
        82,
        r"\b(?:(?:se|me|nos) (?:me |le |nos )?(?:cayo|tiro|cayeron|tiraron|solto|soltaron|ladeo|volco"
        r"|movio|derramo|regaron|rego|vino|riego|vinieron|resbalo|resbalaron|zafo|zafaron|volaron"
        r"|desamarro|desamarraron) (?:toda |parte de |un poco de |la mitad de |tod[oa]s )?(?:l[ao]s? |el "
        r"|mis? |una parte de la |parte del )?(?:carga|mercancia|cajas?|tarimas?|material|producto|tubos?"
        r"|varillas?|pacas?|tambos|cargamento|arena|grava|bultos|diesel|combustible|quimico|rollos?|vigas|costales"
        r"|sacos|tablas|tablones|polines|laminas|ladrillos|tabiques|blocks|troncos|bobinas?|muebles|garrafones|rejas"
        r"|huacales|botes|cilindros|tanques)(?! (?:encima|arriba))|derrame"
        r"|derramo|dan(?:o|os) (?:a|en) la carga|la carga (?:se|esta|le|golpeo|cayo|pego)|carga (?:danada"
        r"|regada|tirada|volcada)|tir(?:e|o|amos) (?:la )?(?:carga|mercancia)|maniobras? de (?:carga"
        r"|descarga)|(?:cargando|descargando)[a-z ]{0,30}(?:cayo|golpeo|dano))\b",
    ),
    _rule(
        "flood",
        80,
        r"\b(?:(?:corriente|agua|rio|arroyo|creciente|tromba) (?:\w+ ){0,2}?(?:lo |la |me "
        r"|nos )?(?:arrastro|llevo|tapo|cubrio|inundo|metio|alcanzo)|inund\w+|(?:se |me "
        r"|nos )?(?:le |lo |la )?(?:metio|entro|entra|lleno de|tapo|cubrio|llevo"
        r"|arrastro) (?:el |la |toda el |toda la |mucha )?(?:agua|corriente|rio|arroyo|creciente)"
        r"|anegad\w+|encharcamiento|encharcad\w+|(?:se lo|se la|me) llevo (?:la corriente|el agua|el rio"
        r"|el arroyo)|bajo el agua|quedo en el agua|en el agua|hasta (?:el cofre|las ventanas|los asientos"
        r"|arriba|el tablero|medias? puertas?) de agua|agua hasta|desbord\w+|ahogo (?:el carro|el motor"
        r"|en el agua|con el agua|por el agua)|tromba|se mojo el motor|lagun[ai]\w* de agua"
        r"|se quedo en un charco|crecid[ao] del rio|cayo al canal|aniego)\b",
    ),
    _rule(
        "weather",
        74,
        r"\b(?:granizo|graniz\w+|huracan|ciclon|tormenta|vendaval|ventarron|vientos?|aironazo"
        r"|aire muy fuerte|temblor|terremoto|sismo|(?:un|el|los) rayos?|torna(?:do|dito)|culebra de agua"
        r"|remolino de (?:viento|aire|polvo)|ventisca|deslave|alud|derrumbe|nevada|erupcion"
        r"|ceniza|avalancha|tolvanera|granizada)\b",
    ),
    _rule(
        "falling_object",
        78,
        r"(?:\b(?:(?:le |me |nos |se )+(?:le )?(?:cayo|callo|vino|desplomo|cayeron|calleron"
        r"|tiraron|vino encima) (?:encima |arriba |en el carro |en el cofre |al carro |al coche "
        r"|sobre el carro |en el techo )?(?:de el |del )?(?:un|una|el|la|unas|unos|pedazo|parte|algo|cosas"
        r"|material)?\s*(?:\w+ )?(?:de |del )?(?:arbol\w*|rama|ramas|palmera|poste|anuncio|espectacular|barda"
        r"|pared|techo|lamina|laminas|piedra|piedras|roca|rocas|objeto|maceta|cable|cables|andamio"
        r"|ladrillo|ladrillos|viga|coco|semaforo|escombro|cornisa|tinaco|porton|cortina|transformador"
        r"|marquesina|tejas?|tubo|tubos|balon|pelota|grua|escalera|muro|domo|toldo|loza|losa|varilla"
        r"|puente|letrero)|(?:cayo|callo|cayeron|desplomo|vino abajo) (?:un|una|el|la|unas"
        r"|unos) (?:\w+ )?(?:arbol\w*|rama|ramas|palmera|poste|anuncio|espectacular|barda|piedra|piedras|roca"
        r"|lamina|andamio|muro|techo|transformador|cable|coco)|(?:arbol\w*|rama|poste|barda|anuncio|palmera"
        r"|piedra|techo|lamina|roca|maceta) (?:\w+ ){0,4}?(?:cayo|callo|se cayo|encima|arriba) |(?:arbol"
        r"|rama|poste|barda|anuncio|espectacular|palmera|techo|muro|roca) (?:encima|caid[oa]|arriba del"
        r"|sobre el))\b)",
    ),
    _rule(
        "glass",
        70,
        r"\b(?:cristalazo|cristalaso|(?:estrell\w+|romp\w+|quebr\w+|rot[oa]|quebrad[oa]|trono|fisur\w+"
        r"|raj\w+|cuarte\w+|se hizo (?:pedazos|anicos)|revent\w+|tronaron|destroz\w+|bote piedra"
        r"|golpeo una piedra|brinco una piedra|salto una piedra|pego una piedra"
        rf"|pedrada)(?: \w+){{0,5}}? {_GLASS}|{_GLASS}(?: \w+){{0,5}}? (?:estrell\w+|rot[oa]s?|quebr\w+"
        r"|se rompio|rompi\w+|se quebro|trono|fisur\w+|raj\w+|cuarte\w+|destrozad\w+|pedazos|dan\w+"
        r"|reventad\w+)|(?:cambio|cambiar|reponer|reposicion|reporte|rotura) (?:de |del |el )?(?:cristal"
        r"|cristales|parabrisas|medallon|vidrio))\b",
    ),
    _rule(
        "vandalism",
        76,
        r"\b(?:vandal\w+|bandal\w+|grafit\w+|grafiti|pintarrajea\w+|(?:me |le |nos )?(?:rayaron|poncharon"
        r"|picaron las llantas|rayado|rallaron|pintaron|patearon|apedrea\w+|pedradas|abollaron a proposito"
        r"|balacearon|balearon|balazos?|baleado|rafaguearon|destrozaron|macheteado"
        r"|cacharon con llave)(?! con su (?:carro|coche|camioneta)| al pasar)|aventaron (?:piedras"
        r"|una piedra|huevos|pintura|una botella)|amanecio (?:rayado|rayada|golpeado|golpeada"
        r"|con los vidrios|ponchado|todo rayado|vandalizado)|manifestantes|manifestacion|disturbios|turba"
        r"|plantones?|marcha de|hecho con dolo|a proposito|bronca me destrozo|mitin|terrorismo|porros"
        r"|con (?:una |un )?(?:llave|navaja|bat|tubo|martillo|clavo|objeto))\b",
    ),
    _rule(
        "partial_theft",
        86,
        rf"\b(?:(?<!se me )(?<!se le )(?<!se nos )(?:{_GONE}|llevarse|yevaron|sacaron)(?: \w+){{0,4}}?"
        r" (?:los |las |el |la "
        r"|un |una |mis |mi |sus |dos |cuatro |2 |4 "
        rf"|ambos |ambas )+(?:\w+ )?{PARTS}|(?:robo|hurto) (?:de )?(?:parcial|partes|autopartes|accesorios"
        r"|llantas|rines|espejos|bateria|estereo|faros|catalizador|refaccion)|desvalij\w+|dejaron (?:\w+ ){0,3}?(?:en"
        r"|sobre) (?:ladrillos|tabiques|blocks?|piedras|bloques)|(?:amanecio|estaba|encontre"
        r"|hallo|dejaron|halle)(?: \w+){0,4}? sin (?:las |los |el |la |sus |mis |cuatro |dos |4 |2 )*(?:llantas|rines"
        r"|espejos|bateria"
        r"|estereo|faros|catalizador|computadora)\b|(?:ya no (?:tiene|trae|traia|tenia)|amanecio sin"
        r"|le faltan?|me faltan?|le volaron|le quitaron|le bajaron|le robaron|le arrancaron|[ml]e sacaron"
        rf"|arrancaron)(?: \w+){{0,2}}? {PARTS})\b",
    ),
    _rule(
        "total_theft",
        84,
        rf"\b(?:(?:me|nos|le|les|se)?\s*{_GONE} (?!(?:por|al|un golpe|el golpe|una sorpresa|a (?:mi|la"
        rf"|el))\b)(?:\w+ ){{0,3}}?{_CAR}|(?:se (?:me |lo |la |los |nos )?(?:lo |la |los )?(?:robaron"
        r"|llevaron|volaron|robo|chingaron|clavaron)|me (?:lo|la|los) (?:robaron|quitaron|volaron|bajaron"
        r"|robo|quito|chingaron|tumbaron|bolaron))(?! (?:(?:tambien )?al? (?:l|la |mi |los |un |una )?(?!norte"
        r"|sur|otro lado)(?:otr[oa]|senor|muchach|chav|chofer|operador|hij"
        r"|espos|herman|papa|mama|herid|lesionad|ratero|borracho|conductor|detenid)\w*|la corriente|el agua"
        r"|al corralon|a la grua"
        r"|al hospital|en (?:la |una )?ambulancia|la ambulancia|detenid|al mp|a la clinica"
        r"|al imss|a urgencias|los paramedicos|la cruz roja|a la cruz roja|la grua|las llantas"
        r"|los espejos|transito|los espejos|el estereo|la bateria))"
        r"|robo (?:total|de(?:l)? (?:\w+ )?(?:vehiculo|auto|carro|coche|camioneta|unidad|moto\w*|camion"
        rf"|trailer|tracto\w*))|(?:{_CAR}|ya|y)(?: \w+){{0,4}}? (?:ya )?no (?:esta(?:ba)?|aparece"
        r"|lo encuentro|la encuentro|lo veo|estaba|lo hallo)\b(?! (?:funcionando|prendiendo|asegurad"
        r"|circulando|como\b|tan|muy|en condiciones|lesionad|herid|bien|mal|chocad|golpead|el ajustador|listo|igual"
        r"|la))|ya no (?:esta|estaba)(?:$|\W*$|,|\.)|"
        r"acaban? de (?:robar|asaltar|quitar|bajar)|(?:me|nos) (?:asaltaron|bajaron"
        r"|encanonaron|amagaron|despojaron|bajaron a punta"
        r"|cerraron el paso y me bajaron|apuntaron)(?! el (?:celular|cel|bolso|dinero))|a mano armada"
        r"|robo con violencia|robado mi|fui victima de (?:un )?robo|victima de robo|desaparecio (?:mi |el "
        r"|la )?(?:carro|coche|auto|camioneta|moto|unidad)|despojo (?:del|de mi|con)|carjack\w*|(?:lo"
        rf"|la) deje estacionad[oa](?: \w+){{0,8}} (?:no esta|no estaba|desaparecio)|robaron (?:anoche|ayer"
        r"|hoy|ahorita)?$|me robaron$|un robo\b|reportar (?:un |el )?robo)\b",
    ),
    _rule(
        "tire",
        60,
        r"\b(?:(?:ponch\w+|trono|tronaron|revent\w+|exploto|estallo|chivolud\w*|deshizo|rompio|bajo|corto"
        r"|rajo|desinflo|pincho|pinch\w+)(?: \w+){0,4}? (?:llantas?|yantas?|neumatic\w+|rin|rines)"
        r"|(?:llantas?|yantas?|neumatic\w+|rin|rines)(?: \w+){0,4}? (?:ponch\w+|tronad\w+|trono|revent\w+"
        r"|exploto|desinflad\w+|pinchad\w+|baja|bajas|rot[oa]s?|danad\w+|rajad\w+|doblad\w+|chuec\w+"
        r"|cortad\w+|chueco|estallo)|(?:se me |me )?ponch(?:o|e|ada|adura|aron|ado)"
        r"|bache(?: \w+){0,8} (?:llanta|rin|rines|yanta)|(?:llanta|rin)(?: \w+){0,8} bache)\b",
    ),
    _rule(
        "roadside_assistance",
        50,
        r"\b(?:gruas?|arrastre|remol[cq]\w+|amarro el motor"
        r"|(?:se|me) (?:me |nos |le )?(?:quedo|descompuso|paro|apago|calento|desbielo|descargo"
        r"|murio|trabo|jodio|chingo|fundio|acabo la pila|bajo)(?: \w+){0,3}? (?:el |la |mi |tirad[oa]"
        r"|parad[oa]|sin )?(?:\w+ )?(?:carro|coche|auto|camioneta|moto|bateria|pila|gasolina|gas|motor"
        r"|camion|trailer|unidad|tirad[oa]|varad[oa]|botad[oa]|clutch|vehiculo|transmision|marcha|nave"
        r"|troca|banda|radiador|frenos|caja|temperatura)|no (?:me |nos )?(?:prende|enciende|arranca"
        r"|da marcha|quiere (?:prender|arrancar|encender|encender|jalar)|jala|camina ni prende|agarra"
        r"|entra la reversa)|no (?:prendio|arranco|encendio)|sin (?:gasolina|gas|bateria|pila|diesel"
        r"|combustible)|(?:pas(?:ar|en|e)|pasar) corriente|paso de corriente|pasar? (?:la )?corriente"
        r"|corriente|bateria (?:muerta|descargada|baja|bajada)|(?:deje|quedaron|olvide|dejamos|se quedaron"
        r"|se me quedaron|cerre con|perdi|se me cerro con)(?: \w+){0,3}? (?:las )?llaves|llaves (?:adentro"
        r"|dentro|pegadas|extraviadas|perdidas)|cerrajero|asistencia(?: vial| carretera| en el camino)?"
        r"|auxilio vial|se (?:calento|sobrecalento)|sobrecalent\w+|varad[oa]s?|tirad[oa] en|(?:me"
        r"|nos) quede (?:tirad[oa]|varad[oa]|botad[oa]|parad[oa]|sin)|nos quedamos (?:tirad|varad|sin"
        r"|botad|parad)\w*|descompostura|falla mecanica|fallo (?:el motor|la bomba|mecanica)|desvielado"
        r"|tira aceite|tirando (?:aceite|anticongelante|agua)|echa humo|saca humo|(?:cambi(?:o|ar|en|e)"
        r"|ponga|poner|pongan)(?: \w+){0,3} (?:la )?(?:llanta|refaccion)|llanta de refaccion|me atasque"
        r"|atascad[oa]|atorad[oa] en (?:el lodo|la arena))\b",
    ),
    _rule("collision", 55, rf"\b{_CRASH}\b"),
    _rule(
        "collision",
        86,  # somebody knocked over the motorcycle that stood there: no theft, as 'me tumbaron la moto' is
        r"\b(?:tir|tumb|derrib|avent)(?:o|aron) (?:con \w+ )?(?:a )?(?:mi|la|nuestra|una) (?:\w+ )?moto\w*"
        r"(?= (?:\w+ )?(?:estacionad|parad|parquead|que (?:estaba|tenia))"
        rf"|[^.;]{{0,60}}?\b(?:fue|al (?:echarse|hacerse|dar|salir|pasar|estacionarse|meterse"
        rf"|maniobrar)) (?:{_CAR}|\w+))"
        rf"|\b{_CAR}(?: \w+){{0,3}}? (?:me )?(?:tir|tumb|derrib|avent)(?:o|aron) (?:a )?(?:mi|la"
        rf"|nuestra) (?:\w+ )?moto\w*",
    ),
    _rule("collision", 55, rf"\b(?:atropell|arroll)(?:e|o|amos|aron|ado)(?: \w+){{0,3}}? {_ANIMALS}\b"),
    # Found so, by whoever comes back to it: 'amaneció toda golpeada', 'tenía el costado sumido'.
    _rule(
        "collision",
        FOUND_SO,
        rf"\b{_PANEL}(?: \w+){{0,2}}? (?:{_DENTED}|tirad[oa]|colgando)\b|\bamanecio (?:\w+ )?{_DENTED}\b"
        rf"|\b{_DENTED} de(?:l| un) (?:lado|costado)\b|\b{_CAR} (?:ya )?(?:tenia|traia|con) un golp(?:e|azo)\b",
    ),
    _rule("collision", 55, r"\bacab(?:an?|o|amos) de (?:pegar|golpear|impactar|embestir|dar un)\w*"),
]
