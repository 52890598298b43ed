"""Whether a message answers the question asked: by its facts, by its words, or by "no sé"."""

import re

from bot.actions import learned
from bot.actions.agenda import KNOWN
from bot.actions.caller import fuller, with_the_first
from bot.actions.feelings import vents
from bot.actions.hearing import asks, says_unknown, yes_no
from bot.actions.lacking import lacks_a_thing, unknown_of_another
from bot.actions.mend import mends
from bot.actions.readers import READERS
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import name_answers, names
from bot.nlu.parsers.yes_no import is_unknown

# Where a question's answer stands in the draft, when it is not `details.<question>`.
_PATHS = {
    "injuries": "injuries.",
    "location": "location.",
    "third_parties": "third_parties.",
    "vehicle": "vehicle.",
    "reporter_name": "reporter.name",
    "reporter_phone": "reporter.phone",
    "policy_number": "policy.number",
    "inciso": "policy.inciso",
    "plates": "vehicle.plates",
    "vin": "vehicle.vin",
    "parked": "details.vehicle_parked",
    "licence": "details.driver_licensed",
    "cargo": "details.cargo",
    "trailer": "details.trailer",
    "denuncia": "details.denuncia",
}
_ANSWERED_IN_A_WORD = (
    "injuries", "third_parties", "drivable", "authorities", "licence", "trailer", "parked", "denuncia", "violence",
    "detained", "driver_name",
)  # fmt: skip
_HAVE = re.compile(r"\b(teng|trai|encuentr|carg|cuent|hay|pued|se)\w*\b")
_AM = re.compile(r"\bno (soy|es|era|fue|estoy|esta)\b")
_LED = re.compile(r"^\W*(?:(?:pues|pos|ah|ay|oiga|este|bueno|mire|uy)\W+)*(si+|simon|aja|claro|no+|nel|todavia no|"
    r"aun no|nadie|ningun[oa]?|yo)\b")  # fmt: skip
# What a person may simply not have: here a plain "no" says so.
_MAY_LACK = ("policy_number", "inciso", "plates", "vehicle", "vin", "insured_name", "reporter_phone", "tow_destination",
             "reporter_name")  # fmt: skip
_BRIEF = 3
_TOP = (
    "driver_name",
    "insured_name",
    "drivable",
    "authorities",
    "incident_type",
    "service",
    "description",
    "occurred_at",
)


# 'No sé, le doy el de la señora que me lo prestó, permítame'.
_ANOTHER_PHONE = re.compile(
    r"\b(?:le|les) (?:voy a dar|doy|paso|dejo|dicto|consigo|pregunto) (?:mejor |entonces )?(?:el|la|uno|otro)\b"
    r"|\b(?:permit|esper|aguant|deje|dejeme)\w*\W*$|\bdeje(?:me)? (?:le |lo |se lo )?(?:pregunt|pid|busc|ve"
    r"|checo|me fijo)"
)


# 'No se llevaron nada'.
_NOTHING_GONE = re.compile(
    r"\W*no (?:me |nos |le |les |se )*(?:l[oae]s? )?(?:llev|rob|quit)(?:aron|o) (?:nada|ni |ning\w+|cosas)"
    r"|\W*no (?:me |nos |le |les )?falt\w+ nada"
)
_OF_NO_NAMES = ("third_parties", "drivable", "authorities", "licence", "parked", "violence", "trailer", "denuncia",
                "occurred_at", "driver_age", "occupants")  # fmt: skip
_OF_WHAT_IS_GONE = ("incident_type", "description", "stolen_parts", "violence", "damage", "cargo", "injuries")


def answer(turn: Turn) -> None:
    """Read the message as the answer to `turn.expected`; sets `turn.answered`, skips what the caller does not know."""
    question = turn.expected
    if not question or question not in KNOWN:
        return
    if question not in _OF_WHAT_IS_GONE and _NOTHING_GONE.match(turn.folded):
        return  # of what was stolen, whatever was asked
    if brought(turn, question):
        turn.answered = learned.mend(turn, asks(turn.folded))
        return
    if (turn.retold and turn.news) or (turn.intent == "correct" and (turn.replaced or (mends(turn) and turn.entities))):
        return
    if question in _OF_NO_NAMES and _take_name(turn):
        return
    reader = READERS.get(question)
    if (reader and reader(turn)) or learned.take(turn):
        turn.answered = learned.mend(turn, asks(turn.folded))
    elif question == "reporter_phone" and _ANOTHER_PHONE.search(turn.folded):
        turn.partly = True  # whose it will be is told, and the number comes next
    elif says_unknown(turn) and unknown_of_another(turn):
        turn.partly = True
    elif question == "location" and _lacks(turn, question) and _nowhere_yet(turn):
        turn.partly = True  # what is seen from there is asked for before it is left open
    elif question != "incident_type" and _lacks(turn, question):
        turn.skip(question)
        turn.answered = True
    else:
        _take_name(turn)


def _take_name(turn: Turn) -> bool:
    """The caller's name, told before it was asked, or in full a message after a part of it; whether it was."""
    known = turn.claim["reporter"]["name"]
    name = with_the_first(turn) or names.bare_name(turn.text)
    if known and turn.folded.startswith(fold(known) + " "):  # the rest of it may be on no list
        said = name_answers.read_name(turn.text)
        name = said.name if said and said.name and fold(said.name) == turn.folded.strip(" .") else name
    told = bool(name) and " " in str(name) and fuller(str(name), known)
    if told:
        turn.set("reporter.name", name)
    elif name and " " in str(name) and _can_only_have_driven(turn):
        turn.set("driver_name", name)
    return told


def _can_only_have_driven(turn: Turn) -> bool:
    """Whether a name that is told by itself is of who drove: who reports and whose the policy is are known."""
    claim = turn.claim
    open_yet = not claim["driver_name"] and "driver_name" not in (
        *turn.memory["asked"],
        *turn.memory["same_as_reporter"],
    )
    crash = claim["incident_type"] in ("collision", "rollover", "run_over") and not claim["details"].get(
        "vehicle_parked"
    )
    return bool(open_yet and crash and claim["reporter"]["name"] and claim["policy"]["found"])


def _nowhere_yet(turn: Turn) -> bool:
    """Whether nothing at all is known of the place, which has been asked for once."""
    return turn.memory["asked"].get("location", 0) < 2 and not any(turn.claim["location"].values())


# 'No sé si se va a incendiar' is not of who is hurt.
_WHETHER = re.compile(
    r"\bno (?:se|sabemos) (?:si|a que|que hora|donde|cuando|quien|cual)\b(?!.*\b(?:lastim|herid|lesion|golpe|bien"
    r"|mal\b|duel|viv|muert|respir"
    r"|alguien|nadie|algo|otr|ellos|ellas|el\b|ella|grave|person|sangr|roto|rot[ao]\b))"
)


def _lacks(turn: Turn, question: str) -> bool:
    """Whether the caller does not know what was asked, or does not have it."""
    if lacks_a_thing(turn) or (question == "injuries" and _WHETHER.search(turn.folded)):
        return False
    unknown = says_unknown(turn) and _is_plain(turn, question)
    plain_no = question in _MAY_LACK and not vents(turn) and "drivable" not in turn.understood and _plain_no(turn)
    return unknown or plain_no


def _is_plain(turn: Turn, question: str) -> bool:
    """Whether "no sé" is said: a guess of it may not leave the place or the hurt unasked."""
    return question not in ("location", "injuries") or is_unknown(turn.text) or len(turn.folded.split()) <= _BRIEF


def _plain_no(turn: Turn) -> bool:
    """A no that says no more than that there is none: "no", "no tengo", but not "no soy el asegurado"."""
    return (
        yes_no(turn) is False
        and (len(turn.folded.split()) <= 3 or bool(_HAVE.search(turn.folded)))
        and not _AM.search(turn.folded)
    )


def answer_beside(turn: Turn) -> None:
    """Take the answer that stands beside a question: "no, acaba de pasar, ¿qué hago?"."""
    whole, folded = turn.text, turn.folded
    parts = re.findall(r"[^,.;:!¡?¿\n]+[?]?", whole)
    told = ", ".join(part.strip() for part in parts if part.strip() and "?" not in part and not asks(fold(part)))
    if (
        turn.expected not in _ANSWERED_IN_A_WORD
        or turn.answered
        or not told
        or told == whole
        or not _LED.match(fold(told))
    ):
        return
    turn.text, turn.folded = told, fold(told)
    answer(turn)
    turn.text, turn.folded = whole, folded


def brought(turn: Turn, question: str) -> bool:
    """Whether the facts of this turn answer the question (or part of it: a town when the place was asked for)."""
    return any(answers_to(path, question) for path in turn.understood)


def answers_to(path: str, question: str) -> bool:
    """Whether a fact at this path is part of the answer to the question."""
    return path.startswith(_PATHS.get(question) or (question if question in _TOP else f"details.{question}"))
