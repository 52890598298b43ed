"""What the components share that learn from sentences of their own, beside Rasa's training data."""

import hashlib
from pathlib import Path
from typing import Any, ClassVar, Dict, List, Optional, Sequence, Tuple

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import heard
from bot.nlu.told.aspects import Aspects

Said = Sequence[Tuple[str, Optional[str]]]  # a sentence of Rasa's training data and its intent


class Learned(GraphComponent, EntityExtractorMixin):
    """Trains `Aspects` on the sentences in `folders`, keeps them with the model, and lets them hear every message."""

    folders: ClassVar[Sequence[Path]]

    def __init__(self, storage: ModelStorage, resource: Resource, aspects: Optional[Aspects] = None) -> None:
        self._storage, self._resource, self._aspects = storage, resource, aspects

    @staticmethod
    def learn(said: Said) -> Aspects:
        """What is learned of the sentences in `folders`, and of those that tell nothing of the kind."""
        raise NotImplementedError

    def listen(self, message: Message, text: str, aspects: Aspects) -> None:
        """Give the message what was heard in it."""
        raise NotImplementedError

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Learned":
        """An untrained component."""
        return cls(model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """What Rasa's training data does not hold: the sentences in `folders`, and the labels of those heard."""
        digest = hashlib.sha256(heard.FILE.read_bytes())
        for file in sorted(file for folder in cls.folders for file in folder.glob("*.yml")):
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn, and leave what was learned in the model."""
        said = [(str(example.get(TEXT)), example.get(INTENT)) for example in training_data.intent_examples]
        with self._storage.write_to(self._resource) as folder:
            self.learn(said).save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "Learned":
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, Aspects.load(folder))

    def process(self, messages: List[Message]) -> List[Message]:
        """The messages with what was heard in them."""
        for message in messages:
            text = message.get(TEXT)
            if text and self._aspects:
                self.listen(message, str(text), self._aspects)
        return messages
