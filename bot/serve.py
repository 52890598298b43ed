"""Starts Rasa's server as `rasa run` does, in half the time: see `without_tensorflow`. Arguments are those of `rasa run`."""

import sys

from bot import without_tensorflow

if __name__ == "__main__":
    # First, while few modules are loaded: skops looks through all of them for each of some hundred functions.
    import skops.io  # noqa: F401

    without_tensorflow.install()
    from rasa.__main__ import main

    sys.argv = ["rasa", "run", *sys.argv[1:]]
    main()
