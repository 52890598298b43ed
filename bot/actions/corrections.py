"""Something is wrong: replace it at once when the new value came along, else ask for it."""

import re
from typing import Callable, List, Optional, Tuple

from bot.actions import aside, words
from bot.actions import claim as drafts
from bot.actions.asking import advance, ask_again, next_question, read_back, values_for
from bot.actions.claim import clear, started
from bot.actions.hearing import agrees, disagrees, says_unknown, yes_no
from bot.actions.identify import contradicts, unit, units
from bot.actions.mend import mends
from bot.actions.parts import ask_part, still_wrong, wrong_part
from bot.actions.register import submit
from bot.actions.story import mend_story
from bot.actions.told import is_question
from bot.actions.turn import MAX_ASKED, Turn

# What people call each thing, the more exact names first.
_NAMES: List[Tuple[str, str]] = [
    (r"(conductor|chofer|operador\b)|\b(maneja(ba|ndo)|conduc(ia|iendo)|al volante)\b", "driver_name"),
    (
        r"(nombre|quien).{0,20}(asegurad|titular|duen)|(titular|asegurado)|nombre (del?|en) (la )?(seguro|poliza)",
        "insured_name",
    ),
    (r"telefono|celular|\bcel\b|\btel\b|numero de contacto|numero para", "reporter_phone"),
    (r"poliza", "policy_number"),
    (r"inciso", "inciso"),
    (r"placa", "plates"),
    (r"numero de serie|\bserie\b|\bvin\b|\bniv\b", "vin"),
    (
        r"direccion|lugar|ubicacion|calle|colonia|municipio|donde (fue|paso|estoy)|kilometro|carretera|ciudad",
        "location",
    ),
    (r"mi nombre|el nombre|apellido", "reporter_name"),
    (r"\bhora\b|fecha|\bdia\b|cuando (fue|paso)", "occurred_at"),
    (r"(el|del|mi) (vehiculo|carro|coche|auto|modelo|color|marca)", "vehicle"),
    (r"herid|lesionad|lastimad", "injuries"),
    (r"otro (carro|coche|vehiculo|auto)|tercero", "third_parties"),
    (r"denuncia", "denuncia"),
    (r"que paso|como fue|descripcion|relato|lo que paso", "description"),
    (r"camina|prende|se mueve|movilizar", "drivable"),
]

_NOTHING = re.compile(r"^\W*(nada|ningun[oa]?|todo|asi|ya|olvidelo|dejelo|mejor asi)\b")


def named(turn: Turn) -> Optional[str]:
    """The question whose answer the message calls wrong, None where it names none."""
    return next((question for pattern, question in _NAMES if re.search(pattern, turn.folded)), None)


def wanted(turn: Turn) -> bool:
    """Whether the message, in the middle of the questions, wants something changed."""
    called = turn.intent == "correct" and turn.confidence >= 0.5
    return called and not turn.answered and not turn.partly and started(turn.claim)


def correct(turn: Turn) -> None:
    """Use the new value if it came, ask for the thing named, or ask what is wrong."""
    if turn.news:
        changed(turn)
        return
    part, question = wrong_part(turn), named(turn)
    if part and drafts.get(turn.claim, part) is not None:
        ask_part(turn, part)
    elif question:
        turn.memory["wrong"] = question
        ask_anew(turn, question)
    else:
        turn.ask("what_to_correct")


def unmended(turn: Turn) -> bool:
    """Whether what was called wrong was asked for and told as before: then it is asked for once more, as what to
    correct."""
    part, question = still_wrong(turn), turn.memory.pop("wrong", None)
    if part:
        ask_part(turn, part, again=True)
    elif question and question == turn.expected and turn.answered and not turn.news and not says_unknown(turn):
        turn.ask("what_to_correct")
    else:
        return False
    return True


async def replace(turn: Turn) -> None:
    """The answer to "¿qué corrijo?"."""
    question = named(turn)
    still_wrong(turn)
    if turn.news:
        changed(turn)
    elif agrees(turn) or _NOTHING.search(turn.folded):
        await submit(turn) if next_question(turn) is None else advance(turn)
    elif question:
        ask_anew(turn, question)
    else:
        await _ask_or_leave_it(turn, lambda: turn.ask("what_to_correct"))


async def _ask_or_leave_it(turn: Turn, ask: Callable[[], None]) -> None:
    """Ask once more; what still could not be settled then is registered as it is, and a person looks at it."""
    asked = turn.memory["asked"]
    if asked.get("confirm_report", 0) + asked.get("what_to_correct", 0) < MAX_ASKED:
        ask()
        return
    turn.hand_over("misunderstood")
    turn.say("utter_person_misunderstood")
    await submit(turn) if next_question(turn) is None else advance(turn)


def changed(turn: Turn) -> None:
    """Say that it was corrected and go on."""
    turn.memory["misunderstood"] = 0
    mend_story(turn)
    turn.lead("utter_ack_corrected" if turn.replaced else "utter_ack_added")
    turn.memory["asked"].pop("confirm_report", None)
    advance(turn)


def ask_anew(turn: Turn, question: str) -> None:
    """Ask for something known as if for the first time; the old value stands until the new one comes."""
    turn.memory["asked"].pop(question, None)
    if question in turn.memory["skipped"]:
        turn.memory["skipped"].remove(question)
    turn.ask(question, **values_for(turn, question))


def _names_the_unit(turn: Turn) -> bool:
    insured, said = unit(turn), turn.first("vehicle") or {}
    called = bool(said.get("make") or said.get("model")) and not contradicts(said, insured.get("vehicle") or {})
    return bool(insured) and (called or turn.first("inciso") == insured["inciso"]) and not turn.memory.get("doubt")


def confirm_policy(turn: Turn) -> None:
    """Whether the insured vehicle is the one of the accident, when what was said does not fit it."""
    said = True if agrees(turn) else yes_no(turn)
    if said is False and _names_the_unit(turn):
        said = True  # "no, esa es la moto; la mía es el Jetta, inciso 25", of the Jetta
    if said is True:
        for name, value in (unit(turn).get("vehicle") or {}).items():
            if name in turn.claim["vehicle"]:
                turn.set(f"vehicle.{name}", value)
    elif said is False and len(units(turn)) > 1 and turn.memory["asked"].get("inciso", 0) < MAX_ASKED:
        clear(turn.claim, ["policy.inciso", *(f"vehicle.{name}" for name in turn.claim["vehicle"])])
        turn.memory["asked"].pop("inciso", None)  # another unit of the same policy
    elif said is False:
        turn.memory["missed_numbers"].append(turn.claim["policy"]["number"])
        turn.memory["policy"] = None
        clear(turn.claim, ["policy.number", "policy.inciso"])
        turn.claim["policy"]["found"] = False
        turn.skip("policy_number")
    elif not turn.understood and turn.memory["asked"].get("confirm_policy", 0) < 2:
        turn.ask("confirm_policy", vehicle=words.vehicle(unit(turn).get("vehicle") or {}))
        return
    advance(turn)


async def confirm(turn: Turn) -> None:
    """The answer to the read-back: register, correct, or ask what is wrong."""
    agreed = agrees(turn)
    if any(drafts.get(turn.before, path) is not None or not agreed or _weighs(path) for path in turn.news):
        changed(turn)
    elif agreed:
        await submit(turn)
    elif is_question(turn) and not named(turn) and ((answered := aside.answer(turn)) or not disagrees(turn)):
        if not answered:
            aside.no_answer(turn)
        turn.memory["asked"]["confirm_report"] = min(turn.memory["asked"].get("confirm_report", 0), 2)
        ask_again(turn)
    elif _tells_it_again(turn):
        ask_again(turn)
    elif (disagrees(turn) and not says_unknown(turn)) or named(turn):
        await _ask_or_leave_it(turn, lambda: correct(turn))
    else:
        await _ask_or_leave_it(turn, lambda: read_back(turn))


# Where the facts stand that are told once more while they are read out: 'no camina, se dobló el eje'.
_STANDS = {"drivable": "drivable", "authorities": "authorities", "violence": "details.violence",
           "licence": "details.driver_licensed", "parked": "details.vehicle_parked"}  # fmt: skip
_OF_PEOPLE = {"injuries": "injuries.any", "third_parties": "third_parties.any"}
_AMISS = re.compile(r"\b(?:mal|equivoc\w+|error\w*|corr[ie][jg]\w+|cambi\w+|falt\w+|falso|quit\w+|borr\w+)\b")


def _tells_it_again(turn: Turn) -> bool:
    """Whether all that the message tells stands in the report already."""
    told = [e for e in turn.entities if e.get("entity") in (*_STANDS, *_OF_PEOPLE)]
    same = [drafts.get(turn.claim, _STANDS[e["entity"]]) == e["value"] for e in told if e["entity"] in _STANDS]
    same += [
        drafts.get(turn.claim, _OF_PEOPLE[e["entity"]]) == e["value"].get("any")
        for e in told
        if e["entity"] in _OF_PEOPLE
    ]
    return bool(told) and all(same) and not (mends(turn) or _AMISS.search(turn.folded))


def _weighs(path: str) -> bool:
    """Whether a fact that comes with the agreement has to be read back first."""
    return path.startswith(("policy.", "vehicle.", "injuries.", "incident_type", "location."))
