"""The words that tell that people are hurt, unhurt or dead, and those that only seem to."""

import re

PERSON = (
    r"(?:mi (?:mama|papa|mami|papi|jef[ea]|viej[oa]|pareja|yerno|nuera|compadre|comadre|cuate|nin[oa]"
    r"|hij(?:it)?[oa]s?|espos[oa]|herman[oa]s?|novi[oa]|suegr[oa]|prim[oa]|ti[oa]|abuel(?:it)?[oa]"
    r"|niet[oa]|amig[oa]|acompanante|copiloto|bebe|mujer|marido|senora|companer[oa]|chofer|operador|madre|padre"
    r"|sobrin[oa]|cunad[oa]|pasajer[oa])|el copiloto|el acompanante|(?:el|la|un|una|los|las|unos) "
    r"(?:senor(?:a|es|as)?|ninos?|ninas?|bebe|muchach[oa]s?|joven(?:es)?|motociclista|ciclista|peaton"
    r"|pasajer[oa]s?|chofer|conductora?|persona|chav[oa]|viejit[oa]|anciano|anciana|repartidor"
    r"|motociclistas|copiloto|muchachos|otro conductor|chamac[oa]|motorista)|alguien|el (?:otro|del"
    r"|de la|de el) [a-z]+(?: [a-z]+)?|la del [a-z]+(?: [a-z]+)?|ella"
    r"|el(?= (?:se|esta|no|trae|tiene|anda|quedo|salio|ya|tambien|si|viene)\b)|nosotros|varios|algunos)"
)
# As dispatchers write: 'operador golpeado'.
ROLE = re.compile(
    r"\b(?:operador|chofer|conductor|ocupante|pasajero|motociclista|peaton|ciclista|copiloto|tercero)a?\b"
)
WELL = re.compile(
    rf"\b{PERSON}(?: \w+)? (?:esta|estan|salio|salieron|quedo|viene|vienen|va|anda) (?:(?:muy|todos?|\w+ pero|"
    r"muy \w+ pero|asustad[oa]s?|nervios[oa]s?|como si nada) )?(?:bien|iles[oa]s?|como si nada)\b"
)
HURT = re.compile(
    r"\b(?:herid[oa]s?|eridos?|lesionad[oa]s?|lecionad[oa]s?|lesion(?:es|ad@s)?|lastimad[oa]s?"
    r"|lastimamos|lastim[oe](?:ron)?|lastime|ensangrentad[oa]s?|sangr(?:ando|a|e|an|o|aba|aron)(?! (?:aceite"
    r"|anticongelante|agua|liquido|gasolina|diesel))"
    r"|inconscientes?|inconciente|desmayad[oa]s?|desmayo|desmayando|se (?:me )?(?:quiere )?desmay(?:a|an|ar)"
    r"|prensad[oa]s?|atrapad[oa]s?|fractur\w*"
    r"|descalabr\w*|"
    r"convulsion\w*|no respira|no reacciona|no responde|no despierta|no se mueve|no puede (?:moverse"
    r"|mover|respirar|caminar|pararse|levantarse)|no puedo (?:moverme|mover|respirar|caminar|pararme)"
    r"|mal ?heridos?|grave(?:mente)?|delicad[oa]s?|cortad[ao]s?|raspad[oa]s?|raspones|moretones"
    r"|contusionad[oa]s?|"
    r"(?:me|le|les|nos) (?:(?:ya|esta|sigue|empez\w+ a|comenz\w+ a|da) )*(?:duelen?|dolia"
    r"|dolio|doler|doliendo)|dolor|(?:con|tiene|tengo|traen?|traigo|siente|siento|unos|muchos|los|sus|mis|hay|puros)"
    r" dolores(?! hidalgo)|(?<!en )(?<!de )dolores (?:de (?!l[ao]\b|los\b|hidalgo|jesus)|en (?:el|la|los|las)\b"
    r"|muy|fuertes|muscul\w+)|adolorid[oa]s?|(?:se|me"
    r"|nos) (?:quebr[oe]|rompi[oo]?|fracture) (?:el|la|un|una|mi) (?:brazo|pierna|pie|costilla"
    r"|clavicula|nariz|mano|muneca|cadera|pelvis|tobillo|rodilla|dedo)|quemad[oa]s|quemaduras"
    r"|quejandose|se (?:esta )?queja(?:ba|n|ban|ndo)?\b|se quejo|aturdid[oa]s?|noquead[oa]|"
    r"(?:esta|anda|quedo|se ve|lo veo|la veo) (?:\w+ ){0,2}?(?:desorientad[oa]|como id[oa]\b|como atontad[oa])|"
    r"se peg(?:o|aron|ue) en|me pegue en|me golpee|nos golpeamos|se golpe[oa](?:ron)?|(?:se"
    r"|me) (?:abrio|abri) la (?:cabeza|frente|ceja)|golpead[oa]s? (?:de|en) (?:la cabeza|el pecho"
    r"|la cara|las piernas|el cuello|la espalda)|politraumatizad[oa]|lo llevaron al hospital"
    r"|la llevaron al hospital|se los llevaron al hospital|va (?:al|para el) hospital|"
    r"(?:una|la|otra|otro) victima|victimas|con golpes|crisis nerviosa"
    r"|golpead[oa]s? pero (?:bien|consciente|conciente|estable|viv[oa]|camina))\b"
)
_BODY = (
    r"(?:brazos?|piernas?|pies?|costillas?|nariz|manos?|munecas?|caderas?|tobillos?|rodillas?|dedos?|clavicula"
    r"|cuello|ceja"
    r"|frente|cabeza|boca|labio|cara|hombro|espalda|columna|pecho|panza|estomago|codos?|dientes?|ojos?|oreja"
    r"|menton|torax|oidos?|vientre|barba|barbilla"
    r"|mandibula|cintura|nuca|chamorro|espinilla)"
)
# Who is with child and not plainly well is for a doctor to see.
_WITH_CHILD = (
    r"embaraz(?:ada|o)\b(?:(?! bien\b)[^.;]){0,60}?\b(?:(?:se siente|me siento)(?! (?:\w+ )?bien)|rar[oa]|preocup\w+"
    r"|revis\w+|chequ\w+|asustad\w+|colic\w+|contracc\w+|molestias?|dur[oa]|mueva|mueve|tembl\w+|llor\w+|nervios\w+)"
)
# 'Le pegaron a mi papá en la boca', 'me dieron en la cabeza'.
_STRUCK_ON = (
    r"(?:me|nos|le|les|lo|la) (?:pegaron|golpearon|dieron|golpeo|patearon|cachetearon)(?: (?:muy |bien )?(?:feo|duro"
    r"|fuerte|recio))?(?: al? (?:mi |la |el |su |nuestr[oa] )?\w+)?(?: con (?:la |el |una? )?\w+)? en (?:el|la"
    r"|los|las) " + _BODY + r"\b(?! de(?:l| la| el| mi)\b)"
)
# What robbers do to people; 'le dieron de patadas a mi carro' is done to none.
_BLOWS = (
    r"(?:(?:me|nos|le|les|lo|la) (?:dieron|dio|pegaron|pego|pusieron|puso|metieron|metio|acomodaron|soltaron)"
    r" (?:(?:una?|unos|unas|de|como|tremend[oa]|su|varios|varias|\d) ?)+"
    r"(?:(?:cach|culat|punet|navaj|bat|botell|bal|plom)azos?|golpiza|madriza|paliza|patadas?|cuchilladas?|punaladas?)"
    r"|(?:me|nos|le|les) (?:dieron|pegaron|metieron) (?:patadas|cuchilladas|punaladas|balazos|navajazos)"
    r"|(?:me|lo|la|le) (?:picaron|apunalaron|balearon|balacearon))"
    r"(?!\W+(?:(?:al?|en|contra|por|el|la|los|las|mis?|sus?|una?|tod[oa]s?|ambas|dos|tres|cuatro|\d"
    r"|de) )*(?:carro|coche|auto\w*|camioneta|troca"
    r"|unidad|camion|trailer|moto\w*|vehiculo|nave|taxi|llantas?|puertas?|parabrisas|vidrios?|cristal(?:es)?|medallon"
    r"|cofre|cajuela|defensa|facia|salpicadera|espejos?|faros?|calaveras?|ventan\w+|toldo|techo|lamina|rin(?:es)?)\b)"
)
HURT_TOO = re.compile(
    rf"\b(?:{_WITH_CHILD}|{_STRUCK_ON}|{_BLOWS}"
    r"|(?:llora|lloran|llorando|chilla|se queja|quejando|quejandose) (?:mucho )?(?:del?|por) (?:(?:su|sus|la|el"
    r"|los|un) )?"
    r"(?:brac|braz|piern|man(?:o|ita)\b|cabe|rodill|espald|cuell|pie\b|pies\b|panz|estoma|pech|hombr|tobill|munec|ded"
    r"|oid|ojo|cader|dolor|cost)\w*"
    r"|se (?:(?:esta|viene|anda) )?(?:agarra|agarrando|soba|sobando)(?: mucho)? (?:el|la|los|las) (?:pech|piern"
    r"|braz|costill"
    r"|estoma|espald|cuell|rodill|hombr|cintur|tobill|munec)\w*"
    r"|malit[oa]s?|perdio el (?:conocimiento|sentido)|no (?:habla(?! (?:bien )?(?:espanol|ingles|mucho))"
    r"|abre los ojos|siente"
    r"|puede hablar|siento (?:las|los|la|el|mi))|vomit\w+|(?:sigue|esta|quedo|continua) sin (?:despertar"
    r"|reaccionar|responder|conocimiento|sentido"
    r"|poder (?:moverse|respirar|hablar))|se (?:me )?(?:esta|estan) (?:ahogando|asfixiando|desangrando|desvaneciendo)"
    r"|(?:va|van|sigue|siguen|vienen|andan?|salio) (?:muy|bien|bastante|re) mal\b"
    r"|(?:esta|estan|se ve|lo veo|la veo|quedo|quedaron"
    r"|viene) (?:muy |bien |bastante )?(?:mal\b|grave|delicad|fregad|malherid|tirad[oa]s? en el (?:suelo"
    r"|piso|pavimento|asfalto))\w*|(?:hay|quedo|esta|estan) (?:un |una |el |la |gente |alguien |varios "
    r"|dos )?(?:\w+ )?tirad[oa]s? (?:en el (?:suelo|piso|pavimento|asfalto|camino)|en la (?:calle"
    r"|carretera|banqueta))|latigazo|me (?:punza|arde|truena|zumba|lastima)n? (?:el|la|mi|los|las)(?! (?:motor"
    r"|suspension|clutch|escape"
    r"|llanta|rueda|carro|coche|direccion|caja|frenos?|banda|balata))"
    r"|(?:le|me) cuesta (?:trabajo )?respirar|se (?:me|le) (?:adormecio|durmio|entumio|fue el aire) ?(?:la|el)?"
    r"|(?:me quede|se quedo|quedo) (?:sin aire|privad[oa]|en el (?:piso|suelo|pavimento))|atarantad[oa]s?"
    r"|(?:quedo|esta|quedaron) (?:de)?bajo del? (?:la )?(?:carro|coche|camion|camioneta|trailer|moto|llanta)"
    r"|sali(?:o|eron) (?:volando|disparad\w+) (?:el|la|mi) (?:de la moto|del? \w+|motociclista|ciclista|copiloto"
    r"|nin[oa]|senora?|hij[oa])"
    r"|(?:mi \w+|(?:el|la|un|una) (?:muchach|chav|senor|joven|nin|morr|vat|bat|repartidor|personit|chamac"
    r"|don\b)\w*|copiloto|motociclista"
    r"|pasajero|ciclista) salio (?:volando|disparad\w+)"
    r"|(?:lo|la) (?:aplasto|prenso) (?:el|la|mi|un) (?:carro|coche|camion|camioneta|trailer|volante)"
    r"|reanim\w+|primeros auxilios|no se (?:levanta|incorpora|para del suelo)|no se puede (?:parar|levantar"
    r"|incorporar|sentar)|no se (?:puede|deja) mover de(?:l)? dolor"
    r"|embarazada\b.{0,40}\b(?:me|se) (?:pegue|pego|golpee|golpeo)|(?:cara"
    r"|cabeza|ropa|frente) (?:llena|cubierta|banada) de|chorrea\w*|moribund[oa]|agoniza\w*|(?:ya )?(?:viene"
    r"|vienen|llego|esta llegando|esta por llegar) (?:ya )?(?:la|una) ambulancia|(?:mand\w+"
    r"|necesit\w+|urge|ocup\w+|traigan|pid\w+|habl\w+ a|llam\w+ a|que venga"
    r"|envi\w+)(?: (?!mand|grua|llam|traig|envi)\w+){0,3}? (?:ambulancia|paramedicos|cruz roja|medico)"
    r"|se (?:descalabro|desangra"
    r"|desangro|quejaba|quebro|rompio|fracturo|abrio|corto|quemo|lastimo|lesiono|golpeo|pego) (?:el|la|los"
    r"|las|un|una|su) (?:brazo|pierna|pie|costilla\w*|nariz|mano|muneca|cadera|tobillo|rodilla|dedo|cabeza"
    r"|frente|ceja|boca|labio|cara|hombro|espalda|cuello|dientes?|clavicula|panza|estomago)|"
    + _BODY
    + r" (?:rot[oa]|tronad[oa]"
    r"|quebrad[oa]|fracturad[oa]|chuec[oa]|zafad[oa]|torcid[oa]|abiert[oa]|cortad[oa]|raspad[oa]|morad[oa]|lastimad[oa]"
    r"|hinchad[oa]|inflamad[oa]|dislocad[oa]|sangrando|adolorid[oa]|(?<!el frente )golpead[oa]|reventad[oa]|partid[oa]"
    r"|dormid[oa]|entumid[oa]|vendad[oa])s?"
    r"|se (?:me|le|les|nos) (?:quebr|romp|fractur|abri|lastim|torci|zaf|inflam|hinch|durmi|entumeci|disloc|cort|raj)\w+"
    r"(?: todo| toda)? (?:el|la|los|las|un|una) " + _BODY + r"|sali\w+ sangre|"
    r"(?:se|me|nos) (?:rasp|golpe|lastim|cort|quem|pegu|pego|raj|machuc|tron|torc|abri|quebr|fractur|parti|zaf"
    r"|disloc)\w+ (?:(?:tod[oa]|tantito|poquito|un (?:poco|poquito|tanto)|leve|feo|bien|algo|medio) )?(?:en )?"
    r"(?:el|la|los|las|mi) "
    + _BODY
    + r"|(?:zumba|truena)n? (?:tod[oa]|la|el|las)(?= (?:cabeza|cuerpo|piernas|manos|oido)|\W*$)"
    r"|(?:se |me )?(?:lo|la|los|las) (?:llev|traslad|subi|intern)\w+ (?:(?:a|en|al) )?(?:la )?(?:cruz roja|ambulancia"
    r"|hospital|urgencias|clinica|imss|seguro social|paramedicos)|(?:llev|traslad"
    r"|intern)\w+ (?:a \w+ ){0,2}(?:al hospital"
    r"|a la cruz roja|a urgencias|al seguro|al imss|a la clinica|en (?:la |una )?ambulancia)"
    r"|(?:esta|estan|va|van|iba|iban|sigue|siguen|viene|vienen|subieron|metieron|subiendo|metiendo"
    r"|tienen)(?: (?!una\b)\w+){0,2}?"
    r" (?:en|a|adentro de|arriba de) (?:la|una) ambulancia"
    r"|no (?:se )?puede (?:ni )?(?:mover|menear|doblar|respirar|parar|apoyar)\w*(?= (?:el|la|las|los|bien))"
    r"|atorad[oa]s? (?:en|dentro|adentro|entre|abajo|debajo)(?: \w+){0,2}? (?:carro|coche|auto|camioneta|fierros"
    r"|cabina|asiento|volante|lamina|camion|trailer)(?=\W|$)|(?:traen?"
    r"|traemos|traigo|tienen?|tengo) (?:un |una |unos |varios )?(?:golpe(?:s)?|golpecito|golpazo|herida|cortada"
    r"|moreton\w*|raspon\w*|fractura|dolor\w*|contusion\w*)(?! (?:el|la|mi) (?:carro|coche|auto|camioneta"
    r"|defensa|puerta)| en (?:la|el) (?:defensa|puerta|cofre|facia|salpicadera|carro|coche|cajuela|rin"
    r"|llanta|parte|costado|lado))|maread[oa]s?|chichon(?:es)?|chipotes?|se (?:puso|siente"
    r"|pusieron) (?:muy )?mal[oa]?s?"
    r"|moreton|se (?:lo|la|los|las) llev(?:o"
    r"|aron) (?:en )?(?:la )?ambulancia|me corte|se corto(?! (?:la|su|mi) (?:llamada|comunicacion|senal|luz"
    r"|corriente|linea))|me queme|se quemo(?! (?:el|la|los|las|mi|todo|toda|complet\w+|una?)\b)"
    r"|(?:traen?|traia|traigo|traemos|tengo|tienen?|con|quedo con)(?: \w+){0,1}? (?:disloc|quebr|rot|fractur|zaf|torc"
    r"|abiert|cortad|raspad|lastimad|hinchad|inflamad|morad|revent|partid|adolorid|dormid|safad|golpead|herid)\w* "
    r"(?:tod[oa]s? )?(?:el|la|los|las|una?|mi|sus?) (?<!el (?=frente))" + _BODY + r"|(?:cojea|renque|rengue)\w*"
    r"|golpe(?:s|cito)? en (?:la (?:cabeza|frente|cara|espalda|nariz|boca|pierna|rodilla)"
    r"|el (?:pecho|cuello|brazo|hombro|estomago))"
    r"|(?:todos|todas|los dos|las dos|ambos) (?:estamos |estan |quedamos |salimos )?golpead[oa]s"
    r"|pero (?:mi \w+|ella|el|el otro|la otra|la senora|el senor|los otros) no(?=\W*$|,"
    r"|\.)|no me siento (?:muy )?bien|me siento (?:muy )?mal)(?=\W|$)"
)
# Of somebody spoken of: 'mi patrón está en el hospital', 'lo están operando'.
IN_HOSPITAL = re.compile(
    r"\b(?:(?:esta|estan|sigue|siguen|quedo|quedaron|anda|andan|fue a dar|fueron a dar|(?:lo|la|los"
    r"|las) (?:tienen|traen"
    r"|internaron|metieron|ingresaron|llevaron|dejaron))(?: (?!en\b)\w+){0,2}?"
    r" (?:(?:en|al?) (?:(?:el|la|un|una) )?(?:hospital|urgencias|cruz roja|terapia|quirofano|imss|issste|clinica|seguro"
    r"|sanatorio|coma)|internad[oa]s?|ingresad[oa]s?|[ei]ntubad[oa]s?)\b|hospitalizad[oa]s?\b"
    r"|(?:lo|la|los|las) (?:estan|van a|tuvieron que|tienen que) (?:oper|coc|sutur|enyes|intern)\w+)"
)
# Who is in a hospital for another reason, or only near it.
OTHER_REASON = re.compile(
    r"\b(?:trabaj\w+|labor\w+|doctora?|enfermer\w|guardia|turno|consulta|cita|visit\w+|cuid\w+|(?:a|de|para) ver\b"
    r"|verl[oa]s?|estacion\w+|afuera|enfrente|frente|desde hace|hace (?:dias|semanas|meses)|parto|cirugia|dialisis"
    r"|carr[oa]|coche|camioneta|moto)\b"
)
STRUCK = re.compile(
    rf"\b{PERSON}(?:\s+(?!carro|coche|auto|camioneta|unidad|moto)\w+){{0,6}}?\s+(?:golpe?i?ad[oa]s?"
    r"|golpe(?:o|aron)|pegad[oa]s?)\b|\b(?:hay|tenemos|traemos|traigo|van|llevan|hubo|son|somos|\d+|un|dos|tres"
    r"|cuatro|cinco|varios)\s+(?:\w+ )?golpe?i?ad[oa]s\b"
    r"|\bgolpe?i?ad[oa]s? (?:hay|mi|el senor|la senora)\b"
    rf"|\b(?:el|la|los|las) (?:unic[oa]s? )?golpead[oa]s? (?:es|son|fue|fueron|fui|soy) (?:yo|mis? \w+|{PERSON})"
    r"(?<!carro)(?<!coche)(?<!auto)(?<!camioneta)(?<!moto)(?<!unidad)(?<!troca)\b"
    r"|\b(?:operador|chofer|conductor|ocupante|pasajero|motociclista|copiloto)a?s?(?: \w+){0,3}? golpead[oa]s?\b"
    r"|\b(?:senora?|persona|muchach[oa]|motociclista|ciclista|nin[oa]|joven|peaton|chav[oa]|repartidor)\b[^.;]{0,40}"
    r"\b(?:esta|quedo|sigue) tirad[oa]s?\b"
    r"|\b(?:quedo|quede|esta|estoy|anda|ando|salio|sali|viene|vengo) (?:muy |bien |todo |toda |medio )?golpe?i?ad[oa]\b"
    r"|\b(?:estan|quedaron|siguen) tirad[oa]s\b"
    rf"|\b{PERSON}(?<!carro)(?<!coche)(?<!auto)(?<!camioneta)(?<!camion)(?<!unidad)(?<!trailer)(?: (?:ya|si|tambien"
    r"|como que|creo que|nomas|solo))? se (?:me )?(?:raspo|rasparon|corto|cortaron|quemo|quemaron|descalabro"
    r"|torcio|fracturo"
    r"|quebro|hirio|lesiono|lesionaron|abrio)\b(?! (?:(?:el|la|los|las|mi|su|un|una|de) )*(?:carr|coch|puert"
    r"|defens|salpic|"
    r"espej|pint|vidri|fasci|faci|far|rin|llant|camion|troc|unidad|lado|motor|caj|fuga|llamad|comunic|senal"
    r"|carril|paso))"
    rf"|\b{PERSON}(?<!carro)(?<!coche)(?<!auto)(?<!camioneta)(?<!moto)(?<!camion)(?<!unidad)(?<!trailer)"
    r" no (?:se puede|se logra|logra|se deja) mover\b"
)
DEAD = re.compile(
    r"\b(?:muert[oa]s?|fallec(?:io|ieron|id[oa]s?)|murio|murieron|sin vida|(?:un|una|1|hay|dos|tres"
    r"|varios) difunt[oa]s?|occis[oa]"
    r"|sin signos vitales|sin pulso|no tiene (?:pulso|signos)|expiro|sabana blanca|(?:lo|la)s? (?:taparon"
    r"|cubrieron|tiene[n]? tapad[oa]s?) con (?:(?:un|una|la|el) )?"
    r"(?:sabana|manta|cobija|lona|plastico)s?"
    r"(?! (?:\w+ ){0,3}?(?:porque|para|por|pa|mientras|tiembl|tembl|tirit|frio|en lo que|esta|sangr))|semefo"
    r"|forense(?! de)|muertit[oa]s?"
    r"|ya no despert\w+|ya no (?:respira|tiene pulso)|mate a (?:una|un|alguien)|lo mato|la mato"
    r"|los mato|perdio la vida|perdieron la vida|decesos?|cadaver|murio)\b"
)
# 'Ya no este ya no respira': the no is its own.
NO_LONGER = re.compile(r"ya no |no tiene|sin |(?:lo|la)s? (?:tapa|cubri)")
NOT_DEAD = re.compile(
    r"(?:a nombre|titular|poliza|seguro|mi viud)[a-z ,.]{0,60}(?:fallec|murio)|(?:fallec\w+|murio"
    r"|muri[oe]ron) (?:hace|desde|el ano)|"
    r"en paz descanse|q\.? ?e\.? ?p\.? ?d|(?:barranca del|(?:calle|calzada|puente|cerro|laguna|isla) (?:del?"
    r"|de los|de las)|valle de la) muert|"
    r"muert[oa]s? (?:la|el|mi|una) (?:bateria|pila|motor|carro|coche|camioneta|auto|moto|celular|marcha|alternador)\b"
    r"|muert[oa] de (?:miedo|susto|hambre|frio|risa|panico|sueno)|punto muerto|(?:bateria|carro|coche"
    r"|motor|celular|camioneta|auto|pila|moto)\b[a-z ]{0,20}(?:muert|murio)|se (?:me "
    r"|nos |le )?murio (?:el|la|mi) (?:carro|bateria|coche|motor|camioneta|auto|celular|pila|moto)|(?:perr"
    r"|gat|vac|caball|burr|animal|venad|borreg)\w*[a-z ]{0,25}(?:muert|murio|fallec)|(?:muert[oa]"
    r"|murio) (?:el|un|la|una) (?:perr|vac|caball|burr|gat)|angulo muerto|tiempo muerto|horas muertas"
    r"|dia de muertos|muerto el carro"
)
NOT_PERSON = re.compile(
    r"(?:tableros?|asientos?|techo|toldo|cables?|mangueras?|pintura|plasticos?|lona|cabina|defensa|cofre|carro"
    r"|coche|auto|troca|vagoneta|camion|trailer|camioneta|llanta|salpicadera|puerta|facia"
    r"|motor|unidad|moto"
    r"|suspension|rin|parabrisas|vidrio|radiador|cristal|caja|cajuela|vehiculo|faro|calavera|cable"
    r"|poste|perr\w+|gat\w+|animal|vaca|caballo|telefono|celular|numero|nombre|apellido|poliza|dato"
    r"|direccion|modelo|color|fecha|hora|colonia|calle|placa|correo|inciso|folio|ubicacion"
    r"|senal)s?\b(?:\s+\w+){0,4}\s*$|\b(?:rin|llanta)\s*$"
)
# 'Del otro coche dos salieron golpeados': how many, after a thing that is only where they sat.
SOME_OF_THEM = re.compile(
    r".*\b(?:dos|tres|cuatro|cinco|seis|\d+|un[oa]|amb[oa]s|vari[oa]s|algun[oa]s|tod[oa]s)(?: (?:de (?:ellos"
    r"|ellas|los|las)"
    r"|salieron|salio|resultaron|resulto|quedaron|quedo|estan|esta|vienen|viene|iban|fueron|muy|bien|todos|medio))*"
    r" (?:herid|lesionad|lastimad|golpead|prensad|atrapad|sangrando|inconscient|fracturad|descalabrad)\w*$"
)
PART_AFTER = re.compile(
    r"\s+(?:de )?(?:la|el|las|los|mi|una|un)\s+(?:asientos?|tablero|cables|techo|toldo|motor|defensa|cofre"
    r"|carro|coche|auto|camioneta"
    r"|llanta|salpicadera|puerta|facia|motor|unidad|moto|cajuela|parte)"
)
# What may be bad, badly done or wrong.
BAD_THINGS = (
    r"(?:negocio|empresa|chamba|economia|telefono|celular|tel|cel|numero|num|nombre|apellido|poliza|dato"
    r"|direccion|modelo|ano|color|fecha|hora|colonia"
    r"|calle|placa|correo|inciso|folio|ubicacion|senal|marca|lugar|reporte|carro|coche|auto|camioneta|troca|unidad"
    r"|motor|freno|llanta|luz|luce|luces|pavimento|carretera|camino|autopista|semaforo|tope|bache|puente|cruce|glorieta"
    r"|letrero|senalamiento|senalizacion|clima|tiempo|lluvia|zona|curva|bajada|asfalto|piso|drenaje|trafico|cosa|parte"
    r"|letra|linea|llamada|internet|app|aplicacion|pagina|sistema|servicio|seguro|aseguradora|grua|circulacion"
    r"|descripcion|mapa|municipio|estado|kilometro|km|serie|vin|ine|tarjeta|factura|papel|papeles)"
)
NEGATOR = re.compile(
    r"(?:\b(?:no|nadie|ningun[oa]?|ni|tampoco|cero|0|nel|libres de|descartad[oa]s?|nunca|niega"
    r"|negativo|nada de)\b(?:\s+(?!si\b|primero\b|mejor\b|solo\b|pero\b|bueno\b|nomas\b|nada mas\b|solamente\b"
    r"|unicamente\b"
    r"|aunque\b|y (?:le|les|me|se|nos|trae|traigo|esta|tiene"
    r"|sangra)\b)\w+){0,6}\s*|\bs/\s*)$"
)
WITHOUT = re.compile(r"\bsin(?:\s+(?!y\b)\w+){0,3}\s*$")
UNSURE = re.compile(
    r"\b(?:no se si|no (?:sabemos|se sabe)|quien sabe|no estoy segur[oa]|a ver si|no alcanzo a ver"
    r"|ignoro si|desconozco si|no vi si|saber si|revisando si|checando si)\b[a-z ]{0,25}$"
)
FINE = re.compile(
    r"\b(?:(?:nada mas|nadamas|nomas|solo|solamente) (?:me|nos|se) (?:asust|espant)\w+|sanos y salvos"
    r"|vivos y coleando|(?:nada|ni) de heridos|(?:heridos|lesionados|golpeados"
    r"|lastimados|lesiones)\W+(?:no|ninguno|ninguna|nadie|cero|para nada)|nada que lamentar|(?:solo|puro"
    r"|nada mas|nomas|puros|unicamente) (?:lo |lo del |el |la |fue |fue el |fue la "
    r"|son )?(?:material(?:es)?|lamina|laminazo|fierros?|golpe de lamina|carro|coche|lo del carro"
    r"|danos al carro|golpe del carro)|no (?:se )?(?:(?:lastimo|lesiono|hirio) (?:a )?nadie|(?:salio|resulto|hay"
    r"|hubo) nadie (?:\w+ )?(?:herid|lastim|lesion|golpead)\w*)|nadie se (?:lastimo|lesiono|hirio|golpeo"
    r"|pego)|(?:a nadie|no le) (?:le )?paso nada(?: a nadie)?|no (?:hay|hubo) (?:danos"
    r"|lesiones) (?:personales|humanos|humanas|a personas|fisicos|fisicas)|sin (?:heridas|lastimados"
    r"|golpeados|danos personales|un rasguno|personas lesionadas|problema de salud)|no me duele nada"
    r"|(?:estamos|andamos|estoy|salimos|todos|quedamos|ando) (?:enter[oa]s|perfect[oa]s|san[oa]s|viv[oa]s"
    r"|bien|al cien)|(?:venimos|vamos|vienen|salimos|salieron|quedaron) (?:(?:muy|todos|todas) )?"
    r"(?:bien|iles[oa]s|san[oa]s|enter[oa]s|complet[oa]s)(?= (?:(?:los|las) (?:dos|tres|cuatro|cinco|seis|siete|\d)\b"
    r"|tod[oa]s|gracias|l[oa]s que))"
    r"|(?:venimos|vienen) (?:los|las) (?:dos|tres|cuatro|cinco|seis|siete|\d) (?:muy )?(?:bien|iles[oa]s|san[oa]s)"
    r"(?! \w+[ai]d[oa]s)|ningun (?:herido|lesionado|golpeado)|(?:todos?|todas?|estamos|estan|andamos"
    r"|nos encontramos|salimos|resultamos|ambos|los dos"
    r"|las dos|los tres) (?:\w+ ){0,3}?(?:bien|iles[oa]s|san[oa]s|complet[oa]s|sin novedad"
    r"|tranquil[oa]s)|(?:yo |me )?(?:estoy|encuentro|ando|sali|me siento) (?:muy )?(?:bien|iles[oa]"
    r"|sin un rasguno)|(?:sin|ni) un (?:solo )?(?:rasguno|raspon)|"
    r"nadie (?:salio|resulto|esta|quedo|se|con|tiene|fue|sufrio|ay|hay)?\s*(?:herid|lastim|lesion"
    r"|golpe|dan|nada|mal|quem)\w*|(?:no|ni) (?:me|nos|le|les|lo|los|la|las) (?:hicieron (?:nada|dano)|hirieron"
    r"|lastimaron|tocaron)(?! (?:el|la|al|mi)\b)|(?:salimos|salieron|bajamos) (?:todos |todas |los \w+ )?(?:caminando"
    r"|por (?:nuestro|su) propio pie)|(?:solo|solamente|puro|nomas|nada mas|unicamente|nadamas) (?:fue "
    r"|fueron |es |son )?(?:el |del |un )?(?:puro )?sustos?|(?:solo|solamente|puros?|nomas|nada mas"
    r"|unicamente|son|fueron)(?: fueron| son| hay| los| unos)? (?:puros )?(?:danos )?materiales|"
    r"puros? (?:fierros?|laminazo|lamina|golpe de lamina|danos materiales|danos|material)|(?:no (?:nos"
    r"|les) paso nada)|iles[oa]s?|saldo blanco|s/ ?(?:heridos|lesionados|lesiones|novedad|golpes)|sin (?:heridos"
    r"|lesionados|lesiones|lesion|novedad"
    r"|victimas|golpes)|(?:gracias a dios|afortunadamente|por fortuna|x suerte"
    r"|por suerte) (?:no\b(?!.*\b(?:si|pero)\b)|nadie|todos? (?:estamos |estan )?bien|estamos bien"
    r"|estoy bien|bien)|(?:todo|todos) bien(?: gracias a dios)?|ninguna? (?:persona )?(?:herid|lesion"
    r"|lastim)\w*|no hay nadie (?:mas )?(?:herid|lesion|lastim|golpe)\w*)\b"
)
WELL_ALONE = re.compile(
    r"^\W*(?:(?:pues|si|no|ya|gracias a dios|afortunadamente|creo que|parece que|todo|todos?"
    r"|todas?|los \w+|ambos|aqui|muy|yo|estoy|estamos|andamos|,)\s*,?\s*)*"
    r"(?:bien|perfecto|perfectamente|tranquil[oa]s?|al cien|ok|okay"
    r"|sin problemas?)\b(?: gracias.*| todos| los \w+| por fortuna| hasta ahorita)?\W*$"
)
SLIGHT = re.compile(
    r"\b(?:un poco|poquito|leves?|leve|golpes|golpecitos?|raspones|raspaduras|moretones"
    r"|contusiones|rasgunos|en shock)\b"
)
OVER = re.compile(r"\b(?:no paso (?:nada|a mayores)|ya estuvo|ahi quedo|no (?:es|fue) nada|ya paso)\b")
NOT_ANSWER = re.compile(
    r"^\W*(?:(?:pues|no|ya|ahi|eh|nada) )*(?:no paso nada|no paso a mayores|ahi quedo|ya estuvo"
    r"|ya quedo|ya paso|no fue nada|nada grave|no es nada|fue leve|estuvo leve|nada del otro mundo"
    r"|fue el golpe nada mas|tranquilo|no pasa nada|leve)\W*$"
)
