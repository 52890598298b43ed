"""The words that say who drove, who reports and whose policy it is."""

import re

KIN = (
    r"(?:esposo|esposa|hijo|hija|hijito|hermano|hermana|hn[oa]|hrm[oa]|papa|mama|apa|ama|padre|madre|cunado"
    r"|cunada|suegro"
    r"|suegra|primo|prima|tio|tia|sobrino|sobrina|novio|novia|pareja|marido|mujer|jefe|jefa|patron|"
    r"empleado|trabajador|operador|chofer|chalan|ayudante|vecino|vecina|amigo|amiga|companero"
    r"|companera|patrona|abuelo|abuela|nieto|nieta|yerno|nuera|compadre|comadre|senora|senor|socio|cuate"
    r"|conductor)"
)
# The same after "mi", and names of affection: "mi roomie", "mi difunto esposo".
NEAR = (
    rf"(?:(?:(?:difunt|finad|propi|querid|otr)[oa] |ex ?|sant[oa] |pobre |senor |senora )?(?:{KIN}|ij[oa]|ermano|ermana"
    r"|roo?m(?:i+e?s?|mate|ate)|morr[oa]|viej[oa]|ruc[oa]|carnal[a]?|compa|bro|cunis|jefecit[oa]|abuelit[oa]"
    r"|hermanit[oa]"
    r"|espos[oa]|prometid[oa]|concun[oa]?|ahijad[oa]|padrino|madrina|padrastro|madrastra|hijastr[oa]|mami|papi"
    r"|apacito|amacita|(?<=mi )[mp]a|(?<=su )[mp]a"
    r"|(?<=mi )(?:chav[oa]|chavit[oa]|nin[oa]|plebe|bato|gord[oa]|flac[oa]|chaparr[oa])"
    r"|gerente|muchach[oa]|chamac[oa]|encargad[oa]|capataz|mecanico|valet|acomodador|repartidor|velador|inquilin[oa]))"
)
TITLE = (
    r"(?:lic|licenciad[oa]|ing|inge|ingenier[oa]|dra?|doctora?|prof|profesora?|profe|mtr[oa]|maestr[oa]|arq"
    r"|arquitect[oa]"
    r"|cp|c\.? ?p|contadora?|comandante|cmdte|capitan|sargento|sgto|jefe|chef|enfermer[oa]|enf|psic|psicolog[oa]"
    r"|q\.? ?f\.? ?b|quim|biol|abog|abogad[oa]|lcd[oa]|licda|lica|pbro|pastora?|don|dona|sra?|srta|senora?|senorita)"
)
# What somebody works as, said before the name: 'soy la cajera Irma Luna'.
WORK = (
    r"(?:supervisora?|sup|despachadora?|coordinadora?|coord|auxiliar|aux|administradora?|admon|recepcionista"
    r"|secretari[oa]"
    r"|asistente|cajer[oa]|policia|guardia|oficial|vigilante|vendedora?|tecnic[oa]|residente|pasante"
    r"|paramedic[oa]|ejecutiv[oa]"
    r"|intendente|cociner[oa]|meser[oa]|almacenista|monitorista|promotora?|trabajadora social)"
)
# What a title is in, what a trade is of: 'la licenciada en enfermería', 'la maestra de primaria'.
OF_WORK = (
    r" (?:en (?:[a-z]{4,}(?:ia|ion|ura|ica|mas|mo|dad|cho)|ventas|compras|seguros|sistemas)|(?:de|del) (?:la "
    r"|el )?(?:primaria"
    r"|secundaria|prepa(?:ratoria)?|kinder|preescolar|ingles|matematicas|ventas|compras|turno|guardia|grupo"
    r"|recursos humanos))\b"
)
AT_REST = r"(?:(?:que )?(?:en paz descanse|dios lo tenga en su gloria|ya (?:fallecio|murio))|q\.?\s?e\.?\s?p\.?\s?d)"


SKIP = (
    r"(?:\s*[,:(]?\s*(?:(?:es|era|fue|se llam(?:a|aba|o)|llamad[oa]|de nombre|una? tal|duen[oa]|anterior|el|la|mayor"
    r"|menor|grande|chic[oa]|c|joven|yo|mi|su"
    r"|nuestro|eh|este|pues|creo que|a nombre de|cliente|servidora?|(?:finad|difunt)[oa]|nombre|completo|de en medio"
    r"|" + AT_REST + "|" + NEAR + r")\b"
    r"(?:\s*(?:\.{2,}|…))?\s*[,:(]?\s*|(?:" + TITLE + "|" + WORK + rf")\b\.?(?:{OF_WORK})?\s*))*"
)


DRIVER = re.compile(
    r"\b(?:(?:el|la|mi|nuestro|un|su)?\s*(?:chofer|chof|conductora?|cond|operadora?|oper|op|manejador"
    r"|trailero)(?: que (?:iba|venia|traia)[a-z ]{0,15})?(?: del? (?:mi|la|el|carro|unidad|camion"
    r"|vehiculo|auto)(?! (?:otr[oa]|combi|taxi|micro\w*|ruta|urvan|moto\w*|pipa|autobus|que (?:me"
    r"|nos)))[a-z ]{0,12})?\s*(?:es|era|fue|se llama|:)|"
    r"(?:iba|venia|estaba|andaba|quien|lo|la)\s*(?:iba |venia )?(?:manejando|conduciendo"
    r"|al volante)(?: (?:el carro|la unidad|la camioneta|el coche|el camion|el auto|la moto"
    r"|el vehiculo))?|(?:manejaba|conducia|maneja|conduce|traia|trae)(?: (?:el carro|la unidad"
    r"|la camioneta|el coche|el camion|el auto|la moto|el vehiculo|mi carro|mi camioneta))?|"
    r"(?:lo|la|el carro|la unidad) (?:traia|manejaba|conducia|llevaba|trae)|al volante (?:iba|venia"
    r"|estaba))" + r"(?=[\s:,])"
)


# What only whoever is at the wheel does: 'mi esposo Luis Meza chocó en Toluca'.
_DROVE = (
    r"(?:ya )?(?:choco|chocho|se volco|volco|se volteo|se accidento|se estrello|se estampo|se impacto|derrapo|atropello"
    r"|se salio (?:del|de la)|tuvo (?:un|el) (?:\w+ )?(?:choque|accidente|percance|siniestro)|se fue (?:a|al) \w+"
    r"|acaba de (?:chocar|volcar|tener)|se quedo (?:tirad|varad|parad)\w+|le pego a(?! mi| nuestr)"
    r"|(?:lo|la|le) acaban de (?:chocar|pegar|dar|embestir|impactar)|(?:lo|la|le) (?:chocaron|pegaron|dieron"
    r"|embistieron|impactaron|alcanzaron|cerraron)|(?:trae|traia) (?:el|la|mi) "
    r"(?:carr|coch|auto|cam|troc|unid|mot|muebl|nave|vehic|traile)\w*)\b"
)
# An age between the name and what befell: 'mi hijo Iker de 18 chocó'.
_AGED = r"(?:\s*[,)]?\s*(?:de|tiene|con|,)\s+(?:\d{1,2}|[a-z]+(?: y [a-z]+)?)(?: anos)?(?=\W))?"
BEFORE_DRIVER = re.compile(
    _AGED + r"[\s)]*,?\s*(?:y )?(?:es |era |fue )?(?:el |la |quien |que |el que |la que )?(?:iba|venia|estaba"
    r"|andaba|es|era|lo|la)?\s*(?:manejando|conduciendo|manejaba|conducia|al volante|el chofer"
    r"|el conductor|la conductora|l[oa] (?:traia|llevaba)"
    r"|traia (?:el|la|mi) (?:carr|coch|auto|cam|troc|unid|mot)\w*)\b|"
    + _AGED
    + r"[\s)]*,?\s*(?:el |ella |que )?"
    + _DROVE
)
# What befell whoever is named next: 'chocó mi papá, Anselmo'; not 'me chocó mi vecino'.
AFTER_DRIVER = re.compile(
    r"(?:(?:manejaba|conducia|manejando|conduciendo|traia|llevaba|al volante)(?: (?:era|es|fue))?"
    r"|^\W*(?:pues |era )?(?:iba|venia)"
    r"|(?<!\bme )(?<!\bnos )(?<!\ble )(?<!\blo )(?<!\bla )\b" + _DROVE + r")\s*$"
)


REPORTER = re.compile(
    r"\b(?:soy (?:el|la) que (?:(?:le|les|lo|la) )?(?:habla|llama|marca|reporta|escribe|esta (?:hablando|llamando))"
    r"|soy (?:(?:el|la) )?(?:jef[ea]|encargad[oa]|gerente|supervisora?|operadora?|chofer|despachadora?|coordinadora?"
    r"|auxiliar|administradora?|responsable) del? (?:la |el |los |las )?(?:flotillas?|trafico|monitoreo|patio"
    r"|operaciones|turno|transportes?|rutas?|logistica|taller|empresa|oficina|base|sitio|unidad(?: \w+)?|camion"
    r"|trailer|tractocamion)"
    r"|(?<!que )(?<!quien )(?:escribe|marca|llama|saluda|reporta)(?= (?:su|el|la) " + NEAR + r"\b)"
    r"|soy|me llamo|mi nombre (?:completo )?(?:es)?|(?:(?:le|les) )?habla|(?:le|les|lo|la) (?:marca(?! (?:es"
    r"|era|esta|del?|no)\b)|llama"
    r"|escribe|saluda"
    r"|contacta|molesta)|de parte del?|reporta|pregunt\w+ por mi\W+(?:por|con|soy)?|(?:pregunten?|pregunta"
    r"|pregunte)(?: nomas| ahi)? por"
    r"|quien reporta (?:es)?|quien habla (?:es)?|a sus ordenes|a la orden|para servirle|(?:su|un"
    r"|una) servidora?|mi nombre"
    r"|nombre:|nombre|nmbre|nbre|nom\.?)(?=[\s:,])"
)


# 'Nombre' as thumbs write it.
NAME_OF = r"(?:nombre|nonbre|nombr|nmbre|nmbr|nbre|nomb?\.?)"
INSURED = re.compile(
    r"\b(?:(?:el|la)?\s*(?:asegurad[oa]|titular|contratante|duen[oa]|propietari[oa])(?:(?: y)? de (?:la"
    r"|mi) poliza|(?: y)? del (?:seguro|carro|auto|vehiculo|coche|camion|taxi|tractor)|(?: y)? de la (?:unidad"
    r"|camioneta"
    r"|moto|troca|poliza))*\s*(?:es|era|se llama|:)?|a(?:l ?| )?" + NAME_OF + r" (?:del?|d)(?: (?:la|mi) empresa)?"
    r"|(?:la )?poliza (?:es|esta) del?|nombre del asegurado(?: es)?)(?=[\s:,])"
)


# Somebody else drove, and nothing says that the speaker did.
DROVE = re.compile(
    rf"(?<!\bme )(?<!\bnos )(?<!\ble )(?<!\blo )(?<!\bla )\b(?:{_DROVE}"
    r"|(?:iba|venia|estaba|andaba) (?:manejando|conduciendo|al volante)|manejaba|conducia)"
)
I_DROVE = re.compile(
    r"\b(?:choque|chocamos|volque|volcamos|atropelle|me (?:chocaron|pegaron|choco|pego|dieron|dio)|nos \w+ron"
    r"|yo (?:iba|venia|manejaba|traia)|(?:iba|venia|manejaba) yo|conmigo)\b"
)
_OWNS = r"(?:titular|duen[oa]|asegurad[oa]|contratante|propietari[oa])\b"
_POLICY_OF = (
    r"(?: de (?:la|mi|esta) poliza| del? (?:el )?seguro| del? (?:el |mi )?(?:carr|coch|aut|vehic)\w+"
    r"| de la (?:camion|unid|mot)\w+)"
)
SELF_OWNER = re.compile(
    rf"\bsoy (?:yo )?(?:el|la) (?:mism[oa] )?{_OWNS}{_POLICY_OF}?(?! del?\b)"
    rf"|\b(?:el|la) {_OWNS}{_POLICY_OF}?,? (?:soy|es|era) (?:yo|(?:su|un|una) servidora?)\b"
)
OWNER_AFTER = re.compile(
    rf"\s*,?\s*(?:(?:(?:que|ella|el|quien),? )?(?:es|era) (?:la|el) {_OWNS}"
    rf"|(?:(?:la|el) |(?<=, )){_OWNS}(?={_POLICY_OF}?\s*(?:$|[,.;)]|y\b|del?\b)))"
)
OWNER_BEFORE = re.compile(
    r"(?<!otro )(?<!otra )\b(?:carro|coche|auto|camioneta|camion|troca|troka|unidad|moto|vehiculo|mueble|poliza|seguro)"
    r" (?:es|era|esta a nombre) (?:del?|d)\b|\b(?:es|son|pertenece|esta a nombre) (?:del?|d|a) (?=(?:la|mi|una"
    r"|nuestra) (?:empresa|compania)\b)|\b(?:la|mi|nuestra) (?:empresa|compania) (?:es|se llama)\b|\bno (?:es"
    r"|era) mi[oa],? (?:pero |sino |si ?no )?(?:que )?(?:es"
    r"|era) (?:del?|d)\b"
    r"|(?:(?:^|[:.;,])|\bpol(?:iza)?\b\.?(?: (?:es|la|el|num\w*|no\.?))*)\W*\d{6,9},?(?: (?:que )?(?:es|esta"
    r"|viene))?(?: la| el)?"
    r" (?:del?|d)\b(?! \d)"
)


SELF = re.compile(
    r"\b(?:yo(?: mism[oa]| mer[oa]| solit[oa]| sol[oa])?(?: (?:lo |la )?(?:iba|venia|estaba|era|soy"
    r"|traia|manejaba|conducia|andaba))?(?: (?:manejando|conduciendo|al volante|el (?:conductor"
    r"|chofer)|la conductora))?|soy yo|su servidor[a]?|un servidor|una servidora|servidor[a]?|(?:el"
    r"|la) mism[oa](?: (?:que|persona|asegurad[oa]|titular|habla|reporta))?|mi persona|conmigo"
    r"|soy (?:el|la) (?:conductora?|chofer|operador|asegurad[oa]|titular|duen[oa]|mism[oa])|"
    r"nadie (?:mas )?(?:que|sino) yo|(?:quien|(?:el|la) (?:mism[oa] )?que) (?:le )?(?:habla|llama|escribe"
    r"|reporta|marca|esta (?:hablando|reportando|llamando))|"
    r"(?:iba|venia|estaba) (?:yo )?(?:manejando|conduciendo)(?: yo)?|manejaba yo|conducia yo"
    r"|lo traia yo|la traia yo|lo manejaba yo|(?:iba|venia) yo)\b"
)


SELF_DRIVER = re.compile(
    r"\byo (?:mism[oa] )?(?:lo |la )?(?:(?:iba|venia|estaba|andaba) (?:manejando|conduciendo"
    r"|al volante)|manejaba|conducia|era (?:el|la) (?:chofer|conductora?)|soy (?:el"
    r"|la) (?:chofer|conductora?))|\b(?:iba|venia|estaba|andaba) (?:yo )?(?:manejando"
    r"|conduciendo)(?: yo\b|(?=\s*(?:,|\.|$|y |por|en|cuando|mi (?:carro|coche|auto|camioneta))))"
    r"|\b(?:manejaba|conducia) yo\b|\b(?:lo|la) (?:traia|manejaba|conducia|llevaba) yo\b|\bsoy (?:el"
    r"|la) (?:conductora?|chofer|operador)\b|\biba yo manejando\b|\byo (?:venia|iba) (?:manejando"
    r"|en mi|solo|sola|circulando)\b|\byo (?:era|fui) (?:el|la) que (?:manejaba|conducia|iba)\b"
)


OPERATOR = re.compile(
    r"\b(?:(?:el|mi|nuestro|un|su)\s+)?(?:chofer|operador|operadores|conductora?|choferes|trailero)\b,?\s+"
    r"(?:de (?:la |el |mi |nuestra |nuestro |una )?(?:unidad|empresa|carro|camion"
    r"|tractocamion|trailer|flotilla)\s*,?\s*)?"
    r"(?:(?:el|la|se llama|llamado|de nombre|senor|senora|sr|joven)\.?\s+)*(?=[a-z])"
)


THEIR_DRIVER = re.compile(
    r"\b(?:otr[oa]|tercero|contrario|taxi|que me (?:peg|choc|d|golpe)\w+|contraparte|responsable)\b[a-z ]{0,25}$"
)
THIRD_DRIVER = re.compile(
    r"\b(?:otro|otra|tercero|contrario|taxi|camion|camioneta|moto|del jetta|que me pego|que me choco"
    r"|contraparte|responsable)\b[a-z ]{0,25}$"
)


LEAD = re.compile(
    r"^\W*(?:(?:a(?= (?:mi )?nombre)|mi[oa]|su servidora?|un servidor|ponga(?:le|n)?|apunt[ea](?:le)?|anot[ea](?:le)?"
    r"|si|no|pues|este|eh|mmm|ah|ahi|bueno|mire|claro|es|nomas|una? tal"
    r"|era|fue|soy|se llam(?:a|aba|o)|ell[ao]|me llamo|llamad[oa]"
    r"|mi nombre(?: completo)? es|su nombre es|el nombre es|nombre|a nombre de|esta a nombre de|esta"
    r"|el|la|al|lo|del?|d|mer[oa]|(?:finad|difunt|duen)[oa]|patrona?|profra?|atte|(?:"
    + TITLE
    + "|"
    + WORK
    + rf")(?:\.?{OF_WORK})?|"
    r"con|habla|le habla|aqui|asegurad[oa]|titular|conductor|conductora|chofer|operador|manejaba"
    r"|conducia|iba|venia|estaba|traia|manejando|conduciendo|que|quien|yo|mism[oa]|mi|nuestro"
    r"|por favor|buenas|tardes|buenos|dias|hola|creo|seria|poliza|completo|somos|empresa|compania|"
    + NEAR
    + r"|"
    + AT_REST
    + r")\b[\s,.:]*)*"
)
# A name, and a greeting beside it: "Ramiro Ochoa, buenas. Me pasé un tope…", "Buenas, Teresa Luna. Me chocaron".
GREETING = r"(?:buen(?:[oa]s?)?(?: (?:tard|noch|d)\w+)?|hola|que tal|saludos|oiga|disculp\w+)"
GREETED = re.compile(
    rf"^\W*(?:(?:{GREETING}\W+)+(?P<after>[a-z]+(?: [a-z]+){{1,4}}?)\s*(?=[,.;]|\bde\b)"
    rf"|(?P<before>[a-z]+(?: [a-z]+){{1,4}}?)\s*[,.;]\s*(?!bueno (?!d)){GREETING}\b)"
)


TAIL = re.compile(
    r"[\s,.;]+(?:para servirle|a sus ordenes|por favor|gracias|porfa|y (?:mi|el|la|su) (?:tel|cel"
    r"|numero|poliza).*|mi (?:tel|cel|numero|poliza).*|es (?:mi|el|la) .*|iba manejando|manejaba"
    r"|el es.*|con .*|tel.*|cel.*|ok|si|nada mas|seria todo|y ya|es todo)\W*$"
)
