"""Pipelines side by side on the same data: the chosen one, Rasa's default (DIET), plain logistic regression."""

import json
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.evaluation.entities import JUDGED, values
from scripts.evaluation.labelled import Utterance, holds

ROOT = Path(__file__).resolve().parents[2]
PIPELINES = {
    "config.yml (chosen)": ROOT / "config.yml",
    "Rasa's default (DIET)": Path(__file__).parent / "pipelines/diet.yml",
    "logistic regression on words": Path(__file__).parent / "pipelines/logistic.yml",
}
QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "RASA_TELEMETRY_ENABLED": "false"}


@dataclass
class Measured:
    """A pipeline after training and parsing; `parsed` is in the order of the utterances."""

    name: str
    train_seconds: float
    load_seconds: float
    memory_mb: float
    parsed: list[dict[str, Any]]

    def intents_right(self, utterances: list[Utterance]) -> list[bool]:
        """For each utterance, whether its intent is right."""
        return [u.intent_is_right(p["intent"]) for u, p in zip(utterances, self.parsed, strict=True)]

    def entities_right(self, utterances: list[Utterance]) -> list[bool]:
        """For each labelled fact that an entity can carry, whether one carries it rightly."""
        return [
            any(holds(wanted, value) for value in values(path, parsed["entities"]))
            for utterance, parsed in zip(utterances, self.parsed, strict=True)
            for path, wanted in utterance.fields.items()
            if path in JUDGED and wanted is not None
        ]


def _bot(*arguments: str) -> str:
    command = [str(ROOT / "bot/.venv/bin/python"), "-m", "scripts.evaluation.bot_side", *arguments]
    environment = os.environ | QUIET | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    finished = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if finished.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{finished.stderr[-2000:]}")
    return (finished.stdout.strip().splitlines() or [""])[-1]


def measure(name: str, utterances: list[Utterance], epochs: int) -> Measured:
    """Train the pipeline of this name and parse every utterance. Raises RuntimeError with the end of Rasa's output."""
    with tempfile.TemporaryDirectory(prefix="cabina-eval-") as folder:
        began = time.perf_counter()
        model = _bot("train", str(PIPELINES[name]), folder, str(epochs))
        trained = time.perf_counter() - began
        texts, output = Path(folder, "texts.json"), Path(folder, "parsed.json")
        texts.write_text(json.dumps([utterance.text for utterance in utterances]), encoding="utf-8")
        _bot("parse", str(PIPELINES[name]), model, str(texts), str(output))
        parsed = json.loads(output.read_text(encoding="utf-8"))
        return Measured(name, trained, parsed["load_seconds"], parsed["memory_mb"], parsed["parsed"])
