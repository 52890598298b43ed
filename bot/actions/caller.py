"""What is known of the caller: the own name, wherever the caller is also the driver or the insured, and the line."""

import re
from typing import Optional

from bot.actions import claim as drafts
from bot.actions.fields import NAMES, called
from bot.actions.turn import Turn, fold
from bot.actions.whose import other_side
from bot.nlu.parsers import name_spelled, phone, phone_owner, speaker
from bot.nlu.parsers.names import FIRST, LAST, title
from bot.nlu.parsers.not_me import did_not_drive

# How somebody is kept whose name is not known: 'compañera de quien reporta'.
OF_THE_CALLER = " de quien reporta"


def fuller(name: str, known: Optional[str]) -> bool:
    """Whether a name tells more of the one that is known: 'Karla Yuridia Ibarra' of 'Karla Yuridia'."""
    return not known or set(fold(known).split()) < set(fold(name).split())


def same_as_reporter(turn: Turn, path: str, question: str) -> None:
    """ "Soy yo": the caller's name stands in both places, now or as soon as it is known."""
    if turn.claim["reporter"]["name"]:
        turn.set(path, turn.claim["reporter"]["name"])
    else:
        turn.memory["same_as_reporter"] = [*turn.memory["same_as_reporter"], path]
        turn.skip(question)


def complete(turn: Turn) -> None:
    """Give the caller's name to whoever was said to be the caller, and in full where the first name was told alone."""
    name = turn.claim["reporter"]["name"]
    for path in turn.memory["same_as_reporter"] if name else ():
        if not drafts.get(turn.claim, path):
            turn.set(path, name)
    before = turn.before["reporter"]["name"]
    for path in ("driver_name", "insured_name"):
        if name and before and name != before and turn.claim[path] == before and path not in turn.understood:
            turn.set(path, name)  # the name that is mended is one person's
    for path in ("driver_name", "insured_name"):  # "yo manejaba, Daniela"
        if name and " " in name and turn.claim[path] == name.split()[0]:
            turn.set(path, name)


_SURNAMES = re.compile(r"\W*(?:(?:mi|es|el|los|apellidos?|y|son|perdon|ah)\W+)*((?:[a-z]+\W*){1,3})")
_PARTICLES = {"de", "la", "del", "los", "las"}


def with_the_first(turn: Turn) -> Optional[str]:
    """The caller's name where a first name was told alone and only surnames come now: 'Laura', 'Méndez Robles'."""
    known, said = turn.claim["reporter"]["name"], _SURNAMES.fullmatch(turn.folded)
    parts = re.findall(r"[a-z]+", said[1]) if said else []
    driver, holder = turn.claim["driver_name"], fold((turn.memory["policy"] or {}).get("holder") or "").split()
    if not known and driver and parts and " ".join(holder) == f"{fold(driver)} {' '.join(parts)}":
        turn.set("driver_name", f"{driver} {title(turn.text.strip(' .,!'))}")
        return str(turn.claim["driver_name"])  # 'Daniela Fuentes', and then 'Arce', of Daniela Fuentes Arce
    listed = bool(parts) and all(part in LAST or part in _PARTICLES for part in parts)
    if not listed or fold(known or "") not in FIRST or fold(known) in parts:
        return None
    return f"{known} {title(turn.text.strip()[-len(' '.join(parts)) :].strip(' .,!'))}"


def holders_in_full(turn: Turn, name: Optional[str]) -> Optional[str]:
    """The whole name of the policy's holder for a first name with a surname of it, another's as told: for the record,
    which is not read out.
    """
    holder = str((turn.memory["policy"] or {}).get("holder") or "")
    words, whole = fold(name or "").split(), fold(holder).split()
    is_holder = len(words) > 1 and words[0] in whole[:1] and set(words) <= set(whole)
    return holder if is_holder else name


def spell_names(turn: Turn) -> None:
    """ "Méndez con zeta": the name that is known, or was just told, as it is said to be spelt."""
    if turn.expected in _OF_LETTERS:
        return
    named = called(turn.text)
    for path in sorted(NAMES, key=lambda path: path != named):
        known = drafts.get(turn.claim, path)
        spelt = name_spelled.respelled(known, turn.text, path in turn.understood) if known else None
        if spelt:
            turn.set(path, spelt)
            turn.mended.append(path)
            return


_OF_LETTERS = ("plates", "vin", "location", "policy_number")


# What befalls whoever is at the wheel.
_DRIVING = ("collision", "rollover", "run_over")


def take_the_wheel(turn: Turn) -> None:
    """Take who introduced himself and tells the crash as his own for the driver, until he says that it was another."""
    claim, told = turn.claim, " ".join(filter(None, (turn.claim["description"], turn.text)))
    if did_not_drive(turn.text, asked=turn.expected == "driver_name") or _somebody_drove(turn):
        turn.take_back("driver_name")
        return
    settled = {"driver_name", "reporter_name"} & {*turn.memory["asked"], *turn.memory["skipped"]}
    if settled or claim["incident_type"] not in _DRIVING or claim["details"].get("vehicle_parked"):
        return
    if claim["reporter"]["name"] and speaker.crashed(told) and not other_side(turn):
        turn.assume("driver_name", claim["reporter"]["name"])


def _somebody_drove(turn: Turn) -> bool:
    """Whether another is said to have driven: 'mi hermano venía manejando'."""
    return any(one.get("role") == "driver" and not one.get("self") for one in turn.all("person"))


def keep_the_line(turn: Turn) -> None:
    """Take the telephone that the caller speaks or writes from for the one to call, unless it is another's."""
    reporter, line = turn.claim["reporter"], phone.read(str(turn.metadata.get("address") or ""))
    if not line or not line.e164:
        return
    if phone_owner.borrowed(turn.text):
        turn.memory["borrowed"] = True
        turn.take_back("reporter.phone")
        if reporter["phone"] == line.e164 and turn.expected != "reporter_phone":
            reporter["phone"] = None  # 'este teléfono no es mío' names it too
    asked = "reporter_phone" in (*turn.memory["asked"], *turn.memory["skipped"])
    if drafts.started(turn.claim) and not asked and not turn.memory.get("borrowed"):
        turn.assume("reporter.phone", line.e164)
