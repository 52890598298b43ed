"""Trains the assistant with the arguments of `rasa train`: without TensorFlow (`without_tensorflow`), without validating
the data again (`make check` does), and without a fingerprint of every sentence at every step, by which Rasa finds what
need not be trained again: here everything is (`--force`).
"""

import sys
from typing import Any, Dict

from bot import without_tensorflow


def _take_no_fingerprints() -> None:
    from rasa.engine.training.hooks import TrainingHook

    def before(self: TrainingHook, **_: Any) -> Dict[str, Any]:
        return {}

    def after(self: TrainingHook, **_: Any) -> None:
        return None

    TrainingHook.on_before_node = before
    TrainingHook.on_after_node = after


if __name__ == "__main__":
    without_tensorflow.install()
    from rasa.__main__ import main

    _take_no_fingerprints()

    sys.argv = ["rasa", "train", "--skip-validation", *sys.argv[1:]]
    main()
