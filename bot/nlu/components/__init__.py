"""Rasa graph components that put the parsers' findings into a message."""

from .caller_facts import CallerFacts

__all__ = ["CallerFacts"]
