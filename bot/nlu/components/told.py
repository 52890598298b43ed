"""What happened and who is hurt: what was learned beside what the rules of `CallerFacts` found."""

import hashlib
from typing import Any, Dict, List, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.parsers.found import Found
from bot.nlu.told.ear import Ear
from bot.nlu.told.examples import beside, made
from bot.nlu.told.grammar import FOLDER
from bot.nlu.told.heard import Heard
from bot.nlu.told.settle import SETTLED, settle


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class Told(GraphComponent, EntityExtractorMixin):
    """Settles `incident`, `service` and `injuries` between the rules and a classifier trained on bot/data/told.

    The message also gets `told`, what the classifier heard, for whoever knows which question was asked.
    """

    def __init__(self, storage: ModelStorage, resource: Resource, ear: Optional[Ear] = None) -> None:
        self._storage, self._resource, self._ear = storage, resource, ear

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Told":
        """An untrained component."""
        return cls(model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """What Rasa's training data does not hold: the sentences of bot/data/told."""
        digest = hashlib.sha256()
        for file in sorted(FOLDER.glob("*.yml")):
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the sentences of bot/data/told, and from what people say that tells of no loss."""
        said = [(str(example.get(TEXT)), example.get(INTENT)) for example in training_data.intent_examples]
        with self._storage.write_to(self._resource) as folder:
            Ear.train([*made(), *beside(said)]).save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "Told":
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, Ear.load(folder))

    def process(self, messages: List[Message]) -> List[Message]:
        """The messages with these entities settled."""
        for message in messages:
            text = message.get(TEXT)
            if text and self._ear:
                self._settle(message, str(text), self._ear)
        return messages

    def _settle(self, message: Message, text: str, ear: Ear) -> None:
        entities = message.get(ENTITIES, [])
        ruled = [Found(e["entity"], e["value"], e["start"], e["end"], text[e["start"] : e["end"]])
                 for e in entities if e["entity"] in SETTLED]  # fmt: skip
        settled = settle(text, ruled, ear.hear)
        if settled.facts != ruled:
            learned = [
                {
                    "entity": fact.entity,
                    "value": fact.value,
                    "start": fact.start,
                    "end": fact.end,
                    "extractor": type(self).__name__,
                    "confidence_entity": 1.0,
                }
                for fact in settled.facts
                if fact not in ruled
            ]
            kept = [(fact.entity, fact.value) for fact in settled.facts if fact in ruled]
            others = [e for e in entities if e["entity"] not in SETTLED or (e["entity"], e["value"]) in kept]
            message.set(ENTITIES, sorted([*others, *learned], key=lambda e: (e["start"], e["end"])), add_to_output=True)
        message.set("told", _rounded(settled.heard), add_to_output=True)


def _rounded(heard: Heard) -> Dict[str, Dict[str, float]]:
    """The likely ones, short enough to be kept with every message."""
    return {
        "kind": {name: round(chance, 3) for name, chance in heard.kind.items() if chance >= 0.05},
        "people": {name: round(chance, 3) for name, chance in heard.people.items() if chance >= 0.05},
    }
