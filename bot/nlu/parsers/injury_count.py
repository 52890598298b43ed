"""How many are hurt, where a number says so; who is hurt among the people named is for `hurt_people`."""

import itertools
import re
from typing import NamedTuple, Optional

from .digitized import digitize
from .health import of_health
from .injury_words import DEAD

_COUNTED = re.compile(
    r"\b(?<!mis )(?<!sus )(\d{1,3})\s+(?:(?!y\b|anos\b)[a-z]+\s+){0,2}?(?:herid|erido|lesionad|lecionad|lastimad"
    r"|golpead|muert|fallecid|victima|mal herid|prensad|atrapad|ensangrent|inconsc|descalabrad"
    r"|fracturad|quemad|raspad|cortad)"
)
# 'En el kilómetro 23 viene lastimado él': how far along the road, not how many.
_OF_PLACES = re.compile(r"\b(?:km|kilometro|calle|av|avenida|carretera|autopista|federal|numero)\.? \d+")
_PEOPLE = re.compile(
    r"\b(?:murieron|fallecieron|mataron|hay|son|atropell\w+ a|arroll\w+ a|llev(?:o|aron|ando|an) (?:\w+ )?a|como"
    r"|a)\s+(?!1\b)(\d{1,2})"
    r"\s+(?:personas?\b|al hospital|a la cruz|en (?:la |una )?ambulancia)"
    # 'La ambulancia se llevó a dos del otro carro'
    r"|\b(?:ambulancias?|cruz roja|paramedicos?)\b[^.;]{0,25}\bllev(?:o|aron|ando|an) a (?!1\b)(\d{1,2})\b"
    r"(?! (?:cuadras?|calles?|km|kilometros?|minutos?|horas?|metros?))"
)
_AFTER = re.compile(
    r"(?:heridos?|lesionados?|lastimados?|golpeados?|heridas|muertos?)\W+(?:son |somos |hay |como "
    r"|creo que )?(\d{1,2})\b(?!\s*(?::|de|minutos|horas|km|am|pm))"
)
_WE = re.compile(
    r"\b(?:estamos|somos|estan|quedaron|salimos|venimos|hay|los) (?:los "
    r"|las )?(\d{1,2})\b(?! (?:carr|coch|auto|cami|vehi|(?:\w+ )?bien|iles|enter|sin))"
)


# 'somos cuatro y a dos se los llevó la ambulancia', 'de los tres uno está herido': how many there were is not how many
# are hurt.
_THERE_WERE = re.compile(
    r"\b(?:somos|eramos|eran|veniamos|ibamos|vamos|iban|venian|viajabamos|viajaban|(?:de|entre) (?:los|las)) "
    r"(?:como |los |las |que )*(?:eramos |veniamos |ibamos |iban |venian )?(\d{1,2}|dos|tres|cuatro|cinco|seis)\b"
    r"(?: (?:personas|ocupantes|pasajeros))?"
)
_PART = re.compile(
    r"\b(\d{1,2}|un[oa]?)\b(?! (?:de (?:ellos|ellas)\b)?(?:minutos?|horas?|kilometros?|km|carro|coche|auto\b|camion"
    r"|moto\b|poste|golpe|alto|choque|ambulancia))"
)
_ONE_AND_ANOTHER = re.compile(
    r"\b(?:1|un[oa]?|el 1)\b(?: \w+){0,5}?,?(?: y| e)? (?:el |la |al |a la |a )?otr[oa]\b"
    r"(?! (?:\w+ )?(?:carro|coche|auto|camioneta|camion|lado|parte|vez|taxi|vehiculo|unidad|moto\b|poco|cosa|dia))"
)


_FIRST = re.compile(
    r"\W*(?:si|ay|hay|son|como|creo que|pues|,|\s)*(?:\b(?:los|las) (?=\d+\W*(?:mi|ell?a?|yo)\b))?(\d{1,2})\b"
    r"(?!\s*(?::\s*\d|minutos|horas|km))"
)
_IN_ALL = re.compile(
    r"\b(?:son|fueron|somos|serian|seriamos|van|hay|ya son|hacen|hacemos) (?:como )?(\d{1,2})"
    r" (?:en total|por todos|entre todos|con(?:migo|tandome)|l[oa]s (?:herid|lesion|lastim|golpe)\w+)"
    r"|\b(?:con (?:eso|el|ella|ese|esa|yo)|conmigo|en total|entre todos|sumando|contandome|todos juntos|por todos)"
    r",? (?:(?:ya|me) )*(?:son|somos|serian|seriamos|hay|van|hacen|vienen siendo)"
    r"(?: como)? (\d{1,2})(?! (?:carr|coch|auto|vehi|cami|ano|minut|hora|ocup|pasaj|persona))"
    r"|(?:^|[,.;:] ?|\by )(?:o sea )?(\d{1,2}) en total(?=\W*$|\s*[.,;])"
    r"|\b(?:en total|suman|sumarian|total:?|vienen siendo|vendrian siendo) (\d{1,2})"
    r"(?=\W*$|\s*[.,;]| (?:herid|lesion|lastim|golpe))"
)


# 'Le dije que eran dos lastimados y son tres'.
_MENDED = re.compile(
    r"\b(?:dij\w+|puse|anot\w+|eran"
    r"|habia)\b[^.;]{0,50}\b\d{1,2}\b[^.;]{0,30}\bson (?:como )?(\d{1,2})\b(?! \w*(?:anos|de la))"
)


_SIDES = re.compile(
    r"\b(\d{1,2}|un[oa]?) (?:de (?:l[oa]s )?(?:mi[oa]s|nuestr[oa]s)|de nosotr[oa]s|mi[oa]s?|nuestr[oa]s?"
    r"|de (?:mi|nuestr[oa]) (?:carro|coche|auto|camioneta|troca|unidad|moto|lado|nave)|de aca|de este lado)"
    r"(?: nada mas)?,? (?:y|mas|con|e) (?:como )?(?:a )?(\d{1,2}|un[oa]?)"
    r" (?:del?|de (?:la|el|los|las)) (?:otr[oa]s?\b|ell[oa]s|alla|enfrente"
    r"|(?:la |el |los |las )?(?:carro|coche|auto|camion\w*|troca|unidad|moto\w*|taxi|combi|micro\w*|trailer"
    r"|senora?|muchach[oa]))(?! (?:\w+ )?(?:bien|iles))"
)
# The worst off is one of them: 'la peor es mi suegra'.
_WORST = re.compile(
    r"\b(?:el|la) (?:(?:que|quien) (?:\w+ )?(?:esta|viene|salio|quedo|anda|va|trae|se ve) (?:mas|peor)|peor"
    r"|mas (?:mal[oa]?|grave|golpead[oa]|lastimad[oa]|delicad[oa]|fregad[oa]|amolad[oa]|jodid[oa]|madread[oa]))\b"
)
_VEHICLE = (
    r"(?:otr[oa]s?|carro|coche|auto|autobus|camion\w*|troca|picc? ?up|taxi|combi|micro\w*|trailer|moto\w*|van|urvan"
    r"|vagoneta|unidad)\b"
)
_ONE_HURT = r"(?:herid|lesionad|lastimad|golpead|prensad|atrapad|sangrand|inconscient)\w*"
_STRANGERS = (
    r"(?:pasajer[oa]s|personas|nin[oa]s|ocupantes|ayudantes|senor[ae]s"
    r"|muchach[oa]s|chav[oa]s|jovenes|hombres|mujeres|viejit[oa]s|policias|trabajadores)"
)
_OF_OTHERS = rf"(?:en|del?) (?:(?:el|la|los|las|un|una) )?(?:\w+ )??{_VEHICLE}(?: \w+){{0,2}}?"
_AND_OURS = r",? (?:y|mas|e)(?: (?:tambien|aparte|ademas))? (?=(?:a )?(?:mis?|yo|nuestr[oa]s?)\b)"
_AND_ANOTHER = _AND_OURS.replace("(?:mis?|", "(?:el|la|al|mis?|")
# 'Dos lastimados en la pick up y mi ayudante', 'en el taxi hay dos heridos y yo': one's own are none of them.
_OTHERS = re.compile(
    rf"\b(?P<a>\d{{1,2}}) (?:\w+ ){{0,2}}?{_ONE_HURT} {_OF_OTHERS}{_AND_OURS}"
    rf"|\b{_OF_OTHERS} (?:hay|vienen|van|salieron|quedaron|estan|traen) (?P<b>\d{{1,2}})"
    rf" (?:\w+ ){{0,2}}?{_ONE_HURT}{_AND_OURS}"
    rf"|\b(?P<c>\d{{1,2}}) {_STRANGERS} (?:\w+ )?{_ONE_HURT}{_AND_ANOTHER}"
)
# 'Mi señora y los del taxi, son 3'.
_SO_MANY = re.compile(
    r"(?:^|[,.;:]|\b(?:o sea|en total|entonces|pues|asi que|que)) ?(?:son|serian)(?: como)? (\d{1,2})"
    r"(?=\W*$|\s*[.;,]| (?:yo|los|las|el|la|mi)\b)"
)
# 'El de la bici, uno nada más', 'la pasajera nada más ella'.
_ONE_ALONE = re.compile(
    r"\b(?:uno|una|1)(?: persona)? (?:nada mas|nadamas|nomas|solamente)\b"
    r"|\b(?:nada mas|nadamas|nomas|solo|solamente|unicamente) (?:es |fue )?(?:una persona|ella|el|yo|ese|esa)"
    r"(?=\W*$|\s*[,.;]| yo\b| l[oa]s\b)"
)
_ALL_OF_US = re.compile(r"\b(?:l[oa]s|nosotr[oa]s) (\d{1,2})\b")


# '4 heridos, digo, 3', 'son 2, no, 3': the last number holds.
_PUT_RIGHT = re.compile(
    r"\b(?<!: )(\d{1,2})(?P<of> (?:personas? )?(?:herid|lesionad|lecionad|lastimad|golpead)[oa]s?| personas?)?"
    r"(?:(?:[\s,.;:]+(?:no|ay|ah|o))*[\s,.;:]+(?:no(?=\s*[,.;:])|perdon\w*|disculp\w+|(?:que )?dig[oa]|miento"
    r"|mejor dicho|mas bien|corrijo|correccion"
    r"|me equivoque|quise decir|espere\w*|bueno))+[\s,.;:]+(?:no[\s,]+)?(?:(?:son|eran|fueron|es|fue|hay|como"
    r"|nada mas|nomas) )*"
    r"(\d{1,2})\b(?! (?:de la|anos|minut|hora|dias?|km|kilomet|carr|coch|auto|cam|pm|am|cuadr|metr))(?!:)"
)


def _digits(text: str) -> str:
    """The text as it is to be read for who is hurt, in digits, without a number that is put right at once."""
    said = digitize(of_health(text).text).text
    return _PUT_RIGHT.sub(lambda two: two[3] + (two["of"] or ""), said)


def of_both_sides(text: str) -> Optional[int]:
    """The sum of those told of each vehicle: 'tres nuestros y dos del taxi'."""
    both = _SIDES.search(_digits(text))
    return sum(int(one) if one.isdigit() else 1 for one in both.groups()) if both else None


def all_with_the_worst(text: str) -> Optional[int]:
    """How many 'the three of us' are, where somebody named after is the worst off of them."""
    digits = _digits(text)
    all_of_us = _ALL_OF_US.search(digits)
    return int(all_of_us[1]) if all_of_us and _WORST.search(digits, all_of_us.end()) else None


class Beside(NamedTuple):
    """How many are hurt of the other side, and what is told after of one's own."""

    number: int
    own: str


def of_the_others(text: str) -> Optional[Beside]:
    """Those counted of the other side, and one's own told beside them: 'dos señores lastimados y mi ayudante …'."""
    digits = _digits(text)
    beside = _OTHERS.search(digits)
    if not beside:
        return None
    return Beside(int(beside["a"] or beside["b"] or beside["c"]), digits[beside.end() :])


def told_in_all(text: str, named: Optional[int]) -> Optional[int]:
    """How many it is said to be in all, of whom so many (`named`) were made out: 'ella y los del taxi, son 3'."""
    digits = _digits(text)
    in_all = _SO_MANY.search(digits)
    if in_all and (named or 0) <= int(in_all[1]):
        return int(in_all[1])
    return 1 if named in (None, 1, 2) and _ONE_ALONE.search(digits) else None


def _part_of(digits: str) -> Optional[int]:
    """How many of those who were there."""
    there = _THERE_WERE.search(digits)
    part = _PART.search(digits, there.end()) if there else None
    return None if part is None else int(part[1]) if part[1].isdigit() else 1


def told_first(text: str) -> Optional[int]:
    """The number that the answer begins with: 'dos, el chofer y su pasajera'."""
    first = _FIRST.match(_digits(text))
    return int(first[1]) if first else None


_OF_SOME = re.compile(
    rf"\W*(?:si|hay|son|como|creo que|pues|,|\s)*\b\d{{1,2}} (?:\w+ )?(?:de (?:l[oa]s|mis|sus|nuestr[oa]s) \w+"
    rf"|de (?:nosotr[oa]s|ell[oa]s|aca|este lado)|(?:del|de"
    rf" (?:el|la)) {_VEHICLE}|(?:en|de) (?:el|la) {_VEHICLE})"
)


def told_of_some(text: str, hurt: Optional[int]) -> bool:
    """Whether the number that comes first counts only some of the hurt: 'cinco de los muchachos … y yo'."""
    digits = _digits(text)
    return bool(
        hurt
        and hurt > (told_first(text) or 0)
        and any((_OF_SOME.match(digits), _IN_ALL.search(digits), _SO_MANY.search(digits)))
    )


def in_all(text: str) -> bool:
    """Whether the sum of them is told: 'son cuatro conmigo'."""
    return bool(_IN_ALL.search(_digits(text)))


def counted(text: str) -> Optional[int]:
    """The number of hurt people that stands beside a word for being hurt: '2 heridos', 'se llevaron a 3'."""
    digits = _OF_PLACES.sub(" ", _digits(text))
    in_all = _IN_ALL.search(digits) or _MENDED.search(digits)
    if in_all:
        return next(int(one) for one in in_all.groups() if one)
    beside = list(_COUNTED.finditer(digits))
    if len(beside) > 1 and not DEAD.search(digits):
        pairs = itertools.pairwise(beside)
        if all(re.fullmatch(r"\w*(?: \w+){0,2},? (?:y|mas) (?:hay )?", digits[a.end() : b.start()]) for a, b in pairs):
            return sum(int(one[1]) for one in beside)
    number = next((one for one in beside if one[1] != "1"), None) or _PEOPLE.search(digits)
    if number:
        return next(int(one) for one in number.groups() if one)
    number = _AFTER.search(digits)
    return None if not number or re.search(r"poliza|tel", digits[: number.start(1)][-12:]) else int(number[1])


def of_those_there(text: str) -> Optional[int]:
    """The number told of those who were there, nobody of whom is named: 'somos 4 y a 2 se los llevaron'."""
    digits = _digits(text)
    part = _part_of(digits)
    if part is not None:
        return part
    if _ONE_AND_ANOTHER.search(digits) and not DEAD.search(digits):
        return 2
    number = _WE.search(digits)
    return int(number[1]) if number and int(number[1]) < 60 else None
