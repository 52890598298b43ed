"""A fact that is so or not so:
cues for each side, the denials looked at first; in an answer, yes and no decide where no cue does.
"""

import re
from dataclasses import dataclass
from typing import List, Optional, Tuple

from .folding import fold
from .found import Found, found
from .yes_no import is_unknown, read_yes_no


@dataclass(frozen=True)
class TwoSided:
    """`entity` with the patterns (over folded text) that say it is so, that it is not, and, where
    neither is said, that nobody was there for it.
    """

    entity: str
    so: "re.Pattern[str]"
    not_so: "re.Pattern[str]"
    absent: "Optional[re.Pattern[str]]" = None

    def find(self, text: str) -> List[Found]:
        """At most one Found, its value a bool."""
        seen = self._seen(text)
        return [found(self.entity, seen[0], text, seen[1], seen[2])] if seen else []

    def _seen(self, text: str) -> Optional[Tuple[bool, int, int]]:
        folded = fold(text)
        match = self.not_so.search(folded)
        if match:
            return False, match.start(), match.end()
        match = self.so.search(folded)
        if match:
            return True, match.start(), match.end()
        match = self.absent.search(folded) if self.absent else None
        return (False, match.start(), match.end()) if match else None

    def read(self, text: str) -> Optional[bool]:
        """The fact in an answer to its question: by its cues, else by yes or no; None when neither or unknown."""
        seen = self._seen(text)
        if seen:
            return seen[0]
        return None if is_unknown(text) else read_yes_no(text)


def two_sided(entity: str, so: str, not_so: str, absent: Optional[str] = None) -> TwoSided:
    """A TwoSided from its patterns."""
    return TwoSided(entity, re.compile(so), re.compile(not_so), re.compile(absent) if absent else None)
