"""The processes of a Cabina under fire: started from the Procfile, killed without warning, started again."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from honcho.environ import parse_procfile

ROOT = Path(__file__).resolve().parents[2]
STAND_IN = f"{sys.executable} -m scripts.soak.stand_in"


class Processes:
    """Runs `names` of the Procfile with `environment`; one that dies is started again at once until `stop`."""

    def __init__(self, names: list[str], environment: Mapping[str, str], logs: Path, stand_in: bool) -> None:
        commands = dict(parse_procfile((ROOT / "Procfile").read_text()).processes)
        if stand_in:
            commands["rasa"] = STAND_IN
        self._commands = {name: commands[name] for name in names}
        self._environment, self._logs = dict(environment), logs
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self.kills: Counter[str] = Counter()

    def start(self) -> None:
        """Start all and keep them alive."""
        for name in self._commands:
            self._launch(name)
        threading.Thread(target=self._keep_alive, daemon=True).start()

    def _launch(self, name: str) -> None:
        with (self._logs / f"{name}.log").open("ab") as log:
            self._running[name] = subprocess.Popen(
                ["/bin/sh", "-c", f"exec {self._commands[name]}"], cwd=ROOT, env=self._environment, stdout=log,
                stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip

    def _keep_alive(self) -> None:
        while not self._stopping.wait(0.1):
            with self._lock:
                for name, process in self._running.items():
                    if process.poll() is not None and not self._stopping.is_set():
                        self._launch(name)

    def kill(self, name: str) -> None:
        """SIGKILL, to the process and whatever it started."""
        with self._lock:
            process = self._running[name]
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)
                self.kills[name] += 1

    def stop(self) -> None:
        """SIGTERM to all; SIGKILL to what is still there after ten seconds."""
        self._stopping.set()
        with self._lock:
            for process in self._running.values():
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGTERM)
            until = time.monotonic() + 10
            for process in self._running.values():
                try:
                    process.wait(max(0.1, until - time.monotonic()))
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait(5)


class Killer(threading.Thread):
    """Kills each of `names` `times` times, a random `between` seconds apart, until done or stopped."""

    def __init__(
        self, processes: Processes, names: list[str], times: int, between: tuple[float, float], seed: int
    ) -> None:
        super().__init__(daemon=True)
        self._processes, self._between = processes, between
        self._random = random.Random(seed)  # noqa: S311
        self._victims = [name for name in names for _ in range(times)]
        self._random.shuffle(self._victims)
        self._stopping = threading.Event()

    def run(self) -> None:
        """Kill on, one after another."""
        for name in self._victims:
            if self._stopping.wait(self._random.uniform(*self._between)):
                return
            self._processes.kill(name)

    def stop(self) -> None:
        """Kill no more."""
        self._stopping.set()
