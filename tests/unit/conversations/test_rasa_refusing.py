"""An instance that refuses connections is left in peace for a while, and asked again once it says it is there."""

import asyncio

import httpx
import pytest

from channels.conversations.rasa import RasaClient, RasaUnavailable


class Instances:
    """Answers for the hosts that are up, refuses for the others, and notes whom it was asked for."""

    def __init__(self, *up: str) -> None:
        self.up, self.asked = set(up), []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.host)
        if request.url.host not in self.up:
            raise httpx.ConnectError("refused", request=request)
        return httpx.Response(200, json=[{"text": "hola"}])


def client_of(instances: Instances, *hosts: str) -> RasaClient:
    return RasaClient([f"http://{host}" for host in hosts], transport=httpx.MockTransport(instances))


def test_who_refused_is_not_asked_for_every_message_that_waits():
    async def many() -> None:
        client = client_of(instances, "a")
        for _ in range(10):
            with pytest.raises(RasaUnavailable):
                await client.ask({"sender": "x"}, 5)
        assert instances.asked == ["a"]
        instances.up.add("a")
        assert await client.ready()
        assert (await client.ask({"sender": "x"}, 5)).replies[0].text == "hola"

    instances = Instances()
    asyncio.run(many())


def test_another_instance_answers_meanwhile():
    async def two() -> None:
        client = client_of(instances, "a", "b")
        for _ in range(5):
            assert (await client.ask({"sender": "x"}, 5)).replies

    instances = Instances("b")
    asyncio.run(two())
    assert instances.asked.count("a") <= 1
    assert instances.asked.count("b") == 5
