"""Measures that people look at: how many, how fast, where it goes wrong, what was promised and kept."""
