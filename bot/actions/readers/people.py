"""Names and the phone: how the answers about people are read."""

import re
from typing import Callable, Optional, Set

from bot.actions.caller import OF_THE_CALLER, fuller, same_as_reporter, with_the_first
from bot.actions.hearing import yes_no
from bot.actions.turn import Turn
from bot.nlu.parsers import companies, name_answers, name_choice, names, phone
from bot.nlu.parsers.folding import fold
from bot.nlu.parsers.lookups import words
from bot.nlu.parsers.not_me import did_not_drive
from bot.nlu.parsers.person_words import KIN, SELF_DRIVER
from bot.nlu.parsers.yes_no import is_unknown

_NOBODY = re.compile(r"\b(nadie(?! (?:mas )?(?:que|sino) yo)|estaba (estacionad|parad)[oa]|sin conductor|ningun[oa])\b")


_SOMEBODY_ELSE = re.compile(r"\b(otra persona|alguien mas)\b")
_MINE = re.compile(
    r"\W*(?:(?:es|esta|pues|a|carro|seguro|poliza|la|el|nombre)\W+)*(?:mi[oa]|a?mi ?(?:propio )?n(?:om|on|m"
    r"|o)?br?e?)\W*"
)
_PRONOUN = re.compile(r"^\W*(?:era |fue )?(?:él|ella|el)\s+(?:se llama |es )?", re.I)
_SHE = re.compile(
    r"^\W*(?:(?:no|fue|era|pues|no era yo)\W+)*(?:él|ella|el|ellos)(?:\W+(?:iba|venía|venia|estaba) manejando"
    r"|\W+(?:manejaba|manejó|traía el carro|lo traía|la traía|conducía))?\s*,\W*(?:se llama\W+|es\W+)?",
    re.I,
)


_THE_SAME = re.compile(
    r"\W*(?:(?:es|soy|pues|si|el|la|ya|yo|ese|esa|con)\W+)*(?:mism[oa]|se lo (?:di|dije)|le dije|que le dije|"
    r"que manejaba|"
    r"manejaba yo|soy yo|yo|que le di)(?: mero| nombre| de antes| señorita| joven)*\W*"
)


# Asked again: the name that was told when the driver's was asked is the caller's own.
_YES_IT_IS = re.compile(r"\W*si+(?:\W+(?:mero|senorita|joven|asi es|claro|ese es|esa es|yo))*\W*")
# 'Soy la vecina de don Chuy': whose, not who.
_KIN_OF = re.compile(rf"\W*(?:(?:pues|yo|si|este|oiga)\W+)*soy (?:(?:el|la|su|una?) )?{KIN} del? [^,.;]*\W*")


def name_into(path: str, question: str) -> Callable[[Turn], bool]:
    """A reader of somebody's name, or of whose it is, into this path of the claim."""

    def read(turn: Turn) -> bool:
        nobody = question == "driver_name" and _NOBODY.search(turn.folded)
        if nobody:
            turn.skip(question)
        return bool(nobody) or _whose_name(turn, path, question)

    return read


# 'Es de mi esposa', asked who drove: whose the car is.
_OWNER = re.compile(r"^\W*(?:\w+\W+){0,6}?(?:es|era) (?:propiedad )?del? (?:mi|la|don|dona|el|un|una)\b")
_AT_THE_WHEEL = re.compile(r"\b(?:manej\w+|conduc\w+|chofer|operadora?|volante|traia|llevaba|iba|venia|yo)\b")
_YES_AND = re.compile(r"\W*(?:si+|simon|aja|yo|asi es)\b\W+")


def _whose_name(turn: Turn, path: str, question: str) -> bool:
    if question == "driver_name" and _OWNER.search(turn.folded) and not _AT_THE_WHEEL.search(turn.folded):
        return False
    other = _SHE.match(turn.text) if question == "driver_name" else None
    text = turn.text[other.end() :] if other else turn.text
    firm = companies.read(text) if question == "insured_name" else None
    if firm:
        turn.set(path, companies.written(text, firm))
        return True
    said = None if _says_something_else(turn) else name_answers.read_name(text)
    not_me = question == "driver_name" and did_not_drive(turn.text, asked=True)
    if said and (other or not_me):
        # 'Yo no manejaba, soy Rosa Díaz, la dueña': whose name it is was not asked.
        own = not_me and said.name in _of_the_speaker(turn)
        relation = None if re.search(r"\bsoy su\b", turn.folded) else said.relation  # of the speaker to another
        said = said._replace(me=False, name=None if own else said.name, relation=relation)
    if question == "driver_name" and said and SELF_DRIVER.search(turn.folded) and companies.company(text):
        said = said._replace(me=True, name=None)  # 'Soy el chofer, la empresa es Fletes Robles'
    if question == "driver_name" and said and said.name and not (other or not_me or said.relation):
        said = said._replace(me=said.me or bool(_YES_AND.match(turn.folded)))  # 'sí, Laura'
    mine = question == "insured_name" and _MINE.fullmatch(turn.folded)
    agreed = not not_me and not (said and (said.name or said.relation)) and yes_no(turn) is True
    if mine or (said and said.me) or agreed:
        if said and said.name and fuller(said.name, turn.claim["reporter"]["name"]):
            turn.set("reporter.name", said.name)
        same_as_reporter(turn, path, question)
        return True
    name = said.name if said else names.bare_name(_PRONOUN.sub("", turn.text))
    if not name and said and said.relation and turn.memory["asked"].get(question, 0) >= 2:
        # The name is not known; the relation is better than nothing.
        at = fold(text).find(said.relation)
        name = text[at : at + len(said.relation)].lower() + OF_THE_CALLER
    turn.set(path, name)
    if not name and ((said and said.relation) or not_me or _SOMEBODY_ELSE.search(turn.folded)):
        turn.partly = True  # somebody else, whose name is asked for next
    return bool(name)


def _of_the_speaker(turn: Turn) -> Set[str]:
    """The names by which the speaker goes in this message, and before it."""
    said = [one for one in turn.all("person") if one.get("role") == "reporter" or one.get("self")]
    return {name for name in [turn.claim["reporter"]["name"], *(one.get("name") for one in said)] if name}


def read_reporter_name(turn: Turn) -> bool:
    """The caller's name, or "the same" as the driver."""
    said = None if _says_something_else(turn) else name_answers.read_name(turn.text)
    again = turn.memory["asked"].get("reporter_name", 0) > 1 and _YES_IT_IS.fullmatch(turn.folded)
    if turn.claim["driver_name"] and (again or _THE_SAME.fullmatch(turn.folded)):
        turn.set("reporter.name", turn.claim["driver_name"])
        return True
    firm = companies.company(turn.text)
    if firm and not turn.claim["insured_name"] and not turn.first("person"):
        turn.set("insured_name", companies.written(turn.text, firm))
        turn.partly = True  # whose the policy is; who reports is asked again
        return False
    if (
        not said
        or not said.name
        or _KIN_OF.fullmatch(turn.folded)
        or (is_unknown(turn.text) and not turn.first("person"))
    ):
        return False
    if _is_the_other_drivers(turn, said):
        turn.set("driver_name", said.name)
        return True
    turn.set("reporter.name", _beside_others(turn, said.name) or with_the_first(turn) or said.name)
    return True


def _is_the_other_drivers(turn: Turn, said: name_answers.NameSaid) -> bool:
    """Whether it is the whole name of the other who drove, told a message late: 'Daniel', and then 'Daniel Mota'."""
    driver = turn.claim["driver_name"]
    told = bool(driver) and not said.me and " " not in driver and fuller(str(said.name), driver)
    return told and turn.memory["asked"].get("driver_name", 0) > 1


def _beside_others(turn: Turn, name: str) -> Optional[str]:
    """The name that is told beside somebody else's: 'Ana Ruiz, la que manejaba era mi hija Sol Prado'."""
    others = [e for e in turn.entities if e.get("entity") == "person" and e["value"].get("role") != "reporter"]
    if name not in [e["value"].get("name") for e in others]:
        return None
    said = words(turn.text)
    for one in name_choice.stretches(turn.text):
        start, end = said[one.first].start, said[one.after - 1].end
        if not any(e["start"] < end and start < e["end"] for e in others):
            return names.title(turn.text[start:end])
    return None


def _says_something_else(turn: Turn) -> bool:
    """Whether other facts than a person's make up most of the message: "anoche" is nobody's name."""
    others = ("time", "place", "phone", "policy_number", "plates", "vin", "authorities", "injuries")
    covered = sum(e["end"] - e["start"] for e in turn.entities if e.get("entity") in others and "start" in e)
    return covered > 0.6 * len(turn.text)


def read_phone(turn: Turn) -> bool:
    """The number, or the one the caller writes from; one said short twice is kept as said."""
    said = phone.read(turn.text)
    address = turn.metadata.get("address")
    if said and said.e164:
        turn.set("reporter.phone", said.e164)
    elif address and ((said and said.same) or (not said and yes_no(turn))):
        turn.set("reporter.phone", address)
    elif said and said.digits and turn.memory["asked"].get("reporter_phone", 0) >= 2:
        # Said twice the same way, it is kept as said: a person can tell what is missing.
        turn.set("reporter.phone", said.digits)
    else:
        return False
    return True
