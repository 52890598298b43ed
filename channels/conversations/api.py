"""The web chat's HTTP API (contracts, section 3): open, write, send a photo, take up again, listen."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, File, Form, Header, Request, UploadFile
from fastapi.responses import JSONResponse, Response, StreamingResponse
from sqlalchemy.orm import Session

from channels.conversations import media, store, turn_store
from channels.conversations.events import Hub, listening
from channels.conversations.limits import RateLimit
from channels.conversations.metrics import RECEIVED, REPEATED
from channels.conversations.model import Claim, ConversationNotFound, Inbound, Outcome
from channels.conversations.rasa import RasaClient
from channels.conversations.schemas import Answered, Chat, NewMessage, Opened
from channels.conversations.stream import events_of
from channels.conversations.turns import DEADLINE, Turns, in_transaction, limit_transactions
from common import access
from common.problems import Unauthorized
from common.settings import settings

TRANSACTIONS = 8
"""At once; more make one another slow, in the threads of this process and in the database, which gets cold connections
to serve them."""


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[dict[str, object]]:
    """What the routes stand on while the application runs: Rasa's client, the listener, the limits."""
    limit_transactions(TRANSACTIONS)
    rasa, hub = RasaClient(settings().rasa_urls), Hub()
    async with listening(hub):
        yield {
            "rasa": rasa,
            "turns": Turns(rasa),
            "hub": hub,
            "chat_limit": RateLimit("conversation", settings().chat_rate_per_minute),
            "address_limit": RateLimit("address", settings().address_rate_per_minute),
        }
    await rasa.close()


router = APIRouter(prefix="/api/v1/conversations", tags=["conversations"], lifespan=lifespan)


def _conversation_id(conversation_id: str) -> UUID:
    try:
        return UUID(conversation_id)
    except ValueError:
        raise ConversationNotFound("No encontramos esa conversación. Puede empezar una nueva.") from None


def _token(request: Request) -> str:
    if token := access.bearer_token(request):
        return token
    raise Unauthorized(
        "Send the conversation's token in 'Authorization: Bearer <token>'.", headers={"WWW-Authenticate": "Bearer"}
    )


def _limit_address(request: Request) -> None:
    request.state.address_limit.take(request.client.host if request.client else "unknown")


ConversationId = Annotated[UUID, Depends(_conversation_id)]
Token = Annotated[str, Depends(_token)]
Limited = Depends(_limit_address)


@router.post("", status_code=201, response_model=Opened, dependencies=[Limited])
async def open_chat() -> Response:
    """A new conversation with its greeting; works while the assistant is down."""

    def work(session: Session) -> dict[str, object]:
        conversation, token = store.open_conversation(session, "web")
        greeting = store.message_json(store.greet(session, conversation))
        return {
            "id": str(conversation.id),
            "token": token,
            "messages": [greeting],
            "expects": conversation.expects,
        }

    return JSONResponse(await in_transaction(work), 201)


@router.post("/{conversation_id}/messages", response_model=Answered, dependencies=[Limited])
async def send_message(conversation_id: ConversationId, token: Token, body: NewMessage, request: Request) -> Response:
    """Store a message and answer it. The same `client_message_id` again gives the same answer and is processed once."""
    request.state.chat_limit.take(str(conversation_id))
    inbound = body.inbound()
    return await _answer(request, conversation_id, token, lambda session: inbound)


@router.post("/{conversation_id}/photos", response_model=Answered, dependencies=[Limited])
async def send_photo(
    conversation_id: ConversationId,
    token: Token,
    request: Request,
    file: Annotated[UploadFile, File()],
    client_message_id: Annotated[str | None, Form(max_length=100)] = None,
) -> Response:
    """A photo of what happened, answered like a message."""
    request.state.chat_limit.take(str(conversation_id))
    content = await file.read(media.MAX_BYTES + 1)

    def keep(session: Session) -> Inbound:
        photo = media.keep(session, conversation_id, content, only="image")
        return Inbound(media=(media.as_item(photo),), client_message_id=client_message_id or str(uuid4()))

    return await _answer(request, conversation_id, token, keep)


@router.get("/{conversation_id}", response_model=Chat)
async def read_chat(conversation_id: ConversationId, token: Token) -> Response:
    """The conversation as it stands, to take it up after a reload: its latest 500 messages."""

    def work(session: Session) -> dict[str, object]:
        conversation = store.by_token(session, conversation_id, token)
        return {
            "id": str(conversation.id),
            "messages": [store.message_json(message) for message in store.transcript(session, conversation.id)],
            **store.standing_json(conversation),
        }

    return JSONResponse(await in_transaction(work))


@router.get("/{conversation_id}/media/{media_id}", response_class=Response)
async def read_media(conversation_id: ConversationId, token: Token, media_id: UUID) -> Response:
    """A photo the person sent in this conversation."""

    def work(session: Session) -> tuple[bytes, str]:
        store.by_token(session, conversation_id, token)
        return media.read(session, conversation_id, media_id)

    content, content_type = await in_transaction(work)
    return media.response(content, content_type)


@router.get("/{conversation_id}/events", response_class=StreamingResponse)
async def listen(
    conversation_id: ConversationId,
    token: Token,
    request: Request,
    last_event_id: Annotated[str | None, Header()] = None,
) -> Response:
    """Server-sent events: `message` (a Message; its id is the event's) and `state` (who handles, what is expected).

    With `Last-Event-ID` it begins after that message, otherwise with what is said from now on.
    """

    def work(session: Session) -> int:
        store.by_token(session, conversation_id, token)
        if last_event_id and last_event_id.isdigit() and len(last_event_id) < 19:
            return int(last_event_id)
        return store.last_message_id(session, conversation_id)

    after = await in_transaction(work)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    body = events_of(request.state.hub, conversation_id, after)
    return StreamingResponse(body, media_type="text/event-stream", headers=headers)


async def _answer(
    request: Request, conversation_id: UUID, token: str, inbound_of: Callable[[Session], Inbound]
) -> Response:
    """Store what came in, with the right to process it, in one transaction; then take the turn."""

    def work(session: Session) -> tuple[int, Claim | bool, Outcome | None]:
        conversation = store.by_token(session, conversation_id, token, lock=True)
        inbound = inbound_of(session)
        received, claim = turn_store.receive_and_claim(session, conversation, inbound, DEADLINE)
        (RECEIVED if received.new else REPEATED).labels("web").inc()
        if not received.new:
            media.forget(session, inbound.media)
        message = received.message
        told = turn_store.outcome(session, conversation, message) if message.processed_at else None
        return message.id, claim, told

    message_id, claim, outcome = await in_transaction(work)
    if outcome is None:
        outcome = await request.state.turns.answer(conversation_id, message_id, claim, DEADLINE)
    return JSONResponse(outcome.as_json())
