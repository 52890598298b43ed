"""Trains the assistant with the arguments of `rasa train`: without TensorFlow (`without_tensorflow`), and without
validating the data again (`make check` does)."""

import sys

from bot import without_tensorflow

if __name__ == "__main__":
    without_tensorflow.install()
    from rasa.__main__ import main

    sys.argv = ["rasa", "train", "--skip-validation", *sys.argv[1:]]
    main()
