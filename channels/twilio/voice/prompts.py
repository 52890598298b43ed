"""What the telephone asks and leans towards, by what is expected: prompts.yml and hints.yml, checked when read."""

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

_HERE = Path(__file__).parent
MAX_HINTS = 500
MAX_HINT_LENGTH = 100
OTHER = "other"


class Prompt(BaseModel):
    """One question. The fields are described at the top of prompts.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ask: str
    again: str
    keypad: str | None = None
    keys: dict[str, str] = Field(default_factory=dict)
    digits: bool = False
    offer: bool = False
    hints: list[str] = Field(default_factory=list)
    pause: int = Field(2, ge=1, le=5)
    check: float = Field(0.35, ge=0, le=1)

    def hint_text(self) -> str:
        """The value of Gather's `hints`: the lists' words, comma-separated, at most 500."""
        words: dict[str, None] = {}
        for name in [*self.hints, "help"]:
            words.update(dict.fromkeys(_hints()[name]))
        return ", ".join(list(words)[:MAX_HINTS])

    def meaning(self, digits: str) -> str:
        """What the keys pressed say, as words; digits that no key stands for are given as they are."""
        return self.keys.get(digits, digits)


@lru_cache
def _hints() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = yaml.safe_load((_HERE / "hints.yml").read_text("utf-8"))
    for name, words in lists.items():
        for word in words:
            if not isinstance(word, str) or len(word) > MAX_HINT_LENGTH or "," in word:
                raise ValueError(f"hints.yml: {name}: {word!r} is not a phrase of at most {MAX_HINT_LENGTH} characters")
    return lists


@lru_cache
def prompts() -> dict[str, Prompt]:
    """Every prompt by name. Raises ValueError naming the file, list or field at fault."""
    raw = yaml.safe_load((_HERE / "prompts.yml").read_text("utf-8"))
    found = {name: Prompt.model_validate(fields) for name, fields in raw.items()}
    for name, prompt in found.items():
        unknown = set(prompt.hints) - set(_hints())
        if unknown:
            raise ValueError(f"prompts.yml: {name}: no such hints: {', '.join(sorted(unknown))}")
    return found


def prompt_for(expects: str | None) -> Prompt:
    """The prompt of what is expected; a general one for names that have none of their own."""
    return prompts().get(expects or OTHER, prompts()[OTHER])
