"""What only sounds like an injury: said of a thing, of something bad, or of somebody hurt in another story."""

import re

from .hurt_people import named
from .injury_words import BAD_THINGS, NOT_PERSON, PART_AFTER, PERSON, ROLE, SOME_OF_THEM
from .lying import lies
from .whose_state import of_a_load, of_a_thing

# 'Lesionados', 'heridos' beside 'hay' or 'sin': people, whatever was named before.
_COUNTED = re.compile(
    r"\b(?:hay|hubo|hubieron|sin|ningun|tengo|tenemos|traemos|cero|nadie)(?: \w+)? $"
    r"|\b(?:gente|personas?|pasajer[oa]s?|alguien)(?: (?:muy|mal|bien|que|medio|esta|estan|viene|venia|iba|va))* $"
)
_PEOPLE_HURT = re.compile(r"(?:herid|erid|lesionad|lecionad|lastimad|lesion)")
# 'El pavimento está mal', 'está mal el año': bad, and not ill.
_BAD = re.compile(
    r"(?:esta|estan|va|van|sigue|siguen|andan?|salio|viene|vienen|quedo|quedaron|se ve|lo veo|la veo)\b.* mal$|mal$"
)
_BAD_BEFORE = re.compile(
    rf"\b(?:el|la|los|las|mi|mis|su|un|una|es[eao]s?|est[eao]s?)(?: \w+)?? (?:{BAD_THINGS})s?\b(?: \w+){{0,3}} $"
    rf"|\b(?:eso|esto|lo que|algo|todo|ahi)(?: \w+)? $"
)
_BAD_AFTER = re.compile(
    rf"\W*(?:el|la|los|las|mi|mis|su|un|una|es[eao]s?|est[eao]s?) (?:\w+ )?(?:{BAD_THINGS})s?\b"
    r"|\W*(?!herid|golpead|lastimad|lesionad|parad|par\b)\w{2,}(?:ad|id|iert|uest|rit|ech|res)[oa]s?\b"
)
_MYSELF = re.compile(r"\b(?:estoy|ando|sali|quede|yo|me)(?: \w+)?\s*$")
_OTHER_CAR = re.compile(
    r"\bel otro (?:carro|coche|auto|camion|vehiculo|taxi|trailer)\b(?= (?!se|le|viene|venia|iba)\w+ mas)"
)
# What may be said of a car as of a person.
_STILL = re.compile(r"no (?:responde|reacciona|se mueve|puede moverse)")
# 'Iba a ver a mi hermana que está delicada'.
_ANOTHER_STORY = re.compile(
    r"\b(?:ver|visitar|cuidar|recoger|llev\w+) a (?:mi|una?|la|el) \w+ (?:al? (?:\w+ )?)?(?:\w+ )?(?:que|porque)"
    r" (?:esta )?$"
)

# 'No puede mover para nada su coche': what does not move is no limb.
_MOVES_A_THING = re.compile(
    r"(?: (?!el|la|los|las|mis?|sus?|est[ea]|es[ea])\w+){0,3}? (?:el|la|los|las|mis?|sus?|nuestr[oa]|est[ea]|es[ea])"
    r" (?:\w+ )?(?:carr\w+|coch\w+|autos?|automovil|autobus|camion\w*|troc\w+|trock\w+|trailer|tracto\w*|unidad|moto\w*"
    r"|vehiculo|nave|mueble|taxi|combi|urban|van|vagoneta|pick ?up|pipa|torton|remolque|caja|volante|palanca|puertas?"
    r"|llantas?)\b"
)
_NOT_GRAVE = re.compile(r"\b(?:nada|algo|tan|cosa) (?:muy |tan )?$")
# 'Choqué con el poste y no se mueve': the car, unless somebody was spoken of.
_SOMEBODY = re.compile(rf"\b(?:{PERSON}|(?:atropell|arroll)\w+|(?:lo|la) (?:tumbe|golpee|avente)|tirad[oa] en)")
# 'También llegó una ambulancia pero no la ocupamos'.
_NOT_NEEDED = re.compile(
    r"\bno (?:la |se |los |nos )?(?:ocup|necesit|requ|usamos|uso|fue neces|hizo falta|hacia falta)\w*"
)
_LEFT_STRUCK = re.compile(r"(?:quedo|esta|anda|salio|viene) (?:\w+ )?golpead")
_PLATES = re.compile(r"\bplacas?\b")
# These need somebody of whom they are said.
_OF_ANYTHING = ("grave", "delicado", "delicada", "dolor", "cortada", "cortado")
_SOMEBODY_IS = re.compile(PERSON + r"|\bestoy|\besta\b|tengo|alguien|mucho")
_OF_WHAT_IS_DRIVEN = re.compile(r"(?:carro|llanta|mi (?:mano )?llave|tarjeta)\w* $")


def no_injury(folded: str, match: "re.Match[str]", before: str, asked: bool) -> bool:
    """Whether a word for being hurt is said of nobody here; `before` is its clause up to it, `asked` whether the hurt
    were asked after.
    """
    word = match.group()
    return bool(
        _of_a_thing(folded, match, before)
        or (_BAD.match(word) and (_BAD_BEFORE.search(before) or _BAD_AFTER.match(folded, match.end())))
        or (word in _OF_ANYTHING and not _SOMEBODY_IS.search(folded))
        or (word.startswith(("atrapad", "prensad", "rasp", "cort")) and _OF_WHAT_IS_DRIVEN.search(before))
        or (word.endswith(" mover") and _MOVES_A_THING.match(folded, match.end()))
        or (word.startswith("grave") and _NOT_GRAVE.search(before))
        or (lies(match) and of_a_load(folded, match.end()))
        or (lies(match) and _PLATES.search(before) and not _SOMEBODY.search(folded))
        or (lies(match) and not asked and not (named(folded) or _SOMEBODY.search(folded)))
        or ("ambulancia" in word and _NOT_NEEDED.search(folded, match.end()))
        or _ANOTHER_STORY.search(folded[: match.start()])
        or (_LEFT_STRUCK.match(word) and not named(folded) and of_a_thing(folded, match.start()))
        or _is_still(folded, match, asked)
    )


def _of_a_thing(folded: str, match: "re.Match[str]", before: str) -> bool:
    somebody = re.search(rf"\b{PERSON}", _OTHER_CAR.sub(" ", before)) or _MYSELF.search(before)
    of_things = NOT_PERSON.search(before) and not somebody
    of_things = of_things and not (ROLE.match(match.group()) or SOME_OF_THEM.match(before + match.group()))
    of_things = of_things and not (_PEOPLE_HURT.match(match.group()) and _COUNTED.search(before))
    return bool(of_things or PART_AFTER.match(folded, match.end()))


def _is_still(folded: str, match: "re.Match[str]", asked: bool) -> bool:
    """Whether what does not move or answer is a thing."""
    if not _STILL.match(match.group()):
        return False
    return of_a_thing(folded, match.start()) or not (asked or named(folded) or _SOMEBODY.search(folded))
