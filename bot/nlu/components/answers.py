"""How a message answers each question that may have been asked, as learned."""

import hashlib
from typing import Any, Dict, List, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.answers.examples import beside, learn, made
from bot.nlu.answers.patterns import FOLDER
from bot.nlu.answers.said import likely
from bot.nlu.told import grammar
from bot.nlu.told.aspects import Aspects


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class Answers(GraphComponent, EntityExtractorMixin):
    """Gives a message `answers`: {question: {kind of answer: how likely}}, trained on bot/data/answers.

    A parse does not know what was asked, and all questions cost little more than one; the actions look at theirs.
    """

    def __init__(self, storage: ModelStorage, resource: Resource, aspects: Optional[Aspects] = None) -> None:
        self._storage, self._resource, self._aspects = storage, resource, aspects

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Answers":
        """An untrained component."""
        return cls(model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """What Rasa's training data does not hold: the sentences of bot/data/answers and bot/data/told."""
        digest = hashlib.sha256()
        for file in sorted([*FOLDER.glob("*.yml"), *grammar.FOLDER.glob("*.yml")]):
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the sentences of bot/data/answers, and from what people say that answers nothing."""
        said = [(str(example.get(TEXT)), example.get(INTENT)) for example in training_data.intent_examples]
        with self._storage.write_to(self._resource) as folder:
            learn([*made(), *beside(said)]).save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "Answers":
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, Aspects.load(folder))

    def process(self, messages: List[Message]) -> List[Message]:
        """The messages with what they answer."""
        for message in messages:
            text = message.get(TEXT)
            if text and self._aspects:
                message.set("answers", likely(self._aspects.hear(str(text))), add_to_output=True)
        return messages
