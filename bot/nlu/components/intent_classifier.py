"""Rasa's logistic regression, whose weights lie in memory as one message needs them."""

from typing import Any, Dict

import numpy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """SciPy multiplies a sparse row by the weights column by column; stored row by row they are copied, all 7 MB of
    them, for each message."""

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "IntentClassifier":
        """The classifier as it was trained."""
        classifier = super().load(config, model_storage, resource, execution_context, **kwargs)
        classifier.clf.coef_ = numpy.asfortranarray(classifier.clf.coef_)
        return classifier
