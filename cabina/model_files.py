"""The trained model on disk: one file a state of its inputs, so that training happens only when they changed."""

import hashlib
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from common.settings import PROJECT_ROOT

MODELS = PROJECT_ROOT / "models"
INPUTS = ("config.yml", "domain.yml", "bot/data", "bot/nlu", "bot/uv.lock")
KEPT_MODELS = 3


class TrainingFailed(Exception):
    """`rasa train` did not leave a model; the message says where its output is."""


def fingerprint(root: Path = PROJECT_ROOT) -> str:
    """Twelve hexadecimal digits that change when anything the model is trained from changes."""
    digest = hashlib.sha256()
    for name in INPUTS:
        path = root / name
        files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
        for file in files:
            if "__pycache__" not in file.parts:
                digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def current() -> Path:
    """Where the model that fits the present inputs is, or would be."""
    return MODELS / f"cabina-{fingerprint()}.tar.gz"


def ensure(say: Callable[[str], None]) -> Path:
    """The model that fits the present inputs, trained first if it is missing. Raises TrainingFailed."""
    path = current()
    if not path.exists():
        say("training the assistant (its data changed, or this is the first run): under a minute")
        began = time.monotonic()
        train(path)
        say(f"trained in {time.monotonic() - began:.0f} s")
        for old in sorted(MODELS.glob("cabina-*.tar.gz"), key=lambda file: file.stat().st_mtime)[:-KEPT_MODELS]:
            old.unlink()
    return path


def train(path: Path) -> None:
    """Train from the present inputs and leave the model at `path`, whole or not at all. Raises TrainingFailed.

    Everything anew (`--force`): Rasa's own cache does not see a change in the modules that a component imports.
    """
    path.parent.mkdir(exist_ok=True)
    log = path.parent / "train.log"
    python = str(PROJECT_ROOT / "bot/.venv/bin/python")
    command = [python, "-m", "bot.train", "--data", "bot/data", "--out", str(path.parent)]
    unfinished = path.with_name(f"unfinished-{path.name}")  # Rasa drops what follows a dot in the name it is given
    command += ["--force", "--fixed-model-name", unfinished.name.removesuffix(".tar.gz")]
    environment = os.environ | {
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_MAX_CACHE_SIZE": "0",
        "PYTHONWARNINGS": "ignore",
        "PYTHONPATH": str(PROJECT_ROOT),
    }
    with log.open("w") as output:
        finished = subprocess.run(  # noqa: S603 (our own interpreter and arguments)
            command, check=False, cwd=PROJECT_ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    if finished.returncode or not unfinished.exists():
        last = (log.read_text().strip().splitlines() or ["no output"])[-1]
        raise TrainingFailed(f"training failed ({last}); all of its output is in {log}")
    unfinished.replace(path)
