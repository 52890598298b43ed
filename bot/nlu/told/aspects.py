"""What a sentence says under several aspects at once, as learned from examples."""

import warnings
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from bot.nlu.told.grams import Grams, normalized

_Labels = List[Tuple[str, str]]  # aspect, label
FILE = "weights.npz"


class Aspects:
    """A logistic regression for each aspect over the same grams.

    Its labels are learned against each other, or (`each_alone`) each against the rest, which is a tenth of the work.
    """

    def __init__(
        self, grams: Grams, weights: numpy.ndarray, bias: numpy.ndarray, labels: _Labels, each_alone: bool
    ) -> None:
        self._grams, self._weights, self._bias, self._labels = grams, weights, bias, labels
        self._each_alone = each_alone
        self._places: Dict[str, List[int]] = {}
        for number, (aspect, _) in enumerate(labels):
            self._places.setdefault(aspect, []).append(number)

    @classmethod
    def train(
        cls, texts: Sequence[str], told: Mapping[str, Sequence[Optional[str]]], each_alone: bool = False
    ) -> "Aspects":
        """Learn from texts what each tells under each aspect; None where that does not matter."""
        grams, rows = Grams.fit([normalized(text) for text in texts])
        weights, bias, labels = [], [], []
        for aspect, all_told in told.items():
            said = [number for number, label in enumerate(all_told) if label is not None]
            with warnings.catch_warnings():  # a few steps more change nothing that is heard
                warnings.simplefilter("ignore", ConvergenceWarning)
                learner = _learner(each_alone).fit(rows[said], [all_told[number] for number in said])
            weights.append(learner.coef_.T)
            bias.append(learner.intercept_)
            labels += [(aspect, str(label)) for label in learner.classes_]
        joined = numpy.ascontiguousarray(numpy.hstack(weights), dtype=numpy.float32)
        return cls(grams, joined, numpy.concatenate(bias), labels, each_alone)

    def hear(self, text: str) -> Dict[str, Dict[str, float]]:
        """How likely each label of each aspect is."""
        columns, values = self._grams.row(normalized(text))
        scores = values.astype(numpy.float32) @ self._weights[columns] + self._bias
        heard: Dict[str, Dict[str, float]] = {}
        for aspect, here in self._places.items():
            chances = _chances(scores[here], self._each_alone)
            heard[aspect] = {self._labels[n][1]: float(chance) for n, chance in zip(here, chances, strict=True)}
        return heard

    def save(self, folder: Path) -> None:
        """Leave it in a folder."""
        self._grams.save(folder)
        labels = numpy.array(self._labels)
        numpy.savez(folder / FILE, weights=self._weights, bias=self._bias, labels=labels, each_alone=self._each_alone)

    @classmethod
    def load(cls, folder: Path) -> "Aspects":
        """As it was saved."""
        with numpy.load(folder / FILE, allow_pickle=False) as kept:
            labels = [(str(aspect), str(label)) for aspect, label in kept["labels"]]
            return cls(Grams.load(folder), kept["weights"], kept["bias"], labels, bool(kept["each_alone"]))


def _learner(each_alone: bool) -> LogisticRegression:
    if each_alone:
        return LogisticRegression(solver="liblinear", dual=True, tol=1e-2, random_state=0)
    return LogisticRegression(max_iter=30, tol=1e-3)


def _chances(scores: numpy.ndarray, each_alone: bool) -> numpy.ndarray:
    chances = 1.0 / (1.0 + numpy.exp(-scores)) if each_alone else numpy.exp(scores - scores.max())
    return chances / chances.sum()
