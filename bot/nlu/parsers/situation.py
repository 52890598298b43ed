"""Facts of the scene that are so or not:
drivable, authorities, denuncia, violence, parked, detained, licence, trailer.
"""

import re
from dataclasses import replace
from typing import Any, List, Optional

from . import drivable, trailers
from .found import Found
from .sms import spell_out
from .told_of_the_other import told_of_the_other
from .two_sided import TwoSided, two_sided
from .violence import VIOLENCE

_OFFICER = (
    r"(?:policias?|polis?|(?:moto)?patrull\w+|transitos?|vialidad(?:es)?|oficial(?:es)?|guardia nacional|de la guardia"
    r"|la gn"
    r"|federales"
    r"|federal de caminos|ministerio publico|mp|municipal(?:es)?|estatal(?:es)?|la muni|chota|tira\b|proteccion civil"
    r"|agentes?(?: de transito)?|autoridad(?:es)?|peritos?|elementos?|bomberos?|marinos?|soldados?|militares"
    r"|caminos y puentes|capufe|fiscalia|uniformados?|tamarindos?)"
)
_CAME = (
    r"(?:lleg(?:o|aron|ar|ando)|esta|estan|vin(?:o|ieron)|hay|vienen?|venia|acud(?:io|ieron)|tengo|tenemos"
    r"|se encuentra|andan?|habl(?:e|amos)|llam(?:e|amos)|atend(?:io|iendo)|nos atiende|presente|intervino|acerc(?:o"
    r"|aron)"
    r"|dijo|dijeron|dice|dicen|pid(?:io|ieron|en|e)|quieren?|exigen?|obligan?|insist\w+|orden(?:o|aron)"
    r"|mand(?:o|aron)|(?:estoy|estamos|ando) (?:aqui )?con)"
)
# What they do for those in an accident: 'ya la apagaron los bomberos', 'una patrulla nos abanderó'.
_ACTED = (
    r"(?:apag|sac|rescat|auxili|abander|acordon|desvi|atend|detuv|agarr|arrest|infraccion|sofoc|resguard|escolt|retir"
    r"|pid|tom|levant|ayud|recog|control|revis|mult|esposa|llev)(?:o|aron|io|ieron|uvo|uvieron|ando|iendo|aba|aban|an?)"
)
_NOT_YET = r"(?:no|aun no|todavia no|ni|nunca)"
AUTHORITIES = two_sided(
    "authorities",
    rf"\b(?:{_ACTED}(?! (?:a|al|con)\b)(?: \w+){{0,2}}? (?:los |la |el |un |una |unos )?(?:de )?{_OFFICER}"
    rf"|{_OFFICER}(?: (?:ya|nos|me|lo|la|los|las|le|les|se|esta|estan)){{0,3}} {_ACTED}"
    rf"|{_CAME}(?! que\b)(?: \w+){{0,4}}? {_OFFICER}|{_OFFICER}(?: \w+){{0,3}}? (?:ya )?(?:{_CAME}|aqui|presentes?|tomo"
    rf"|tomando"
    r"|levanto|levantando|hizo|haciendo|dirigiendo|abanderando|checando|revisando))\b",
    rf"\b(?:{_NOT_YET} (?:ha |han |ay |hay |a |se |he |hemos )?(?:llegado|llego|llegan|llega|venido"
    r"|viene|vino|hay|esta|estan|presentado|tengo|tenemos|aparece|asoma\w*|llamado|llame|acudio|intervino|acude"
    rf"|acercado|acerco)(?: \w+){{0,4}}? (?:{_OFFICER}|nadie|ningun\w*)"
    rf"|sin {_OFFICER}|{_NOT_YET} (?:ha|han) (?:llegado|venido)|(?:ninguna?|ni (?:un|una|el|la|los)) {_OFFICER}"
    rf"|nadie ha (?:llegado|venido)|{_OFFICER}(?: \w+){{0,2}}? {_NOT_YET} (?:ha|han|a|llego|llega|vino"
    rf"|viene|llegan|aparec\w+|estan?|tod\w+|se (?:par|detuv|qued)\w+)|{_OFFICER} (?:todavia |aun )?no\W*$"
    rf"|(?:paso|pasaron)(?: \w+){{0,3}}? {_OFFICER}(?: \w+){{0,3}}? (?:se sigui\w+|ni se \w+|se fue\w*|de largo"
    rf"|no se par\w+)"
    rf"|pero no se (?:paro|detuvo|quedo|pararon)|no llega (?:la|el) {_OFFICER})\b",
    answer_so=rf"^(?!.*\b(?:voy a|vamos a|hay que|apenas|falta|sin|no|ni)\b.*{_OFFICER}).*\b{_OFFICER}\b",
    answer_not=(
        r"\bno (?:ha|han) (?:llegado|venido)\b|\bno llegan?\b|\bni (?:sus |las )?luces\b|\bni (?:el|su"
        r"|sus) (?:polvo|rastro)"
        r"|\bni rastro\b|\bni se (?:ha|han)?\s?(?:asom|par|aparec)\w+|\bni (?:un alma|quien|quienes)\b|por su ausencia|"
        rf"^(?!.*\b{_OFFICER}\b)\W*(?:(?:no|si|pues|aqui|hay|estan?|vinieron)\W+)*(?:solo|nomas|nada mas|pur[oa]s?|"
        r"solamente)\b.*\b(?:segur\w+|ajustador\w*|ambulancia\w*|gente|miron\w*|curios\w*|gruas?|vecin\w*|paramedic\w*"
        r"|cruz roja|familia\w*|yo|nosotros)\b"
    ),
)
DENUNCIA = two_sided(
    "denuncia",
    r"\b(?:(?<!que )(?<!no )(?<!si )denuncie\b(?=\W*$| (?:ayer|hoy|antier|el|la|en|ante|desde|al|los|mi|esta))"
    r"|(?:ya )?(?:levante"
    r"|puse) (?:el |un |la )?acta|ya (?:la puse|puse|levante|hice"
    r"|interpuse|presente|denuncie|la hice|la levante|la presente"
    r"|tengo (?:la denuncia|la carpeta|carpeta|el acta|acta)|fui (?:al mp|al ministerio|a la fiscalia)"
    r"|levantamos|pusimos|hicimos|esta (?:puesta|hecha|levantada)|reporte (?:al 911|el robo))|(?:tengo"
    r"|traigo) (?:la |el )?(?:denuncia|carpeta|acta|numero de carpeta|folio de la denuncia)|(?:puse"
    r"|levante|hice|presente|interpuse) (?:la |una |mi )?(?:denuncia|acta)|si (?:la puse|denuncie"
    r"|levante|ya)|carpeta de investigacion (?:numero|num|es|ci))\b",
    r"\b(?:(?:no|aun no|todavia no) (?:la |lo )?(?:denuncio|pongo)|falta que (?:denuncie|la ponga|ponga)"
    r"|(?:no|aun no|todavia no|tampoco) (?:la |lo )?(?:he |hemos |la he )?(?:puesto|levantado"
    r"|hecho|presentado|interpuesto|denunciado|pongo|puse|levante|hice|presente|denuncie"
    r"|tengo (?:la )?(?:denuncia|carpeta|acta)|hemos ido|he ido|fui)(?: (?:la |mi |una )?denuncia)?"
    r"|(?:voy|vamos) (?:a |apenas a |camino )?(?:a )?(?:poner|ir|levantar|denunciar|hacer"
    r"|rumbo al (?:mp|ministerio))|apenas (?:voy|vamos|la voy)|(?:como cree|como crees)\b.*\bacab\w+ de"
    r"|acaba de (?:pasar|suceder|ocurrir)"
    r"(?=.*\bdenunc)|ahorita (?:voy|vamos|la voy)|voy (?:para|pa) (?:alla|el mp|la fiscalia)|voy saliendo|(?:voy"
    r"|vamos) (?:en |de )?(?:camino|rumbo)"
    r"|(?:todavia|aun) ni|ni (?:he|hemos) ido|sin denuncia|no hay denuncia"
    r"|(?:estoy|ando|estamos) (?:\w+ ){0,2}?en (?:el mp|la fiscalia|el ministerio)(?! ya)|esperando (?:turno"
    r"|que me (?:atiendan|pasen))"
    r"|(?:estoy|estamos) (?:poniendo|levantando|haciendo|esperando)|falta (?:la denuncia|denunciar|poner)"
    r"|no (?:(?:la|lo|me|nos|le|se) )*(?:(?:he |hemos )?(?:pud|pod)\w+|alcanc\w+ a|logr\w+|quis\w+|dej\w+)(?: a)?"
    r" (?:poner|levantar|hacer|presentar|denunciar|tomar|interponer)\w*"
    r"|no (?:me|nos|se|le) (?:la|lo) (?:quisi|dej|tom|recib|acept|levant|hici)\w+)\b",
    answer_not=(  # been there, and came away without one
        r"\bno (?:(?:me|nos|lo|la|le|los|les) )+(?:atend|recib|pas|dej|hicieron caso|pel)\w*"
        r"|\bno hab?ia (?:sistema|nadie|quien|personal|agente|luz|turnos?)|\bque (?:regres|volv|vuelv"
        r"|fuera hasta|vay)\w+"
        r"|\b(?:ya )?(?:estaba|estaban|habian?|ya) cerr\w+|\by cerraron|\bcerraron\b"
    ),
)
PARKED = two_sided(
    "parked",
    r"\b(?:estacionad[oa]s?|estando apagad[oa]|apagad[oa] en |estasionad[oa]|parquead[oa]|(?:(?:lo|la) (?:deje"
    r"|dejo|dejamos|dejaron|tenia"
    r"|habia dejado)|(?:deje|dejo|dejamos|dejaron) (?:el|la|mi|su|un|una) (?:carro|coche|auto|camioneta|troca"
    r"|moto\w*|unidad"
    r"|camion|nave))(?! en el taller)(?: \w+){0,2}? (?:en la calle|afuera|enfrente"
    r"|en el estacionamiento|parad[oa]|en la cochera|fuera)|(?:(?:es)?taba|tenia|tenemos) (?:parad[oa](?= (?:afuera"
    r"|fuera|frente|enfrente|ahi|alli|sol[oa]|desde|toda la noche|sin nadie|en (?:la calle|mi\b|el estacionamiento|la"
    r" cochera|casa|la banqueta|bateria)))|en la cochera|en el estacionamiento|afuera de (?:mi |la )?casa"
    r"|fuera de (?:mi |la )?casa)"
    r"|sin (?:nadie|ocupantes) (?:adentro|dentro)?|en la cochera|no (?:iba|venia|estaba) (?:manejando"
    r"|circulando|en movimiento)|estaba (?:yo )?(?:dormid|en mi casa|adentro|trabajando|comprando"
    r"|en el trabajo)\w*)\b",
    r"\b(?:cual (?:estacionad[oa]|parquead[oa])|(?<!no )(?<!no yo )(?:(?:iba|venia|estaba|ibamos|veniamos"
    r"|andaba|lo iba|la iba|voy|vengo) (?:yo )?(?:manejando"
    r"|circulando|conduciendo|en movimiento|pasando|cruzando|avanzando|a vuelta de rueda|despacio"
    r"|rapido|rodando|en el (?:carro|coche|auto|camion|trafico|alto|semaforo|carril|periferico))|en movimiento"
    r"|circulaba|circulabamos|manejando|conduciendo|(?:lo"
    r"|la) (?:venia|iba) manejando|no (?:estaba )?estacionad[oa]|(?:iba|venia) (?:por|sobre|en|a|de"
    r"|para)\b(?! (?:(?:el|la|mi"
    r"|un|su|mis|los|l) )*(?:msj|mensaje|correo|mail|sobre|papel|recibo|whats\w*|cel\w*|tarjeta|caratula|poliza"
    r"|hoja|app"
    r"|nombre|contrato|sms|foto|documento)\b)|quise (?:pasar|cruzar)|intente (?:pasar|cruzar)|al pasar"
    r"|al cruzar|me meti (?:al|en el) (?:agua|charco|paso|desnivel)))\b",
    answer_so=r"\b(?:guardad[oa]|parad[oa]|apagad[oa]|cochera|(?:sotano|patio|garaje|garage|estacionamiento)"
    r"|afuera de (?:mi|la) casa|en (?:mi|la) (?:casa|cochera"
    r"|pension|oficina)|resguardad[oa]|sol[oa] en la calle)\b",
    answer_not=(
        r"\b(?:me (?:agarro|alcanzo|arrastro|quede|sorprendio|toco|jalo|llevo|gano|atore|atasque)|nos (?:agarro"
        r"|alcanzo|arrastro"
        r"|quedamos|gano|llevo)|yo (?:iba|venia|andaba)|iba(?:mos)?|venia(?:mos)?|andaba(?:mos)?|en (?:el )?camino"
        r"|regresando|circul\w*|manej\w*|en movimiento|avanz\w*"
        r"|trate de|intente|quise|pas(?:e|aba|ando)|cruz\w+)\b"
    ),
)
DETAINED = two_sided(
    "detained",
    rf"\b(?:(?:lo|la|me|nos|los) (?:tienen?|traen?)(?: (?:el|la|los|unos) {_OFFICER})? (?:detenid|retenid|arrestad"
    r"|encerrad|en (?:los separos|barandilla|el mp|el ministerio|la fiscalia|la delegacion|la comandancia"
    r"|la patrulla|los juzgados))\w*|retenid[oa]s?|no (?:me|nos|lo) (?:dejan|quieren dejar) ir"
    r"|(?:se )?(?:lo|la|los|me|nos) (?:llevaron|llevan|quieren llevar|van a llevar"
    r"|subieron)(?: \w+){0,3}? (?:detenid\w+|a la patrulla|al mp|al ministerio\w*|a la fiscalia"
    r"|a barandilla|a los separos|a la delegacion|presos?|a la comandancia|con el juez)"
    rf"|(?:llev|yev|traslad|sub)(?:aron|ieron) (?:a (?:mi|la|el|un|nuestr[oa]) \w+|al \w+)(?: \w+)?? (?:(?:los"
    rf"|unos|la|el|en|una) )+"
    rf"(?:de? )?{_OFFICER}"
    r"|(?:llev|traslad|met|sub)(?:aron|o|ieron|io) (?:a (?!la otr|l otr)(?:mi|nuestr[oa]|la|los|un|una) \w+"
    r"|al (?!otr|del|que|carro|coche|auto)\w+)(?: \w+){0,3}? (?:(?:a|en|pa) (?:la |los |el )?(?:barandilla"
    r"|separos|fiscalia"
    r"|delegacion|comandancia|patrulla|carcel|galeras|bote)|al (?:mp|ministerio\w*|bote|juzgado))"
    r"|(?:al|a (?:mi|la|el|nuestr[oa])) (?!carr|coch|aut|cam|moto|unidad|grua)\w+(?: \w+){0,2}? (?:ya )?se (?:lo|la"
    r"|los) llev\w+"
    r" (?:(?:la|los|el|unos|de|en) )*(?:polic|municipal|patrull|estatal|oficial|ministerial|guardia)\w*"
    r"|(?:lo|la|los|me|nos) traslad\w+ al? (?:la )?(?:mp|ministerio\w*|fiscalia|comandancia|barandilla|separos)"
    r"|esta (?:en (?:el mp|el ministerio|la fiscalia|los separos|barandilla)|pres[oa]"
    r"|a disposicion)(?! de baches)|(?:me"
    r"|nos|lo|la|los|se|le) (?:quieren |van a |estan |tienen |traen |iban a |iba a "
    r"|piensan )?(?:deten(?:ido|ida|idos|er|iendo|erme|erlo|iendome)|arrest\w+|detuvieron|remit\w+"
    r"|llevar (?:al|a la) (?:mp|ministerio|fiscalia|delegacion|barandilla|separos|bote|carcel)"
    r"|llevaron (?:al|a la) (?:mp|ministerio|fiscalia|delegacion|barandilla|separos|bote|carcel"
    r"|comandancia)|llevan (?:al|a la) (?:mp|ministerio|fiscalia|delegacion|barandilla|comandancia)"
    r"|encerr\w+|esposaron|subieron a la patrulla|metieron (?:al|a la) (?:bote|carcel|separos))"
    r"|(?:me|nos|le|les|lo|la|los) (?:\w+ )?(?:pusieron|puso|ponen) (?:las? )?esposas|esposad[oa]s?|deteniendo a"
    r"|(?:se )?(?:lo |la |me |nos )?(?:quieren|quiere|van a|iban a|piensan) llev\w+(?: \w+){0,4}? (?:al (?:mp"
    r"|ministerio\w*)|a la (?:fiscalia"
    r"|delegacion|comandancia)|detenid\w+|pres[oa])|acompan\w+ (?:a la (?:delegacion|comandancia|fiscalia)|al (?:mp"
    r"|ministerio))"
    r"|(?:lo|la|los|me|nos) (?:tienen|traen) en (?:barandilla|los separos|el bote|la carcel)|detenid[oa]s?"
    r"|estoy (?:detenid[oa]|en (?:los separos|barandilla|el mp|la delegacion"
    r"|el ministerio publico|la fiscalia|la carcel|el bote))|en (?:los|unos) separos|arrestad[oa]s?|presos?"
    r"|(?:esta|estan|quedo|tienen|traen|llevan|llevaron|queda) (?:\w+ )?presas?(?! de\b)|en el bote"
    r"|en la carcel|(?:necesit\w+|mand[ea]\w*|envi[ea]\w*|quiero"
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
    r"|hasta)|si (?:la )?(?:traigo|tengo|trae|tiene|cuento|cuenta)\b)",
    r"\b(?:no (?:tengo|traigo|trae|tiene|cuento con|cuenta con|la traigo|la tengo|la trae|llevaba"
    r"|traia|cargo|la cargo|esta vigente)(?: (?:la |su |mi )?licencia)?|sin licencia"
    r"|licencia (?:vencida|expirada|caducada|esta vencida)|(?:esta|tengo|traigo|la tengo"
    r"|se me) (?:vencid[oa]|vencio|caduc\w+|expir\w+)|se (?:me |le )?vencio|vencida"
    r"|permiso (?:vencido)|(?:no|nunca) (?:la )?(?:renove|he renovado|he sacado|ha sacado|saco|ha renovado))\b",
    answer_so=(
        r"\b(?:vigente|permanente|digital|en la app|al corriente|en regla|al dia|(?:recien )?(?:la )?(?:renov|tramit"
        r"|sac"
        r"|refrend)(?:e|o)\b"
        r"|hasta (?:el |dentro |\w+ )?(?:dos mil|2\s?0|20\d\d|el ano|fin|diciembre|enero|\d)|vence|(?:la|lo) (?:dej"
        r"|olvid)\w+"
        r"|federal|estatal|tipo [a-e]|de chofer|de automovilista|si (?:la )?(?:tien|teng|tra)\w+)"
    ),
    answer_not=(
        r"\b(?:vencio|vencid[oa]|caduc\w+|expir\w+|en tramite|tramitando|sacando|menor de edad|no (?:esta )?vigente"
        r"|(?:se la|la|me la|le) (?:quit|retuv|recog|suspend|cancel|perd|rob)\w+|suspendida|cancelada|solo permiso"
        r"|permiso)\b"
    ),
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

_THEIRS_PARKED = re.compile(  # 'le di a un Pointer estacionado', 'raspé dos coches que estaban estacionados'
    r"\b(?:(?:le|les) (?:peg|d|choc|rasp|golpe|rayo|aboll)(?:o|io|aron|ieron)|pegue|di|choque|raspe|golpee"
    r"|impacte|lleve|estampe|estrelle|dimos|pegamos|chocamos|aboll[eo]|ray[eo])"
    r"(?! mi\b)(?: (?!mi\b|me\b|nos\b)\w+){0,4}? (?:un|una|unos|unas|otr[oa]s?|al?|el|la|los|las|dos|tres|\d)"
    r" (?:(?:del?|d) (?:mi|mis|nuestr[oa]) |(?!mi\b|me\b|yo\b|el mio\b)\w+ ){1,6}?(?:estacionad|parquead|parad)[oa]s?\b"
)
# 'No, todavía no, pero dicen que me van a llevar': held is who was taken.
_NOT_YET_HELD = re.compile(
    r"\W*(?:(?:pues|pos|mire|ahorita|por ahora|gracias a dios)\W+)*(?:no|nel|todavia no|aun no|nadie)\b"
    r"(?!\W+(?:me|nos|lo|la|los|las|le|se|sabr\w+)\b)(?!.*\b(?:ya (?:me|nos|lo|la|los) \w+(?:aron|ieron)|pero si)\b)"
)
_OF_OURS = re.compile(  # 'al otro sí, a mi muchacho no'
    r"\b(?:a (?:mi|nosotros|los mios)(?: (?!si\b|no\b)\w+)??|al mio|al nuestro)(?: \w+)?? (no|si)(?=\W*$|[,.;])"
)
_THEIRS = re.compile(r"\b(?:lo|la|los|ya) (?:tienen?|traen?|llevan?|llevaron|detuvieron|estan?)\b")
_OTHERS_HELD = re.compile(
    r"\b(?:al otro|a la otra|al que (?:me|nos)|al (?:ratero|ladron|borracho|responsable|culpable|tipo|sujeto|chavo)"
    r"|al conductor (?:del|contrario))\b"
)
_OURS = re.compile(
    r"\b(?:mi|nuestro|nuestra) (?!carro|coche|auto|camioneta|moto|unidad|vehiculo)\w+"
    r"|\b(?:chofer|operador)\b|\b(?:me|nos|estoy|estamos|abogado)\b"
)
# What must be named to be denied in passing.
_NAMED = {
    "authorities": re.compile(
        r"polic|patrull|transito|vialidad|autoridad|guardia|oficial|agente|perito|bomber|proteccion civil|gn\b"
    ),
    "detained": re.compile(r"deten|arrest"),
    "violence": re.compile(r"violen|arma|golpe|amenaz|rob"),
}
ALL: List[TwoSided] = [AUTHORITIES, DENUNCIA, VIOLENCE, PARKED, DETAINED, LICENCE, TRAILER]
_NEEDS = {
    "denuncia": r"denunc|carpeta|\bacta\b|ministerio|\bmp\b|fiscal",
    "violence": r"rob|asalt|quit|baj|llev|viol|arma|encanon|amag|apunt|amenaz|secuestr|pistol|balaz|dispar"
    r"|amarr|cuerno|fusca|rifle|escopeta|metrall|cuchill|machete",
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
    folded = spell_out(text).text
    out: List[Found] = drivable.find(text)
    for fact in ALL:
        needed = _NEEDS.get(fact.entity)
        if needed and not re.search(needed, folded):
            continue
        for seen in fact.find(text):
            if _believed(seen, folded):
                counted = trailers.read(text) if fact.entity == "trailer" else None
                out.append(replace(seen, value=counted) if counted else seen)
    return out


def _believed(seen: Found, folded: str) -> bool:
    """Whether a fact that nobody asked for is told of the caller's side, in words that speak of it."""
    if seen.entity == "licence":
        return not told_of_the_other(folded, seen.start, seen.end)
    if seen.entity == "parked":
        return not (seen.value and _THEIRS_PARKED.search(folded))
    if seen.entity == "detained" and seen.value:
        theirs = _THEIRS.search(folded) and not _OURS.search(folded)
        ours = _OF_OURS.search(folded)
        theirs = theirs or _OTHERS_HELD.search(folded) or (ours and ours[1] == "no")
        return not (theirs or _NOT_YET_HELD.match(folded))
    if seen.entity == "trailer" and seen.value:
        return bool(trailers.pulled(folded[: seen.end]))
    return bool(seen.value or seen.entity not in _NAMED or _NAMED[seen.entity].search(folded))


def read(entity: str, text: str) -> Optional[bool]:
    """The fact `entity` (drivable, authorities, denuncia, violence, parked, detained, licence, trailer) in an
    answer to its question.
    """
    if entity == "drivable":
        return drivable.read(text)
    folded = spell_out(text).text
    if entity == "detained" and (_NOT_YET_HELD.match(folded) or _OF_OURS.search(folded)):
        ours = _OF_OURS.search(folded)
        return ours is not None and ours[1] == "si"
    return next((fact.read(text) for fact in ALL if fact.entity == entity), None)


def known() -> List[Any]:
    """The names of the facts."""
    return ["drivable", *(fact.entity for fact in ALL)]
