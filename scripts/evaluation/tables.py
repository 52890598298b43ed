"""Markdown tables of what was measured."""

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from scripts.bench.measure import Sample
from scripts.evaluation.classifiers import Measured
from scripts.evaluation.dialogues import Held
from scripts.evaluation.labelled import SLICES, Utterance
from scripts.evaluation.understanding import Understood

T = TypeVar("T")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def share(right: Sequence[bool]) -> str:
    """ "97.1 % (231/238)", or a dash where there is nothing."""
    return f"{100 * sum(right) / len(right):.1f} % ({sum(right)}/{len(right)})" if right else "–"


def _ms(seconds: Sequence[float], part: float) -> str:
    return f"{Sample(list(seconds), 1).percentile(part) * 1000:.0f}" if seconds else "–"


def _groups(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)


def fields_right(understood: Iterable[Understood]) -> list[bool]:
    """For each labelled field of each utterance, whether it is right."""
    return [path not in one.wrong for one in understood for path in one.utterance.fields]


def _understood_row(name: str, some: list[Understood]) -> list[str]:
    seconds = [one.seconds for one in some]
    return [
        name,
        str(len(some)),
        share([one.intent_right for one in some]),
        share(fields_right(some)),
        share([one.intent_right and not one.wrong for one in some]),
        _ms(seconds, 0.5),
        _ms(seconds, 0.95),
    ]


def understanding(understood: list[Understood]) -> str:
    """Intents, fields and latency by slice and by topic."""
    head = ["utterances", "n", "intent", "fields", "wholly right", "turn p50 ms", "p95 ms"]
    by_slice = _groups(understood, lambda one: one.utterance.slice)
    by_topic = _groups(understood, lambda one: one.utterance.topic)
    rows = [_understood_row("**all**", understood)]
    rows += [_understood_row(f"slice {name}", by_slice[name]) for name in SLICES if name in by_slice]
    rows += [_understood_row(name, some) for name, some in sorted(by_topic.items())]
    return table(head, rows)


def _held_row(name: str, some: list[Held]) -> list[str]:
    due = [one for one in some if not one.scenario.get("no_report")]
    turns = [one.outcome.turns for one in due if one.outcome.report_number]
    seconds = [second for one in some for second in one.outcome.seconds]
    return [
        name,
        str(len(some)),
        share([one.completed for one in some]),
        share([one.fields_right for one in some]),
        share([one.all_right for one in some]),
        f"{statistics.median(turns):g}" if turns else "–",
        _ms(seconds, 0.5),
        _ms(seconds, 0.95),
    ]


def dialogues(held: list[Held], timed: bool = True) -> str:
    """Completions, right claims, turns and, where it was `timed`, latency by slice and by topic."""
    head = ["conversations", "n", "completed", "claim right in every field", "everything held", "median messages"]
    by_slice = _groups(held, lambda one: str(one.scenario["slice"]))
    by_topic = _groups(held, lambda one: str(one.scenario["topic"]))
    rows = [_held_row("**all**", held)]
    rows += [_held_row(f"slice {name}", by_slice[name]) for name in SLICES if name in by_slice]
    at_once = [one for one in held if one.told_at_once and not one.scenario.get("no_report")]
    rows += [_held_row("opening says most of it", at_once)] if at_once else []
    rows += [_held_row(name, some) for name, some in sorted(by_topic.items())]
    if not timed:
        return table(head, [row[: len(head)] for row in rows])
    return table([*head, "turn p50 ms", "p95 ms"], rows)


def classifiers(measured: list[Measured], utterances: list[Utterance]) -> str:
    """Pipelines side by side: intents by slice, entities, cost."""
    head = ["pipeline", "intent", *SLICES, "entities", "train s", "load s", "memory MB", "parse p50 ms", "p95 ms"]
    rows = []
    for one in measured:
        right = one.intents_right(utterances)
        slices = [[r for r, u in zip(right, utterances, strict=True) if u.slice == name] for name in SLICES]
        seconds = [parsed["seconds"] for parsed in one.parsed]
        cost = [f"{one.train_seconds:.0f}", f"{one.load_seconds:.1f}", f"{one.memory_mb:.0f}"]
        parse = [f"{Sample(seconds, 1).percentile(part) * 1000:.1f}" for part in (0.5, 0.95)]
        entities = share(one.entities_right(utterances))
        rows.append([one.name, share(right), *map(share, slices), entities, *cost, *parse])
    return table(head, rows)
