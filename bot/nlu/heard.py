"""What people were heard to say, with what is to be understood of it: bot/data/heard, which the classifiers learn from.

A sentence a line; the keys are told in tests/conversations/heldout/README.md.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional

FILE = Path(__file__).resolve().parents[1] / "data/heard/utterances.jsonl"


class Sentence(NamedTuple):
    """A sentence, the question it answers (None: none was asked), its kind, and the facts it tells by their paths."""

    text: str
    expects: Optional[str]
    intent: str
    fields: Dict[str, Any]

    def told(self, path: str) -> Any:
        """The value labelled at a path of the claim, where it is one and no more than one; else None."""
        value = self.fields.get(path)
        return None if isinstance(value, dict) else value

    def judges(self, path: str) -> bool:
        """Whether anything is labelled there, be it that nothing is told."""
        return path in self.fields


@lru_cache
def sentences() -> List[Sentence]:
    """Every sentence of the file."""
    _header, *rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines() if line]
    return [Sentence(row["text"], row["expects"], row["intent"], row["fields"]) for row in rows]
