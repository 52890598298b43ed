"""What happened and who is hurt: what was learned beside what the rules of `CallerFacts` found."""

from functools import partial
from typing import Any, Dict, List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.components.learned import Learned, Said
from bot.nlu.parsers.found import Found
from bot.nlu.told.aspects import Aspects
from bot.nlu.told.examples import beside, hear, heard, learn, made
from bot.nlu.told.grammar import FOLDER
from bot.nlu.told.heard import Heard
from bot.nlu.told.settle import SETTLED, settle


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class Told(Learned):
    """Settles `incident`, `service` and `injuries` between the rules and a classifier.

    It is trained on bot/data/told and on what people were heard to say (bot/data/heard). The message also gets `told`,
    what the classifier heard, for whoever knows which question was asked.
    """

    folders = (FOLDER,)

    @staticmethod
    def learn(said: Said) -> Aspects:
        """Learn from bot/data/told, from what tells of no loss, and from what people were heard to say."""
        return learn([*made(), *beside(said), *heard()])

    def listen(self, message: Message, text: str, aspects: Aspects) -> None:
        """Settle these entities of the message."""
        entities = message.get(ENTITIES, [])
        ruled = [Found(e["entity"], e["value"], e["start"], e["end"], text[e["start"] : e["end"]])
                 for e in entities if e["entity"] in SETTLED]  # fmt: skip
        settled = settle(text, ruled, partial(hear, aspects))
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
                if fact not in ruled and not _only_counted(fact, ruled)
            ]
            kept = [(fact.entity, fact.value) for fact in settled.facts if fact in ruled]
            others = [e for e in entities if e["entity"] not in SETTLED or (e["entity"], e["value"]) in kept]
            others += [{**e, "value": fact.value} for fact in settled.facts for e in entities
                       if e["entity"] == fact.entity and fact not in ruled and _only_counted(fact, ruled)]  # fmt: skip
            message.set(ENTITIES, sorted([*others, *learned], key=lambda e: (e["start"], e["end"])), add_to_output=True)
        message.set("told", _rounded(settled.heard), add_to_output=True)


def _only_counted(fact: Found, ruled: List[Found]) -> bool:
    """Whether the rules saw somebody hurt there too: how many, counted anew, makes it no less theirs."""
    return fact.entity == "injuries" and any(
        one.entity == fact.entity and one.value["any"] and fact.value["any"] for one in ruled
    )


def _rounded(heard: Heard) -> Dict[str, Any]:
    """The likely ones, short enough to be kept with every message."""
    return {
        "hurt": heard.hurt,
        "kind": {name: round(chance, 3) for name, chance in heard.kind.items() if chance >= 0.05},
        "people": {name: round(chance, 3) for name, chance in heard.people.items() if chance >= 0.05},
    }
