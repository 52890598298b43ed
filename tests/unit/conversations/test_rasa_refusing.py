"""An instance that refuses connections is left in peace for a while, and asked again once it says it is there."""

import asyncio

import pytest

from channels.conversations.rasa import RasaClient, RasaUnavailable
from tests.rasa_stand_in import rasa_stand_in
from tests.serving import free_port


def turn(number: int) -> dict:
    return {"sender": "x", "message": "hola", "channel": "web", "metadata": {"message_id": str(number)}}


def test_who_refused_is_left_in_peace_until_it_says_that_it_is_there():
    async def come_and_go(port: int) -> None:
        client = RasaClient([f"http://127.0.0.1:{port}"])
        with pytest.raises(RasaUnavailable):
            await client.ask(turn(0), 5)
        with rasa_stand_in(port) as rasa:
            for number in range(1, 5):
                with pytest.raises(RasaUnavailable):
                    await client.ask(turn(number), 5)
            assert rasa.heard == []
            assert await client.ready()
            assert (await client.ask(turn(5), 5)).replies
            assert [heard["metadata"]["message_id"] for heard in rasa.heard] == ["5"]
        await client.close()

    asyncio.run(come_and_go(free_port()))


def test_another_instance_answers_meanwhile():
    async def two() -> None:
        with rasa_stand_in() as rasa:
            client = RasaClient([f"http://127.0.0.1:{free_port()}", rasa.url])
            for number in range(5):
                assert (await client.ask(turn(number), 5)).replies
            assert len(rasa.heard) == 5
            await client.close()

    asyncio.run(two())
