"""How many are hurt: the number beside the word, else the people named with it, else one where one person is meant."""

import itertools
import re
from typing import List, Optional

from .digitized import digitize
from .folding import fold
from .injury_words import DEAD, PERSON
from .sms import spell_out

_NOUN = (
    r"(?:mam[ai]|mama?cita|pap[ai]|papacito|jef[ea]|jefit[oa]|viej[oa]|viejit[oa]|parej[ao]|yerno|nuera|nin[oa]|nen[ea]"
    r"|hij[oa]|hijit[oa]|espos[oa]|herman[oa]|hermanit[oa]|carnal[a]?|novi[oa]|suegr[oa]|abuel[oa]|abuelit[oa]"
    r"|acompanante"
    r"|copiloto|bebe|bebita|mujer|marido|madre|padre|senora|sobrin[oa]|sobrinit[oa]|niet[oa]|nietecit[oa]"
    r"|amig[oa]|chofer"
    r"|prim[oa]|ti[oa]|cunad[oa]|compadre|comadre|cuate|compa|companer[oa]|plebe|morr[oa]|morrit[oa]|chamac[oa]"
    r"|huerc[oa]"
    r"|vecin[oa]|nana|tata|madrina|padrino|ahijad[oa]|consuegr[oa]|ayudante|chalan|machetero|empleado"
    r"|emplead[oa]|jovencit[oa]|escuincl[ea]|patron[a]?)"
)
_STRANGER = (
    r"(?:senor[a]?|persona|joven|muchach[oa]|chav[oa]|chavit[oa]|motociclista|motorista|ciclista|peaton|peatona"
    r"|repartidor[a]?|ancian[oa]|viejit[oa]|taxista|trailero|camionero|pasajer[oa]|conductor[a]?|operador|nin[oa]"
    r"|bebe|don|donita|dona|chic[oa]|hombre|mujer|copiloto|acompanante|otro conductor|otra conductora|policia|chofer"
    r"|menor|transeunte|plebe|morr[oa]|chamac[oa]|tipo|wey|guey|bato|compa|amig[oa]|hij[oa]|espos[oa]|mama|papa"
    r"|abuelit[oa]|trabajador[a]?|vendedor[a]?|usuari[oa])"
)
ONE = re.compile(
    rf"\b(?:(?:mi|su|nuestr[oa]) {_NOUN}|(?:el|la|un|una|al|del|otro|otra) (?:otr[oa] )?{_STRANGER}|el bebe)\b"
)
WELL = re.compile(
    rf"\b{PERSON}(?: \w+)? (?:esta|estan|salio|salieron|quedo|viene|vienen|va|anda) (?:(?:muy|todos?|\w+ pero|"
    r"muy \w+ pero|asustad[oa]s?|nervios[oa]s?|como si nada) )?(?:bien|iles[oa]s?|como si nada)\b"
)
_WELL_TOO = re.compile(
    rf"\b(?:yo|nosotros|los demas|{ONE.pattern})(?: \w+){{0,6}}? (?:bien|iles[oa]s?|enter[oa]s?|tampoco"
    r"|del? (?:puro )?susto|no (?:traigo|tengo|trae|tiene|tuve|tuvo) nada|no (?:me|le) paso nada)\b"
)
_SEVERAL = re.compile(rf"\b(\d{{1,2}}) (?:\w+ )?(?:{_NOUN}|{_STRANGER})(?:s|es)\b")
_PLURAL = re.compile(
    r"\b(?:varios|varias|algunos|algunas|muchos|todos|pasajeros|ocupantes|"
    rf"(?:mis|los|las|sus|unos|unas) (?:otros |otras )?(?:{_NOUN}|{_STRANGER})(?:s|es))\b"
)
_MYSELF = re.compile(
    r"\b(?:me (?:\w+ ){0,3}?(?:duelen?|doler|doliendo|zumban?|punzan?|arden?|truenan?|tiemblan?|golpee|lastime"
    r"|pegue|sangran?|quebre|rompi"
    r"|corte|queme|raspe|torci|fracture|descalabre|desmaye|abri|siento|maree)|no me siento|quede (?:con|sin)"
    r"|(?:traigo|tengo) (?:un|una|el|la|los|las|mi|mucho|como)\b|y yo\b|\byo y\b|yo (?:tambien|traigo|tengo|me|ando"
    r"|estoy|con|un)"
    r"|^\W*yo\b|se me (?:zaf|dobl|torc)\w+|tambien yo|a mi (?:me|tambien)|estoy (?!bien|con|en|aqui|seguro)\w+)"
)
_SOMEBODY = re.compile(
    r"\b(?:(?:el|la) (?:del?|de la|otro|otra) |alguien|quede|sali|traigo|tengo|trae|tiene|viene|anda"
    r"|le (?:duele|sangra)"
    r"|un[ao]? (?:herid|lesion|muert)|ella|esta (?:herid|lastimad|golpead|sangrand|inconsc|grave|atrapad|prensad|muert)"
    r"|quedo|(?:se|me) (?:le |lo |la )?(?:golpeo|lastimo|pego|desmayo|quebro|rompio|murio|raspo|corto|llevo"
    r"|abrio|torcio)"
    r"|(?:lo|la) (?:llevo|llevaron)|murio|fallecio)"
)
# As dispatchers write: 'operador golpeado'.
ROLE = re.compile(
    r"\b(?:operador|chofer|conductor|ocupante|pasajero|motociclista|peaton|ciclista|copiloto|tercero)a?\b"
)
_EXCEPT = re.compile(r"\b(?:menos|excepto|salvo|pero)\b")
_COUNTED = re.compile(
    r"\b(\d{1,3})\s+(?:[a-z]+\s+){0,2}?(?:herid|erido|lesionad|lecionad|lastimad|golpead|muert"
    r"|fallecid|victima|mal herid|prensad|atrapad|ensangrent|inconsc|descalabrad|fracturad|quemad|raspad|cortad)"
)
_PEOPLE = re.compile(
    r"\b(?:murieron|fallecieron|mataron|hay|son|atropell\w+ a|arroll\w+ a|llev(?:o|aron) (?:\w+ )?a|como|a)\s+(\d{1,2})"
    r"\s+(?:personas?\b|al hospital|a la cruz|en ambulancia)"
)
_AFTER = re.compile(
    r"(?:heridos?|lesionados?|lastimados?|golpeados?|heridas|muertos?)\W+(?:son |somos |hay |como "
    r"|creo que )?(\d{1,2})\b(?!\s*(?::|de|minutos|horas|km|am|pm))"
)
_WE = re.compile(
    r"\b(?:estamos|somos|estan|quedaron|salimos|venimos|hay|los) (?:los "
    r"|las )?(\d{1,2})\b(?! (?:carr|coch|auto|cami|vehi))"
)


# 'somos cuatro y a dos se los llevó la ambulancia', 'de los tres uno está herido': how many there were is not how many
# are hurt.
_THERE_WERE = re.compile(
    r"\b(?:somos|eramos|veniamos|ibamos|vamos|iban|venian|viajabamos|viajaban|(?:de|entre) (?:los|las)) "
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


_FIRST = re.compile(r"\W*(?:si|ay|hay|son|somos|como|creo que|pues|,|\s)*(\d{1,2})\b(?!\s*(?::|minutos|horas|km))")
_IN_ALL = re.compile(
    r"\b(?:son|fueron|somos|serian|en total) (\d{1,2}) (?:en total|por todos|los (?:herid|lesion|lastim|golpe)\w+)"
)


def _part_of(digits: str) -> Optional[int]:
    """How many of those who were there."""
    there = _THERE_WERE.search(digits)
    part = _PART.search(digits, there.end()) if there else None
    return None if part is None else int(part[1]) if part[1].isdigit() else 1


def without_the_well(folded: str) -> str:
    """A folded text without the people of whom it says that they are well."""
    return _WELL_TOO.sub(" ", WELL.sub(" ", folded))


def told_first(text: str) -> Optional[int]:
    """The number that the answer begins with: 'dos, el chofer y su pasajera'."""
    first = _FIRST.match(digitize(text).text)
    return int(first[1]) if first else None


def how_many_named(text: str) -> Optional[int]:
    """How many are hurt where no word for being hurt is known, only that somebody is."""
    digits = digitize(spell_out(text).text).text
    part = _part_of(digits)
    if part is not None:
        return part
    if _ONE_AND_ANOTHER.search(digits):
        return 2
    if told_first(text):
        return told_first(text)
    digits = without_the_well(digits)
    people = counted_people(digits)
    if _PLURAL.search(digits):
        return None
    one = _MYSELF.search(digits) or _SOMEBODY.search(digits) or ROLE.search(digits)
    return people or (1 if one else None)


def how_many(text: str, marks: "List[re.Match[str]]", start: int) -> Optional[int]:
    """How many are hurt, None where it cannot be told; `marks` are the words that tell of it, `start` where their
    clauses begin.
    """
    digits = digitize(text).text
    in_all, part = _IN_ALL.search(digits), _part_of(digits)
    if in_all or part is not None:
        return int(in_all[1]) if in_all else part
    if _ONE_AND_ANOTHER.search(digits) and not DEAD.search(digits):
        return 2
    counted = list(_COUNTED.finditer(digits))
    if len(counted) > 1 and not DEAD.search(digits):
        pairs = itertools.pairwise(counted)
        if all(re.fullmatch(r"\w*(?: \w+){0,2},? (?:y|mas) (?:hay )?", digits[a.end() : b.start()]) for a, b in pairs):
            return sum(int(one[1]) for one in counted)
    number = counted[0] if counted else _PEOPLE.search(digits)
    if number:
        return int(number[1])
    number = _AFTER.search(digits)
    if number and not re.search(r"poliza|tel", digits[max(0, number.start() - 3) : number.start(1)]):
        return int(number[1])
    number = _WE.search(digits)
    if number and int(number[1]) < 60:
        return int(number[1])
    return _named(text, marks, start)


def _named(text: str, marks: "List[re.Match[str]]", start: int) -> Optional[int]:
    first, last = min(m.start() for m in marks), max(m.end() for m in marks)
    plural = re.search(r"^(?!me |a |se |no ).*(?:os|as|aron|ieron|an|amos)$", marks[0].group())
    folded = fold(text)
    if plural:  # 'mi esposa y mi suegra están lastimadas': the clauses are cut between the two
        start -= len(re.search(rf"(?:{ONE.pattern}\s*(?:,|y|e)\s*)*$", folded[:start])[0])
    we = marks[0].group().startswith("nos ")  # 'yo y mi comadre, nos duele todo': who 'we' are stands before
    start = folded.rfind(".", 0, first) + 1 if we else start
    near = without_the_well(digitize(text[start:]).text)[: 90 + last - first]
    but = list(_EXCEPT.finditer(folded[start:first]))
    near = near[but[-1].end() :] if but else near
    people = counted_people(near)
    if people:
        return people + bool(we or _MYSELF.search(near))
    if _PLURAL.search(near):
        return None
    if _MYSELF.search(near) and not plural and not we:
        return 1
    one = _SOMEBODY.search(near) or ONE.search(folded) or ROLE.search(near)
    return 1 if one and not (plural or we) else None


def counted_people(near: str) -> int:
    """How many people are named ('mi esposa y mis 2 hijos' are three); 0 where some are not counted."""
    several = sum(int(match[1]) for match in _SEVERAL.finditer(near))
    if _PLURAL.search(_SEVERAL.sub(" ", near)):
        return 0
    return len({match.group() for match in ONE.finditer(near)}) + several
