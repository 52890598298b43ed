"""What stands in the way of a start is one clear line and an exit code other than 0."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cabina import model_files
from common.settings import PROJECT_ROOT
from tests.serving import free_port


def start(tmp_path: Path, **settings: str) -> "subprocess.CompletedProcess[str]":
    environment = {key: value for key, value in os.environ.items() if not key.startswith("CABINA_")}
    environment |= {"CABINA_DATA_DIR": str(tmp_path / "var"), **settings}
    command = [sys.executable, "-m", "cabina.cli", "run"]
    return subprocess.run(
        command, cwd=PROJECT_ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = start(tmp_path, PORT=str(port))
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        f"cabina · Port {port} is in use: stop what uses it or choose another, PORT=8001 make run."
    ]


@pytest.mark.parametrize(
    ("variable", "value"),
    [("PORT", "many"), ("CABINA_CHAT_RATE_PER_MINUTE", "-1"), ("CABINA_TIMEZONE", "Mars/Olympus")],
)
def test_a_setting_that_cannot_be_used(tmp_path: Path, variable: str, value: str) -> None:
    ended = start(tmp_path, **{variable: value})
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert value in ended.stderr or variable in ended.stderr


def test_a_fixed_clock_is_refused_in_production(tmp_path: Path) -> None:
    ended = start(tmp_path, CABINA_ENV="production", CABINA_NOW="2026-01-01T12:00:00")
    assert ended.returncode == 1
    assert "CABINA_NOW" in ended.stderr


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("postgresql+psycopg://nobody@127.0.0.1:1/none", "cabina · the migration failed: "),
        ("mine", "cabina · CABINA_DATABASE_URL is no URL"),
    ],
)
def test_a_configured_database_that_is_not_there(tmp_path: Path, url: str, line: str) -> None:
    ended = start(tmp_path, PORT=str(free_port()), CABINA_DATABASE_URL=url)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.startswith(line)


def test_the_fingerprint_changes_with_any_input_and_only_then(tmp_path: Path) -> None:
    for name in model_files.INPUTS:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("one") if path.suffix else (path.mkdir(), (path / "file").write_text("one"))
    first = model_files.fingerprint(tmp_path)
    (tmp_path / "README.md").write_text("not an input")
    assert model_files.fingerprint(tmp_path) == first
    (tmp_path / "bot/data/file").write_text("two")
    assert model_files.fingerprint(tmp_path) != first
