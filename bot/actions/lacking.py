"""Asked for something that is read off a paper or a plate, and it is not at hand: 'no, está en la factura'."""

import re
from typing import Any, Dict

from bot.actions.feelings import vents
from bot.actions.hearing import asks
from bot.actions.identify import unit_called
from bot.actions.turn import Turn
from bot.actions.wording import says_so
from bot.nlu.parsers.numbers import read_number

# What the caller says not to know, by its name → the question that it is.
_UNKNOWN_OF = re.compile(
    r"\bno (?:me |lo |la )?(?:se|acuerdo|recuerdo|sabria|supe)(?: (?:ni|muy|bien|exactamente|decirle|de|todavia"
    r"|aun|a))*? "
    r"(?:(?P<occurred_at>cuando|que horas?|la hora)"
    r"|(?P<location>(?:en )?donde (?:estoy|estamos|fue|paso|es)|(?:el|en que) kilometro"
    r"|como se llama (?:la calle|aqui|esto))"
    r"|(?P<reporter_phone>(?:mi|el) (?:numero de )?(?:telefono|celular|cel)\b)"
    r"|(?P<third_parties>quien (?:fue|me|le|nos|lo|la)|si (?:ya )?se (?:fue|fueron|pelo))"
    r"|(?P<injuries>si (?:\w+ ){0,3}?(?:lastim|herid|lesion|golpead)\w*)"
    r"|(?P<description>(?:como|que) (?:fue|paso|sucedio|ocurrio)))"
)
_LEAVE_OPEN = ("occurred_at", "reporter_phone")
_TELL_IT = ("description", "incident_type", "third_parties")


def unknown_of_another(turn: Turn) -> bool:
    """Whether the message says not to know something else than what was asked: "no sé cuándo" is no answer to which
    policy; what it names is not asked any more.
    """
    named = [m.lastgroup for m in _UNKNOWN_OF.finditer(turn.folded) if m.lastgroup]
    if not named or turn.expected in named or turn.expected in (None, *_TELL_IT):
        return False
    for name in named:
        if name in _LEAVE_OPEN:
            turn.skip(name)
    return True


_NO_POLICY = re.compile(
    r"\bno (?:la |lo |me la |se )?(?:traigo|tengo|cargo|encuentro|aparece)(?: (?:a|la|mano|aqui|conmigo|ahorita|ahora"
    r"|el|mi|numero|de|papel|los|papeles|ni))* poliza\b"
    r"|\bpoliza(?: (?!es\b)\w+){0,3}? (?:esta en|se (?:me )?(?:quedo|olvido)|la (?:deje|olvide|tengo en))\b"
)


def leave_out_the_policy(turn: Turn) -> None:
    """Not ask for the number of the policy of who says, of himself, that it is not at hand: his plates are."""
    if turn.expected != "policy_number" and not turn.first("policy_number") and _NO_POLICY.search(turn.folded):
        turn.skip("policy_number")


# 'No traigo refacción', whatever was asked.
_LACKS_A_THING = re.compile(
    r"\bno (?:traigo|tengo|trae|tiene|cargo|cuento con|hay|traemos|tenemos) (?:ni |mi |la |el |las |los |una? "
    r"|con que )*"
    r"(?:refaccion|gato|cruceta|herramientas?|cables|gasolina|extintor|triangulos?|senalamientos?|saldo|efectivo|dinero"
    r"|agua|cobertura|llanta)\b"
)


def lacks_a_thing(turn: Turn) -> bool:
    """Whether what is not at hand is a thing that no question asks for."""
    return bool(_LACKS_A_THING.search(turn.folded))


_AT_HAND = ("policy_number", "inciso", "plates", "vin")
_LED_BY_NO = re.compile(
    r"\W*(?:(?:pues|pos|ay|uy|hijole|mmm?|la verdad|fijese que|este|es que|eh|mire|oiga|ahorita)\W+)*"
    r"(?:no+|nop|nel|tampoco|ni)\b"
)
# Where papers are that are not here, and that there are no others.
_ELSEWHERE = re.compile(
    r"\b(?:(?:se (?:me )?(?:quedo|quedaron|perdi\w+|olvid\w+|quem\w+|mojo)|(?:lo|la|los|las) (?:deje|dejamos"
    r"|olvide|perdi"
    r"|tengo en|tiene|guarda|trae)|(?:esta|estan|quedo|viene|vienen) (?:en|dentro|adentro|con|a) )"
    r"|(?:es|son) (?:la|el|las|los) (?:unic[oa]s? )?que (?:tengo|traigo|me (?:dieron|sale|aparece|viene)|sale"
    r"|aparece|dice"
    r"|viene)|no (?:tengo|traigo|hay) (?:otr[oa]|mas)|(?:nomas|solo|nada mas) (?:es|tengo|traigo) es[ea])"
)
# What a no may be besides: of who is, of what was said, of what was not heard, of what is about to come.
_OF_ANOTHER_THING = re.compile(
    r"\bno,? (?:soy|es (?!que)|era|fue|son|le (?:entend|entiend|escuch|oi)|te (?:entend|entiend|escuch|oi)"
    r"|entend|entiend"
    r"|escuch|oigo|oi\b|comprend|cuelg|quiero|me (?:interes|gust|cuelg|dej))|\b(?:esper|permit|moment|tantit"
    r"|(?<!lo )(?<!la )(?<!los )(?<!las )deje(?:me|nme)?\b|dejame\b|voy a|orita|ahorita (?:se|lo|la|le)|busc"
    r"|otr[oa]\b(?<!tengo otra)(?<!tengo otro)|mal\b|equivoc|correg"
    r"|herid|lastim|nadie|prend|camin|arranc|se muev|falt\w+|llev(?:aron|o\b)|rob(?:aron|o\b))"
)


def has_none(turn: Turn) -> bool:
    """Whether what was asked is not at hand: a message without digits that begins with no, or says where it is."""
    if turn.expected not in _AT_HAND or lacks_a_thing(turn) or _holds_a_number(turn.text) or asks(turn.folded):
        return False
    if unknown_of_another(turn) or vents(turn) or (turn.expected == "inciso" and unit_called(turn)):
        return False
    if not all(_of_a_paper(entity) for entity in turn.entities):
        return False
    if _OF_ANOTHER_THING.search(turn.folded) or (turn.intent in _SPOKEN and says_so(turn)):
        return False
    return bool(_LED_BY_NO.match(turn.folded) or _ELSEWHERE.search(turn.folded))


def _holds_a_number(text: str) -> bool:
    return bool(re.search(r"\d", text)) or any(len(digits) >= 3 for digits in read_number(text))


def _of_a_paper(entity: Dict[str, Any]) -> bool:
    """Whether a fact may be no more than where a paper is: "la dejé en el taller"."""
    if entity.get("entity") == "place":
        return not any(entity["value"].get(part) for part in _OF_THE_MAP)
    return entity.get("entity") in ("entrusted", "parked", "vehicle_whereabouts", "by_relative")


_OF_THE_MAP = ("street", "neighborhood", "municipality", "state", "highway")
_SPOKEN = ("wait", "request_person", "cancel_report", "complaint", "legal_help", "ask_repeat", "goodbye", "new_report")
