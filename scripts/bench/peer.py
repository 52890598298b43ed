"""The peer: the bot that `rasa init` makes, trained, started and talked to with the same Rasa, on the same machine."""

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import httpx

from scripts.bench.measure import Sample, repeated

ROOT = Path(__file__).resolve().parents[2]
RASA = ROOT / "bot/.venv/bin/rasa"
MESSAGES = ("hi", "I am sad", "yes", "are you a bot?", "bye")


@dataclass
class Peer:
    """What was measured of the peer, in seconds."""

    train: float
    start: float
    turn: Sample


def measure(folder: Path, port: int, turns: int) -> Peer:
    """Make, train, start and time the `rasa init` bot in an empty `folder`."""
    environment = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    quiet = {"cwd": folder, "env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    [template] = (ROOT / "bot/.venv/lib").glob("python3*/site-packages/rasa/cli/initial_project")
    shutil.copytree(template, folder, dirs_exist_ok=True)
    began = time.perf_counter()
    subprocess.run([RASA, "train"], check=True, **quiet)
    train = time.perf_counter() - began
    (folder / "credentials.yml").write_text("rest:\n")
    began = time.perf_counter()
    server = subprocess.Popen([RASA, "run", "--enable-api", "-i", "127.0.0.1", "--port", str(port)], **quiet)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as http:
            _wait_until_loaded(http, server)
            start = time.perf_counter() - began
            said = iter(MESSAGES * turns)

            def turn() -> None:
                http.post("/webhooks/rest/webhook", json={"sender": "bench", "message": next(said)}).raise_for_status()

            repeated(turn, 10)
            return Peer(train, start, repeated(turn, turns))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def _wait_until_loaded(http: httpx.Client, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if http.get("/status").status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.2)
    raise RuntimeError("the rasa init bot did not start")
