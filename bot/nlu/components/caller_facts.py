"""The facts in a caller's message, as entities."""

import logging
from datetime import datetime
from typing import Any, Dict, List, Optional
from zoneinfo import ZoneInfo

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.parsers.every import find_all

logger = logging.getLogger(__name__)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class CallerFacts(GraphComponent, EntityExtractorMixin):
    """Adds an entity for each fact found;
    times are relative to the message's `received_at` (metadata), else to the clock.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`timezone`: the zone in which a caller's hours are meant."""
        return {"timezone": "America/Mexico_City"}

    def __init__(self, config: Dict[str, Any]) -> None:
        self._zone = ZoneInfo(config["timezone"])

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "CallerFacts":
        """Called by Rasa with the component's configuration."""
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        """The messages with their facts among the entities: entity, value, start, end, extractor, confidence."""
        for message in messages:
            facts = [
                {
                    "entity": fact.entity,
                    "value": fact.value,
                    "start": fact.start,
                    "end": fact.end,
                    "extractor": type(self).__name__,
                    "confidence_entity": 1.0,
                }
                for fact in self._facts(message)
            ]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *facts], add_to_output=True)
        return messages

    def _facts(self, message: Message) -> list:
        text = message.get(TEXT)
        if not text:
            return []
        try:
            return find_all(text, self._now(message.get("metadata")))
        except Exception:  # a message must be understood in part rather than lost
            logger.exception("A finder failed; the message goes on without facts")
            return []

    def _now(self, metadata: Optional[Dict[str, Any]]) -> datetime:
        received = (metadata or {}).get("received_at")
        try:
            moment = (
                datetime.fromisoformat(str(received).replace("Z", "+00:00")) if received else datetime.now(self._zone)
            )
        except ValueError:
            moment = datetime.now(self._zone)
        return moment.astimezone(self._zone) if moment.tzinfo else moment.replace(tzinfo=self._zone)
