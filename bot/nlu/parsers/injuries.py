"""Whether somebody is hurt, how many, and whether somebody died. What people say to mean 'it is over' is not a no."""

import re
from typing import Any, Dict, List, Optional

from .clauses import clauses
from .digitized import digitize
from .folding import fold
from .found import Found, found
from .yes_no import is_unknown, read_yes_no

_PERSON = (
    r"(?:mi (?:mama|papa|hij[oa]s?|espos[oa]|herman[oa]s?|novi[oa]|suegr[oa]|prim[oa]|ti[oa]|abuel[oa]"
    r"|niet[oa]|amig[oa]|acompanante|copiloto|bebe|mujer|marido|senora|companer[oa]|chofer|madre|padre"
    r"|sobrin[oa]|cunad[oa]|pasajer[oa])|el copiloto|el acompanante|(?:el|la|un|una|los|las|unos) "
    r"(?:senor(?:a|es|as)?|ninos?|ninas?|bebe|muchach[oa]s?|joven(?:es)?|motociclista|ciclista|peaton"
    r"|pasajer[oa]s?|chofer|conductora?|persona|chav[oa]|viejit[oa]|anciano|anciana|repartidor"
    r"|motociclistas|copiloto|muchachos|otro conductor|chamac[oa]|motorista)|alguien|el (?:otro|del"
    r"|de la|de el) [a-z]+(?: [a-z]+)?|la del [a-z]+(?: [a-z]+)?|ella|el\b|nosotros|varios|algunos)"
)
_HURT = re.compile(
    r"\b(?:herid[oa]s?|eridos?|lesionad[oa]s?|lecionad[oa]s?|lesion(?:es|ad@s)?|lastimad[oa]s?"
    r"|lastimamos|lastim[oe](?:ron)?|lastime|ensangrentad[oa]s?|sangrando|sangra|sangre|sangran"
    r"|inconscientes?|inconciente|desmayad[oa]s?|desmayo|prensad[oa]s?|atrapad[oa]s?|fractur\w*"
    r"|descalabr\w*|"
    r"convulsion\w*|no respira|no reacciona|no responde|no despierta|no se mueve|no puede (?:moverse"
    r"|mover|respirar|caminar|pararse|levantarse)|no puedo (?:moverme|mover|respirar|caminar|pararme)"
    r"|mal ?heridos?|grave(?:mente)?|delicad[oa]s?|cortad[ao]s?|raspad[oa]s?|raspones|moretones"
    r"|contusionad[oa]s?|"
    r"(?:me|le|les|nos) (?:duele|duelen|dolia|dolio)|dolor(?:es)?|adolorid[oa]s?|(?:se|me"
    r"|nos) (?:quebr[oe]|rompi[oo]?|fracture) (?:el|la|un|una|mi) (?:brazo|pierna|pie|costilla"
    r"|clavicula|nariz|mano|muneca|cadera|pelvis|tobillo|rodilla|dedo)|quemad[oa]s|quemaduras"
    r"|quejandose|se queja\b|se quejan|aturdid[oa]s?|noquead[oa]|"
    r"se peg(?:o|aron|ue) en|me pegue en|me golpee|nos golpeamos|se golpe[oa](?:ron)?|(?:se"
    r"|me) (?:abrio|abri) la (?:cabeza|frente|ceja)|golpead[oa]s? (?:de|en) (?:la cabeza|el pecho"
    r"|la cara|las piernas|el cuello|la espalda)|politraumatizad[oa]|lo llevaron al hospital"
    r"|la llevaron al hospital|se los llevaron al hospital|va (?:al|para el) hospital|"
    r"(?:una|la|otra|otro) victima|victimas|con golpes|crisis nerviosa"
    r"|golpead[oa]s? pero (?:bien|consciente|conciente|estable|viv[oa]|camina))\b"
)
_HURT_TOO = re.compile(
    r"\b(?:malit[oa]s?|perdio el (?:conocimiento|sentido)|no (?:contesta|habla|abre los ojos|siente"
    r"|puede hablar|siento (?:las|los|la|el|mi))|vomit\w+|(?:esta|estan|se ve|lo veo|la veo|quedo|quedaron"
    r"|viene) (?:muy |bien |bastante )?(?:mal\b|grave|delicad|fregad|malherid|tirad[oa]s? en el (?:suelo"
    r"|piso|pavimento|asfalto))\w*|(?:hay|quedo|esta|estan) (?:un |una |el |la |gente |alguien |varios "
    r"|dos )?(?:\w+ )?tirad[oa]s? (?:en el (?:suelo|piso|pavimento|asfalto|camino)|en la (?:calle"
    r"|carretera|banqueta))|latigazo|me (?:punza|arde|truena|zumba|lastima) (?:el|la|mi|los|las)|(?:cara"
    r"|cabeza|ropa|frente) (?:llena|cubierta|banada) de|chorrea\w*|moribund[oa]|agoniza\w*|(?:mand\w+"
    r"|necesit\w+|urge|ocup\w+|traigan|pid\w+|habl\w+ a|llam\w+ a|que venga"
    r"|envi\w+)(?: \w+){0,3}? (?:ambulancia|paramedicos|cruz roja|medico)|se (?:descalabro|desangra"
    r"|desangro|quejaba|quebro|rompio|fracturo|abrio|corto|quemo|lastimo|lesiono|golpeo|pego) (?:el|la|los"
    r"|las|un|una|su) (?:brazo|pierna|pie|costilla\w*|nariz|mano|muneca|cadera|tobillo|rodilla|dedo|cabeza"
    r"|frente|ceja|boca|labio|cara|hombro|espalda|cuello|dientes?|clavicula|panza|estomago)|(?:brazo"
    r"|pierna|pie|costillas?|nariz|mano|muneca|cadera|tobillo|rodilla|dedo|clavicula|cuello) (?:rot[oa]"
    r"|quebrad[oa]|fracturad[oa]|chuec[oa]|zafad[oa]|hinchad[oa]|inflamad[oa]|dislocad[oa])s?|(?:trae"
    r"|traigo|tiene|tengo) (?:un |una |unos |varios )?(?:golpe(?:s)?|golpecito|golpazo|herida|cortada"
    r"|moreton\w*|raspon\w*|fractura|dolor\w*|contusion\w*)(?! (?:el|la|mi) (?:carro|coche|auto|camioneta"
    r"|defensa|puerta)| en (?:la|el) (?:defensa|puerta|cofre|facia|salpicadera|carro|coche|cajuela|rin"
    r"|llanta|parte|costado|lado))|maread[oa]s?|chichon(?:es)?|chipotes?|se (?:puso|siente"
    r"|pusieron) (?:muy )?mal"
    r"|moreton|se (?:lo|la|los|las) llev(?:o"
    r"|aron) (?:en )?(?:la )?ambulancia|me corte|se corto|me queme|se quemo"
    r"|golpe(?:s|cito)? en (?:la (?:cabeza|frente|cara|espalda|nariz|boca|pierna|rodilla)"
    r"|el (?:pecho|cuello|brazo|hombro|estomago))"
    r"|(?:todos|todas|los dos|las dos|ambos) (?:estamos |estan |quedamos |salimos )?golpead[oa]s"
    r"|pero (?:mi \w+|ella|el|el otro|la otra|la senora|el senor|los otros) no(?=\W*$|,"
    r"|\.)|no me siento (?:muy )?bien|me siento (?:muy )?mal)(?=\W|$)"
)
_STRUCK = re.compile(
    rf"\b{_PERSON}(?:\s+(?!carro|coche|auto|camioneta|unidad|moto)\w+){{0,4}}?\s+(?:golpead[oa]s?"
    r"|golpe(?:o|aron)|pegad[oa]s?)\b|\b(?:hay|tenemos|hubo|son|somos|\d+)\s+(?:\w+ )?golpead[oa]s\b"
    r"|\bgolpead[oa]s? (?:hay|mi|el senor|la senora)\b"
)
_DEAD = re.compile(
    r"\b(?:muert[oa]s?|fallec(?:io|ieron|id[oa]s?)|murio|murieron|sin vida|difunt[oa]s?|occis[oa]"
    r"|sin signos vitales|ya no (?:respira|tiene pulso)|mate a (?:una|un|alguien)|lo mato|la mato"
    r"|los mato|perdio la vida|perdieron la vida|decesos?|cadaver|murio)\b"
)
_NOT_DEAD = re.compile(
    r"(?:barranca del|(?:calle|calzada|puente|cerro|laguna|isla) (?:del?|de los|de las)|valle de la) muert|"
    r"muert[oa] de (?:miedo|susto|hambre|frio|risa|panico|sueno)|punto muerto|(?:bateria|carro|coche"
    r"|motor|celular|camioneta|auto|pila|moto)\b[a-z ]{0,20}(?:muert|murio)|se (?:me "
    r"|nos |le )?murio (?:el|la|mi) (?:carro|bateria|coche|motor|camioneta|auto|celular|pila|moto)|(?:perr"
    r"|gat|vac|caball|burr|animal|venad|borreg)\w*[a-z ]{0,25}(?:muert|murio|fallec)|(?:muert[oa]"
    r"|murio) (?:el|un|la|una) (?:perr|vac|caball|burr|gat)|angulo muerto|tiempo muerto|horas muertas"
    r"|dia de muertos|muerto el carro"
)
_NOT_PERSON = re.compile(
    r"(?:defensa|cofre|carro|coche|auto|camioneta|llanta|salpicadera|puerta|facia|motor|unidad|moto"
    r"|suspension|rin|parabrisas|vidrio|radiador|cristal|caja|cajuela|vehiculo|faro|calavera|cable"
    r"|poste|perr\w+|gat\w+|animal|vaca|caballo)s?\b(?:\s+\w+){0,4}\s*$|\b(?:rin|llanta)\s*$"
)
_PART_AFTER = re.compile(
    r"\s+(?:de )?(?:la|el|las|los|mi|una|un)\s+(?:defensa|cofre|carro|coche|auto|camioneta"
    r"|llanta|salpicadera|puerta|facia|motor|unidad|moto|cajuela|parte)"
)
_NEGATOR = re.compile(
    r"(?:\b(?:no|nadie|ningun[oa]?|ni|tampoco|sin|cero|0|nel|libres de|descartad[oa]s?|nunca|niega"
    r"|negativo|nada de)\b(?:\s+(?!si\b|solo\b|pero\b)\w+){0,6}\s*)$"
)
_UNSURE = re.compile(
    r"\b(?:no se si|no (?:sabemos|se sabe)|quien sabe|no estoy segur[oa]|a ver si|no alcanzo a ver"
    r"|ignoro si|desconozco si|no vi si|saber si|revisando si|checando si)\b[a-z ]{0,25}$"
)
_FINE = re.compile(
    r"\b(?:sanos y salvos|vivos y coleando|(?:nada|ni) de heridos|(?:heridos|lesionados|golpeados"
    r"|lastimados|lesiones) (?:no|ninguno|ninguna|nadie|cero|para nada)|nada que lamentar|(?:solo|puro"
    r"|nada mas|nomas|puros|unicamente) (?:lo |lo del |el |la |fue |fue el |fue la "
    r"|son )?(?:material(?:es)?|lamina|laminazo|fierros?|golpe de lamina|carro|coche|lo del carro"
    r"|danos al carro|golpe del carro)|no (?:se )?(?:lastimo|lesiono|hirio|salio|resulto|hay"
    r"|hubo) (?:a )?nadie(?: (?:herid|lastim|lesion|golpead)\w*)?|nadie se (?:lastimo|lesiono|hirio|golpeo"
    r"|pego)|(?:a nadie|no le) (?:le )?paso nada(?: a nadie)?|no (?:hay|hubo) (?:danos"
    r"|lesiones) (?:personales|humanos|humanas|a personas|fisicos|fisicas)|sin (?:heridas|lastimados"
    r"|golpeados|danos personales|un rasguno|personas lesionadas|problema de salud)|no me duele nada"
    r"|(?:estamos|andamos|estoy|salimos|todos|quedamos|ando) (?:enter[oa]s|perfect[oa]s|san[oa]s|viv[oa]s"
    r"|bien|al cien)|ningun (?:herido|lesionado|golpeado)|(?:todos?|todas?|estamos|estan|andamos"
    r"|nos encontramos|salimos|resultamos|ambos|los dos"
    r"|las dos|los tres) (?:\w+ ){0,3}?(?:bien|iles[oa]s|san[oa]s|complet[oa]s|sin novedad"
    r"|tranquil[oa]s)|(?:yo |me )?(?:estoy|encuentro|ando|sali|me siento) (?:muy )?(?:bien|iles[oa]"
    r"|sin un rasguno)|(?:sin|ni) un (?:solo )?rasguno|"
    r"nadie (?:salio|resulto|esta|quedo|se|con|tiene|fue|sufrio|ay|hay)?\s*(?:herid|lastim|lesion"
    r"|golpe|dan|nada|mal)\w*|(?:solo|solamente|puro|nomas|nada mas|unicamente|nadamas) (?:fue "
    r"|fueron |es |son )?(?:el |del |un )?(?:puro )?sustos?|(?:solo|solamente|puros?|nomas|nada mas"
    r"|unicamente|son|fueron)(?: fueron| son| hay| los| unos)? (?:puros )?(?:danos )?materiales|"
    r"puros? (?:fierros?|laminazo|lamina|golpe de lamina|danos materiales|danos|material)|(?:no (?:nos"
    r"|les) paso nada)|iles[oa]s|saldo blanco|sin (?:heridos|lesionados|lesiones|lesion|novedad"
    r"|victimas|golpes)|(?:gracias a dios|afortunadamente|por fortuna|x suerte"
    r"|por suerte) (?:no\b(?!.*\b(?:si|pero)\b)|nadie|todos? (?:estamos |estan )?bien|estamos bien"
    r"|estoy bien|bien)|(?:todo|todos) bien(?: gracias a dios)?|ninguna? (?:persona )?(?:herid|lesion"
    r"|lastim)\w*|no hay nadie (?:mas )?(?:herid|lesion|lastim|golpe)\w*)\b"
)
_WELL_ALONE = re.compile(
    r"^\W*(?:(?:pues|si|no|ya|gracias a dios|afortunadamente|creo que|parece que|todo|todos?"
    r"|todas?|los \w+|ambos|aqui|muy|yo|estoy|estamos|andamos|,)\s*,?\s*)*"
    r"(?:bien|perfecto|perfectamente|tranquil[oa]s?|al cien|ok|okay"
    r"|sin problemas?)\b(?: gracias.*| todos| los \w+| por fortuna| hasta ahorita)?\W*$"
)
_SLIGHT = re.compile(
    r"\b(?:un poco|poquito|leves?|leve|golpes|golpecitos?|raspones|raspaduras|moretones"
    r"|contusiones|rasgunos|en shock)\b"
)
_OVER = re.compile(r"\b(?:no paso (?:nada|a mayores)|ya estuvo|ahi quedo|no (?:es|fue) nada|ya paso)\b")
_NOT_ANSWER = re.compile(
    r"^\W*(?:(?:pues|no|ya|ahi|eh|nada) )*(?:no paso nada|no paso a mayores|ahi quedo|ya estuvo"
    r"|ya quedo|ya paso|no fue nada|nada grave|no es nada|fue leve|estuvo leve|nada del otro mundo"
    r"|fue el golpe nada mas|tranquilo|no pasa nada|leve)\W*$"
)


def find(text: str) -> List[Found]:
    """`injuries`:
    {"any", "count", "deaths", "text"}; nothing when the text does not speak of people being hurt or unhurt.
    """
    folded = fold(text)
    hurt, denied, unsure, dead, not_dead = [], [], [], [], []
    for match in [*_HURT.finditer(folded), *_HURT_TOO.finditer(folded), *_STRUCK.finditer(folded)]:
        start = _clause_start(text, match.start())
        before = folded[start : match.start()]
        if (_NOT_PERSON.search(before) and not re.search(_PERSON, before)) or _PART_AFTER.match(folded, match.end()):
            continue
        if (
            match.group() in ("grave", "delicado", "delicada", "dolor", "cortada", "cortado")
            and not re.search(_PERSON + r"|\bestoy|\besta\b|tengo|alguien|mucho", folded)
        ) or (
            match.group().startswith(("atrapad", "prensad", "rasp", "cort"))
            and re.search(r"(?:carro|llanta|mi (?:mano )?llave|tarjeta)\w* $", before)
        ):
            continue
        if _UNSURE.search(before):
            unsure.append(match)
        elif _NEGATOR.search(before) and not re.search(
            r"no (?:puede|respira|reacciona|se mueve|responde|despierta)", match.group()
        ):
            denied.append(match)
        else:
            hurt.append(match)
    for match in _DEAD.finditer(folded):
        around = folded[max(0, match.start() - 30) : match.end() + 25]
        if _NOT_DEAD.search(around):
            continue
        (not_dead if _NEGATOR.search(folded[_clause_start(text, match.start()) : match.start()]) else dead).append(
            match
        )
    fine = [
        m
        for m in _FINE.finditer(folded)
        if not re.search(r"\bno (?:\w+ ){0,2}$", folded[_clause_start(text, m.start()) : m.start()])
        and not _condition(folded, m)
    ]
    if not (hurt or denied or dead or fine or not_dead):
        return []
    marks = hurt or dead or denied or fine or not_dead
    any_hurt: Optional[bool] = True if hurt or dead else False if denied or fine else None
    if unsure and not hurt and not dead:
        any_hurt = None
    if any_hurt is None and not not_dead:
        return []
    start, end = _widen(text, min(m.start() for m in marks), max(m.end() for m in marks))
    value = {
        "any": any_hurt,
        "count": _count(text, hurt or dead) if any_hurt else 0 if any_hurt is False else None,
        "deaths": True if dead else False if not_dead else None,
        "text": text[start:end].strip(" ,.;"),
    }
    return [found("injuries", value, text, start, end)]


def _condition(folded: str, match: "re.Match[str]") -> bool:
    """'todo bien' and 'estoy bien' about something else: the data, the place, the policy."""
    return bool(
        re.match(r"(?:todo|todos) bien", match.group())
        and re.search(r"\b(?:datos?|poliza|correcto|nombre|telefono)\b", folded)
    ) or bool(re.match(r"\s+(?:ubicad|estacionad|molest|enojad|asustad)", folded[match.end() :]))


def _clause_start(text: str, at: int) -> int:
    return next((s for s, e in clauses(text) if s <= at < e), 0)


def _widen(text: str, start: int, end: int) -> "tuple[int, int]":
    """The clauses that the offsets lie in."""
    inside = [(s, e) for s, e in clauses(text) if s < end and start < e]
    if inside and max(e for _, e in inside) - min(s for s, _ in inside) <= 70:
        return min(s for s, _ in inside), max(e for _, e in inside)
    folded = fold(text)
    return (folded.rfind(" ", 0, max(0, start - 25)) + 1 if start > 25 else 0), (
        folded.find(" ", end + 15) if folded.find(" ", end + 15) > 0 else len(text)
    )


_ONE = re.compile(
    r"\b(?:mi (?:mama|papa|hij[oa]|espos[oa]|herman[oa]|novi[oa]|suegr[oa]|abuel[oa]"
    r"|acompanante|copiloto|bebe|mujer|marido|madre|padre"
    r"|sobrin[oa]|niet[oa]|amig[oa]|chofer|prim[oa]|ti[oa]|cunad[oa])|(?:la|una) senora"
    r"|(?:el|un) senor|(?:el|un) nino|(?:la|una) nina|el bebe"
    r"|(?:el|un) (?:motociclista|ciclista|peaton|muchacho|joven|repartidor|anciano|viejito|copiloto|taxista|pasajero)"
    r"|(?:la|una) (?:muchacha|joven|anciana|viejita|persona|pasajera|conductora)|(?:el"
    r"|un) (?:chofer|conductor|operador))\b"
)
_WELL = re.compile(
    rf"\b{_PERSON}(?: \w+)? (?:esta|estan|salio|salieron|quedo|viene) (?:muy "
    r"|todos? )?(?:bien|iles[oa]s?)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:(?:el|la) (?:del?|de la|otro|otra) |alguien|quede|sali|traigo|tengo|me (?:duele|golpee|lastime|pegue"
    r"|sangra|quebre|rompi|corte)|estoy|le (?:duele|sangra)"
    r"|un[ao]? (?:herid|lesion|muert)|ella|esta (?:herid|lastimad|golpead|sangrand|inconsc"
    r"|grave|atrapad|prensad|muert)|quedo|se (?:golpeo|lastimo|pego|desmayo|quebro|rompio"
    r"|murio)|murio|fallecio)"
)


def _count(text: str, marks: "List[re.Match[str]]") -> Optional[int]:
    """How many are hurt: the number beside the word, else one when one person is named, else None."""
    digits = digitize(text).text
    match = re.search(
        r"\b(\d{1,3})\s+(?:[a-z]+\s+){0,2}?(?:herid|erido|lesionad|lecionad|lastimad|golpead|muert"
        r"|fallecid|victima|mal herid|prensad|atrapad|ensangrent|inconsc)",
        digits,
    )
    match = match or re.search(
        r"\b(?:murieron|fallecieron|mataron|hay|son|atropell\w+ a"
        r"|arroll\w+ a)\s+(\d{1,3})\s+personas?\b",
        digits,
    )
    if match:
        return int(match[1])
    match = re.search(
        r"(?:heridos?|lesionados?|lastimados?|golpeados?|heridas|muertos?)\W+(?:son |somos |hay |como "
        r"|creo que )?(\d{1,2})\b(?!\s*(?::|de|minutos|horas|km|am|pm))",
        digits,
    )
    if match and not re.search(r"poliza|tel", digits[max(0, match.start() - 3) : match.start(1)]):
        return int(match[1])
    match = re.search(r"\b(?:estamos|somos|estan|quedaron|salimos|venimos|hay|los) (?:los |las )?(\d{1,2})\b", digits)
    if match and int(match[1]) < 60:
        return int(match[1])
    first, last = min(m.start() for m in marks), max(m.end() for m in marks)
    near = _WELL.sub(" ", fold(text[_widen(text, first, last)[0] :]))
    named = {m.group() for m in _ONE.finditer(near[: 90 + last - first])}
    if re.search(r"\b(?:varios|varias|algunos|muchos|hijos|hijas|todos|pasajeros)\b", near[:90]):
        return None
    if named:
        return len(named) + (1 if re.search(r"\by yo\b|\btambien (?:yo|me)\b|\byo tambien\b", near) else 0)
    plural = re.search(r"(?:os|as|aron|ieron|an|amos)$", marks[0].group())
    if not plural and (_SOMEBODY.search(near) or _ONE.search(fold(text))):
        return 1
    return None


def read(text: str) -> Optional[Dict[str, Any]]:
    """The answer to 'is anybody hurt?', as `find`;
    None when it is no answer ('no pasó nada', 'ahí quedó') or not known.
    """
    folded = fold(text)
    if _NOT_ANSWER.match(folded):
        return None
    if re.match(r"\W*no que (?:yo sepa|sepamos|veamos|yo vea)\b", folded):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    seen = find(text)
    if seen:
        return seen[0].value
    if (
        re.search(r"\b(?:nadie|ningun[oa]?|cero|nel|no|nada)\b", folded)
        and read_yes_no(text) is False
        and not re.search(r"no (?:paso nada|es nada|fue nada)|no (?:entiendo|quiero)", folded)
    ):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    number = re.match(
        r"\W*(?:si|ay|hay|son|somos|como|creo que|pues|,|\s)*(\d{1,2})\b(?!\s*(?::|minutos|horas|km))",
        digitize(text).text,
    )
    if number and len(folded) < 60:
        count = int(number[1])
        return {"any": count > 0, "count": count, "deaths": None, "text": text.strip()}
    if is_unknown(text) or _OVER.search(folded):
        return None
    if _WELL_ALONE.match(folded):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    people = {match.group() for match in _ONE.finditer(_WELL.sub(" ", folded))}
    me = bool(re.search(r"\byo\b", folded))
    if (people or me or _SLIGHT.search(folded)) and (read_yes_no(text) is not False or _SLIGHT.search(folded)):
        return {"any": True, "count": len(people) + me or None, "deaths": None, "text": text.strip()}
    if read_yes_no(text) is True:
        return {"any": True, "count": None, "deaths": None, "text": text.strip()}
    if re.match(rf"\W*(?:pues |nomas |solo |nada mas |creo que )?{_PERSON}\W*$", folded):
        return {"any": True, "count": 1, "deaths": None, "text": text.strip()}
    return None
