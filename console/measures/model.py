"""The measures: tables of numbers, each with its title and what it means. No I/O."""

from collections.abc import Sequence
from dataclasses import dataclass

Value = float | int | None
Counts = dict[str, dict[str, int]]
"""Of one day: measure → what is counted → how many."""


@dataclass(frozen=True)
class Series:
    """A line or the bars of one colour: a name and a number for each label."""

    name: str
    values: Sequence[Value]


@dataclass(frozen=True)
class Measure:
    """A chart and its table. `kind`: line, bar or stacked; `unit` is what numbers are in: reports, minutes, share."""

    name: str
    title: str
    meaning: str
    kind: str
    unit: str
    labels: Sequence[str]
    series: Sequence[Series]

    @property
    def empty(self) -> bool:
        """True when there is nothing to show."""
        return not any(value for line in self.series for value in line.values)
