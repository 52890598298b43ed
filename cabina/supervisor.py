"""Several processes as one: honcho's manager, which also brings back a child that died after it had been working."""

import multiprocessing
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from honcho.manager import SYSTEM_PRINTER_NAME, Manager
from honcho.printer import Message

SETTLED_AFTER_SECONDS = 10.0
RESTARTS_ALLOWED = 5
RESTART_WINDOW_SECONDS = 120.0
NEVER_BEGAN_AFTER_SECONDS = 2.0


class Supervisor(Manager):  # type: ignore[misc]
    """Runs the processes of a Procfile until it is told to stop; `failed` when it stopped for another reason.

    A child that dies before it had been working, or more than RESTARTS_ALLOWED times within the window, ends the whole
    with an exit code other than 0 and a line that names it; one that dies later is started again. It had been working
    when all were ready once, or when it ran for SETTLED_AFTER_SECONDS. Told to stop, it stops also those that are just
    being started, which honcho's own manager knows no process id of yet.
    """

    _processes: dict[str, dict[str, Any]]  # honcho's own

    def __init__(self, clock: Callable[[], float] = time.monotonic, **manager: Any) -> None:
        super().__init__(**manager)
        self._monotonic = clock
        self._started: dict[str, float] = {}
        self._restarts: dict[str, list[float]] = {}
        self._were_ready = False
        self._stopping: set[str] = set()
        self._gone_since: dict[str, float] = {}
        self.failed = False

    def ready(self, line: str) -> None:
        """All of them work: say so, and bring back whichever dies from now on, however soon."""
        self._were_ready = True
        self.say(line)

    def say(self, line: str) -> None:
        """Print one line under the supervisor's own name."""
        self._printer.write(Message("line", line + "\n", datetime.now(), SYSTEM_PRINTER_NAME, None))

    def _start(self) -> None:
        for name in self._processes:
            self._launch(name)

    def _launch(self, name: str) -> None:
        entry = self._processes[name]
        entry.pop("pid", None)
        entry.pop("returncode", None)
        self._gone_since.pop(name, None)
        self._started[name] = self._monotonic()
        entry["process"] = multiprocessing.Process(name=name, target=entry["obj"].run, args=(self.events, True))
        entry["process"].start()

    def _killall(self, force: bool = False) -> None:
        """Signal those that have begun; the others get it from `_all_started` as soon as they have."""
        every = self._processes
        self._processes = {name: entry for name, entry in every.items() if "pid" in entry}
        self._stopping |= set(self._processes)
        try:
            super()._killall(force)
        finally:
            self._processes = every

    def _all_started(self) -> bool:
        """Asked by honcho's loop after each event: whether each child has begun, or ended without having begun."""
        for name, entry in self._processes.items():
            if "pid" not in entry and entry["process"].exitcode is not None:
                gone = self._monotonic() - self._gone_since.setdefault(name, self._monotonic())
                if gone > NEVER_BEGAN_AFTER_SECONDS:  # what it may have said before it ended has been read
                    entry.update(pid=entry["process"].pid, returncode=entry["process"].exitcode or 1)
        if self._terminating and any("pid" in e and name not in self._stopping for name, e in self._processes.items()):
            self._killall()
        return bool(super()._all_started())

    def _all_stopped(self) -> bool:
        """Whether all have ended for good: until told to stop, those that died together are started again."""
        return bool(self._terminating and super()._all_stopped())

    def _any_stopped(self) -> bool:
        """Asked by honcho's loop after each event: whether the whole must stop; who does not stop then is killed."""
        for name, entry in self._processes.items():
            if entry.get("returncode") is not None and not self._terminating:
                if self._may_restart(name):
                    self.say(f"{name} died (exit code {entry['returncode']}); starting it again")
                    self.returncode = None
                    self._launch(name)
                else:
                    self.say(f"{name} stopped (exit code {entry['returncode']}); stopping everything")
                    self.returncode = self.returncode or 1
                    self.failed = True
        return self.failed or self._terminating

    def _may_restart(self, name: str) -> bool:
        now = self._monotonic()
        if not self._were_ready and now - self._started[name] < SETTLED_AFTER_SECONDS:
            return False
        recent = [at for at in self._restarts.get(name, []) if now - at < RESTART_WINDOW_SECONDS]
        self._restarts[name] = [*recent, now]
        return len(recent) < RESTARTS_ALLOWED


def announce_when(ready: Callable[[], bool], supervisor: Supervisor, line: str) -> None:
    """Tell the supervisor once, from a thread of its own, when `ready` first answers True; `line` says it to people."""

    def wait() -> None:
        while not ready():
            time.sleep(0.1)
        supervisor.ready(line)

    threading.Thread(target=wait, daemon=True).start()
