"""What the web chat sends, checked."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from channels.conversations.cleaning import MAX_TEXT, clean
from channels.conversations.model import EmptyMessage, Inbound
from common.problems import Invalid


class Location(BaseModel):
    """A point, WGS 84 degrees. Any place on earth is taken: whether it can be served is for the assistant to ask."""

    latitude: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
    longitude: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]


class NewMessage(BaseModel):
    """A message of the chat: a text, a location, or both."""

    model_config = ConfigDict(extra="ignore")

    text: str | None = None
    location: Location | None = None
    client_message_id: Annotated[str, Field(min_length=1, max_length=100)] | None = None

    def inbound(self) -> Inbound:
        """What is stored. Raises EmptyMessage when nothing is left of it, Invalid when it is too long."""
        words = clean(self.text)
        if len(words) > MAX_TEXT:
            detail = f"Su mensaje es muy largo: caben {MAX_TEXT:,} caracteres. Envíelo en partes, por favor."
            raise Invalid(detail, [{"field": "text", "message": f"At most {MAX_TEXT} characters."}])
        if not words and not self.location:
            raise EmptyMessage(
                "El mensaje llegó vacío. Escríbalo de nuevo, por favor.",
                [{"field": "text", "message": "Send a text or a location."}],
            )
        return Inbound(
            text=words or None,
            location=self.location.model_dump() if self.location else None,
            client_message_id=clean(self.client_message_id) or None,
        )


class ChatMessage(BaseModel):
    """One message as the chat shows it."""

    id: str
    author: str
    text: str
    client_message_id: str | None = None
    buttons: list[dict[str, str]] | None = None
    location: dict[str, float] | None = None
    media: list[dict[str, Any]] | None = None
    sent_at: str


class Opened(BaseModel):
    """A new conversation. `token` is shown once and opens only this conversation."""

    id: str
    token: str
    messages: list[ChatMessage]
    expects: str | None


class Answered(BaseModel):
    """The answer to a message. A late one comes through the event stream."""

    messages: list[ChatMessage]
    expects: str | None
    report_number: str | None
    handled_by: str


class Chat(Answered):
    """The whole conversation, to take it up again after a reload."""

    id: str
    operator: str | None
