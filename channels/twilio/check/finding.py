"""One line of the check: what was looked at, whether it is well, and what to do about it."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warning", "wrong"]


@dataclass(frozen=True)
class Finding:
    """`remedy` is a sentence for whoever sets this up; empty when nothing is to be done."""

    level: Level
    subject: str
    remedy: str = ""


def ok(subject: str) -> Finding:
    """Nothing to do."""
    return Finding("ok", subject)


def warning(subject: str, remedy: str) -> Finding:
    """Works, and would work better."""
    return Finding("warning", subject, remedy)


def wrong(subject: str, remedy: str) -> Finding:
    """Does not work."""
    return Finding("wrong", subject, remedy)
