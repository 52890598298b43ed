"""Any process may die in the middle of a turn: nothing is lost, nothing is said twice."""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import httpx
import pytest

from tests.stack import Stack

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to find the processes")
Result = TypeVar("Result")
PATIENCE_SECONDS = 150
PLACE = "en avenida Patria 1200, Zapopan"


class Caller:
    """A chat that sends again, under the same id, what got no answer, as the page does."""

    def __init__(self, stack: Stack) -> None:
        self.http = httpx.Client(base_url=stack.url, timeout=30)
        opened = self.http.post("/api/v1/conversations", json={}).json()
        self.path = f"/api/v1/conversations/{opened['id']}"
        self.headers = {"Authorization": f"Bearer {opened['token']}"}

    def say(self, text: str) -> dict:
        body = {"text": text, "client_message_id": str(uuid4())}
        return eventually(lambda: self.http.post(f"{self.path}/messages", json=body, headers=self.headers).json())

    def messages(self) -> list[dict]:
        return eventually(lambda: self.http.get(self.path, headers=self.headers).json()["messages"])

    def answers_after(self, text: str) -> list[str]:
        messages = self.messages()
        place = next(number for number, message in enumerate(messages) if message["text"] == text)
        return [message["text"] for message in messages[place:] if message["author"] == "assistant"]


def eventually(attempt: Callable[[], Result]) -> Result:
    """The first result that is true and no connection error, within PATIENCE_SECONDS."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            if result := attempt():
                return result
        except httpx.TransportError:
            pass
        time.sleep(0.3)
    pytest.fail(f"nothing within {PATIENCE_SECONDS} s")


def process_of(stack: Stack, mark: str) -> int:
    """The process below the stack's supervisor whose command line has `mark`."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_text().replace("\0", " ")
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        parents[int(folder.name)] = (parent, command)
    found = []
    for process, (_, command) in parents.items():
        above = process
        while above in parents and above != stack.process.pid:
            above = parents[above][0]
        if above == stack.process.pid and mark in command and not command.startswith(("/bin/sh", "sh ")):
            found.append(process)
    return max(found)


def ready(stack: Stack) -> None:
    eventually(lambda: httpx.get(f"{stack.url}/readyz", timeout=5).status_code == 200)


@pytest.mark.parametrize(
    ("mark", "delay"),
    [("bot.serve", 0.01), ("bot.serve", 0.1), ("uvicorn", 0.02), ("uvicorn", 0.1), ("rasa_sdk", 0.02)],
)
def test_a_turn_outlives_the_death_of(stack, mark, delay):
    ready(stack)
    caller = Caller(stack)
    caller.say("choqué, nadie se lastimó")
    talking = threading.Thread(target=caller.say, args=(PLACE,))
    talking.start()
    time.sleep(delay)
    os.kill(process_of(stack, mark), signal.SIGKILL)
    talking.join()
    answers = eventually(lambda: caller.answers_after(PLACE))
    ready(stack)
    time.sleep(6)
    assert caller.answers_after(PLACE) == answers, "what was answered is not answered again"
    assert len(answers) == 1
    assert [message["text"] for message in caller.messages()].count(PLACE) == 1
    assert caller.say("no tengo mi póliza a la mano")["messages"]


def test_what_waits_is_answered_by_a_worker_that_died_and_came_back(stack):
    ready(stack)
    caller = Caller(stack)
    caller.say("choqué, nadie se lastimó")
    os.kill(process_of(stack, "bot.serve"), signal.SIGKILL)
    caller.say(PLACE)
    os.kill(process_of(stack, "cabina.worker"), signal.SIGKILL)
    assert len(eventually(lambda: caller.answers_after(PLACE))) == 1
    ready(stack)
