"""The whole stack, started as a user starts it, for end-to-end tests, the evaluation and the benchmark."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.serving import free_port

ROOT = Path(__file__).resolve().parents[1]
START_TIMEOUT_SECONDS = 180


@dataclass
class Stack:
    """A running Cabina: where it answers, its trusted token, where its Rasa answers; and, where we started it, how."""

    url: str
    token: str
    rasa_url: str
    process: "subprocess.Popen[bytes] | None" = None
    log: Path | None = None


class NotReady(RuntimeError):
    """The stack ended or was not ready in time; the text has the end of its output."""


def start(folder: Path, **extra: str) -> Stack:
    """Start `cabina run` with its data in `folder` and wait until it is ready. Raises NotReady."""
    port, log = free_port(), folder / "run.log"
    rasa_url = os.environ.get("CABINA_RASA_URL") or f"http://127.0.0.1:{free_port()}"
    inherited = {key: value for key, value in os.environ.items() if key != "CABINA_DATABASE_URL"}
    environment = inherited | {
        "PORT": str(port),
        "CABINA_DATA_DIR": str(folder),
        "CABINA_API_TOKEN": "a-token-of-this-run",
        "CABINA_CHAT_RATE_PER_MINUTE": "0",
        "CABINA_ADDRESS_RATE_PER_MINUTE": "0",
        "CABINA_RASA_URL": rasa_url,
        "CABINA_ACTIONS_URL": f"http://127.0.0.1:{free_port()}",
        **extra,
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            [ROOT / ".venv/bin/cabina", "run"], cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    stack = Stack(f"http://127.0.0.1:{port}", environment["CABINA_API_TOKEN"], rasa_url, process, log)
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise NotReady(f"cabina run ended with {process.returncode}:\n{log.read_text()[-4000:]}")
        try:
            if httpx.get(f"{stack.url}/readyz", timeout=2).status_code == httpx.codes.OK:
                return stack
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    stop(stack)
    raise NotReady(f"not ready after {START_TIMEOUT_SECONDS} s:\n{log.read_text()[-4000:]}")


def stop(stack: Stack) -> int:
    """SIGTERM, as a service manager would; returns the exit code."""
    assert stack.process
    stack.process.send_signal(signal.SIGTERM)
    return stack.process.wait(30)


@contextmanager
def running(**extra: str) -> Iterator[Stack]:
    """A stack with an empty database in a folder of its own; stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="cabina-stack-"))
    folder.chmod(0o755)
    try:
        stack = start(folder, **extra)
        try:
            yield stack
        finally:
            stop(stack)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
