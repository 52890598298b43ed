"""Days summed to measures: one function a measure. No I/O."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from console import words
from console.formats import MONTHS
from console.measures.model import Counts, Measure, Series, Value

LONGEST, FEWEST = 12, 5
Days = Mapping[date, Counts]


@dataclass(frozen=True)
class Period:
    """The `days` days up to `last`, in steps of a day or of a month; months begin on their first day."""

    last: date
    days: int
    step: str

    @property
    def first(self) -> date:
        """The first day."""
        first = self.last - timedelta(days=self.days - 1)
        return first.replace(day=1) if self.step == "month" else first

    def of(self, day: date) -> date:
        """The first day of the step in which `day` lies."""
        return day.replace(day=1) if self.step == "month" else day

    @property
    def steps(self) -> list[date]:
        """The first day of each step."""
        days = (self.first + timedelta(days=place) for place in range((self.last - self.first).days + 1))
        return list(dict.fromkeys(map(self.of, days)))

    @property
    def labels(self) -> list[str]:
        """The steps as people read them."""
        return [
            f"{d.day} {MONTHS[d.month - 1]}" if self.step == "day" else f"{MONTHS[d.month - 1]} {d.year}"
            for d in self.steps
        ]


def at_most(counts: Mapping[int, int], share: float) -> int | None:
    """The smallest value that `share` (0–1) of the counted ones do not exceed; None when nothing was counted."""
    wanted = ceil(share * sum(counts.values()))
    reached = 0
    for value in sorted(counts):
        reached += counts[value]
        if reached >= wanted:
            return value
    return None


def _total(days: Days, measure: str) -> Counter[str]:
    """What was counted of a measure on all days together."""
    total: Counter[str] = Counter()
    for counts in days.values():
        total.update(counts.get(measure, {}))
    return total


def _by_step(days: Days, measure: str, period: Period) -> list[Counter[str]]:
    """What was counted of a measure in each step."""
    found: dict[date, Counter[str]] = {step: Counter() for step in period.steps}
    for day, counts in days.items():
        if (step := period.of(day)) in found:
            found[step].update(counts.get(measure, {}))
    return list(found.values())


def _of_channels(columns: Iterable[Counter[str]]) -> list[Series]:
    listed = list(columns)
    seen = {channel for column in listed for channel in column}
    return [Series(name, [column[code] for column in listed]) for code, name in words.CHANNELS.items() if code in seen]


def _reports(days: Days, period: Period) -> tuple[Sequence[str], list[Series]]:
    columns = []
    for step in _by_step(days, "reports", period):
        column: Counter[str] = Counter()
        for key, number in step.items():
            column[key.split()[0]] += number
        columns.append(column)
    return period.labels, _of_channels(columns)


def _hours(days: Days, period: Period) -> tuple[Sequence[str], list[Series]]:
    columns = [Counter[str]() for _ in range(24)]
    for key, number in _total(days, "reports").items():
        channel, hour = key.split()
        columns[int(hour)][channel] += number
    return [f"{hour:02d}" for hour in range(24)], _of_channels(columns)


def _minutes(days: Days, period: Period) -> tuple[Sequence[str], list[Series]]:
    steps = [{int(key): number for key, number in step.items()} for step in _by_step(days, "minutes", period)]
    shares = {"La mitad, a lo más": 0.5, "9 de cada 10, a lo más": 0.9}
    return period.labels, [Series(name, [at_most(step, share) for step in steps]) for name, share in shares.items()]


def _alone(days: Days, period: Period) -> tuple[Sequence[str], list[Series]]:
    steps = _by_step(days, "alone", period)
    values: list[Value] = [step["alone"] / step.total() if step else None for step in steps]
    return period.labels, [Series("Sin ayuda de una persona", values)]


def _dropped(days: Days, period: Period) -> tuple[Sequence[str], list[Series]]:
    found = sorted(_total(days, "dropped").items(), key=lambda item: (-item[1], item[0]))[:LONGEST]
    labels = [words.word(asked, words.EXPECTS) for asked, _ in found]
    return labels, [Series("Conversaciones abandonadas", [number for _, number in found])]


def _repeated(days: Days, period: Period) -> tuple[Sequence[str], list[Series]]:
    total = _total(days, "repeated")
    sizes = {asked: total[f"{asked} again"] + total[f"{asked} understood"] for asked in {k.split()[0] for k in total}}
    shares = {asked: total[f"{asked} again"] / size for asked, size in sizes.items() if size >= FEWEST}
    found = sorted(shares.items(), key=lambda item: (-item[1], item[0]))[:LONGEST]
    labels = [words.word(asked, words.EXPECTS) for asked, _ in found]
    return labels, [Series("Hubo que preguntar otra vez", [share for _, share in found])]


def _deadlines(days: Days, period: Period) -> tuple[Sequence[str], list[Series]]:
    steps = _by_step(days, "deadlines", period)
    return period.labels, [
        Series("A tiempo", [step["kept"] for step in steps]),
        Series("Tarde", [step["missed"] for step in steps]),
    ]


@dataclass(frozen=True)
class Summed:
    """A measure: how it looks, and the function that sums it."""

    name: str
    title: str
    meaning: str
    kind: str
    unit: str
    sums: Callable[[Days, Period], tuple[Sequence[str], list[Series]]]

    def measure(self, days: Days, period: Period) -> Measure:
        """The measure over a period."""
        labels, series = self.sums(days, period)
        return Measure(self.name, self.title, self.meaning, self.kind, self.unit, labels, series)


SUMMED = (
    Summed("reports", "Reportes por canal", "Reportes que recibieron número.", "stacked", "count", _reports),
    Summed(
        "hours",
        "Reportes por hora",
        "Reportes que recibieron número, por hora del día y canal.",
        "stacked",
        "count",
        _hours,
    ),
    Summed(
        "minutes",
        "Tiempo hasta el número",
        "Minutos desde el primer mensaje hasta el número de reporte.",
        "line",
        "minutes",
        _minutes,
    ),
    Summed(
        "alone",
        "Reportes terminados por el asistente",
        "Parte de los reportes en que nadie pidió ni dio ayuda.",
        "line",
        "share",
        _alone,
    ),
    Summed(
        "dropped",
        "Dónde se va la gente",
        "Lo último que el asistente había preguntado a quien dejó de contestar.",
        "bar",
        "count",
        _dropped,
    ),
    Summed(
        "repeated",
        "Preguntas que no se entienden",
        "Parte de las respuestas de las que no se entendió nada y la pregunta se repitió.",
        "bar",
        "share",
        _repeated,
    ),
    Summed(
        "deadlines",
        "Plazos del ajustador",
        "Llegadas del ajustador frente a la hora prometida.",
        "stacked",
        "count",
        _deadlines,
    ),
)
