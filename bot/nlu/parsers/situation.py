"""Facts of the scene that are so or not:
drivable, authorities, denuncia, violence, parked, detained, licence, trailer.
"""

import re
from dataclasses import replace
from typing import Any, List, Optional

from . import trailers
from .folding import fold
from .found import Found
from .two_sided import TwoSided, two_sided

_UNIT = r"(?:(?:el|mi|la) (?:carro|coche|auto|camioneta|unidad|moto|camion|vehiculo|trailer) )?"

DRIVABLE = two_sided(
    "drivable",
    r"\b(?:(?<!no )(?:se mueve|avanza|funciona|rueda)(?= bien| normal| todavia|$|,)|(?:lo|la) (?:puedo"
    r"|pude) (?:mover|manejar|orillar|estacionar)|ya (?:lo|la) (?:orille|movi|quite)"
    r"|(?<!no )se puede (?:manejar|ir|mover|circular|andar)|puedo (?:llegar|irme|moverme)"
    r"|si,? (?:sin problemas?|perfectamente|jala|prende|funciona)|si (?:camina|prende|jala|arranca|anda"
    r"|circula|rueda|se mueve|enciende|puede (?:circular"
    r"|moverse|andar|caminar))|(?<!no )(?<!ni )(?:camina|jala) bien|(?<!no )(?:puede"
    r"|puedo) (?:circular|moverse|moverlo|manejarlo|rodar|andar|irme en el)|(?<!no )(?<!ni )(?:rueda|anda|prende"
    r"|jala) pero|todavia (?:camina|prende|rueda|circula|avanza"
    r"|jala|anda)|aun (?:camina|prende|jala)|(?:camina|anda|rueda|jala) (?:normal|chuec[oa]|despacio|lento"
    r"|un poco)(?! no)|anda bien|esta caminando|se puede mover"
    r"|(?:solo|nomas|nada mas) (?:es |fue |son )?(?:un )?(?:raspones?|rayones?|golpecito|rayon|raspon"
    r"|lamina|estetico)|camina pero|(?:el|mi) (?:carro|coche|auto) (?:camina|prende|jala))\b",
    r"\b(?:(?:no|ni) (?:arranco|prendio|jalo|camino|encendio|funciono|rodo|anduvo|reacciono)"
    r"|no se deja(?! (?:de|abrir|ver|cerrar|ir))|ni (?:se mueve|se movio|prende|arranca|jala|camina|enciende|anda"
    r"|rueda|para (?:atras|adelante))"
    r"|(?:ya )?no (?:quiso|quiere|lo puedo mover|la puedo mover|se deja mover|gira|da vuelta|agarra"
    r"|responde|le entra)|(?:quedo|esta) (?:tirad[oa]|deshech[oa]|destrozad[oa]|desmadrad[oa]"
    r"|hecho (?:garras|pedazos|trizas)|atorad[oa]|trabad[oa]|prensad[oa]|sin (?:llanta|frenos|direccion))"
    r"|(?:necesit\w+|ocup\w+|requiere|va a ser con|hay que (?:llevar|mover|sacar|jalar|cargar)\w* (?:en|con)|nomas con"
    r"|solo con|se va en) (?:una )?grua|(?:llanta|rueda|rin|eje|direccion|flecha|suspension"
    r"|horquilla) (?:\w+ ){0,2}?(?:(?:de lad|coland|colgand|voland)|chuec|doblad|rot|salid|desprendid|trabad"
    r"|atorad|caid|zafad)[oa]s?"
    r"|se (?:le )?(?:salio|cayo|tiro|fue) (?:todo )?el (?:aceite|agua|anticongelante|motor)|no (?:camina"
    r"|se mueve(?= el|\W*$|,)|jala|anda(?= el|\W*$|,)|circula|rueda|avanza|puede (?:circular|moverse|rodar"
    r"|caminar|andar)|se puede (?:mover|manejar|circular)|puedo (?:moverlo|manejarlo|circular|avanzar"
    r"|mover el)|me puedo mover|es posible moverlo|prende|arranca|enciende|quiere (?:prender|arrancar"
    r"|jalar))|ya no (?:prende|camina|arranca|jala|anda|enciende|sirve)|(?:llantas|patas) (?:pa |para "
    r"|hacia )?arriba|quedo inservible|perdida total|(?:quedo|esta) (?:desbaratad|deshech|despedazad"
    r"|inservible|destrozad|hecho (?:pedazos|garras|nada|un acordeon)|desecho)\w*|(?:esta"
    r"|quedo) (?:volcad|voltead)[oa]|(?:tira|tirando|derrama|tiro|esta tirando) (?:todo el |el "
    r"|mucho )?(?:aceite|anticongelante|agua|liquido)|se (?:le )?(?:rompio|quebro|doblo|salio|cayo"
    r"|trono|desprendio|zafo) (?:la suspension|la llanta|el eje|la direccion|la flecha|la rotula"
    r"|el radiador|la horquilla|la maza)|inmovil\w*|siniestrado total|no hay forma de moverlo"
    r"|no da (?:marcha|pa))\b",
)
AUTHORITIES = two_sided(
    "authorities",
    r"\b(?:(?:ya |aqui |si )?(?:llego|llegaron|esta|estan|vino|vinieron|hay|viene|vienen|acudio"
    r"|acudieron|tengo|tenemos|se encuentra|anda|andan|hable|hablamos|llame|llamamos|atendio|nos atiende|presente"
    r"|intervino)(?: \w+){0,4}? (?:policias?|polis?|patrullas?|transito|transitos|vialidad"
    r"|oficial(?:es)?|guardia nacional|la gn|federales|federal de caminos|ministerio publico|mp"
    r"|municipal|estatal|la muni|chota|tira\b|proteccion civil|agente(?:s)?(?: de transito)?|autoridad(?:es)?"
    r"|perito|elementos?|bomberos"
    r"|municipales|estatales|marina|soldados|militares|caminos y puentes|capufe|fiscalia)|(?:policia"
    r"|patrulla|transito|vialidad|guardia nacional|agente|oficial|perito|autoridad|autoridades"
    r"|policias|el transito|municipales)(?: \w+){0,3}? (?:ya )?(?:llego|llegaron|esta|estan|aqui"
    r"|presente|presentes|viene|tomo|levanto|hizo|esta tomando))\b",
    r"\b(?:(?:no|aun no|todavia no|ni) (?:ha |han |ay |hay |a )?(?:llegado|llego|llegan|llega|venido"
    r"|viene|vino|hay|esta|estan|se ha presentado|tengo|tenemos|aparece|asoma\w*|llamado|he llamado"
    r"|llame|hemos llamado|acudio|intervino|acude)(?: \w+){0,4}? (?:policias?|patrullas?|transito"
    r"|vialidad|oficial(?:es)?|guardia nacional|nadie|autoridad(?:es)?|ningun\w*|agente|perito)"
    r"|sin (?:autoridad(?:es)?|policia|transito|patrulla)|(?:no|aun no|todavia no) (?:ha"
    r"|han) (?:llegado|venido)|ninguna (?:autoridad|patrulla)|ningun (?:policia|transito|oficial"
    r"|agente)|nadie ha (?:llegado|venido)|(?:policia|patrulla|transito|vialidad|autoridades|autoridad"
    r"|guardia nacional)(?: \w+){0,2}? (?:no|aun no|todavia no|nunca) (?:ha|han|a|llego|llega|vino"
    r"|viene|llegan|aparec\w+)|no llega (?:la|el) (?:policia|transito|patrulla))\b",
)
DENUNCIA = two_sided(
    "denuncia",
    r"\b(?:(?:ya )?(?:levante|puse) (?:el |un |la )?acta|ya (?:la puse|puse|levante|hice"
    r"|interpuse|presente|denuncie|la hice|la levante|la presente"
    r"|tengo (?:la denuncia|la carpeta|carpeta|el acta|acta)|fui (?:al mp|al ministerio|a la fiscalia)"
    r"|levantamos|pusimos|hicimos|esta (?:puesta|hecha|levantada)|reporte (?:al 911|el robo))|(?:tengo"
    r"|traigo) (?:la |el )?(?:denuncia|carpeta|acta|numero de carpeta|folio de la denuncia)|(?:puse"
    r"|levante|hice|presente|interpuse) (?:la |una |mi )?(?:denuncia|acta)|si (?:la puse|denuncie"
    r"|levante|ya)|carpeta de investigacion (?:numero|num|es|ci))\b",
    r"\b(?:(?:no|aun no|todavia no|tampoco) (?:la |lo )?(?:he |hemos |la he )?(?:puesto|levantado"
    r"|hecho|presentado|interpuesto|denunciado|pongo|puse|levante|hice|presente|denuncie"
    r"|tengo (?:la )?(?:denuncia|carpeta|acta)|hemos ido|he ido|fui)(?: (?:la |mi |una )?denuncia)?"
    r"|(?:voy|vamos) (?:a |apenas a |camino )?(?:a )?(?:poner|ir|levantar|denunciar|hacer"
    r"|rumbo al (?:mp|ministerio))|apenas (?:voy|vamos|la voy)|(?:como cree|como crees)\b.*\bacab\w+ de"
    r"|acaba de (?:pasar|suceder|ocurrir)"
    r"(?=.*\bdenunc)|ahorita (?:voy|vamos|la voy)|voy (?:para|pa) (?:alla|el mp|la fiscalia)|voy saliendo"
    r"|(?:todavia|aun) ni|ni (?:he|hemos) ido|sin denuncia|no hay denuncia"
    r"|estoy en (?:el mp|la fiscalia|el ministerio)(?! ya)|falta (?:la denuncia|denunciar|poner))\b",
)
VIOLENCE = two_sided(
    "violence",
    r"\b(?:me pusieron (?:la |una |el )?(?:pistola|arma|cuchillo|navaja)|me sacaron (?:el|la|un|una|del)"
    r"|cuernos? de chivo|con lujo de|cachaz\w+|a la fuerza|amagad[oa]|forcej\w+|jaloneo|me dieron (?:de |unos "
    r"|varios )?(?:golpes|cachazos|patadas|punetazos)"
    r"|(?:a|de) (?:puros? )?(?:golpes?|cachazos|punetazos)(?= me)|a (?:empujones|empellones|patadas|jalones|la brava)"
    r"|con un (?:fierro|palo|tubo|bate?|desarmador|picahielo)|me (?:jalaron"
    r"|aventaron|patearon|sometieron|quitaron a la)|nos (?:hincaron|tiraron|pegaron)|encapuchad\w+"
    r"|con violencia|a mano armada|(?:con|traian|traia|sacaron|saco|mostraron|llevaban|ensenaron|enseno"
    r"|sacandome) (?:una "
    r"|un |sus |la |el |unas |unos )?(?:armas?|pistolas?|cuchillos?|navajas?|fusil|rifle|machete|cuernos?"
    r"|metralletas?|armas largas)|armad[oa]s?|me (?:golpearon|encanonaron|apuntaron|amagaron"
    r"|amenazaron|bajaron|aventaron al suelo|sometieron|tiraron al piso|pegaron con|cachetearon"
    r"|jalonearon|amarraron)|nos (?:golpearon|encanonaron|apuntaron|amagaron|amenazaron|bajaron"
    r"|sometieron|amarraron)|amenaz\w+|encanon\w+|a punta de|si hubo violencia|violent\w+|balazos?"
    r"|disparos?|disparar\w*|secuestr\w+|levantaron)\b",
    r"\b(?:no iba nadie|(?:no|ni|nunca|sin) (?:los? |me |nos |les )?(?:vi |note |alcance a ver )?"
    r"(?:traian?|llevaban?|sacaron|mostraron|apuntaron|amenaz\w+|encanon\w+|amag\w+|vi|usaron|hubo|fue con|hay"
    r"|ejercieron)(?: \w+){0,3}? (?:violencia|armas?|pistolas?|cuchillos?|navajas?|nada)|sin (?:violencia|armas?)"
    r"|no me (?:golpearon|amenazaron|apuntaron|encanonaron)(?!\w*[^.;]{0,40}\b(?:pero si|me|nos)\b)"
    r"|no (?:hubo|fue con)(?: \w+)?(?= nada|\W*$)|nada de violencia|ninguna violencia"
    r"|no armad\w+|tranquilamente)\b",
    r"\b(?:no me (?:hicieron (?:nada|dano)|lastimaron|golpearon|amenazaron)|(?:ni|no) (?:me|nos) (?:tocaron|hicieron)"
    r"|ni (?:cuenta )?(?:me|nos) (?:di|dimos)(?: cuenta)?|ni (?:los|lo|las) (?:vi|vimos)|no me di cuenta"
    r"|sin que me diera cuenta"
    r"|nadie (?:vio|se dio cuenta)|no vi (?:nada|a nadie)|no (?:los|lo) vi|no vimos|(?:cuando|al) (?:sali|regrese"
    r"|volvi|llegue"
    r"|baje|salir|regresar|volver|llegar)(?: \w+){0,4}? (?:ya )?no (?:estaba|esta|lo|la)|ya no estaba"
    r"|(?:estaba|estabamos) (?:dormid|en (?:la|mi) (?:casa|cochera)|adentro|trabajando|comprando)\w*"
    r"|(?:estaba|andaba|estabamos|andabamos) (?:en|de) (?:el |la |mi )?(?:super|tienda|misa|iglesia|cine|trabajo"
    r"|compras"
    r"|escuela|plaza|banco|gym|gimnasio|doctor|oficina|restaurante|cochera)"
    r"|no (?:estaba|estabamos|habia) (?:yo |nadie |en el|dentro|presente)|no habia nadie|nadie adentro"
    r"|estaba estacionad[oa]|(?:lo|la) (?:deje|tenia|habia dejado) (?:estacionad|parad)\w*)\b",
)
PARKED = two_sided(
    "parked",
    r"\b(?:estacionad[oa]s?|estando apagad[oa]|apagad[oa] en |estasionad[oa]|parquead[oa]|(?:lo|la) (?:deje|tenia"
    r"|habia dejado)(?! en el taller)(?: \w+){0,2}? (?:en la calle|afuera|enfrente"
    r"|en el estacionamiento|parad[oa]|en la cochera|fuera)|(?:estaba|tenia) (?:parad[oa]"
    r"|en la cochera|en el estacionamiento|afuera de (?:mi |la )?casa|fuera de (?:mi |la )?casa)"
    r"|sin (?:nadie|ocupantes) (?:adentro|dentro)?|en la cochera|no (?:iba|venia|estaba) (?:manejando"
    r"|circulando|en movimiento)|estaba (?:yo )?(?:dormid|en mi casa|adentro|trabajando|comprando"
    r"|en el trabajo)\w*)\b",
    r"\b(?:(?:iba|venia|estaba|ibamos|veniamos|andaba|lo iba|la iba|voy|vengo) (?:yo )?(?:manejando"
    r"|circulando|conduciendo|en movimiento|pasando|cruzando|avanzando|a vuelta de rueda|despacio"
    r"|rapido|rodando|en el (?:carro|coche|auto|camion|trafico|alto|semaforo|carril|periferico))|en movimiento"
    r"|circulaba|circulabamos|manejando|conduciendo|(?:lo"
    r"|la) (?:venia|iba) manejando|no (?:estaba )?estacionad[oa]|iba (?:por|sobre|en|a|de|para)\b"
    r"|venia (?:por|sobre|en|de|a)\b|quise (?:pasar|cruzar)|intente (?:pasar|cruzar)|al pasar"
    r"|al cruzar|me meti (?:al|en el) (?:agua|charco|paso|desnivel))\b",
)
DETAINED = two_sided(
    "detained",
    r"\b(?:(?:lo|la|me|nos|los) (?:tienen|tiene|traen) (?:detenid|retenid|arrestad|encerrad"
    r"|en (?:los separos|barandilla|el mp|el ministerio|la fiscalia|la delegacion|la comandancia"
    r"|la patrulla|los juzgados))\w*|retenid[oa]s?|no (?:me|nos|lo) (?:dejan|quieren dejar) ir"
    r"|(?:se )?(?:lo|la|los|me|nos) (?:llevaron|llevan|quieren llevar|van a llevar"
    r"|subieron)(?: \w+){0,3}? (?:detenid\w+|a la patrulla|al mp|al ministerio\w*|a la fiscalia"
    r"|a barandilla|a los separos|a la delegacion|presos?|a la comandancia|con el juez)"
    r"|esta (?:en (?:el mp|el ministerio|la fiscalia|los separos|barandilla)|pres[oa]|a disposicion)|(?:me"
    r"|nos|lo|la|los|se|le) (?:quieren |van a |estan |tienen |traen |iban a |iba a "
    r"|piensan )?(?:deten(?:ido|ida|idos|er|iendo|erme|erlo|iendome)|arrest\w+|detuvieron|remit\w+"
    r"|llevar (?:al|a la) (?:mp|ministerio|fiscalia|delegacion|barandilla|separos|bote|carcel)"
    r"|llevaron (?:al|a la) (?:mp|ministerio|fiscalia|delegacion|barandilla|separos|bote|carcel"
    r"|comandancia)|llevan (?:al|a la) (?:mp|ministerio|fiscalia|delegacion|barandilla|comandancia)"
    r"|encerr\w+|esposaron|subieron a la patrulla|metieron (?:al|a la) (?:bote|carcel|separos))"
    r"|detenid[oa]s?|estoy (?:detenid[oa]|en (?:los separos|barandilla|el mp|la delegacion"
    r"|el ministerio publico|la fiscalia|la carcel|el bote))|en los separos|arrestad[oa]s?|presos?"
    r"|pres[oa]|en el bote|en la carcel|(?:necesito|mande|manden|quiero"
    r"|ocupo)(?: \w+){0,2}? abogado)\b",
    r"\b(?:(?:no|nadie|ningun[oa]?)(?: \w+){0,4}? (?:detenid[oa]s?|detuvieron|detener|arrest\w+|preso"
    r"|llevaron detenid\w+)|sin detenidos|no,? nadie)\b",
)
LICENCE = two_sided(
    "licence",
    r"\b(?:(?:si |la |mi )?(?:licencia )?(?:esta |tengo (?:la |mi )?|traigo (?:la |mi )?|cuento con "
    r"|cuenta con |trae (?:la |su )?|tiene (?:la |su )?)(?:licencia )?(?:vigente|al corriente|en regla"
    r"|al dia|permanente|licencia(?! vencida)|de chofer|federal|tipo [a-e])|licencia (?:vigente"
    r"|permanente|federal|de chofer|de automovilista|tipo [a-e]|estatal|del estado)|vence (?:el|en"
    r"|hasta)|si (?:traigo|tengo|trae|tiene|cuento|cuenta)\b)",
    r"\b(?:no (?:tengo|traigo|trae|tiene|cuento con|cuenta con|la traigo|la tengo|la trae|llevaba"
    r"|traia|cargo|la cargo|esta vigente)(?: (?:la |su |mi )?licencia)?|sin licencia"
    r"|licencia (?:vencida|expirada|caducada|esta vencida)|(?:esta|tengo|traigo|la tengo"
    r"|se me) (?:vencid[oa]|vencio|caduc\w+|expir\w+)|se (?:me |le )?vencio|vencida"
    r"|permiso (?:vencido)|no (?:la )?(?:renove|he renovado|he sacado))\b",
)
TRAILER = two_sided(
    "trailer",
    r"\b(?:(?:con|traigo|traia|jalaba|jalando|llevaba|llevo|remolcaba|arrastraba|arrastrando|jalo"
    r"|iba jalando|lleva|trae|un|una|el|dos|doble|2|si)\s+(?:\w+ ){0,2}?(?:remolques?|semirremolques?"
    r"|cajas? seca|cajas? refrigerada|plana|plataforma|tolva|gondola|pipa|caja de \d+|dolly|full"
    r"|trailita|remolquito|lowboy|cama baja|nodriza|madrina|jaula)|doble remolque|full|dos cajas"
    r"|enganchad[oa])\b",
    r"\b(?:sin (?:remolque|caja|semirremolque|nada enganchado|trailer|plana)|no (?:traigo|traia"
    r"|llevaba|llevo|jalaba|trae|hay|tengo|remolcaba|arrastraba|lleva)(?: \w+){0,2}? ?(?:remolque|caja"
    r"|nada|semirremolque|plana)?|puro (?:tracto|cabezal|camion|tractor)|(?:nomas|solo|nada mas"
    r"|solamente) (?:el )?(?:tracto\w*|cabezal|camion|carro|coche)|bobtail|voy solo"
    r"|de vacio sin caja)\b",
)

_UNTRIED = re.compile(
    r"\b(?:no|ni|aun no|todavia no) (?:lo |la |le )?(?:(?:he|hemos|hemos ni|he ni) )?(?:probado|intentado|checado"
    r"|movido"
    r"|prendido|probe|intente)\b"
)
_THEIRS = re.compile(r"\b(?:lo|la|los|ya) (?:tienen?|traen?|llevan?|llevaron|detuvieron|estan?)\b")
_OURS = re.compile(
    r"\b(?:mi|nuestro|nuestra) (?!carro|coche|auto|camioneta|moto|unidad|vehiculo)\w+"
    r"|\b(?:chofer|operador)\b|\b(?:me|nos|estoy|estamos|abogado)\b"
)
ALL: List[TwoSided] = [DRIVABLE, AUTHORITIES, DENUNCIA, VIOLENCE, PARKED, DETAINED, LICENCE, TRAILER]
_NEEDS = {
    "denuncia": r"denunc|carpeta|\bacta\b|ministerio|\bmp\b|fiscal",
    "violence": r"rob|asalt|quit|baj|llev|viol|arma|encanon|amag|apunt|amenaz|secuestr|pistol|balaz|dispar",
    "licence": r"licencia|permiso de (?:manejo|conducir)",
    "trailer": (
        r"remolque|caja|plana|plataforma|tolva|gondola|pipa|dolly|full|trailita|lowboy|cama baja|nodriza"
        r"|madrina|jaula|tracto|cabezal|bobtail"
    ),
}


def find(text: str) -> List[Found]:
    """Those facts that the text speaks of;
    a denial without the fact's own word ('no la he puesto') counts only in an answer.
    """
    folded = fold(text)
    out: List[Found] = []
    for fact in ALL:
        needed = _NEEDS.get(fact.entity)
        if needed and not re.search(needed, folded):
            continue
        for seen in fact.find(text):
            if (
                fact.entity == "authorities"
                and seen.value is False
                and not re.search(
                    r"polic|patrull|transito|vialidad|autoridad|guardia|oficial|agente|perito|gn\b", folded
                )
            ):
                continue
            if (
                fact.entity == "drivable"
                and seen.value is False
                and re.search(r"(?:celular|telefono|radio|aplicacion|app)\b", folded)
            ):
                continue
            if fact.entity == "detained" and seen.value and _THEIRS.search(folded) and not _OURS.search(folded):
                continue
            if fact.entity == "detained" and seen.value is False and "deten" not in folded and "arrest" not in folded:
                continue
            if (
                fact.entity == "violence"
                and seen.value is False
                and not re.search(r"violen|arma|golpe|amenaz|rob", folded)
            ):
                continue
            counted = trailers.read(text) if fact.entity == "trailer" else None
            out.append(replace(seen, value=counted) if counted else seen)
    return out


def read(entity: str, text: str) -> Optional[bool]:
    """The fact `entity` (drivable, authorities, denuncia, violence, parked, detained, licence, trailer) in an
    answer to its question.
    """
    if entity == "drivable" and _UNTRIED.search(fold(text)):
        return None
    return next((fact.read(text) for fact in ALL if fact.entity == entity), None)


def known() -> List[Any]:
    """The names of the facts."""
    return [fact.entity for fact in ALL]
