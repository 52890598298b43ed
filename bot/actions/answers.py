"""Whether a message answers the question asked: by its facts, by its words, or by "no sé"."""

from bot.actions.agenda import KNOWN
from bot.actions.hearing import says_unknown, yes_no
from bot.actions.readers import READERS
from bot.actions.turn import Turn
from bot.nlu.parsers import persons

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
# What a person may simply not have: here a plain "no" says so.
_MAY_LACK = ("policy_number", "inciso", "plates", "vehicle", "vin", "insured_name", "reporter_phone", "tow_destination",
             "reporter_name")  # fmt: skip
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


def answer(turn: Turn) -> None:
    """Read the message as the answer to `turn.expected`; sets `turn.answered`, skips what the caller does not know."""
    question = turn.expected
    if not question or question not in KNOWN:
        return
    if brought(turn, question):
        turn.answered = True
        return
    if turn.intent == "correct" and turn.replaced:
        return
    reader = READERS.get(question)
    if reader and reader(turn):
        turn.answered = True
    elif (question != "incident_type" and says_unknown(turn)) or (question in _MAY_LACK and yes_no(turn) is False):
        turn.skip(question)
        turn.answered = True
    elif not turn.claim["reporter"]["name"]:
        turn.set("reporter.name", persons.bare_name(turn.text))  # told before it was asked


def brought(turn: Turn, question: str) -> bool:
    """Whether the facts of this turn answer the question (or part of it: a town when the place was asked for)."""
    prefix = _PATHS.get(question) or (question if question in _TOP else f"details.{question}")
    return any(path.startswith(prefix) for path in turn.understood)
