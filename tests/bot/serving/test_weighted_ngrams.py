"""The features of a message against scikit-learn's own, of which they are meant to be the same."""

import numpy
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import hstack

from bot.nlu.components.weighted_ngrams import WeightedNgrams, _vectorizers

ONCE = ["choqué en la Roma", "me chocaron por atrás", "no hay heridos, no", "mi póliza es 123", "se ponchó"]
EXAMPLES = [*ONCE, *(f"{text} ya" for text in ONCE)]  # what is said once is no feature


def message(text: str) -> Message:
    tokens = [Token(word, 0, lemma=word.strip(",")[:4]) for word in text.split()]
    return Message({TEXT: text, "intent": "inform", "text_tokens": tokens})


@pytest.fixture
def trained(tmp_path):
    context = ExecutionContext(GraphSchema({}), node_name="ngrams")
    storage, resource = LocalModelStorage(tmp_path), Resource("ngrams")
    config = {**WeightedNgrams.get_default_config(), "weight": 2.0}
    WeightedNgrams.create(config, storage, resource, context).train(TrainingData([message(t) for t in EXAMPLES]))
    return WeightedNgrams.load(config, storage, resource, context)


@pytest.mark.parametrize("text", ["no, no choqué, me chocaron", "mi póliza es la 123 póliza", "¿?", "xyz", "llanta"])
def test_features_are_scikit_learns(trained, text):
    fitted = {
        name: vectorizer.fit([document(message(example), name) for example in EXAMPLES])
        for name, vectorizer in _vectorizers().items()
    }
    expected = hstack([v.transform([document(message(text), name)]) for name, v in fitted.items()]) * 2.0
    said = message(text)
    trained.process([said])
    sentence = said.get_sparse_features(TEXT)[1]
    features = sentence.features if sentence else None
    assert features is not None
    assert numpy.allclose(features.toarray(), expected.toarray())


def test_the_training_messages_have_the_same_features_as_one_alone(trained):
    together, alone = [message(text) for text in EXAMPLES], [message(text) for text in EXAMPLES]
    trained.process_training_data(TrainingData(together))
    trained.process(alone)
    for one, other in zip(together, alone, strict=True):
        features = [said.get_sparse_features(TEXT)[1].features.toarray() for said in (one, other)]
        assert features[0].any() and numpy.allclose(*features)


def document(said: Message, name: str) -> str:
    return " ".join(token.lemma for token in said.get("text_tokens")) if name == "lemmas" else said.get(TEXT)
