"""Rasa's own files, and beside them what people were heard to say (bot/data/heard)."""

from collections import defaultdict
from typing import Dict, Optional, Set

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.nlu.heard import sentences


class HeardImporter(RasaFileImporter):
    """Named in config.yml under `importers`."""

    @cached_method  # asked for three times in a training
    def get_nlu_data(self, language: Optional[str] = "en") -> TrainingData:
        """The files' sentences and those that were heard, each with its intent.

        A sentence whose kind depends on what had been asked ("a la que está aquí") teaches none.
        """
        written = super().get_nlu_data(language)
        kinds: Dict[str, Set[str]] = defaultdict(set)
        for example in written.intent_examples:
            kinds[example.get("text").casefold()].add(example.get("intent"))
        for one in sentences():
            kinds[one.text.casefold()].add(one.intent)
        taught = {one.text: one.intent for one in sentences() if len(kinds[one.text.casefold()]) == 1}
        examples = [*written.training_examples, *(Message.build(text, intent) for text, intent in taught.items())]
        rest = written.entity_synonyms, written.regex_features, written.lookup_tables, written.responses
        return TrainingData(examples, *rest)  # `merge` would copy every example twice
