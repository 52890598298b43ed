"""The classifier of bot/data/told, trained once for these tests as `make train` trains it."""

from pathlib import Path

import pytest
import yaml

from bot.nlu.told.ear import Ear
from bot.nlu.told.examples import beside, made

NLU = Path(__file__).resolve().parents[2] / "bot/data/nlu"


def said():
    """What people say, with its intent (bot/data/nlu)."""
    for file in sorted(NLU.glob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                yield line.removeprefix("- "), block.get("intent")


@pytest.fixture(scope="session")
def ear():
    return Ear.train([*made(), *beside(said())])
