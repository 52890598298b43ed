"""Who comes back later, says which report is meant, and sends a photo: the photo is with that report, and no other."""

import io
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.e2e.test_killed_processes import Caller, eventually
from tests.stack import Stack


def photo(color: str) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (64, 48), color).save(content, "JPEG")
    return content.getvalue()


def send(caller: Caller, content: bytes) -> str:
    files = {"file": ("foto.jpg", content, "image/jpeg")}
    answer = caller.http.post(f"{caller.path}/photos", files=files, headers=caller.headers)
    assert answer.status_code == 200, answer.text
    return "\n".join(message["text"] for message in answer.json()["messages"])


class Desk:
    """The policy backend as a trusted program sees it."""

    def __init__(self, stack: Stack) -> None:
        headers = {"Authorization": f"Bearer {stack.token}"}
        self.http = httpx.Client(base_url=f"{stack.url}/api/v1", headers=headers, timeout=30)

    def report(self, **facts: Any) -> str:
        return str(self.http.post("/claims", json={"incident_type": "collision", **facts}).json()["report_number"])

    def sizes(self, number: str) -> list[int]:
        return [item["size"] for item in self.http.get(f"/claims/{number}").json()["evidence"]]

    def history(self, number: str) -> list[str]:
        return [change["action"] for change in self.http.get(f"/claims/{number}/history").json()]


@pytest.fixture
def desk(stack: Stack) -> Desk:
    return Desk(stack)


def test_the_report_is_named_and_then_a_photo_is_sent(stack: Stack, desk: Desk) -> None:
    number, somebody_elses = desk.report(), desk.report()
    caller = Caller(stack)
    caller.say(f"buenas, mi reporte es el {number}, ¿ya viene el ajustador?")
    assert number in "".join(filter(str.isdigit, send(caller, photo("red"))))
    eventually(lambda: desk.sizes(number))
    assert desk.sizes(number) == [len(photo("red"))]
    assert desk.sizes(somebody_elses) == []
    assert desk.history(number)[-1] == "evidence"


def test_a_photo_is_sent_and_then_the_report_is_found_by_its_plates(stack: Stack, desk: Desk) -> None:
    number = desk.report(vehicle={"plates": "JRX-417-B"})
    caller, stranger = Caller(stack), Caller(stack)
    send(stranger, photo("green"))
    send(caller, photo("blue"))
    caller.say("mis placas son JRX-417-B, ¿ya viene el ajustador de mi reporte?")
    eventually(lambda: desk.sizes(number))
    assert desk.sizes(number) == [len(photo("blue"))]
