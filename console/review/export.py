"""Corrections as what makes the assistant better: Rasa NLU examples and conversation tests."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from channels.conversations.tables import Message
from common.clock import now
from console.review.tables import Correction
from policy_backend.claims.store.tables import ClaimRow

YAML_KINDS = {"intent", "entity"}


class _Literal(str):
    """A text that YAML writes as a block."""


class _Dumper(yaml.SafeDumper):
    """Writes _Literal as Rasa's files do."""


_Dumper.add_representer(
    _Literal, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
)


@dataclass(frozen=True)
class Exported:
    """What was written: how many NLU examples and how many conversation tests."""

    examples: int
    conversations: int


def _one_line(said: str) -> str:
    return " ".join(said.split())


def marked(said: str, entities: Sequence[Correction]) -> str:
    """`said` with its entities in Rasa's notation, `[versa gris](vehicle)`; what looks like notation is taken out."""
    pieces, place = [], 0
    for item in sorted(entities, key=lambda entity: entity.start or 0):
        if item.start is None or item.end is None or item.start < place:
            continue
        pieces += [_plain(said[place : item.start]), f"[{_plain(said[item.start : item.end])}]({item.target})"]
        place = item.end
    pieces.append(_plain(said[place:]))
    return _one_line("".join(pieces))


def _plain(said: str) -> str:
    return said.translate(str.maketrans("", "", "[](){}"))


def nlu(messages: dict[int, Message], corrections: Sequence[Correction]) -> tuple[str, int]:
    """A Rasa NLU file of the corrected messages, grouped by intent, and how many examples it holds."""
    by_message: dict[int, list[Correction]] = defaultdict(list)
    for item in corrections:
        if item.message_id and item.kind in YAML_KINDS:
            by_message[item.message_id].append(item)
    examples: dict[str, list[str]] = defaultdict(list)
    for message_id, items in by_message.items():
        message = messages[message_id]
        intents = [item.right for item in items if item.kind == "intent"] or [message.intent or ""]
        line = marked(message.text or "", [item for item in items if item.kind == "entity"])
        if intents[-1] and line and line not in examples[intents[-1]]:
            examples[intents[-1]].append(line)
    blocks = [
        {"intent": intent, "examples": _Literal("".join(f"- {line}\n" for line in sorted(lines)))}
        for intent, lines in sorted(examples.items())
    ]
    document = {"version": "3.1", "nlu": blocks}
    text = yaml.dump(document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text, sum(map(len, examples.values()))


def scenario(said: Sequence[Message], claim: ClaimRow | None, corrections: Sequence[Correction]) -> dict[str, Any]:
    """A conversation test in the shape of tests/conversations: what was said, and the claim that must come of it."""
    texts = [_one_line(message.text or "") for message in said if message.text]
    answers: dict[str, list[str]] = defaultdict(list)
    asked = None
    for message in said:
        if asked and message.text:
            answers[asked].append(_one_line(message.text))
        asked = (message.outcome or {}).get("expects")
    expect = {item.target: _value(item.right) for item in corrections if item.kind == "field" and item.target}
    return {
        "id": f"review-{corrections[0].conversation_id}",
        "opening": texts[0] if texts else "",
        "answers": dict(answers),
        "expect": expect,
        "no_report": claim is None or claim.report_number is None,
    }


def _value(right: str) -> Any:
    lowered = right.strip().casefold()
    if lowered in ("sí", "si", "true"):
        return True
    if lowered in ("no", "false"):
        return False
    return int(right) if right.isdigit() and len(right) <= 4 else right


def export(session: Session, folder: Path, *, everything: bool = False) -> Exported:
    """Write `nlu.yml` and `conversations.json` into `folder` from corrections not exported yet, or from `everything`;
    marks them as exported. The caller commits, after both files are whole."""
    query = select(Correction).order_by(Correction.id).with_for_update()
    if not everything:
        query = query.where(Correction.exported_at.is_(None))
    corrections = session.scalars(query).all()
    ids = {item.message_id for item in corrections if item.message_id}
    messages = {item.id: item for item in session.scalars(select(Message).where(Message.id.in_(ids)))}
    text, examples = nlu(messages, corrections)
    scenarios = [_scenario(session, items) for items in _by_conversation(corrections)]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nlu.yml").write_text(text, "utf-8")
    (folder / "conversations.json").write_text(json.dumps(scenarios, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for item in corrections:
        item.exported_at = now()
    return Exported(examples, len(scenarios))


def _by_conversation(corrections: Sequence[Correction]) -> list[list[Correction]]:
    grouped: dict[Any, list[Correction]] = defaultdict(list)
    for item in corrections:
        grouped[item.conversation_id].append(item)
    return [items for items in grouped.values() if any(item.kind == "field" for item in items)]


def _scenario(session: Session, corrections: list[Correction]) -> dict[str, Any]:
    conversation_id = corrections[0].conversation_id
    said = session.scalars(
        select(Message)
        .where(Message.conversation_id == conversation_id, Message.direction == "inbound")
        .order_by(Message.id)
    ).all()
    claim = session.scalars(
        select(ClaimRow).where(ClaimRow.conversation_id == conversation_id).order_by(ClaimRow.loss.desc())
    ).first()
    return scenario(said, claim, corrections)
