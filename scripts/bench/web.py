"""The web process alone, for measurements over a database of their own."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from tests.serving import free_port
from tests.stack import ROOT

START_SECONDS = 60


def run(environment: dict[str, str], *command: str | os.PathLike[str]) -> str:
    """Run a command of the house in `environment` to its end; what it printed."""
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    return done.stdout


def cabina(environment: dict[str, str], *command: str) -> None:
    """Run a command of `cabina`."""
    run(environment, ROOT / ".venv/bin/cabina", *command)


@contextmanager
def served(environment: dict[str, str], application: str = "cabina.app:create_app") -> Iterator[str]:
    """Serve the web process, or another application's, on a free port while the block lasts; its URL."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [ROOT / ".venv/bin/uvicorn", application, "--factory", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--no-access-log", "--log-level", "warning"],
        cwd=ROOT,
        env=environment | {"CABINA_PUBLIC_URL": url},
    )
    try:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                if httpx.get(f"{url}/healthz", timeout=5).status_code < 500:
                    break
            except httpx.HTTPError:
                time.sleep(0.2)
        yield url
    finally:
        process.terminate()
        process.wait(30)
