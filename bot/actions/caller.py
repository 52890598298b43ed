"""The caller's own name, wherever the caller is also the driver or the insured."""

from typing import Optional

from bot.actions import claim as drafts
from bot.actions.turn import Turn, fold

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
