"""The console in a real browser: a server of its own, seeded, and Chromium."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
NODE = Path(__file__).resolve().parents[1]
PASSWORD = "una frase larga y segura"


@dataclass
class Console:
    """A running console: where it is, the conversations it was seeded with, and a way into its database."""

    url: str
    conversations: list[str]
    database_url: str

    def run(self, code: str) -> str:
        """Run Python against the console's database, in a process of its own; what it printed."""
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=_environment(self.database_url),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def _environment(database_url: str) -> dict[str, str]:
    return {
        **os.environ,
        "CABINA_DATABASE_URL": database_url,
        "CABINA_API_TOKEN": "test-token",
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def console(postgres: Any) -> Iterator[Console]:
    """A seeded console on a port of its own."""
    name = "cabina_console_e2e"
    postgres.ensure_database(name)
    database_url = postgres.url(name)
    environment = _environment(database_url)
    import psycopg

    with psycopg.connect(database_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    seeded = subprocess.run(
        [sys.executable, "-m", "tests.e2e.console.seed"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert seeded.returncode == 0, seeded.stderr
    port = _free_port()
    command = [sys.executable, "-m", "uvicorn", "cabina.app:create_app", "--factory", "--port", str(port)]
    environment["CABINA_PUBLIC_URL"] = f"http://127.0.0.1:{port}"
    server = subprocess.Popen([*command, "--log-level", "warning"], env=environment, cwd=ROOT)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{url}/healthz")
        yield Console(url, json.loads(seeded.stdout), database_url)
    finally:
        server.terminate()
        try:
            server.wait(5)
        except subprocess.TimeoutExpired:
            server.kill()


def _wait(url: str) -> None:
    for _ in range(240):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    raise AssertionError(f"{url} does not answer")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A headless Chromium of this machine."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=20_000)
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--lang=es-MX"])
        yield browser
        browser.close()


@pytest.fixture
def enter(console: Console, chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a fresh browser window and signs a person in; every window must stay without errors and other sites."""
    contexts: list[Any] = []
    faults: list[str] = []

    def open_window(username: str | None = "sofia", **options: Any) -> Any:
        defaults = {"locale": "es-MX", "timezone_id": "America/Mexico_City", "viewport": {"width": 1440, "height": 900}}
        context = chromium.new_context(**{**defaults, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if _is_fault(message) else None)
        page.on(
            "request", lambda request: faults.append(request.url) if not request.url.startswith(console.url) else None
        )
        page.goto(f"{console.url}/console/login")
        if username:
            sign_in(page, username)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not faults


def _is_fault(message: Any) -> bool:
    expected = ("status of 401", "status of 409", "status of 403", "ERR_INTERNET_DISCONNECTED", "net::ERR")
    return message.type == "error" and not any(text in message.text for text in expected)


def sign_in(page: Any, username: str) -> None:
    """Sign in as a person would."""
    page.get_by_label("Usuario").fill(username)
    page.get_by_label("Contraseña").fill(PASSWORD)
    page.get_by_role("button", name="Entrar", exact=True).click()
    page.wait_for_url("**/console**")


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core, from npm."""
    source = NODE / "node_modules/axe-core/axe.min.js"
    if not source.exists():
        npm = shutil.which("npm")
        if not npm:
            pytest.skip("npm is not installed: axe-core cannot be fetched")
        command = [npm, "install", "--prefix", str(NODE), "--no-save", "--no-package-lock", "axe-core@4"]
        fetched = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        if fetched.returncode:
            pytest.skip("axe-core could not be fetched from npm")
    return source.read_text("utf-8")
