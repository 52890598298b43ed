"""Whether somebody lies in a hospital for what happened."""

import re

from .clauses import clauses
from .hurt_people import named
from .injury_words import NEGATOR, OTHER_REASON

_CRASHED = re.compile(r"\b(?:choc|choqu|volc|volt|accident|peg|atropell|golpe|estrell|derrap)\w*")


def taken_there(folded: str, match: "re.Match[str]") -> bool:
    """Whether somebody lies in a hospital for what happened, and does not work there or lie there for long."""
    start = next((s for s, e in clauses(folded) if s <= match.start() < e), 0)
    end = next((e for s, e in clauses(folded) if s <= match.end() - 1 < e), len(folded))
    before = folded[start : match.start()]
    whose = named(before) or re.match(r"(?:lo|la|los|las) ", match.group()) or match.group().startswith("hospitaliz")
    if re.search(r"internad|ingresad|ntubad", match.group()):  # 'mi hermana que chocó, está internada'
        whose = whose or (named(folded[:start]) and _CRASHED.search(folded[:start]))
    relative = re.search(r"\b(?:ver|visitar|cuidar|recoger)\b.*$", before) or OTHER_REASON.search(folded[start:end])
    return bool(whose) and not relative and not NEGATOR.search(before)
