"""The assistant's one door: the front door posts a turn, the answer is in the reply (see CONTRIBUTING, a turn)."""

import asyncio
import gc
import inspect
import logging
from typing import Any, Awaitable, Callable, Dict, List, Optional

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

logger = logging.getLogger(__name__)

GARBAGE = 50_000
"""Objects made between two collections of garbage; Python's own 700 cost an eighth of a turn's time."""
CHANNELS = ("web", "whatsapp", "sms", "voice")
# á, í, ó and ú are not in GSM 03.38: one of them turns an SMS of 160 characters into three of 67.
_GSM_7 = str.maketrans("áíóúÁÍÓÚ«»“”‘’…–—", 'aiouAIOU""""\'\'.--')


def gsm7(text: str) -> str:
    """Text with what GSM-7 has in place of what it has not: `á` → `a`, while `é`, `ñ`, `ü`, `¿`, `¡` stay."""
    return text.translate(_GSM_7)


class TurnOutput(CollectingOutputChannel):
    """Collects a turn's messages, named after the caller's channel so that responses may have variants for it.

    A response marked `lead` is said in one breath with the one after it, not as a message of its own.
    """

    def __init__(self, channel: str) -> None:
        super().__init__()
        self.channel = channel
        self.lead: List[str] = []

    def name(self) -> str:  # type: ignore[override]
        """The caller's channel: `web`, `whatsapp`, `sms` or `voice`."""
        return self.channel

    async def send_response(self, recipient_id: str, message: Dict[str, Any]) -> None:
        """Hold a lead back until the message that it introduces; collect the rest."""
        text = (message.get("text") or "").strip()
        if text and self.channel == "sms":
            text = gsm7(text)
        if text and message.get("lead"):
            self.lead.append(text)
            return
        if text and self.lead:
            text = " ".join([*self.lead, text])
            self.lead = []
        if text:
            message = {**message, "text": text}
        await super().send_response(recipient_id, message)

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """Keep a message whole: a read-back is one message, blank lines or not."""
        await self._persist_message(self._message(recipient_id, text=text))


class CabinaInput(RestInput):
    """`POST /webhooks/cabina/webhook` with `{"sender", "message", "channel", "metadata"}`; answers the messages."""

    @classmethod
    def name(cls) -> str:
        """The path's name."""
        return "cabina"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The health check and the turn. 400 for a body that is not a turn, 500 for a turn that failed."""
        module = inspect.getmodule(self)
        door = Blueprint("cabina_webhook", module.__name__ if module else None)

        @door.listener("after_server_start")
        async def settle(*_: Any) -> None:
            """What is loaded by now stays: the collector of garbage need not look through it every few turns."""
            gc.collect()
            gc.freeze()
            gc.set_threshold(GARBAGE)

        @door.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @door.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            turn = request.json if isinstance(request.json, dict) else {}
            sender, text, channel = turn.get("sender"), turn.get("message"), turn.get("channel") or "web"
            metadata: Optional[Dict[str, Any]] = turn.get("metadata")
            if not sender or not isinstance(text, str) or not text.strip() or channel not in CHANNELS:
                return response.json({"error": "a turn needs sender, message and a known channel"}, status=400)
            output = TurnOutput(channel)
            message = UserMessage(
                # What people write is never a command, even for a caller that forgot to strip it.
                text.lstrip("/ ") or "?",
                output,
                sender,
                input_channel=channel,
                metadata={**(metadata or {}), "channel": channel},
            )
            try:
                await on_new_message(message)
            except asyncio.CancelledError:
                raise
            except Exception:
                logger.exception("A turn of %s failed", sender)
                return response.json({"error": "the turn failed"}, status=500)
            return response.json(output.messages)

        return door
