"""The whole stack, started as a user starts it, once for all end-to-end tests."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
START_TIMEOUT_SECONDS = 180


@dataclass
class Stack:
    """A running Cabina: where it answers, its trusted token, the supervisor's process and its output."""

    url: str
    token: str
    process: subprocess.Popen[bytes]
    log: Path


def free_port() -> int:
    """A TCP port that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, **extra: str) -> Stack:
    """Start `cabina run` with its data in `folder` and wait until it is ready."""
    port, log = free_port(), folder / "run.log"
    inherited = {key: value for key, value in os.environ.items() if key != "CABINA_DATABASE_URL"}
    environment = inherited | {
        "PORT": str(port),
        "CABINA_DATA_DIR": str(folder),
        "CABINA_API_TOKEN": "e2e-token",
        "CABINA_CHAT_RATE_PER_MINUTE": "0",
        "CABINA_ADDRESS_RATE_PER_MINUTE": "0",
        **{f"CABINA_{name}_URL": f"http://127.0.0.1:{free_port()}" for name in ("RASA", "ACTIONS")},
        **extra,
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            [ROOT / ".venv/bin/cabina", "run"], cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    stack = Stack(f"http://127.0.0.1:{port}", "e2e-token", process, log)
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"cabina run ended with {process.returncode}:\n{log.read_text()[-4000:]}")
        try:
            if httpx.get(f"{stack.url}/readyz", timeout=2).status_code == 200:
                return stack
        except httpx.HTTPError:
            pass
        time.sleep(0.2)
    stop(stack)
    pytest.fail(f"not ready after {START_TIMEOUT_SECONDS} s:\n{log.read_text()[-4000:]}")


def stop(stack: Stack) -> int:
    """SIGTERM, as a service manager would; returns the exit code."""
    stack.process.send_signal(signal.SIGTERM)
    return stack.process.wait(30)


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """The running stack that the end-to-end tests share."""
    folder = Path(tempfile.mkdtemp(prefix="cabina-e2e-"))
    folder.chmod(0o755)
    running = start(folder)
    yield running
    stop(running)
    shutil.rmtree(folder, ignore_errors=True)
