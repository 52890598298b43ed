"""The story after a correction: what it says of a fact that was put right, or of what is to be left out."""

import re
from typing import Any, Optional

from bot.actions import claim as drafts
from bot.actions.turn import Turn, fold
from bot.nlu.parsers.folding import fold as fold_in_place

CONFIRMS = ("confirm_report", "what_to_correct")
_MENDED = ("location.", "vehicle.")
# "Quite lo de que se fue", "borre la parte de la moto".
_LEAVE_OUT = re.compile(
    r"\b(?:quit|borr|elimin|sac|omit)\w*\s+(?:por favor\s+)?(?:eso|lo|la parte|esa parte)"
    r" (?:de(?:l)?|donde|que dice)(?: que| lo)? (?P<what>[^.;]+)"
)
_FLED = re.compile(r"\b(?:fue|fueron|fuga|huyo|huyeron|pelo|pelaron|escapo|escaparon|dio a la fuga)\b")
_LINKS = frozenset(
    ("se", "me", "le", "lo", "la", "los", "las", "el", "un", "una", "y", "que", "de", "del", "en", "a", "al", "por",
     "con", "mi", "su", "ya", "era", "fue")
)  # fmt: skip


def mend_story(turn: Turn) -> None:
    """Put into the story the new value of what was corrected: the kilometre, the number, the model."""
    told = turn.claim["description"]
    for path in turn.news:
        old, new = (_as_said(drafts.get(claim, path)) for claim in (turn.before, turn.claim))
        if told and old and new and path.startswith(_MENDED) and not path.endswith(".text"):
            everywhere = re.finditer(rf"(?<![\w.]){re.escape(fold(old))}(?![\w]|[.]\d)", fold_in_place(told))
            places = list(everywhere)[: 1 if path == "location.number" else None]
            for said in reversed(places):
                told = told[: said.start()] + new + told[said.end() :]
    if told != turn.claim["description"]:
        drafts.put(turn.claim, "description", told)


def _as_said(value: Any) -> Optional[str]:
    if isinstance(value, bool) or value in (None, "", []):
        return None
    return f"{value:g}" if isinstance(value, float) else str(value) if isinstance(value, (int, str)) else None


def leave_out(turn: Turn) -> bool:
    """Take out of the report what the caller does not want in it: that the others left, or a clause of the story."""
    wish = _LEAVE_OUT.search(turn.folded) if turn.expected in CONFIRMS else None
    if not wish:
        return False
    fled = bool(turn.claim["third_parties"]["fled"] and _FLED.search(wish["what"]))
    if fled:
        turn.claim["third_parties"]["fled"] = None
        turn.understood["third_parties.fled"] = None
    told = turn.claim["description"] or ""
    wanted = {w for w in re.findall(r"\w+", wish["what"]) if w not in _LINKS} or set(wish["what"].split())
    parts = re.split(r"(?=,|;|\. | y )", told)
    kept = [part for part in parts if not wanted <= set(re.findall(r"\w+", fold(part)))]
    if fled:
        kept = [part for part in kept if not _FLED.search(fold(part)) or len(kept) == 1]
    if kept and len(kept) < len(parts):
        turn.set("description", "".join(kept).strip(" ,.;"))
        turn.mended.append("description")
    return fled or len(kept) < len(parts)
