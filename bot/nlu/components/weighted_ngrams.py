"""Words, lemmas and pieces of words, weighted by how much they tell: what the classifier of intents looks at."""

import json
from collections import Counter
from typing import Any, Callable, Dict, List, Type

import numpy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

WORD = r"(?u)\b\w+\b"


def _vectorizers() -> Dict[str, TfidfVectorizer]:
    plain = {"strip_accents": "unicode", "sublinear_tf": True, "min_df": 2}  # what one sentence has tells nothing
    return {
        "words": TfidfVectorizer(ngram_range=(1, 2), token_pattern=WORD, **plain),
        "lemmas": TfidfVectorizer(ngram_range=(1, 2), token_pattern=WORD, **plain),
        "pieces": TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **plain),
    }


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class WeightedNgrams(SparseFeaturizer, GraphComponent):
    """TF-IDF of word and lemma n-grams (1–2) and of character n-grams inside words (2–5); a sentence feature.

    `weight` multiplies every feature. Rasa's LogisticRegressionClassifier fixes C at 1, and features scaled by w are
    regularised as if C were w².
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        """A tokenizer that gives lemmas."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`weight` as explained above."""
        return {**SparseFeaturizer.get_default_config(), "weight": 3.0}

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, name: str) -> None:
        super().__init__(name, config)
        self._storage, self._resource = model_storage, resource
        self._grams_of: Dict[str, Callable[[str], List[str]]] = {
            name: vectorizer.build_analyzer() for name, vectorizer in _vectorizers().items()
        }
        self._vocabulary: Dict[str, Dict[str, int]] = {}
        self._idf: Dict[str, numpy.ndarray] = {}

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "WeightedNgrams":
        """An untrained component."""
        return cls(config, model_storage, resource, execution_context.node_name)

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Raises ValueError unless the weight is positive."""
        if not float(config["weight"]) > 0:
            raise ValueError("WeightedNgrams: `weight` must be positive")

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the vocabulary and its weights from the messages that have an intent."""
        messages = [message for message in training_data.training_examples if message.get(TEXT)]
        with self._storage.write_to(self._resource) as folder:
            for name, vectorizer in _vectorizers().items():
                vectorizer.fit([_document(message, name) for message in messages])
                vocabulary = {gram: int(index) for gram, index in vectorizer.vocabulary_.items()}
                (folder / f"{name}.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
                numpy.save(folder / f"{name}.npy", vectorizer.idf_, allow_pickle=False)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "WeightedNgrams":
        """The component as it was trained."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            for name in component._grams_of:
                component._vocabulary[name] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
                component._idf[name] = numpy.load(folder / f"{name}.npy", allow_pickle=False)
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Featurize the training messages in place, all at once: what scikit-learn is quick at."""
        messages = [message for message in training_data.training_examples if message.get(TEXT)]
        for message, row in zip(messages, self._all_features(messages), strict=True):
            self.add_features_to_message(None, row, TEXT, message)
        return training_data

    def _all_features(self, messages: List[Message]) -> csr_matrix:
        """A row a message, each as `_features` gives it."""
        columns = []
        for name, vectorizer in _vectorizers().items():
            vectorizer.set_params(vocabulary=self._vocabulary[name])
            vectorizer.idf_ = self._idf[name]
            columns.append(vectorizer.transform([_document(message, name) for message in messages]))
        return hstack(columns).tocsr() * float(self._config["weight"])

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the features to each message that has text."""
        for message in messages:
            if message.get(TEXT):
                self.add_features_to_message(None, self._features(message), TEXT, message)
        return messages

    def _features(self, message: Message) -> csr_matrix:
        """One row: what `TfidfVectorizer.transform` gives for each kind of gram, side by side.

        For one message at a time scikit-learn's own is several times slower: it takes its arguments for a corpus.
        """
        columns, values, width = [], [], 0
        for name, grams_of in self._grams_of.items():
            vocabulary, idf = self._vocabulary[name], self._idf[name]
            grams = Counter(grams_of(_document(message, name)))
            known = {vocabulary[gram]: times for gram, times in grams.items() if gram in vocabulary}
            if known:
                indices = numpy.fromiter(known, dtype=numpy.int32)
                weights = (numpy.log(numpy.fromiter(known.values(), dtype=float)) + 1.0) * idf[indices]
                columns.append(indices + width)
                values.append(weights * (float(self._config["weight"]) / numpy.linalg.norm(weights)))
            width += len(idf)
        if not columns:
            return csr_matrix((1, width))
        indices = numpy.concatenate(columns)
        return csr_matrix((numpy.concatenate(values), indices, [0, len(indices)]), shape=(1, width))


def _document(message: Message, name: str) -> str:
    if name != "lemmas":
        return str(message.get(TEXT))
    return " ".join(token.lemma or token.text for token in message.get(TOKENS_NAMES[TEXT], []))
