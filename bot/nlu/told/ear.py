"""What a sentence tells, as learned: which kind of loss, and whether people are hurt."""

from pathlib import Path
from typing import Iterable

from bot.nlu.told.aspects import Aspects
from bot.nlu.told.examples import Example
from bot.nlu.told.heard import Heard


class Ear:
    """Hears both in any sentence."""

    def __init__(self, aspects: Aspects) -> None:
        self._aspects = aspects

    @classmethod
    def train(cls, examples: Iterable[Example]) -> "Ear":
        """Learn from what each example tells, where that is said."""
        examples = list(examples)
        told = {aspect: [getattr(example, aspect) for example in examples] for aspect in Heard._fields}
        return cls(Aspects.train([example.text for example in examples], told))

    def hear(self, text: str) -> Heard:
        """What one sentence tells."""
        return Heard(**self._aspects.hear(text))

    def save(self, folder: Path) -> None:
        """Leave it in a folder."""
        self._aspects.save(folder)

    @classmethod
    def load(cls, folder: Path) -> "Ear":
        """As it was saved."""
        return cls(Aspects.load(folder))
