"""What Rasa loads: the caller's facts as entities, and what the classifier of intents looks at."""

from .answers import Answers
from .caller_facts import CallerFacts
from .intent_classifier import IntentClassifier
from .spanish_tokenizer import SpanishTokenizer
from .told import Told
from .weighted_ngrams import WeightedNgrams

__all__ = ["Answers", "CallerFacts", "IntentClassifier", "SpanishTokenizer", "Told", "WeightedNgrams"]
