"""Roundabout and regional ways to tell an incident, beside the plain words of `incident_cues`."""

import re
from typing import List

from .incident_cues import PARTS, Rule

_WHO = (
    r"(?:persona|senor\w*|senora\w*|nin[oa]s?|peaton\w*|ciclista|muchach\w+|joven\w*|jovencit[oa]"
    r"|ancian[oa]|viejit[oa]|viejo|vieja|transeunte|chav\w+|motociclista|repartidor|menor|chamac\w+"
    r"|borrachit?o|policia|vendedor|"
    r"franelero|viene viene|hombre|mujer|estudiante|morr[oa]|plebe|donit[ao]|abuelit[oa]|corredor|chic[oa]"
    r"|indigente|trabajador|tipo|wey|guey|sujeto|compa|escuincle|huerc[oa]|chilpayate|bebe|gente|agente)"
)
_AUTO = (
    r"(?:carro|coche|auto|automovil|camioneta|troca|nave|moto|motocicleta|camion|trailer|unidad|vehiculo"
    r"|mueble|carrito|taxi|tracto\w*|combi|caja|pipa)"
)


_TOOK = r"(?:rob|llev|vol|quit|chingar|pel|tumb|baj|clav)(?:aron|o|on)"


def _slang(kind: str, weight: int, pattern: str) -> Rule:
    return kind, weight, re.compile(rf"\b(?:{pattern})\b")


SLANG: List[Rule] = [
    _slang("run_over", 94, r"atrop[ae]l+\w*|atropey\w*|atrpell\w*"),
    _slang("collision", 40, r"(?:me|nos) (?:cai|caimos) (?:con|de|en) (?:la |mi )?moto\w*"),
    _slang(
        "collision",
        40,
        r"(?:carro|coche|auto|camioneta|unidad|moto)(?: \w+){0,3} (?:esta|estaba|aparecio)"
        r" (?:tod[oa] |bien |muy )?(?:golpead|chocad|abollad)[oa]",
    ),
    _slang("collision", 54, r"choc+q\w+|xoq\w+|xoc\w+|chock\w+|choqu(?:e|o|aron|amos)|shok\w+"),
    _slang(
        "run_over",
        94,
        r"(?:tumb|avent|levant|machuc|machuq|golpe|arroll|atropell|embest|impact)\w+ (?:a "
        rf"|con el carro a )(?:un|una|al|la|el|unos|unas|dos)\s*(?:\w+ )?{_WHO}|(?:pase a traer|pase a llevar"
        rf"|me lleve) a (?:un|una|la|el)\s*(?:\w+ )?{_WHO}"
        r"|(?:se me|se) (?:atraveso|atravezo|metio|cruzo|avento|aparecio|bajo de la banqueta) (?:un|una|el|la"
        rf"|corriendo (?:un|una))\s*(?:\w+ )?{_WHO}(?!.{{0,40}}(?:choque|le pegue al carro|poste))|le (?:di"
        r"|pegue|di un golpe|pegamos|dimos) (?:a|con el carro a|con el espejo a|un golpe a) (?:un|una|la|el"
        rf"|unos)\s*(?:\w+ )?{_WHO}|al (?:peaton|ciclista|senor que iba cruzando)"
        r"|le pase (?:por )?encima|lleve de corbata (?:a |al )?(?:un |una |el |la )?"
        rf"{_WHO}|un[ao]? {_WHO} (?:\w+ ){{0,4}}?se (?:me )?(?:cruzo|atraveso|avento|metio) y (?:lo|la|le)"
        r"|(?:en bici\w*|a pie|caminando|cruzando|corriendo) y (?:lo|la|le) (?:tumb|avent|atropell|golpe|llev|di"
        r"|peg)\w*"
        r"|(?:lo|la|los) (?:avente con (?:el|mi)|levante con (?:el|mi)|atropell\w+"
        r"|arroll\w+|machuque)|atropellamiento|atropellad\w+",
    ),
    _slang(
        "rollover",
        89,
        r"vueltas? de campana|volteretas?|(?:quedo|quedamos|esta|se quedo) (?:acostad[oa]"
        r"|de lado|de costado"
        r"|panza arriba|patas arriba|boca abajo|bocabajo|de cabeza|ruedas arriba|con las (?:llantas"
        r"|ruedas) (?:para|pa|hacia) arriba)|se (?:acosto|acuesto|empino|fue de lado|fue de costado"
        rf"|rodo) (?:el |la |mi )?{_AUTO}?"
        r"|rod(?:o|amos|e) (?:por|cuesta|ladera|barranc)\w*|(?:cai|caimos|cayo|me fui|nos fuimos|se fue) (?:a"
        r"|al|en|por|hasta) (?:un |una |el |la |al )?(?:barranc[oa]|barranquit[oa]|voladero|precipicio|cuneta"
        r"|zanja|canal|hondonada|desfiladero|arroyo|rio|predio)|embarranc\w+|desbarranc\w+"
        rf"|{_AUTO}(?: \w+){{0,2}} se (?:recosto|acosto|empino)"
        r"|(?:termin|acab|qued)\w+ (?:en|dentro de|hasta el fondo de) (?:el |la |un |una |al )?(?:barranc[oa]"
        r"|voladero|zanja"
        r"|cuneta|canal|desfiladero|fondo del barranco)"
        r"|me sali (?:de la curva|de la carretera|del camino|de la pista|en la curva)"
        r"|nos salimos (?:de la curva|de la carretera|del camino|en la curva)"
        r"|se salio (?:de la curva|de la carretera|del camino|en la curva)|perdi el control y (?:me sali"
        r"|di vueltas|me fui)|d(?:i|imos|io) (?:\w+ ){0,2}(?:vueltas|marometas|maromas|volteretas)|(?:di|dio"
        r"|dimos) (?:la )?vuelta completa|volcamiento|bolcamos|bolque|bolcadura",
    ),
    _slang(
        "partial_theft",
        86,
        r"(?:me|le|nos|les) (?:pelaron|tumbaron|ganaron|dieron baje con) (?:la|el|los|las|mi|mis|un|una) (?!placa)"
        rf"{PARTS}|"
        rf"sin (?:la |el |las |los |mi |mis |sus? )?(?!placa){PARTS}"
        rf"\W+(?:\w+ ){{0,3}}?(?:se|me) (?:la|lo|las|los) {_TOOK}"
        r"|(?:las llantas|los rines|la bateria|los espejos|el estereo|las calaveras|los faros|los tapones|la refaccion"
        rf"|el catalizador|la computadora),? (?:se|me) (?:la|lo|las|los) {_TOOK}",
    ),
    _slang(
        "total_theft",
        84,
        r"(?:me|nos|le) dieron baj(?:e|illa|in|ita)\b"
        r"|(?:me|nos|le) (?:dieron baje|tumbaron|ganaron|bajaron|bajaron a la fuerza"
        r"|hicieron bajar|sacaron"
        rf"|arrebataron|despojaron) (?:con |de )?(?:el |la |mi |del |de la |su )?{_AUTO}|se (?:pelaron|fueron"
        rf"|fugaron|dieron a la fuga|escaparon) (?:con (?:mi|el|la|su)|en (?:mi|nuestr[oa])) {_AUTO}"
        rf"|se (?:fue|pelo|fugo|largo|escapo|desaparecio) con (?:mi|el|la|nuestr[oa]) {_AUTO}"
        r"|no (?:me )?(?:lo|la) (?:devolvio|regreso|regresa|devuelve|ha regresado|ha devuelto|regresaron|devolvieron"
        r"|quiere (?:regresar|devolver))|(?:desaparecio"
        rf"|se desaparecio|se esfumo) (?:mi|el|la) {_AUTO}"
        r"|(?:no|ya no) (?:esta|estaba|aparece|encuentro|encontre|hallo|halle|veo) (?:mi|el"
        rf"|la) {_AUTO}(?! del otro| que me)|mi {_AUTO} (?:ya )?no (?:esta|estaba|aparece|aparecio)|(?:ya no"
        r"|no) (?:lo|la) (?:encuentro|encontre|halle|hallo|veo|vi)(?: por ningun| en donde| donde)"
        r"|(?:no estaba|no esta|desaparecio) (?:donde|de donde|en donde) (?:lo|la) (?:deje|estacione"
        r"|habia dejado|tenia)"
        r"|le (?:quitaron|bajaron|robaron) (?:la unidad|el camion|el trailer|el tractocamion|el carro|la moto)"
        rf"|robo (?:de|a) (?:la |mi )?{_AUTO}|el valet (?:\w+ ){{0,4}}(?:robo|llevo|entrego)|se llevo (?:mi|el"
        rf"|la) {_AUTO}(?! (?:el agua|la corriente|la grua|de corbata))|me (?:chingaron|quemaron|volaron"
        rf"|clavaron|pelaron) (?:el|mi|la) {_AUTO}",
    ),
    _slang(
        "partial_theft",
        85,
        r"(?:le|me) (?:sacaron|arrancaron|quitaron|bajaron|volaron|tumbaron|chingaron"
        r"|desmontaron"
        rf"|cortaron)(?: \w+){{0,3}}? {PARTS}|me dejaron sin (?:las |los |el |la )?{PARTS}|(?:se )?(?:robaron"
        r"|llevaron|chingaron|volaron) (?:puras?|unas?|algunas?|varias?|todas? las?|todos? los?|solo (?:las"
        rf"|los|el|la))\s*(?:\w+ )?{PARTS}|sin (?:las |los )?(?:llantas|rines|espejos|faros"
        r"|calaveras) (?:amanecio|lo encontre|estaba|mi)"
        r"|(?:abrieron|forzaron) (?:el|mi|la) (?:carro|coche|auto|camioneta|cofre|cajuela) (?:y"
        r"|para) (?:\w+ ){0,3}(?:rob|llev|sac)\w+",
    ),
    _slang(
        "vandalism",
        77,
        r"(?:le |me |nos )?(?:echaron|aventaron|vaciaron) (?:pintura|acido|huevos?|thinner)|a (?:batazos|patadas"
        r"|palos|tubazos"
        r"|martillazos|pedradas|machetazos)(?! me)",
    ),
    _slang(
        "glass",
        69,
        r"(?:vol|bot|tumb)aron (?:el|un|mi|los|la) (?:cristal|vidrio|parabrisas|medallon|ventana|ventanilla|aleta)"
        r"|(?:quemacocos|parabrisas|medallon|cristal|vidrio)(?: \w+)? (?:revento|exploto|estallo)"
        r"|(?:piedrazo|pedrada|ladrillazo) (?:en|al) (?:el )?(?:parabrisas|vidrio|cristal|medallon)"
        r"|(?:aventaron|tiraron|lanzaron|cayo|pego|salto|boto|brinco|golpeo|rebot\w+)(?: \w+){0,4}? (?:al"
        r"|en el|contra el|el) (?:parabrisas|vidrio|cristal|medallon)|(?:se boto|se zafo|se cayo|se exploto"
        r"|exploto|estallo|reventaron|quebraron|tronaron|rompieron|se quebro|se rompio|estrellaron|cuarteo"
        r"|despostillo)(?: \w+){0,3}? (?:vidrio|cristal|parabrisas|ventana|medallon|quemacocos|ventanilla)s?"
        r"|(?:vidrio|cristal|parabrisas|ventana|medallon|ventanilla)s? (?:esta |quedo |amanecio "
        r"|tiene )?(?:hech[oa] (?:pedazos|anicos|trizas)|un hoyo|una raya|una grieta|una rajada|una estrella"
        r"|en pedazos|tronad[oa]|reventad[oa]|quebrad[oa]|rot[oa]|una cuarteadura|cuartead[oa])",
    ),
    _slang(
        "falling_object",
        78,
        r"(?:(?:se )?(?:me |le |nos )?)?(?:cayo|callo|vino|vino abajo|desplomo|desgajo"
        r"|derrumbo|desprendio"
        r"|aplasto|cayeron)(?: \w+){0,5}? (?:arbol\w*|rama\w*|poste|palmera|anuncio|espectacular|barda|techo"
        r"|piedra|piedron|roca|maceta|andamio|semaforo|tinaco|cornisa|pared|letrero|lona|transformador|cables?"
        r"|coco|escombro|tabique|block|viga)(?! (?:y )?choque)|(?:arbol\w*|rama|poste|palmera|anuncio"
        r"|espectacular|barda|piedra|lamina|tinaco|letrero|techo)(?: \w+){0,3}? (?:me |le |nos )?(?:aplasto"
        r"|cayo|se desprendio|se vino|se desplomo|dejo caer|sumio)",
    ),
    _slang(
        "tire",
        59,
        r"(?:agarre|cai en|caimos en|pise|tome|me fui en|no vi) (?:un|el|ese"
        r"|al) (?:\w+ )?(?:bache|hoyo|pozo"
        r"|socavon|registro|coladera)|(?:se (?:me )?(?:salio|fue|desprendio|zafo|chispo|descosio|chingo"
        r"|partio)|doble|rompi|troce|se doblo|se partio) (?:la |el |una |un |mi )?(?:llanta|rin|rueda"
        r"|neumatico)|(?:llanta|neumatico) (?:exploto|trono|estallo|se partio|se salio|ponchad\w+)|llantazo",
    ),
    _slang(
        "cargo",
        81,
        r"(?:tir|reg|derram|perd)\w+ (?:el viaje|la carga|toda la carga|la mercancia"
        r"|parte de la carga"
        r"|el material)|(?:se )?(?:vino abajo|vino encima|solto|desparramo|desacomodo|corrio|recorrio|vencio"
        r"|cayo|cayeron|regaron|rego) (?:\w+ ){0,3}(?:carga|mercancia|tarimas?|pacas?|cajas|costales|bultos"
        r"|tubos|material|lonas?|el viaje)|la carga (?:\w+ ){0,3}(?:cayo|rego|tiro|derramo|solto|recorrio"
        r"|movio|golpeo|dano)",
    ),
    _slang(
        "flood",
        79,
        r"(?:tap|llen|met|entr|sub|lleg)\w+ (?:\w+ ){0,4}?(?:de agua|el agua|agua)(?! embotellada)"
        r"|quede (?:flotando|nadando|atorado en el agua|atascado en el agua|a medio charco)|(?:carro|coche"
        r"|auto|camioneta|motor|interior) (?:\w+ ){0,3}(?:lleno de agua|inundado|ahogado por|bajo el agua"
        r"|empapado|flotando)|aguacero|chubasco|me agarro (?:la tromba|la corriente|el agua|la creciente)"
        r"|encharc\w+|anego|arrastro la corriente|corriente de agua",
    ),
    _slang(
        "fire",
        87,
        r"(?:agarro|prendio|salia|salio|echo|echa|echando|hubo|hay|tiene|sale) (?:fuego|lumbre"
        r"|llamas|flamas)"
        r"|chamusc\w+|calcin\w+|se (?:me )?(?:prendio|quemo|esta quemando|incendio|hizo lumbre)|quemandose"
        r"|prendiendose|en lumbre|envuelto en llamas|flamas",
    ),
    _slang(
        "roadside_assistance",
        49,
        r"no (?:traigo|tengo|trae|tiene) (?:ni )?(?:gasolina|diesel|gas|refaccion|corriente|bateria)"
        r"|me dejo (?:tirad[oa]|botad[oa]|varad[oa]|a pie)|(?:quede|quedamos|estoy"
        r"|estamos) (?:sin (?:gasolina"
        r"|diesel|bateria|corriente|llaves|refaccion|frenos|luces)|a pie|parad[oa]s? (?:en|a)|botad[oa]s?"
        r"|tirad[oa]s?|varad[oa]s?|ponchad[oa]s?|atorad[oa]s?)|se (?:me )?(?:ahogo|murio|apago|jalo|trabo"
        r"|amarro|calento|sobrecalento|fundio|desbielo|barrio|quedo muert[oa]|quedo en neutral|le acabo"
        r"|acabo (?:la|el) (?:gas|gasolina|diesel|bateria|pila))(?: \w+){0,3}"
        r"|no (?:quiere|quiso|da) (?:prender|arrancar|encender|jalar|marcha|caminar|andar|senales)|(?:bateria"
        r"|pila|acumulador|motor|clutch|transmision|alternador|bomba|radiador|banda"
        r"|marcha)(?: \w+){0,3}? (?:muert[oa]|descargad[oa]|trono|fundid[oa]|se rompio|fallo|falla|se fue"
        r"|no sirve|se acabo|se trozo|tirand\w+)|(?:perdi|extravie|deje|olvide|se quedaron|trabaron"
        r"|no encuentro|se me rompio|se rompio)(?: \w+){0,3}? (?:la |las |mi )?llaves?|(?:se cerro|se cerraron"
        r"|se activaron) (?:con |los )?(?:el )?(?:seguros?|las llaves)"
        r"|(?:mand\w+|envi\w+|necesit\w+|ocup\w+|quier\w+|requier\w+|urge|solicit\w+)(?: \w+){0,4}? (?:grua"
        r"|arrastre|remolque|auxilio|asistencia|mecanico|cerrajero|gasolina|corriente|apoyo vial|cambio de llanta)"
        r"|llanta (?:\w+ ){0,2}(?:ponchad|desinflad|baja|pinchad|sin aire)\w*|(?:desinflo|poncho|pincho"
        r"|vacio) (?:la|una|mi) llanta",
    ),
    _slang(
        "collision",
        54,
        r"le (?:parti|sumi|abolle|arranque|rompi|doble) (?:la|el) (?:defensa|puerta|espejo|facia|cajuela|costado"
        r"|lado|salpicadera"
        r"|calavera|faro)|(?:roce|raspe|abolle|tope|rozamos|raspamos|topamos) (?:a |con |contra |el |la |un |una "
        r"|mi |al )"
        r"|me (?:embarre|estampe|impacte|ensarte|incruste)|nos (?:embarramos|estampamos|impactamos)"
        r"|(?:me|nos|le|les|se) (?:llegaron|alcanzaron|topearon|topo|embarraron|embarro"
        r"|apachurr\w+|machuc\w+"
        r"|prensaron|aplast\w+|incrust\w+|estamp\w+|estrell\w+|encaram\w+|subi al camellon|subio a la banqueta"
        r"|trepo|arrimaron|arrimo|atraves\w+|ensarto|partieron|torcieron|revent\w+ (?:la|el) (?:puerta|lado"
        r"|costado)|arranc\w+ (?:el espejo|la defensa|la puerta)|trajeron|pasaron a traer|paso a traer"
        r"|metio (?:por|un|el|de)|echo encima|echaron encima|vino encima|vinieron encima|dejo ir"
        rf"|dejo venir|fue encima|fueron encima) ?(?!ver)(?:\w+ ){{0,2}}"
        r"|me (?:dieron|dio) (?:por|de|en|un|con|duro|atras|en la madre)|no (?:alcanc[eo]|alcanzo|alcance|pude"
        r"|pudo|logre|logro) (?:a )?(?:frenar|esquivar|parar|detener\w*)|(?:tumbe|me lleve|derribe|pegue con"
        r"|le di a|le pegue a|pase a traer|me lleve de corbata) (?:un |una |el |la )?(?:poste|arbol|barda"
        rf"|semaforo|senal|anuncio|{_AUTO}|porton|bolardo|caseta|puesto|muro|reja|tope|banqueta|guarnicion"
        r"|camellon|maceta|valla)|me subi (?:a|al) (?:la banqueta|el camellon|camellon)|topon|raspada"
        r"|rayon con otro|cerron|accidente vial|siniestro|hecho de transito|incidente vial"
        r"|(?:perdi|perdio) el control|(?:salio|sali) (?:de reversa|en reversa) y"
        r"|en reversa (?:y )?(?:le )?(?:pegue|pego|di|dio)|(?:pegaron|pego|golpearon|golpeo|chocaron|choco"
        r"|dieron|dio|impactaron|impacto|rasparon|raspo|rozaron|abollaron|abollo|sumieron) (?:a )?(?:mi|el|la"
        rf"|en la|en el|por) (?:{_AUTO}|puerta|defensa|atras|detras|costado|lado|facia|cajuela|salpicadera"
        r"|parte)|(?:choques?|golpes?|accidentes?|impacto|colision) (?:multiple|fuerte|leve|lateral|frontal"
        r"|de frente|por detras|por atras|en cadena)"
        r"|(?:me|se) (?:fui|fue|fuimos) (?:de frente|encima|contra|a estampar|a estrellar)|se (?:impacto"
        r"|estampo|estrello|incrusto|embarro) (?:con|contra|en)|abri la puerta y (?:\w+ ){0,3}(?:pego|llevo"
        r"|dio)|invadio (?:mi|el) carril|se metio en sentido contrario|venia en sentido contrario"
        r"|se paso (?:el|un) (?:semaforo|alto|rojo|preventivo)|se brinco el (?:alto|semaforo|camellon)",
    ),
]
