"""A product's rules sorted by incident, once: what a check has to look at, and nothing else."""

import re
from dataclasses import dataclass
from functools import lru_cache

from policy_backend.coverage.loss import INCIDENTS
from policy_backend.products.checks import expand
from policy_backend.products.conditions import Condition
from policy_backend.products.schema import Answers, Coverage, Product

_SINGLE_LINE = re.compile(r"(s[014]:(\d+))-\2(?!\d)")


def readable(clause: str) -> str:
    """A clause with its line marks as people write them: s1:639-639 is s1:639."""
    return _SINGLE_LINE.sub(r"\1", clause)


def cited(title: str, source: str) -> str:
    """A clause as people read it: its title and its lines, "Robo total (s1:864-923)"."""
    return f"{title} ({readable(source)})"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A coverage that speaks to an incident, how, and under which clause."""

    code: str
    coverage: Coverage
    answers: Answers
    clause: str


@dataclass(frozen=True, slots=True)
class Watch:
    """A flag, or a contradiction that the check raises, with what it needs to be told."""

    code: str
    effect: str
    clause: str
    explanation: str
    coverages: frozenset[str] | None
    condition: Condition
    asks: bool
    ask_kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentRules:
    """What the product says about one incident.

    `own_damage`: the insured vehicle's repair is at stake. `undecided`: why no machine can say whether it is covered.
    """

    own_damage: bool
    undecided: str | None
    speakers: tuple[Speaker, ...]
    watches: tuple[Watch, ...]
    documents: tuple[str, ...]
    instructions: tuple[str, ...]


@dataclass(frozen=True)
class Rulebook:
    """The rules of a product by incident."""

    product: Product
    by_incident: dict[str, IncidentRules]
    use_groups: dict[str, str]


def _watches(product: Product, incident: str, speaking: frozenset[str]) -> tuple[Watch, ...]:
    """Flags and raised contradictions of an incident; those of coverages that do not speak to it are left out."""
    found = []
    for code, flag in product.flags.items():
        if flag.evaluable and incident in expand(product, flag.incidents):
            covers = None if flag.coverages == "all" else speaking.intersection(flag.coverages)
            asks = flag.ask and flag.capture == "ASK" and incident in expand(product, flag.ask_incidents)
            found.append(
                Watch(
                    code, flag.effect, readable(flag.clause), flag.explanation, covers, flag.condition,
                    asks, flag.ask_kinds,
                )
            )  # fmt: skip
    for code, conflict in product.conflicts.items():
        if conflict.when and incident in expand(product, conflict.incidents):
            covers = None if conflict.coverages == "all" else speaking.intersection(conflict.coverages)
            sides = ", ".join(side.source for side in (conflict.a, conflict.b) if side.source)
            clause = cited(conflict.topic, sides) if sides else conflict.topic
            found.append(
                Watch(code, conflict.effect, clause, conflict.explanation or "", covers, conflict.condition, False, ())
            )
    return tuple(watch for watch in found if watch.coverages is None or watch.coverages)


def _rules(product: Product, incident: str) -> IncidentRules:
    speakers = tuple(
        Speaker(code, coverage, answers, cited(coverage.name, answers.source or coverage.source))
        for code, coverage in product.coverages.items()
        for answers in coverage.answers
        if incident in expand(product, answers.incidents)
    )
    texts = product.incidents[incident]
    return IncidentRules(
        own_damage=any(
            speaker.code in product.total_loss.coverages and speaker.answers.role == "main" for speaker in speakers
        ),
        speakers=speakers,
        watches=_watches(product, incident, frozenset(speaker.code for speaker in speakers)),
        undecided=texts.undecided,
        documents=tuple(product.sentences[key].text for key in texts.documents),
        instructions=tuple(product.sentences[key].text for key in texts.instructions),
    )


class _Identity:
    """A product as a cache key: itself, not its content."""

    __slots__ = ("product",)

    def __init__(self, product: Product) -> None:
        self.product = product

    def __hash__(self) -> int:
        return id(self.product)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.product is self.product


@lru_cache(64)
def _build(key: _Identity) -> Rulebook:
    product = key.product
    groups = {use: group for group, uses in product.uses.items() for use in uses}
    return Rulebook(product, {incident: _rules(product, incident) for incident in INCIDENTS}, groups)


def rulebook(product: Product) -> Rulebook:
    """The product's rulebook, built the first time it is asked for."""
    return _build(_Identity(product))
