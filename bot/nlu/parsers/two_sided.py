"""A fact that is so or not so:
cues for each side, the denials looked at first; in an answer, yes and no decide where no cue does.
"""

import re
from dataclasses import dataclass
from typing import List, Optional, Tuple

from .clauses import clauses
from .folding import fold
from .found import Found, found
from .sms import spell_out
from .yes_no import is_unknown, read_yes_no

_BUT_YES = re.compile(r"\b(?:pero|aunque|nomas que) (?:que )?(si)\b")


_DENIED = re.compile(r"\b(?:no|ni|sin|nunca|nada de|cero|ningun\w*|nadie|tampoco|si)(?: \w+){0,3}? $")


@dataclass(frozen=True)
class TwoSided:
    """`entity` with the patterns (over folded text) that say it is so, that it is not, and, where neither is said, that
    nobody was there for it; `answer_so` and `answer_not` are enough in an answer alone; `surely` holds whatever else is
    denied beside it: "con armas, pero no me golpearon".
    """

    entity: str
    so: "re.Pattern[str]"
    not_so: "re.Pattern[str]"
    absent: "Optional[re.Pattern[str]]" = None
    answer_so: "Optional[re.Pattern[str]]" = None
    answer_not: "Optional[re.Pattern[str]]" = None
    surely: "Optional[re.Pattern[str]]" = None

    def find(self, text: str) -> List[Found]:
        """At most one Found, its value a bool."""
        plain = spell_out(text)
        seen = self._seen(plain.text)
        return [found(self.entity, seen[0], text, *plain.said(seen[1], seen[2]))] if seen else []

    def _seen(self, text: str) -> Optional[Tuple[bool, int, int]]:
        folded = fold(text)
        but = _BUT_YES.search(folded)  # 'no la trae pero sí tiene'
        match = self.so.search(folded, but.start(1)) if but else None
        if match:
            return True, match.start(), match.end()
        match = self._told(text) or self.not_so.search(folded)
        if match and match.re is self.surely:
            return True, match.start(), match.end()
        if match:
            return False, match.start(), match.end()
        match = self.so.search(folded)
        if match:
            return True, match.start(), match.end()
        match = self.absent.search(folded) if self.absent else None
        return (False, match.start(), match.end()) if match else None

    def _told(self, text: str) -> "Optional[re.Match[str]]":
        """Where what is sure is told without a "no" before it in its clause."""
        folded = fold(text)
        for match in self.surely.finditer(folded) if self.surely else ():
            first = max((start for start, end in clauses(text) if start <= match.start() < end), default=0)
            if not _DENIED.search(folded[first : match.start()]):
                return match
        return None

    def read(self, text: str) -> Optional[bool]:
        """The fact in an answer to its question: by its cues, else by yes or no; None when neither or unknown."""
        text = folded = spell_out(text).text
        seen = self._seen(text)
        if seen:
            return seen[0]
        if self.answer_not and self.answer_not.search(folded):
            return False
        if self.answer_so and self.answer_so.search(folded):
            return True
        return None if is_unknown(text) else read_yes_no(text)


def two_sided(
    entity: str,
    so: str,
    not_so: str,
    absent: Optional[str] = None,
    answer_so: Optional[str] = None,
    answer_not: Optional[str] = None,
    surely: Optional[str] = None,
) -> TwoSided:
    """A TwoSided from its patterns."""
    made = [re.compile(pattern) if pattern else None for pattern in (absent, answer_so, answer_not, surely)]
    return TwoSided(entity, re.compile(so), re.compile(not_so), *made)
