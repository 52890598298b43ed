"""The supervisor: what it restarts, when it gives up, how it ends. With real processes."""

import io
import os
import signal
import threading
import time
from pathlib import Path

import pytest
from honcho.printer import Printer

from cabina import supervisor as supervising
from cabina.supervisor import Supervisor, announce_when


@pytest.fixture
def output() -> io.StringIO:
    return io.StringIO()


def supervise(output: io.StringIO, **commands: str) -> Supervisor:
    supervisor = Supervisor(printer=Printer(output))
    for name, command in commands.items():
        supervisor.add_process(name, command)
    return supervisor


def test_a_child_that_dies_at_the_start_ends_all_with_one_line_and_a_code(output: io.StringIO) -> None:
    supervisor = supervise(output, broken="exit 3", working="sleep 30")
    supervisor.loop()
    assert supervisor.failed, output.getvalue()
    assert supervisor.returncode == 3
    assert output.getvalue().count("broken stopped (exit code 3); stopping everything") == 1


def test_a_child_that_ends_well_at_the_start_is_a_fault_too(output: io.StringIO) -> None:
    supervisor = supervise(output, done="true", working="sleep 30")
    supervisor.loop()
    assert supervisor.returncode == 1


def test_a_child_that_had_been_working_is_started_again(
    output: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervising, "SETTLED_AFTER_SECONDS", 0.2)
    monkeypatch.setattr(supervising, "RESTARTS_ALLOWED", 2)
    runs = tmp_path / "runs"
    supervisor = supervise(output, fragile=f"echo run >> {runs}; sleep 0.5; exit 7", working="sleep 30")
    supervisor.loop()
    assert runs.read_text().count("run") == 3
    assert output.getvalue().count("starting it again") == 2
    assert supervisor.returncode == 7


def test_a_child_killed_as_soon_as_all_were_ready_is_started_again(output: io.StringIO, tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    first = f"echo run >> {runs}; test $(wc -l < {runs}) -gt 1 && exec sleep 30; sleep 1; kill -9 $$"
    supervisor = supervise(output, quick=first)
    announce_when(runs.exists, supervisor, "ready")
    stop_after(4.0)
    supervisor.loop()
    assert output.getvalue().count("quick died (exit code -9); starting it again") == 1
    assert "SIGTERM received" in output.getvalue()  # it was watched until then
    assert not supervisor.failed


def stop_after(seconds: float) -> None:
    threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGTERM)).start()


def test_sigterm_stops_everything(output: io.StringIO) -> None:
    supervisor = supervise(output, one="sleep 30", two="sleep 30")
    began = time.monotonic()
    stop_after(1.0)
    supervisor.loop()
    assert not supervisor.failed
    assert time.monotonic() - began < 10


def test_told_to_stop_before_a_child_has_begun_it_still_stops(
    output: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    supervisor = supervise(output, one="sleep 30", two="sleep 30")
    start = supervisor._start

    def start_and_stop() -> None:
        start()
        supervisor.terminate()

    monkeypatch.setattr(supervisor, "_start", start_and_stop)
    began = time.monotonic()
    supervisor.loop()
    assert time.monotonic() - began < 10
    assert "one stopped (rc=" in output.getvalue()
    assert "two stopped (rc=" in output.getvalue()
    assert not supervisor.failed


def test_a_child_that_cannot_begin_ends_all(output: io.StringIO, tmp_path: Path) -> None:
    supervisor = supervise(output, working="sleep 30")
    supervisor.add_process("homeless", "sleep 30", cwd=str(tmp_path / "gone"))
    supervisor.loop()
    assert supervisor.failed, output.getvalue()
    assert "homeless stopped (exit code 1); stopping everything" in output.getvalue()


def test_a_child_that_will_not_stop_is_killed(output: io.StringIO) -> None:
    supervisor = supervise(output, stubborn="trap '' TERM; while :; do sleep 1; done", mild="sleep 30")
    began = time.monotonic()
    stop_after(1.0)
    supervisor.loop()
    assert time.monotonic() - began < 15
    assert not supervisor.failed
