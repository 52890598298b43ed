"""How many were on board, the driver included: as a total, or as a sum of the people named."""

import re
from typing import Optional, Tuple

from .digitized import digitize
from .folding import fold
from .names import FIRST
from .person_words import KIN
from .yes_no import is_unknown

_NOT_PEOPLE = (
    r"(?!\s*(?:km|kilometros|minutos|horas|carros|coches|autos|vehiculos|unidades|cami\w+|trailers?|motos?"
    r"|taxis|trocas?|heridos|lesionados|cuadras"
    r"|toneladas|perros|gatos|[ly]lantas|rines|ruedas|espejos|puertas|faros|vidrios|cristales|birlos|tapones"
    r"|anos|mil|fiestas|:\d|l[oa]s (?:involucrad|que choc|herid|lesion|afectad|lastim|golpead)|(?:ninos|ninas"
    r"|pasajeros|heridos)\b"
    # '8 30' is an hour, '6 4 adultos' a total and its parts
    r"|\d+(?! (?:adult|nin|mujer|hombre|senor|menor|van|vien|ib|est|sal|qued|trae|resul|y \d|mas\b))))"
)
# 'Venían tres en la moto que me pegó', 'dos ocupantes del otro carro'.
_NOT_THEIRS = r"(?!(?: \w+){0,3}? (?:otr[oa]\b|(?:que|quien) (?:me|nos)\b|contra(?:ri[oa])?\b))"
_WE = r"(?:h?i[bv]amos|[vb]eniamos|eramos|somos|[vb]iaja[bv]amos|esta[bv]amos|anda[bv]amos|vamos|[vb]enimos)"
_TOTAL = re.compile(
    rf"\b{_WE}\s+(?:como |los |las |en total |nosotros |nada mas |nomas |solo )*(\d{{1,2}})\b{_NOT_PEOPLE}"
    r"|\b(?:andamos|estamos|salimos|quedamos|resultamos|(?:nos )?(?:sacaron|rescataron|bajaron|ayudaron))(?: \w+){0,3}?"
    rf" (?:a )?(?:los|las) ([3-9])\b(?! (?:de|que)){_NOT_PEOPLE}"
    r"|\b(?:venimos|vamos|veniamos|ibamos) (?:(?:muy|todos|todas) )?(?:bien|iles[oa]s|san[oa]s|sin (?:un )?\w+)"
    rf" (?:los|las) ([2-9])\b(?! (?:de|que)){_NOT_PEOPLE}"
    # 'salimos por la ventana los dos': of two only where they got out of the same vehicle
    r"|\b(?:salimos|nos salimos|nos bajamos|bajamos|nos sacaron|nos rescataron)(?: \w+){0,4}? (?:a )?(?:los|las) (2)\b"
    rf"(?! (?:de|que|carros)){_NOT_PEOPLE}"
    r"|(?:^|[,.;]|\by) *(?:los|las) ([3-9]) (?:\w+ ){0,2}?(?:bien|iles[oa]s|sanos"
    r"|sin (?:heridas|golpes|lesiones)|a salvo)\b"
    rf"|\b(?:h?i[bv]an|[vb]enian|viajaban)\s+(?:como |los |las |en total )*(\d{{1,2}})\b(?! (?:con|y) (?:mi|el"
    rf"|la)\b){_NOT_PEOPLE}{_NOT_THEIRS}"
    r"|\b(\d{1,2})\s+(?:ocupantes|personas (?:a bordo|en el|dentro|adentro|ibamos|veniamos|en la|en mi)|tripulantes)\b"
    rf"{_NOT_THEIRS}"
)
_AND_ME = re.compile(
    r"\b(?:yo y|con) (?:otras |otros |mis )?(\d{1,2}) (?:personas|pasajeros|hijos|hijas|amigos|companeros|mas)\b"
)
_ALONE = re.compile(
    r"\b(?:(?:nada mas|nomas|solo|solamente|unicamente)(?: iba| venia)? yo(?! (?:quer|quier|neces|se\b|teng|vi"
    r"|soy\b|report|avis))"
    r"|(?:iba|venia|andaba|estaba|voy|vengo|viajaba) (?:yo )?(?:sol[oa]|solit[oa])|yo (?:sol[oa]|solit[oa])"
    r"(?! (?:quer|quier|neces|teng|habl|llam|pregunt|dig|se\b|vi\b|soy\b|report|avis|vine\b|estoy\b|le\b"
    r"|les\b))|iba yo sol[oa]|(?:va|viene) sol[oa]"
    r"|sin (?:pasajeros|acompanantes)"
    r"|nadie mas (?:iba|venia)|sol[oa] yo|el (?:chofer|operador) (?:nada mas|sol[oa])"
    r"|(?:solo|nomas|nada mas|pur[oa]|unicamente|solamente) (?:el |la )?(?:chofer|operadora?|conductora?))\b"
)
# In an answer: whoever is named counts, and the driver with them where the words leave him out.
_COUNTED_IN = re.compile(
    r"\b(?:en total|total|con(?: todo y)?(?: el| la)? (?:chofer|conductora?|operador)|contando\w*|incluyendo\w*"
    r"|incluid[oa]"
    r"|conmigo|con todo y yo)\b"
)
_WITH = re.compile(
    r"\W*(?:(?:eramos|ibamos|somos|veniamos|como|pues|iban)\W+)*\d{1,2} con (?:el|la|los|las|todo|mis?)\b"
)
_PERSON = (
    rf"(?:{KIN}|hij[oa]|nin[oa]|bebe|persona|adult[oa]|menor|pasajer[oa]|pasaje|acompanante|copiloto|muchach[oa]"
    rf"|chav[oa]|joven"
    r"|chamac[oa]|morr[oa]|plebe|compa|carnal|trabajador[a]?|chalan|senor[a]?|cliente|usuari[oa]|alumn[oa]"
    r"|mam[ai]|pap[ai]|suegr[oa]|novi[oa]|abue|abuelit[oa]|nen[ea]|bb|bebit[oa]|mujer|hombre|viej[oa]|ruc[oa]|cuate"
    r"|(?:herman|prim|sobrin|hij|niet|amigu|espos|suegr|ti|chamaqu|muchach|plebec)it[oa]|nietecit[oa]|ahijad[oa]"
    r"|criatura|chiqui(?:ll|t)[oa]|huerc[oa]|escuincl[ea]|peque|plebit[oa]|padrino|madrina|padrastro|madrastra"
    r"|hijastr[oa]|consuegr[oa]|concun[oa]|jefecit[oa]|roomie|mama(?:cita)?|papa"
    r"|amig[oa]|maestr[oa]|profe|doctor[a]?|licenciad[oa]|contador[a]?|secretari[oa]|enfermer[oa])"
)
_GROUP = re.compile(
    rf"\b(?:(?:una |1 )?(pareja) de\b|(?<!tiene )(?<!de )(\d{{1,2}})(?= (?:y|mas) (?:yo|un servidor|(?:el|la) (?:chofer"
    rf"|conductora?|operadora?))\b)"
    rf"|(\d{{1,2}})(?! anos) (?:\w+ )?{_PERSON}(?:s|es)\b"
    r"|((?:mis|sus|los) (?:papa|padre|suegro|abuel(?:it)?o|jefe|viejo|apa)s\b"
    r"|(?:mis|sus|l[ao]s) (?:gemel|melliz)[oa]s\b)"
    r"|(\d{1,2}) (?:adelante|atras|enfrente|en la (?:caja|batea|cabina)|mas)\b"
    rf"|(?:mi|mis|su|un|una|1|el|la|otro|otra) (?:otr[oa] )?{_PERSON}\b"
    r"|(yo|conmigo|un servidor|su servidora?|una servidora)\b)"
)
_I_WAS = re.compile(
    r"\b(?:iba|venia|andaba|viajaba|voy|traia|llevaba|traigo) (?:yo )?(?:nada mas |nomas |solo )?(?:con|a)\b"
    r"|^\W*con (?:mi|un|2|3|4)\b"
)
_MORE = re.compile(r"\b(?:y yo|mas yo|aparte de mi|ademas de mi|sin contarme|sin contar al chofer)\b")


_UNCOUNTED = re.compile(
    r"\b(?:mis|los|las|unos|unas|varios|varias) (?:hij[oa]|nin[oa]|herman[oa]|prim[oa]|ti[oa]|amig[oa]|compa"
    r"|companer[oa]"
    r"|sobrin[oa]|niet[oa]|chamac[oa]|pasajer[oa]|plebe|cuate|cunad[oa])s\b|\b(?:la|mi|toda la) familia\b"
)


_KIN_OF = re.compile(rf"\b(mis?|sus?|los|las|el|la) ({_PERSON})(s|es)?\b")
_NAME = re.compile(r",? (?:(?:y|e|don|dona|la|el) )*([a-z]{3,})\b")
_ITEM = (
    rf"(?:(?:mis?|sus?|un|una|el|la|los|las|otr[oa]|nuestr[oa]) (?:otr[oa] )?{_PERSON}(?:s|es)?|\d{{1,2}} (?:\w+ )?"
    rf"{_PERSON}(?:s|es)?|(?:mis|sus|los|las) \d{{1,2}} (?:\w+ )?{_PERSON}(?:s|es)|yo|un servidor|su servidora?"
    rf"|una servidora)(?: de \d+ anos)?"
)
_LIST = re.compile(
    rf"\b(?:{_WE[3:-1]}|(?:iba|venia|andaba|viajaba|voy|vengo) (?:yo )?(?:nada mas |nomas |solo )?con) "
    rf"({_ITEM}(?:(?:, (?:y )?| y | con )(?:(?:atras|adelante|enfrente|tambien|aparte|ademas)(?: (?:iban|venian"
    rf"|con))? )?{_ITEM})*)"
)


def _without_names(text: str) -> str:
    """The text with numbers in digits, the names after relatives counted and left out: 'mis tíos Nacho y Lupe' as
    '2 tios'.
    """
    capitals = frozenset(fold(word) for word in re.findall(r"\b[A-ZÁÉÍÓÚÑ][a-záéíóúñü]+", text))
    digits, out, at = digitize(text).text, "", 0
    for seen in _KIN_OF.finditer(digits):
        names, end = 0, seen.end()
        word = _NAME.match(digits, end)
        while word and (word[1] in FIRST or word[1] in capitals) and (seen[3] or not names):
            names, end = names + 1, word.end()  # 'mi prima Lupe y Toño': he is somebody else
            word = _NAME.match(digits, end)
        if names and seen.start() >= at:
            who = f"{names} {seen[2]}{seen[3]}" if seen[3] else f"{seen[1]} {seen[2]}"
            out, at = out + digits[at : seen.start()] + who, end
    return out + digits[at:]


def _people(listed: str) -> Tuple[int, bool]:
    """How many people a list names, and whether the speaker is one of them."""
    summed = _SUMMED.search(listed)
    if summed:
        before = listed[: summed.start()]
        people, me = _people(before)
        if int(summed[1]) in (people, people + (not me)) and people > 1 and not re.search(r"\d", before):
            return int(summed[1]), True
    groups = list(_GROUP.finditer(listed))
    count = sum(int(m[2] or m[3] or m[5] or 0) or (2 if m[1] or m[4] else 1) for m in groups)
    return count, any(m[6] for m in groups)


# 'Mi mamá, mi tía y yo, tres mujeres solas': the number sums up those named before.
_SUMMED = re.compile(
    rf"[,:;.]\s*(?:(?:o sea|eramos|en total|total|somos|las|los|puras?|puros?) )*(\d) (?:\w+ )?{_PERSON}(?:s|es)\b"
)


def occupants(text: str) -> Optional[int]:
    """How many a message says were on board; None when it does not."""
    digits = digitize(text).text
    total = _TOTAL.search(digits)
    if total:
        return int(next(group for group in total.groups() if group))
    also = _AND_ME.search(digits)
    if also:
        return int(also[1]) + 1
    listed = _LIST.search(_without_names(text))
    if listed and not _UNCOUNTED.search(listed[1]):
        people, me = _people(listed[1])
        return people + (not me) if me or " con " in f" {listed[0]}" else None
    return 1 if _ALONE.search(fold(text)) else None


# Asked who was on board, whoever is counted or is 'my' anything is somebody, but for animals and things.
_NOBODY = (
    r"(?!anos|dias|mes|seman|hora|minut|km|kilo|cuadra|puerta|asiento|fila|llanta|vez|vec|carr|coch|aut|cam|troc|moto"
    r"|unidad|vehic|taxi|trailer|perr|gat|masco|lomit|bici|bulto|caja|male|mochi|bolsa|cosa|herram|tonel|parte|lado"
    r"|casa|trabajo|cuenta|nombre|seguro|poliza|cel|tel|numero|golpe|herid|soledad|sombra|alma\b|angel|dios\b"
    r"|virgen|mas\b|de\b|y\b|los\b|las\b|son\b"
    r"|con\b|person|adult|menor|pasaj|ocup)"
)
_ANYBODY = re.compile(rf"\b(?:(\d{{1,2}}) {_NOBODY}[a-z]{{3,}}s\b|mi {_NOBODY}[a-z]{{3,}}\b)")

_KNOWN = re.compile(rf"\b(?:\d{{1,2}} (?:\w+ )?|mi (?:otr[oa] )?){_PERSON}(?:s|es)?\b|\bmi (?:otr|propi|querid)[oa]\b")


def _as_people(digits: str) -> str:
    """The text with whoever is counted or is the speaker's, and is no word of the lists, as a person."""
    out, at = "", 0
    for one in _ANYBODY.finditer(digits):
        if not _KNOWN.match(digits, one.start()):
            out, at = out + digits[at : one.start()] + (f"{one[1]} personas" if one[1] else "mi compa"), one.end()
    return out + digits[at:]


def read(text: str) -> Optional[int]:
    """The answer to 'how many were on board?'."""
    digits = _as_people(_without_names(text))
    number = re.search(r"\b(\d{1,2})\b" + _NOT_PEOPLE, digits)
    if number and (_COUNTED_IN.search(digits) or _WITH.match(digits)):
        return int(number[1])
    said = occupants(text)
    if said is not None:
        return said
    people, me = _people(digits)
    if people and not _UNCOUNTED.search(digits) and not re.match(r"\W*(?:nadie|ningun\w*|no)\b", digits):
        return people + (not me and bool(_I_WAS.search(digits) or _just_mine(digits)))
    if is_unknown(text):
        return None
    if number and int(number[1]) <= 80:
        return int(number[1]) + bool(_MORE.search(digits))
    if _UNCOUNTED.search(digits):
        return None
    alone = r"\W*(?:(?:pues|iba|venia|nada mas|nomas|solo)\W+)*(?:nadie|ningun\w*|no|yo|el|ella|un servidor|sol[oa])\b"
    return 1 if re.match(alone, digits) else None


def _just_mine(digits: str) -> bool:
    """'Mi esposa y mi hijo': who answers so was there too."""
    return bool(re.match(r"\W*(?:(?:pues|solo|nomas|nada mas|iba|venia)\W+)*mis? ", digits))
