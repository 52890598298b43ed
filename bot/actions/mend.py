"""What is said in place of something else: "no es X, es Y", "más bien …", "perdón, …"."""

import re
from typing import Any, Dict, Optional

from bot.actions.turn import Turn, fold
from bot.nlu.parsers import every, persons, place

_MENDS = re.compile(
    r"\b(mas bien|mejor dicho|me equivoque|quise decir|rectifico|corrijo|correccion|en realidad|estaba mal|esta mal|"
    r"no (fue|es|era|fueron|son) (un |una )?\w+( \w+){0,3}\W+(es|era|fue|sino|son|fueron)\b)|"
    r"^\W*(no\W+)?(perdon|digo)\b"
)
_IS = r"(?:es|era|fue|son|eran|fueron|está|esta|estaba|estuvo|se llama|vive)"
_NOT_BUT = re.compile(
    rf"\bno\s+{_IS}(?:\s+(?:en|por))?\s+(?P<x>[^,.;:]{{2,60}}?)\s*(?:[,.;:]\s*"
    rf"(?:si ?no |sino |más bien |mas bien )?(?:{_IS}(?:\s+(?:que\s+)?(?:es|era|fue|en|por)\b)?)?|"
    rf"\s+sino(?:\s+(?:que\s+)?{_IS})?(?:\s+en\b)?|"
    rf"\s+{_IS}\b)\s+(?P<y>\S.*)$",
    re.I | re.S,
)


def mends(turn: Turn) -> bool:
    """Whether the words say that something takes the place of what was said before."""
    return bool(_MENDS.search(turn.folded))


def keep_the_second(turn: Turn) -> None:
    """Of "no es X, es Y" only Y was said: the facts of X go, and Y is read as what X was."""
    match = _NOT_BUT.search(turn.text)
    if not match:
        return
    denied = [e for e in turn.entities if e.get("start", 0) < match.end("x") and e.get("end", 0) > match.start("x")]
    turn.entities = [e for e in turn.entities if (e not in denied and e.get("start", 0) >= match.end("x"))
                     or e.get("end", 0) <= match.start("x")]  # fmt: skip
    start, said = match.start("y"), match.group("y").strip(" .!")
    if any(e.get("start", 0) >= match.end("x") for e in turn.entities):
        return
    fresh = [_entity(f.entity, f.value, start + f.start, start + f.end) for f in every.find_all(said, turn.now)]
    if not fresh:
        fresh = _like(turn, fold(match.group("x")), denied, said, start)
    turn.entities += fresh


def _entity(name: str, value: Any, start: int, end: int) -> Dict[str, Any]:
    return {"entity": name, "value": value, "start": start, "end": end}


def _like(turn: Turn, denied: str, facts: "list[Dict[str, Any]]", said: str, start: int) -> "list[Dict[str, Any]]":
    """What Y is when it does not show: a street where X was a place, a name where X was one."""
    claim = turn.claim
    here = claim["location"]
    if any(e["entity"] == "place" for e in facts) or _shares(denied, here["street"], here["neighborhood"]):
        street = re.sub(r"^(la calle|calle|la|el|en)\s+", "", said, flags=re.I)
        read = _place(said) or place.read("calle " + street)
        return [_entity("place", read, start, start + len(said))] if read else []
    if _shares(denied, claim["driver_name"], claim["reporter"]["name"], claim["insured_name"]):
        name = persons.read_name(said)
        value = {"name": name.name if name else None, "role": "other", "self": False, "relation": None}
        return [_entity("person", value, start, start + len(said))] if value["name"] else []
    return []


def _place(said: str) -> Optional[Dict[str, Any]]:
    read = place.read(said)
    return read if read and (read.get("street") or read.get("neighborhood") or read.get("municipality")) else None


def _shares(denied: str, *known: Optional[str]) -> bool:
    words = {w for w in denied.split() if len(w) > 2}
    return any(words & set(fold(value or "").split()) for value in known)
