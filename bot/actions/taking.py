"""How one fact goes into the draft where it takes but a field or two: the scene's facts, the others, details."""

import re
from typing import Any, Callable, Dict, List, Optional

from bot.actions import claim as drafts
from bot.actions.hours import clause_around
from bot.actions.mend import correcting
from bot.actions.story import CONFIRMS
from bot.actions.turn import Turn, fold
from bot.actions.whose import IDENTIFYING
from bot.nlu.parsers import cargo, damage, left, part_words, situation, standing, third_parties, times
from bot.nlu.parsers.nobody_came import no_authority_came


def may_set(turn: Turn, path: str, question: str) -> bool:
    """Whether a fact may be taken: none is known or only assumed, it was asked for, or the message mends."""
    open_yet = drafts.get(turn.claim, path) in (None, "", []) or turn.assumed(path)
    return open_yet or turn.expected == question or correcting(turn)


def simple(path: str, question: str) -> Callable[[Turn, Any], None]:
    """Takes a value as it is."""

    def take(turn: Turn, value: Any) -> None:
        if may_set(turn, path, question):
            turn.set(path, value)

    return take


def fact(path: str, question: str) -> Callable[[Turn, Any], None]:
    """Of a fact that was asked for, the message is the answer as a whole: "no tiene luces, pero sí camina"."""

    def take(turn: Turn, value: Any) -> None:
        said = situation.read(question, turn.text) if turn.expected == question else None
        if may_set(turn, path, question):
            turn.set(path, value if said is None else said)

    return take


_NOW_THERE = re.compile(
    r"\b(?:ya|apenas|ahorita|por fin|al fin|acab\w+ de|estan?) (?:\w+ ){0,2}?(?:lleg\w+|vin\w+|esta|estan|hay"
    r"|aqui|arrib\w+)\b"
)


def take_authorities(turn: Turn, value: Any) -> None:
    """Whether they are there; who said that nobody was may say later that they came."""
    if value and turn.claim["authorities"] is False and _NOW_THERE.search(turn.folded):
        turn.set("authorities", True)
    fact("authorities", "authorities")(turn, value)


_ALSO = re.compile(r"\b(tambien|ademas|aparte|falt\w+|otr[oa] mas|agreg\w+)\b")


def take_third_parties(turn: Turn, value: Dict[str, Any]) -> None:
    """Whether somebody else was part of it, who, and whether they left."""
    mends, known = correcting(turn), turn.claim["third_parties"]["text"]
    if turn.expected == "third_parties" and turn.before["third_parties"]["any"] and not mends:
        return  # asked whether the others left: read as the answer to that
    if turn.expected == "third_parties":
        value = third_parties.read(turn.text) or value  # "nadie más, se me atravesó un perro"
    if value.get("any") and (turn.expected == "third_parties" or mends):
        # Whoever is asked about the other tells it all of the other.
        told = " ".join(turn.kept.split())[:500]
        if known and mends and _nobody_new(value.get("text"), known):
            value = {**value, "text": None}
        else:
            value = {**value, "text": f"{known}; {told}" if known and _ALSO.search(turn.folded) else told}
            turn.mended += ["third_parties.text"] if mends else []
    elif value.get("any") is False and mends:
        drafts.clear(turn.claim, ["third_parties.fled", "third_parties.text"])
    for field in ("any", "fled", "text"):
        path = f"third_parties.{field}"
        if may_set(turn, path, "third_parties") and path not in turn.understood:
            turn.set(path, value.get(field))


def _nobody_new(told: "Optional[str]", known: str) -> bool:
    """Whether no other party is told of than the one known: 'el taxi no se fue', of a taxi."""
    new = set(fold(told or "").split()) - set(fold(known).split()) - _NO_ONE
    return bool(told) and not new


_NO_ONE = {"el", "la", "los", "las", "un", "una", "otro", "otra", "me", "nos", "le", "del", "de", "pego", "choco", "se",
           "que", "conductor", "carro", "coche", "auto", "vehiculo", "senor", "ya", "conmigo", "fue"}  # fmt: skip
_NO_MORE = re.compile(r"\b(nada mas|nomas|solo|solamente|unicamente|pur[oa]s?)\b")


def take_drivable(turn: Turn, value: Any) -> None:
    """Whether it moves; who moves and wants a tow all the same still moves."""
    spans = [turn.text[e["start"] : e["end"]] for e in turn.entities if e.get("entity") == "drivable" and "start" in e]
    towed = bool(spans) and all(re.search(r"gr[uú]a|remolque", span, re.I) for span in spans)
    if not (towed and turn.claim["drivable"] and turn.expected != "drivable"):
        fact("drivable", "drivable")(turn, value)


def take_parked(turn: Turn, value: Any) -> None:
    """Whether it stood parked: not the one that somebody is known to have driven into a parked one."""
    driven = turn.claim["driver_name"] or "driver_name" in turn.memory["same_as_reporter"]
    theirs = value and driven and turn.claim["incident_type"] == "collision" and turn.expected != "parked"
    if not theirs or correcting(turn):
        fact("details.vehicle_parked", "parked")(turn, value)


_MAY_BE_STRIPPED = {"total_theft", "partial_theft", "vandalism", "glass", "other"}


def take_stolen_parts(turn: Turn, value: Any) -> None:
    """The parts named, beside those named before; none where nobody took any: "se me bajó la pila"."""
    told = {turn.claim["incident_type"], *(e.get("type") for e in turn.all("incident"))} - {None}
    if told and not told & _MAY_BE_STRIPPED and turn.expected != "stolen_parts":
        return
    parts: List[str] = value if isinstance(value, list) else [str(value)]
    known = turn.claim["details"].get("stolen_parts") or []
    turn.set("details.stolen_parts", known + [part for part in parts if part not in known])
    if turn.claim["incident_type"] == "total_theft" and correcting(turn) and _NO_MORE.search(turn.folded):
        turn.set("incident_type", "partial_theft")  # "no el carro, nada más los espejos"
    if turn.claim["incident_type"] == "partial_theft":
        turn.set("details.parts_only", True)


def take_cargo(turn: Turn, value: Any) -> None:
    """What the load is and whether it spilled."""
    said = value if isinstance(value, dict) else {"text": str(value)}
    turn.set("details.cargo_type", said.get("type"))
    turn.set("details.cargo_spilled", said.get("spilled"))
    turn.set("details.cargo_text", said.get("text"))


def take_detained(turn: Turn, value: Any) -> None:
    """Whether somebody is held."""
    fact("details.detained", "detained")(turn, value)
    if value and turn.claim["authorities"] is None:
        turn.set("authorities", True)  # whoever is held is held by somebody


def take_trailer(turn: Turn, value: Any) -> None:
    """How many trailers, and whether they stayed hitched."""
    said = value if isinstance(value, dict) else {"any": bool(value)}
    any_trailer = said.get("any")
    turn.set("details.trailers", said.get("count") if said.get("count") is not None else
             (None if any_trailer is None else int(bool(any_trailer))))  # fmt: skip
    turn.set("details.trailer_hitched", said.get("hitched"))


_OUR_CAR = re.compile(r"\b(?:mi|nuestr[oa]) (?:carr|coch|auto|cam|troc|mot|unid|vehic|nave)\w*")
# What may befall a car that stands alone, and be found later.
_ALONE = ("collision", "weather", "flood", "falling_object", "glass", "vandalism", "partial_theft", "total_theft")


def note_what_is_implied(turn: Turn) -> None:
    """That the vehicle stood alone, told in passing; that who runs somebody over has somebody else in it."""
    incident = turn.claim["incident_type"]
    of_papers = turn.expected in (*IDENTIFYING, "licence")  # "la dejé en la casa": the policy
    tells = turn.expected in (None, "incident_type", "description")  # later on "se cayó la llamada"
    if incident == "cargo" and tells and turn.claim["details"].get("cargo_spilled") is None:
        turn.set("details.cargo_spilled", cargo.spilled(turn.text))
    only_where = incident == "collision" and turn.expected == "location"  # "en la casa de mi comadre"
    # "No había nadie adentro", asked who is hurt: in the car that was hit.
    of_others = turn.expected in ("injuries", "third_parties") and not _OUR_CAR.search(turn.folded)
    only_theirs = incident == "collision" and of_others
    open_yet = turn.claim["details"].get("vehicle_parked") is None
    if incident in _ALONE and open_yet and not (of_papers or only_where or only_theirs):
        turn.set("details.vehicle_parked", standing.stood_alone(turn.text, incident != "collision"))
    asked = turn.expected == "third_parties"  # whoever is asked tells more of them
    if incident == "run_over" and turn.claim["third_parties"]["any"] is None and not asked:
        turn.set("third_parties.any", True)


_OF_NAMES = ("policy_number", "plates", "vehicle", "vin", "insured_name", "driver_name", "reporter_name",
             "reporter_phone")  # fmt: skip
_BRIEFLY = 5  # words
_LONGEST = 12
# At the read-back whoever is said to be gone or here may be none of the other side, or a thing.
_NOT_OF_THEM = re.compile(
    r"\b(?:polic|patrull|transito|vialidad|guardia|oficial|agente|ambulanc|paramedic|bomber|grua|ajustador|testig|luz|senal"
    r"|llamad|internet|(?:mi|mis|nuestr[oa]) (?!ex\b)\w+|me fui|nos fuimos)\w*"
)


def note_whether_the_other_is_there(turn: Turn) -> None:
    """That the other side is still there, or left: said alone while a name or a number is asked, 'aquí sigue', or
    otherwise than it was read back: 'el taxi no se fue'.
    """
    others, words = turn.claim["third_parties"], len(turn.folded.split())
    open_yet = turn.expected in _OF_NAMES and others["fled"] is None and not turn.entities and words <= _BRIEFLY
    read_back = turn.expected in CONFIRMS and words <= _LONGEST and not _NOT_OF_THEM.search(turn.folded)
    if not others["any"] or "third_parties.fled" in turn.understood or not (open_yet or read_back):
        return
    gone = left.fled(turn.text) or left.gone(turn.text)
    if gone:
        turn.set("third_parties.fled", not left.denied(turn.folded, gone))
    elif left.stayed(turn.text, others=True):
        turn.set("third_parties.fled", False)


def note_that_nobody_came(turn: Turn) -> None:
    """That no authority came after all, where it was read back that one did: 'no ha llegado nadie'."""
    if turn.expected in CONFIRMS and turn.claim["authorities"] and no_authority_came(turn.text):
        turn.set("authorities", False)


def note_that_it_stood(turn: Turn) -> None:
    """That a vehicle was parked, where nothing else can have been: nobody told it, so it is no news of the message."""
    claim = turn.claim
    told, details = claim["description"] or turn.text, claim["details"]
    if details.get("vehicle_parked") is None and standing.must_have_stood(
        claim["incident_type"], told, details.get("violence")
    ):
        details["vehicle_parked"] = True
    if details.get("vehicle_parked") and claim["incident_type"] in ("total_theft", "partial_theft"):
        turn.assume("details.violence", False)  # nobody was there


def note_whether_it_moves(turn: Turn) -> None:
    """That a vehicle whose wheels or battery were stolen, or whose tyres were cut, does not move: it needs a tow; that
    one of which only the paint and the panels were damaged on purpose does.
    """
    claim = turn.claim
    stolen = claim["details"].get("stolen_parts") or ""  # as said, or a list of them
    stolen = stolen if isinstance(stolen, str) else ", ".join(stolen)
    without = claim["incident_type"] == "partial_theft" and part_words.strands(stolen)
    flat = claim["incident_type"] == "vandalism" and damage.all_flat(claim["description"] or turn.text)
    if without or flat:
        turn.assume("drivable", False)
    elif claim["incident_type"] == "vandalism" and _only_the_skin(claim):
        turn.assume("drivable", True)


def _only_the_skin(claim: drafts.Claim) -> bool:
    """Whether the damage of vandalism is told, and no more than skin deep."""
    told = claim["details"].get("damage")
    return bool(told) and damage.skin_deep(f"{told}. {claim['description'] or ''}")


def take_denuncia(turn: Turn, value: Any) -> None:
    """Whether and when the denuncia was made."""
    said = value if isinstance(value, dict) else {"made": bool(value)}
    if said.get("made") is False:
        turn.set("details.denuncia_at", False)
    else:
        spans = [(e["start"], e["end"]) for e in turn.entities if e.get("entity") == "denuncia" and "start" in e]
        first, last = clause_around(turn.text, *spans[0]) if spans else (0, len(turn.text))
        when = times.parse_time(turn.text if turn.expected == "denuncia" else turn.text[first:last], turn.now)
        at = when.best.isoformat(timespec="seconds") if when and not when.future else None
        if turn.claim["details"].get("denuncia_at") is False:
            turn.claim["details"].pop("denuncia_at")  # "ya puse la denuncia", after all
        turn.set("details.denuncia_at", said.get("at") or at)
        turn.set("details.denuncia_text", said.get("text") or "sí")
    turn.set("details.denuncia_number", said.get("number"))
