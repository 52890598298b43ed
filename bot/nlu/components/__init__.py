"""Rasa graph components that put the parsers' findings into a message."""
