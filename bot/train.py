"""Trains the assistant with the arguments of `rasa train`: without TensorFlow (`without_tensorflow`), without checking
the data again (`make check` does), and without a fingerprint of every sentence at every step, by which Rasa finds what
need not be trained again: here everything is (`--force`).
"""

import sys
from typing import Any, Dict

from bot import without_tensorflow


def _no_fingerprint(_: object, **__: Any) -> Dict[str, Any]:
    return {}


if __name__ == "__main__":
    without_tensorflow.install()
    from rasa.__main__ import main
    from rasa.engine.training.hooks import TrainingHook

    TrainingHook.on_before_node = TrainingHook.on_after_node = _no_fingerprint
    sys.argv = ["rasa", "train", "--skip-validation", *sys.argv[1:]]
    main()
