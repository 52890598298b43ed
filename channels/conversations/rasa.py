"""The client of Rasa's HTTP API: one turn, or the answer of a turn that was already made."""

import json
import logging
import time
import zlib
from http import HTTPStatus
from typing import Any

import aiohttp

from channels.conversations.model import Answer, Reply

log = logging.getLogger(__name__)

REST_SECONDS = 2.0
"""How long an instance that refused the connection is not asked, and one that did not take it is asked last."""
KEEP_ALIVE = 4.0
"""Seconds an idle connection is used again; Rasa's server closes them after 5."""
STRIKES = 3
"""Turns in a row an instance may let time out before it rests."""


class RasaUnavailable(Exception):
    """No instance took the connection: nothing was said to the assistant."""


class RasaFault(Exception):
    """The assistant may have heard the message, and gave no usable answer in time. The text says what happened."""


class RasaLost(RasaFault):
    """The connection broke while the assistant had the message."""


class RasaClient:
    """Several instances may serve; a conversation stays with one while it answers, and moves on when it does not."""

    def __init__(self, urls: list[str]) -> None:
        self._urls = urls
        self._resting: dict[str, float] = {}
        self._refusing: dict[str, float] = {}
        self._strikes: dict[str, int] = {}
        self._session: aiohttp.ClientSession | None = None

    @property
    def _http(self) -> aiohttp.ClientSession:
        """The connections, which belong to the event loop that first asks for them."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=200, keepalive_timeout=KEEP_ALIVE)
            )
        return self._session

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    async def ask(self, payload: dict[str, Any], deadline: float) -> Answer:
        """Send one turn to the channel `cabina` and wait at most `deadline` seconds.

        Raises RasaUnavailable when it was not delivered, RasaFault when it was and no usable answer came.
        """
        until = time.monotonic() + deadline
        for url in self._order(payload["sender"]):
            left = until - time.monotonic()
            if left <= 0:
                break
            if self._refusing.get(url, 0) > time.monotonic():
                continue
            try:
                timeout = aiohttp.ClientTimeout(total=left, sock_connect=min(1.0, left))
                async with self._http.post(f"{url}/webhooks/cabina/webhook", json=payload, timeout=timeout) as response:
                    status, body = response.status, await response.read()
            except aiohttp.ConnectionTimeoutError:
                self._rest(url, REST_SECONDS)
                continue
            except aiohttp.ClientConnectorError:
                self._refusing[url] = time.monotonic() + REST_SECONDS
                continue
            except TimeoutError as error:
                self._strike(url)
                raise RasaFault("no answer in time") from error
            except aiohttp.ClientError as error:
                raise RasaLost(f"connection lost: {type(error).__name__}") from error
            self._strikes[url] = 0
            return _answer(status, body)
        raise RasaUnavailable("no Rasa takes connections")

    async def recover(self, sender: str, message_id: str, deadline: float) -> Answer | None:
        """The answer Rasa already gave to `message_id`, from its tracker; None when it has not answered that message.

        Raises RasaUnavailable when no instance can tell.
        """
        for url in self._order(sender):
            try:
                timeout = aiohttp.ClientTimeout(total=deadline)
                tracker = f"{url}/conversations/{sender}/tracker?include_events=ALL"
                async with self._http.get(tracker, timeout=timeout, raise_for_status=True) as response:
                    return answer_in((await response.json())["events"], message_id)
            except (aiohttp.ClientError, TimeoutError, ValueError, KeyError):
                continue
        raise RasaUnavailable("no Rasa shows its tracker")

    def away(self) -> bool:
        """True while every instance is known to refuse connections: it need not be asked what it cannot hear."""
        now = time.monotonic()
        return all(self._refusing.get(url, 0) > now for url in self._urls)

    async def ready(self) -> bool:
        """True when an instance answers and has its model loaded."""
        for url in self._urls:
            try:
                async with self._http.get(f"{url}/status", timeout=aiohttp.ClientTimeout(total=2.0)) as response:
                    up = response.status == HTTPStatus.OK
            except (aiohttp.ClientError, TimeoutError):
                continue
            self._refusing.pop(url, None)
            if up:
                return True
        return False

    def _order(self, sender: str) -> list[str]:
        """The instances to try: the conversation's own first, those that rest last."""
        start = zlib.crc32(sender.encode()) % len(self._urls)
        urls, now = self._urls[start:] + self._urls[:start], time.monotonic()
        return sorted(urls, key=lambda url: self._resting.get(url, 0) > now)

    def _rest(self, url: str, seconds: float) -> None:
        self._resting[url] = time.monotonic() + seconds

    def _strike(self, url: str) -> None:
        self._strikes[url] = self._strikes.get(url, 0) + 1
        if self._strikes[url] >= STRIKES:
            self._rest(url, STRIKES * REST_SECONDS)


def answer_in(events: list[dict[str, Any]], message_id: str) -> Answer | None:
    """The answer to `message_id` among a tracker's events: the bot's up to the next user event; None without one."""
    items: list[dict[str, Any]] = []
    found = False
    for event in events:
        if event.get("event") == "user":
            found = (event.get("metadata") or {}).get("message_id") == message_id
            if found:
                items = []
        elif found and event.get("event") == "bot":
            data, lead = event.get("data") or {}, (event.get("metadata") or {}).get("lead")
            item = {"text": event.get("text"), "buttons": data.get("buttons"), "custom": data.get("custom")}
            items.append(item | {"lead": lead})
    return _parse(items) if items else None


def _answer(status: int, body: bytes) -> Answer:
    if status != HTTPStatus.OK:
        raise RasaFault(f"HTTP {status}")
    try:
        items = json.loads(body)
    except ValueError as error:
        raise RasaFault("an answer that is not JSON") from error
    answer = _parse(items) if isinstance(items, list) else None
    if answer is None:
        raise RasaFault("an empty answer")
    return answer


def _parse(items: list[dict[str, Any]]) -> Answer | None:
    replies, state, lead = [], None, ""
    for item in items:
        words = f"{lead} {item.get('text') or ''}".strip()
        lead = words if item.get("lead") else ""
        if words and not lead:
            buttons = tuple(
                {
                    "title": str(button.get("title", "")),
                    "payload": str(button.get("payload") or button.get("title", "")),
                }
                for button in item.get("buttons") or []
            )
            replies.append(Reply(words, buttons))
        if isinstance(custom := item.get("custom"), dict) and isinstance(custom.get("cabina"), dict):
            state = custom["cabina"]
    if lead:
        replies.append(Reply(lead))
    if not replies and state is None:
        return None
    return Answer(tuple(replies), state)
