"""How many are hurt, put right after it was told: 'fueron cuatro, no tres', 'siempre no hay nadie', 'falta mi hijo'."""

import re
from typing import Optional

from .digitized import digitize
from .health import of_health
from .lying import none_outright

_N = r"(\d{1,2}|un[oa]?)"
_NOT_PEOPLE = (
    r"(?! (?:\w+ )?(?:carr|coch|auto|vehic|camion|moto|ano|minut|hora|dia|cuadra|calle|puert|llant|inciso|poliza"
    r"|digit|numer|placa|ocup|pasaj|error|equivoc|confus|susto|malentend|golpes?\b|accident|raspon))"
)
_HURT = r"(?:herid|lesionad|lecionad|lastimad|golpead)[oa]s?"
_OF_HURT = re.compile(rf"\b(?:{_HURT}|lesion(?:es)?)\b")
_SO = (
    r"(?:son|es|fueron|fue|eran|era|serian|seria|somos|hay|hubo|sino)(?: (?:nada mas|nadamas|nomas|solo|solamente|ya"
    r"|una? de|como))*"
)
# 'Fueron 4, no 3'; 'no son dos los heridos, son tres'; 'dije que eran dos pero es una'.
_NOW_NOT_THEN = re.compile(
    rf"\b(?:{_SO} |l[oa]s {_HURT} )?{_N}{_NOT_PEOPLE}(?: {_HURT})?,? (?:y |que )?no (?:son |eran |fueron |es "
    rf"|hay )?{_N}\b{_NOT_PEOPLE}"
)
_NOT_THEN_NOW = re.compile(
    rf"\bno (?:son|eran|fueron|fue|es|era|hay|hubo|somos) {_N}(?: (?:l[oa]s )?{_HURT}| personas?)?(?: \w+){{0,2}}?,?"
    rf" (?:si ?no |pero )?(?:que )?{_SO} {_N}\b{_NOT_PEOPLE}"
)
_SAID_BUT = re.compile(
    rf"\b(?:dij\w+|puse|pusieron|anot\w+|habia dicho|conte)\b[^;]{{0,20}}?\b{_N}\b[^;]{{0,120}}?"
    rf"\b(?:pero|y|entonces|asi que|siempre|en realidad|perdon|no)\b[^;]{{0,100}}?\b{_SO} {_N}\b{_NOT_PEOPLE}"
)
# 'Lo de los heridos está mal, son tres', 'los lesionados, uno nada más'.
_THEY_ARE = re.compile(
    rf"\b(?:l[oa]s? (?:de )?(?:l[oa]s? |el )?)?(?:numero de |cantidad de )?{_HURT}\b[^;]{{0,25}}?[ ,:.]+{_SO} {_N}\b"
    rf"{_NOT_PEOPLE}"
)
# 'Mi hijo no trae nada, son dos'.
_THEY_STAY = re.compile(
    rf"[,.;:] (?:o sea )?(?:ya )?(?:son|serian|quedan|somos|es|seria|queda) (?:nada mas |nomas |solo )?{_N}\W*$"
)
_OTHER_FIELD = re.compile(
    r"\b(?:inciso|poliza|telefono|tel|cel|celular|placas?|modelo|ano|calle|colonia|numero(?! de (?:herid|lesion))|serie"
    r"|ocupantes|ibamos|eramos|veniamos|km|kilometro|hora|edad|fecha)\b"
)
# 'No señorita, son dos los lesionados', 'es uno el herido'.
_SO_MANY_ARE = re.compile(rf"\b{_SO} {_N} (?:(?:personas? )?(?:l[oa]s|el|la) |personas? )?{_HURT}(?! (?:mas|aparte)\b)")
_DENIED = re.compile(r"\bno $")
_QUIT = re.compile(
    rf"\b(?:quit|borr|elimin|cancel|sac)\w+ (?:eso|esos|lo)?\b[^.;]{{0,12}}\b{_HURT}\b(?! (?:de|del|porque es) \w+ que)"
)
_MORE = re.compile(
    r"\b(?:falt\w+|tambien|ademas|aparte|otr[oa] (?:herid|lesionad|lastimad)\w+|un[oa] mas|se me olvid\w+)\b"
)
_CLEARED = re.compile(
    r"\b(?:l[oa]s?|nos) (?:ya )?(?:revis|chec|valor|atend|vi[oe])\w*\b|\bfalsa alarma\b|\bsiempre no\b"
    r"|\b(?:fue|era|nada mas|nomas|solo) (?:el |un )?(?:puro )?susto\b|\bdice(?:n)? que (?:ya )?(?:esta|estan"
    r"|no (?:le|les)"
    r" (?:paso|duele)|no tiene|se siente)|\bya se (?:levanto|paro|levantaron|pararon|siente bien|le quito|le paso)\b"
)
_UNHURT = re.compile(
    r"\b(?:no (?:tiene|tienen|trae|traen|tuvo|tuvieron|le encontr\w+|les encontr\w+|(?:le|les) (?:paso|hizo|duele))"
    r" (?:nada(?! (?:muy |tan )?(?:grave|seri[oa]|de (?:cuidado|gravedad)|rot[oa]|mas\b))|ni|ningun\w*)|(?:esta"
    r"|estan|salio|salieron) (?:muy |todos )?(?:bien|perfect\w+|san[oa]s?)"
    r"|puro susto|el susto)\b"
)
_BUT_SOME = re.compile(
    r"\b(?:excepto|menos|salvo|otr[oa])\b|\b(?:aun|todavia|y si|pero si|pues si) (?:esta|trae|tiene|le|se|hay"
    r"|hubo)\b|\bsi (?:hay|hubo|trae|le duele)\b"
    r"|\b(?:mi \w+|(?:el|la) \w+|otr[oa]|ella|el|yo) si\W*$"
)
_NONE_OF_THEM = re.compile(
    rf"\b(?:{_HURT}|lesion(?:es)?)\W+(?:no (?:hay|hubo)|ningun[oa]?|nadie|cero)\b(?! (?:mas|grave))"
)
# Where the hurt were not asked after, what was looked at and is well may be a car.
_OF_SOMEBODY = re.compile(
    r"\b(?:cruz roja|paramedic\w*|doctor\w*|medic[oa]s?|ambulancia|enfermer\w*|sustos?|falsa alarma|siempre no"
    r"|se (?:levanto|paro)"
    r"|dicen? que|senora?|muchach[oa]|herid\w+|lesion\w+|lastim\w+)\b"
)
_MECHANIC = re.compile(
    r"\b(?:mecanico|transito|agente|oficial|patrulla|licencia|poliza|papeles|seguro|taller|electrico"
    r"|carro|coche|motor|camioneta|moto|unidad|llanta|gruero)\b"
)
# 'No hay heridos de mi lado', 'en el taxi no hay heridos': of the others it says nothing.
_ON_OUR_SIDE = re.compile(
    r"\b(?:de|en|por) (?:mi|nuestro|este|est[ae]) (?:lado|parte|carro|coche|auto|camioneta|unidad|moto)\b"
    r"|\b(?:de l[oa]s mi[oa]s|de l[oa]s nuestr[oa]s|conmigo|de mi (?:familia|gente)|en el mio|de aca)\b"
    r"|\b(?:en|de|por|con) (?:el|la|los|las) (?:otr[oa]s?|de(?:l| la)?|taxi|combi|camion\w*|moto)\b"
    r"|\bdel (?:otro|taxi|camion)\b"
)


def number_corrected(text: str, known: Optional[int], asked: bool = False) -> Optional[int]:
    """The number of the hurt that takes the place of the one told before (`known`); `asked`, whatever is wrong was."""
    digits = digitize(of_health(text).text).text
    of_hurt = bool(_OF_HURT.search(digits))
    alone = asked and not _OTHER_FIELD.search(digits)
    for pattern, old, new in ((_NOT_THEN_NOW, 1, 2), (_SAID_BUT, 1, 2), (_NOW_NOT_THEN, 2, 1)):
        said = pattern.search(digits)
        if said and _number(said[old]) != _number(said[new]) and (of_hurt or (alone and _number(said[old]) == known)):
            return _number(said[new])
    said = (_THEY_ARE.search(digits) or _SO_MANY_ARE.search(digits)) if asked else None
    if said and _DENIED.search(digits[: said.start()]) and _number(said[1]) == known:
        return None
    said = said or (_THEY_STAY.search(digits) if alone and (of_hurt or _UNHURT.search(digits)) else None)
    return _number(said[1]) if said else None


def number_denied(text: str) -> bool:
    """Whether only the number told before is denied: 'no son dos heridos' makes nobody well."""
    said = _SO_MANY_ARE.search(digitize(of_health(text).text).text)
    return bool(said and _DENIED.search(digitize(of_health(text).text).text[: said.start()]))


def taken_out(text: str) -> bool:
    """Whether who was hurt is to be left out again: 'quite lo del lesionado'."""
    return bool(_QUIT.search(of_health(text).text))


def some_more(text: str) -> bool:
    """Whether whoever is told to be hurt comes on top of those told before: 'falta uno', 'mi hijo también'."""
    return bool(_MORE.search(of_health(text).text))


def unhurt_after_all(text: str, only: bool, asked: bool = False) -> bool:
    """Whether nobody is hurt after all: 'ya lo revisaron y no tiene nada'; of several (not `only` one) in so many
    words.
    """
    folded = of_health(text).text
    if _BUT_SOME.search(folded) or _ON_OUR_SIDE.search(folded):
        return False
    if none_outright(folded) or _NONE_OF_THEM.search(folded):
        return True
    cleared = _CLEARED.search(folded) and _UNHURT.search(folded) and not _MECHANIC.search(folded)
    return bool(cleared and only and (asked or _OF_SOMEBODY.search(folded)))


def _number(said: str) -> int:
    return int(said) if said.isdigit() else 1
