"""Rasa as it serves: without TensorFlow, whose import alone would take longer than these tests."""

from bot import without_tensorflow

without_tensorflow.install()
