"""A message as it is to be read for who is hurt: what only sounds like health said plainly, what is feared left out.

'Bien nerviosa' is very nervous, and not well; 'no puede hablar de los nervios' is nerves; 'no deja de sangrar' denies
no blood; 'si al rato me duele' has not begun to hurt.
"""

import re
from functools import lru_cache

from .digitized import Digitized, respelled
from .people_named import BODY
from .sms import spell_out

_LATER = (
    r"(?:al rato|manana|luego|despues|mas (?:tarde|al rato|adelante|noche)|en (?:la noche|unos dias|frio|casa)|otro dia"
    r"|al enfriar\w*|con los dias|a la larga|algun dia|llegando a)"
)
_ACHES = (
    r"(?:duel|dol|sient|sint|lastim|sal|empiez|empez|pon|poni|amanez|amanec|inflam|hinch|maree|resient|result|quej)\w*"
)
_FEARED = re.compile(
    rf"\b(?:(?:por )?si(?: (?:no|yo|me|le|nos|les|se|ya|es que|acaso|llega\w* a|a (?:mi|ella|el) \w+))*? {_LATER}"
    rf"(?: \w+){{0,4}}? {_ACHES}"
    rf"|(?:por )?si (?:(?:me|le|nos|les|se|no) )+(?:\w+ ){{0,2}}?{_ACHES}(?: \w+){{0,4}}? (?:{_LATER}|algo)\b"
    rf"|(?:por si|y si|que tal si|no sea que|no vaya a ser (?:que|y)|en caso de que|a ver si no)(?: {_LATER})?"
    rf"(?: (?:me|le|nos|les|se|no|a mi))*(?: {_LATER})?(?: \w+){{0,2}}? {_ACHES})[^,.;]*"
)
# After these words 'bien' says how much, and not that somebody is well.
_VERY = re.compile(
    r"\bbien(?= (?!(?:nada|cada|lado|todos?|todas?|librad|parad|nacid|sentad|acompanad|cuidad|educad|recib|gracias)\w*)"
    r"(?:\w{2,}(?:ad|id|iert|os|uest|rot|ient|iv)[oa]s?|mal|malo|mala|feo|feas?|lejos|cerca|tensos?|tensas?|triste"
    r"|alterad\w+|molest\w+|enojon\w*|mens[oa]|mugros[oa]|llor\w+|fuerte|duro|recio|gacho|tard\w*|solit\w+)\b)"
)
_NERVES = (
    r"(?:nervios|susto|miedo|coraje|impresion|llanto|pena|angustia|emocion|estres|preocupacion|desesperacion|espanto"
    r"|shock|frio)"
)
_CANNOT = r"no (?:(?:se|me|le|nos|lo|la) )*(?:puede|puedo|pude|pudo|podemos|logra|alcanza a)(?: (?:ni|casi|siquiera))*"
_FROM_NERVES = re.compile(
    rf"\b(?:{_CANNOT} \w+|no (?:habla|contesta|responde|reacciona)(?: \w+)?)(?: \w+){{0,3}}? (?:de|del|por|con) "
    rf"(?:(?:el|la|los|las|sus|tanto|tanta|puro|puros|pura|tantos|mismo) )*{_NERVES}\b"
    rf"|{_CANNOT} (?:hablar|escribir|contestar|moverme|moverse|respirar)"
    r" (?:ahorita|ahora|ahi|fuerte|mucho|en este momento|orita|por (?:el )?tele\w+|por aqui|porque (?:esta|anda"
    r"|se)|del?"
    r" (?:carril|lugar|acotamiento)|con (?:usted|ustedes)|es que|hasta que|de aqui)"
    r"|no habla bien por (?:el )?(?:tele|cel)\w+"
)
# What goes on and on: the 'no' denies its end.
_GOES_ON = re.compile(
    r"\bno(?= (?:(?:me|le|se|les|nos) )*(?:para|paran|deja|dejan|dejo|cesa|cede|detiene|corta|quita|quito|baja"
    r"|aguant\w+"
    r"|soport\w+|hay quien (?:le )?pare)\b)"
)


# 'Me duele en el alma', 'qué dolor de cabeza con este señor'.
_NO_PAIN = re.compile(
    r"\b(?:me|nos|le) (?:duele|dolio|lastima) (?:(?:mucho|hasta|mas|en) )*(?:(?:el|mi|la) )?(?:alma|corazon(?! de)"
    r"|bolsillo|cartera|orgullo|carr\w+|coch\w+|auto|camioneta|troca|moto|nave|perder|que (?:me|se|no))\b"
    r"|\b(?:que|es un|un|puro) dolor(?:es)? de cabeza (?:con|este|esta|esto|estos|es|el|la|todo)\b"
)


# How it was before: 'venía yo bien tranquila', 'iba bien despacio'.
_BEFORE = re.compile(
    r"\b(?:venia|veniamos|venian|iba|ibamos|iban|andaba|estaba|estabamos|manejaba|circulaba|circulabamos)"
    r"(?: (?:yo|el|ella|nosotros|nosotras|aqui|ahi|manejando|circulando|saliendo|parad[oa]s?))*"
    r" (?:(?:muy|bien|todo|toda|tan) )+(?:tranquil\w*|a gusto|content\w+|feliz|felices|quitad\w+|despaci\w*|lent\w*"
    r"|quiet\w*|campante)\b"
)
# What was only thought of, before it turned out otherwise: 'pensé que se había quebrado la pierna pero nada más …'.
_THOUGHT = re.compile(
    r"\b(?:pense|pensamos|pensaba|pensabamos|crei|creimos|creia|creiamos|parecia|jurabamos|juraba|temi|temiamos)"
    r" (?:que )?(?:(?!\b(?:pero|y ya|y si)\b)[^.;]){3,90}?"
    r"(?=,? (?:pero|y (?:ya no|resulta|resulto|no\b|nada mas|nomas|solo|gracias)|aunque|mas bien)\b)"
)


# It is over: who is hurt is not said. With 'a nadie', or told of somebody, it is.
_OVER = re.compile(
    r"(?<!me )(?<!nos )(?<!le )(?<!les )\b(?:no (?:paso nada|paso a mayores|fue nada|es nada|fue para tanto))"
    r"(?: grave| serio)?(?! (?:a|con) (?:nadie|nosotr|ningun|mi|el|la|los|las|ell))"
    r"(?:(?:,|\.)? (?:(?:nomas|nada mas|solo|solamente|puro|fue|unicamente|mas|que) )+(?:(?:el|un"
    r"|del) )+golpe(?:s|cito)?\b"
    r"(?! (?:al?|del?|en) ))?"
)

# 'Mi ma', 'su pa'.
_PARENT = re.compile(r"\b(?:mi|su|tu) [mp]a(?= (?!ra|que\b))")
# 'Se le rompió, creo, el brazo': how sure the speaker is.
_HEDGE = re.compile(
    r"(?<=[a-z]),? (?:(?:yo|a mi) )?(?:creo(?: yo)?|pienso|parece|al parecer|segun (?:yo|el|ella|dice|parece)|como"
    r"|dice|quien sabe"
    r"|me imagino|supongo|yo digo)(?: que)?,?"
    rf"(?= (?:(?:tod[oa]|un|una|el|la|los|las|su|sus|mi)\b ?)+{BODY}\b)"
)


def fears(text: str) -> bool:
    """Whether a pain is feared that has not come: "¿y si al rato me duele el cuello?"."""
    return bool(_FEARED.search(spell_out(text).text))


@lru_cache(maxsize=128)
def of_health(text: str) -> Digitized:
    """The text spelled out and read so, and the way back to offsets in it as said."""
    spelled = spell_out(text)
    spelled = respelled(spelled, _VERY, lambda _: "muy")
    spelled = respelled(spelled, _PARENT, lambda match: match.group() + match.group()[-2:])
    spelled = respelled(spelled, _HEDGE, lambda _: "")
    plain = spelled.text
    for blank in (_FROM_NERVES, _GOES_ON, _FEARED, _NO_PAIN, _OVER, _BEFORE, _THOUGHT):
        plain = blank.sub(lambda match: " " * len(match[0]), plain)
    return spelled if plain == spelled.text else spelled._replace(text=plain)
