"""What a sentence tells, as learned: which kind of loss, and whether people are hurt."""

import warnings
from pathlib import Path
from typing import Dict, Iterable, List, Tuple

import numpy
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from bot.nlu.told.examples import Example
from bot.nlu.told.grams import Grams, normalized
from bot.nlu.told.heard import Heard

ASPECTS = ("kind", "people")
_Labels = List[Tuple[str, str]]  # aspect, label


class Ear:
    """A logistic regression for each aspect over the same grams."""

    def __init__(self, grams: Grams, weights: numpy.ndarray, bias: numpy.ndarray, labels: _Labels) -> None:
        self._grams, self._weights, self._bias, self._labels = grams, weights, bias, labels
        self._places = {aspect: [n for n, (of, _) in enumerate(labels) if of == aspect] for aspect in ASPECTS}

    @classmethod
    def train(cls, examples: Iterable[Example]) -> "Ear":
        """Learn from what each example tells, where that is said."""
        examples = list(examples)
        grams, rows = Grams.fit([normalized(example.text) for example in examples])
        weights, bias, labels = [], [], []
        for aspect in ASPECTS:
            told = [getattr(example, aspect) for example in examples]
            said = [number for number, label in enumerate(told) if label is not None]
            with warnings.catch_warnings():  # a few steps more change nothing that is heard
                warnings.simplefilter("ignore", ConvergenceWarning)
                learner = LogisticRegression(max_iter=30, tol=1e-3).fit(rows[said], [told[number] for number in said])
            weights.append(learner.coef_.T)
            bias.append(learner.intercept_)
            labels += [(aspect, str(label)) for label in learner.classes_]
        joined = numpy.ascontiguousarray(numpy.hstack(weights), dtype=numpy.float32)
        return cls(grams, joined, numpy.concatenate(bias), labels)

    def hear(self, text: str) -> Heard:
        """What one sentence tells."""
        columns, values = self._grams.row(normalized(text))
        scores = values @ self._weights[columns] + self._bias
        heard: Dict[str, Dict[str, float]] = {}
        for aspect, here in self._places.items():
            chances = numpy.exp(scores[here] - scores[here].max())
            chances /= chances.sum()
            heard[aspect] = {self._labels[n][1]: float(chance) for n, chance in zip(here, chances, strict=True)}
        return Heard(**heard)

    def save(self, folder: Path) -> None:
        """Leave it in a folder."""
        self._grams.save(folder)
        numpy.savez(folder / "ear.npz", weights=self._weights, bias=self._bias, labels=numpy.array(self._labels))

    @classmethod
    def load(cls, folder: Path) -> "Ear":
        """As it was saved."""
        with numpy.load(folder / "ear.npz", allow_pickle=False) as kept:
            labels = [(str(aspect), str(label)) for aspect, label in kept["labels"]]
            return cls(Grams.load(folder), kept["weights"], kept["bias"], labels)
