"""What happened and what an incident needs besides: how the answers about it are read."""

import re

from bot.actions import claim as drafts
from bot.actions import learned
from bot.actions.feelings import vents
from bot.actions.hearing import says_unknown, yes_no
from bot.actions.merge import take
from bot.actions.turn import Turn
from bot.nlu.parsers import (
    ages,
    details,
    incident,
    injuries,
    left,
    occupants,
    situation,
    third_parties,
    times,
    trailers,
)
from bot.nlu.parsers.numbers import read_number


def read_injuries(turn: Turn) -> bool:
    """ "No pasó nada" and "ahí quedó" are no answer: the parser knows them."""
    take(turn, "injuries", injuries.read(turn.text))
    return any(path.startswith("injuries.") for path in turn.understood)


def read_third_parties(turn: Turn) -> bool:
    """Whether there is another side, and whether it left."""
    if learned.tells_another_thing(turn):
        return False
    if turn.before["third_parties"]["any"]:
        return _read_left(turn)
    said = third_parties.read(turn.text)
    if not said or said["any"] is None:
        return False
    turn.set("third_parties.any", said["any"])
    turn.set("third_parties.fled", said["fled"])
    if said["any"] and len(turn.text) > 4:
        turn.set("third_parties.text", turn.text[:500])
    return True


def _read_left(turn: Turn) -> bool:
    """Whether the others, who are known, left: "no" says that they are not there."""
    known = turn.before["third_parties"]
    fled, nobody = left.read(turn.text), third_parties.denies(turn.text)
    if third_parties.names_others(turn.text) and not nobody:
        told = third_parties.names_others(known["text"] or "") and f"{known['text']}; {turn.text}"
        turn.set("third_parties.text", (told or turn.text)[:500])
    if fled is None and not nobody and not says_unknown(turn):
        fled = {"fled": True, "stayed": False}.get(learned.heard(turn) or "")
    if fled is not None:
        turn.set("third_parties.fled", fled)
    elif third_parties.takes_back(turn.text) and turn.claim["incident_type"] != "run_over":
        turn.set("third_parties.any", False)
        drafts.clear(turn.claim, ["third_parties.text"])
    return fled is not None or nobody or "third_parties.text" in turn.understood


def read_denuncia(turn: Turn) -> bool:
    """Whether the theft was reported to the prosecutor, and when."""
    said = situation.read("denuncia", turn.text)
    said = yes_no(turn) if said is None else said
    if re.search(r"\b(todavia no|aun no|apenas|voy a|ire|(?<!la )manana|pendiente)\b", turn.folded):
        said = False
    when = times.parse_time(turn.text, turn.now) if said is not False else None
    if said is None and when and not when.future:
        said = True  # the hour answers "¿cuándo la puso?"
    if said is None:
        return False
    at = when.best.isoformat(timespec="seconds") if when and not when.future else None
    take(turn, "denuncia", {"made": said, "at": at, "text": turn.text[:300]})
    return True


def read_trailer(turn: Turn) -> bool:
    """How many trailers."""
    named = trailers.read(turn.text)
    if named:
        take(turn, "trailer", named)
        return True
    said = False if re.search(r"\bsin (remolque|caja|plataforma)\b", turn.folded) else yes_no(turn)
    if said is None:
        return False
    turn.set("details.trailers", int(said))
    return True


def read_cargo(turn: Turn) -> bool:
    """What was carried, and whether it spilled."""
    if len(turn.text) < 2 or says_unknown(turn):
        return False
    spilled = re.search(r"\b(derram|tir[oó]|cay[oó]|reg[oó]|regad)\w*", turn.folded)
    dry = re.search(r"\bno se (le )?(cay|tir|derram|reg)|\bsin derram", turn.folded)
    said = details.cargo(turn.text) or {"spilled": False if dry else True if spilled else None}
    take(turn, "cargo", {**said, "text": turn.text[:500]})
    return True


def read_driver_age(turn: Turn) -> bool:
    """The driver's age in years."""
    numbers = [int(digits) for digits in read_number(ages.without_tenure(turn.text)) if len(digits) <= 3]
    years = details.age(turn.text, turn.now) or (numbers[0] if numbers and 12 <= numbers[0] <= 110 else None)
    turn.set("details.driver_age", years)
    return years is not None


def read_occurred_at(turn: Turn) -> bool:
    """When it happened, in words that are no time, or that name again one that is still to come."""
    if len(turn.text) < 2 or says_unknown(turn):
        return False
    when = times.parse_time(turn.text, turn.now)
    if when and when.future and turn.memory["asked"].get("occurred_at", 0) >= 2:
        turn.memory.pop("future", None)
        turn.set("details.occurred_text", when.text)  # said twice, it is kept as said
        return True
    if when:
        return False  # taken already, or still to come
    if times.parse_time(turn.text, turn.now, asked=True):
        take(turn, "time", {})  # "de 2 a 3"
        return "occurred_at" in turn.understood
    if vents(turn) or (yes_no(turn) is not None and not _WHEN.search(turn.folded)):
        return False  # "todavía no" is no time
    turn.set("details.occurred_text", turn.text[:300])
    return True


# A word that can tell when, where no time could be read: "cuando salí del cine", "entre el desayuno y la comida".
_WHEN = re.compile(
    r"\d|\b(?:cuando|antes|despues|durante|mientras|al (?!centro|otro)\w+|entre|apenas|hace|desde|hasta|ahora|ahorita"
    r"|orita|rato|dias?|noche|tarde|manana|madrugada|mediodia|hora\w*|minut\w*|semana\w*|mes(?:es)?|ayer|hoy|anoche"
    r"|antier|lunes|martes|miercoles|jueves|viernes|sabado|domingo|momento\w*|recien|acab\w+|temprano|salida|saliendo"
    r"|llegando|pasad[oa]|fin|puente|navidad|posada|fiesta|juego|partido|misa|turno|comida|desayuno|cena)\b"
)


def read_service(turn: Turn) -> bool:
    """The service wanted at the roadside."""
    service = incident.read_service(turn.text)
    if service is None and yes_no(turn):
        service = "tow"  # the last wording asks whether a tow truck will do
    turn.set("service", service)
    return service is not None


def read_occupants(turn: Turn) -> bool:
    """How many people were in the vehicle."""
    said = None if says_unknown(turn) else occupants.read(turn.text)
    turn.set("details.occupants", said)
    return said is not None
