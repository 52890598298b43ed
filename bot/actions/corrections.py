"""Something is wrong: replace it at once when the new value came along, else ask for it."""

import re
from typing import List, Optional, Tuple

from bot.actions import words
from bot.actions.asking import advance, next_question, note_misunderstanding, read_back, values_for
from bot.actions.claim import clear, started
from bot.actions.hearing import yes_no
from bot.actions.identify import unit
from bot.actions.register import submit
from bot.actions.turn import Turn

# What people call each thing, the more exact names first.
_NAMES: List[Tuple[str, str]] = [
    (r"(nombre|quien).{0,20}(conductor|chofer|manej|conduc)|(conductor|chofer)", "driver_name"),
    (r"(nombre|quien).{0,20}(asegurad|titular|duen)|(titular|asegurado)", "insured_name"),
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
_NOTHING = re.compile(
    r"^\W*(nada|ningun[oa]?|todo|asi|ya|no,? (nada|todo|asi|ya)|(si,? )?(esta|todo) (bien|correcto)|es correcto|"
    r"olvidelo|dejelo|mejor asi)\b"
)


def named(turn: Turn) -> Optional[str]:
    """The question whose answer the message calls wrong, None where it names none."""
    return next((question for pattern, question in _NAMES if re.search(pattern, turn.folded)), None)


def wanted(turn: Turn) -> bool:
    """Whether the message, in the middle of the questions, wants something changed."""
    return turn.intent == "correct" and turn.confidence >= 0.5 and not turn.answered and started(turn.claim)


def correct(turn: Turn) -> None:
    """Use the new value if it came, ask for the thing named, or ask what is wrong."""
    if turn.understood:
        changed(turn)
        return
    question = named(turn)
    if question:
        ask_anew(turn, question)
    else:
        turn.ask("what_to_correct")


async def replace(turn: Turn) -> None:
    """The answer to "¿qué corrijo?"."""
    if turn.understood:
        changed(turn)
    elif named(turn):
        ask_anew(turn, named(turn) or "")
    elif _NOTHING.search(turn.folded):
        await submit(turn) if next_question(turn) is None else advance(turn)
    else:
        note_misunderstanding(turn)
        turn.ask("what_to_correct")


def changed(turn: Turn) -> None:
    """Say that it was corrected and go on."""
    turn.memory["misunderstood"] = 0
    turn.lead("utter_ack_corrected")
    turn.memory["asked"].pop("confirm_report", None)
    advance(turn)


def ask_anew(turn: Turn, question: str) -> None:
    """Ask for something known as if for the first time; the old value stands until the new one comes."""
    turn.memory["asked"].pop(question, None)
    if question in turn.memory["skipped"]:
        turn.memory["skipped"].remove(question)
    turn.ask(question, **values_for(turn, question))


def confirm_policy(turn: Turn) -> None:
    """Whether the insured vehicle is the one of the accident, when what was said does not fit it."""
    said = yes_no(turn)
    if said is True:
        for name, value in (unit(turn).get("vehicle") or {}).items():
            if name in turn.claim["vehicle"]:
                turn.set(f"vehicle.{name}", value)
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
    said = yes_no(turn)
    if any(path != "evidence" for path in turn.understood):
        changed(turn)
    elif said is True and turn.intent != "correct":
        await submit(turn)
    elif said is False or turn.intent == "correct":
        correct(turn)
    else:
        note_misunderstanding(turn)
        read_back(turn)
