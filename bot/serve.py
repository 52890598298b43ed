"""Starts Rasa's server with the arguments of `rasa run`, in half its time (`without_tensorflow`), with quick turns
(`action_answers`)."""

import sys
import warnings

from bot import without_tensorflow

if __name__ == "__main__":
    # First, while few modules are loaded: skops looks through all of them for each of some hundred functions.
    import skops.io  # noqa: F401

    without_tensorflow.install()
    from rasa.__main__ import main

    from bot import action_answers

    action_answers.install()

    # Rasa turns every warning on again: pages about what its libraries will deprecate, to whoever starts Cabina.
    warnings.showwarning = lambda *_, **__: None
    sys.argv = ["rasa", "run", *sys.argv[1:]]
    main()
