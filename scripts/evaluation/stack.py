"""A whole Cabina of the evaluation's own, or one that is running already."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.conftest import free_port, start, stop


@dataclass(frozen=True)
class Target:
    """Where the assistant under evaluation answers: the web application, its trusted token, and Rasa."""

    url: str
    token: str
    rasa_url: str


@contextmanager
def running() -> Iterator[Target]:
    """Start the stack with an empty database in a folder of its own; stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="cabina-eval-"))
    folder.chmod(0o755)
    rasa_url = os.environ.get("CABINA_RASA_URL") or f"http://127.0.0.1:{free_port()}"
    stack = start(folder, CABINA_RASA_URL=rasa_url)
    try:
        yield Target(stack.url, stack.token, rasa_url)
    finally:
        stop(stack)
        shutil.rmtree(folder, ignore_errors=True)
