"""The labelled sets and the judgement of what was understood (tests/conversations/heldout/README.md)."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.conversations.player import agrees, value_at

ROOT = Path(__file__).resolve().parents[2]
CONVERSATIONS = ROOT / "tests/conversations"
UTTERANCES = {
    "heldout": CONVERSATIONS / "heldout/utterances.jsonl",
    "development": ROOT / "bot/data/heard/utterances.jsonl",
}
"""Never read by whoever works on the assistant; and what it is mended by and learns from."""
SETS = tuple(UTTERANCES)
SLICES = ("chat", "sms", "asr")


@dataclass(frozen=True)
class Utterance:
    """One sentence, the question it answers, and what must be understood of it."""

    id: str
    slice: str
    topic: str
    expects: str | None
    text: str
    intent: str
    intent_also: tuple[str, ...] = ()
    fields: dict[str, Any] = field(default_factory=dict)

    def intent_is_right(self, intent: str | None) -> bool:
        """Whether the intent is the best label or one held equally right."""
        return intent == self.intent or intent in self.intent_also


def utterances(name: str = "heldout") -> tuple[datetime, list[Utterance]]:
    """The clock that relative times refer to, and every utterance of a set in the order of its file."""
    lines = UTTERANCES[name].read_text(encoding="utf-8").splitlines()
    header, *rows = [json.loads(line) for line in lines if line]
    made = [Utterance(**{**row, "intent_also": tuple(row.get("intent_also", ()))}) for row in rows]
    return datetime.fromisoformat(header["now"]), made


def conversations(name: str = "heldout") -> list[dict[str, Any]]:
    """Every scenario of a set: those of each JSON file in its folder."""
    files = sorted((CONVERSATIONS / name).glob("*.json"))
    return [scenario for file in files for scenario in json.loads(file.read_text(encoding="utf-8"))]


def holds(wanted: Any, got: Any) -> bool:
    """Whether a value is what the label wants; knows `between` beside what the player knows."""
    if isinstance(wanted, dict) and "between" in wanted:
        first, last = (datetime.fromisoformat(instant) for instant in wanted["between"])
        try:
            return first <= datetime.fromisoformat(str(got)) <= last
        except (TypeError, ValueError):
            return False
    if isinstance(wanted, dict) and "any_of" in wanted:
        return any(holds(one, got) for one in wanted["any_of"])
    if isinstance(wanted, dict) and isinstance(got, list):
        return any(agrees(wanted, one) for one in got)
    return agrees(wanted, got)


def misread(utterance: Utterance, claim: dict[str, Any]) -> dict[str, Any]:
    """The labelled paths whose value in the claim is not what the label wants, with what was found there."""
    found = {path: value_at(claim, path) for path in utterance.fields}
    return {path: found[path] for path, wanted in utterance.fields.items() if not holds(wanted, found[path])}
