"""What an operator does with a conversation. Each function is one use case in the caller's transaction.

`operator` is the actor of the console's session; its name is told to the person.
"""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from channels.conversations import store, texts
from channels.conversations.cleaning import clean
from channels.conversations.model import EmptyMessage, HeldByAnother, NotHeld
from channels.conversations.tables import Conversation, Message, Note
from channels.conversations.turn_store import standing
from common import clock
from common.access import Actor
from policy_backend.audit import store as trail


def take_over(session: Session, conversation_id: UUID, operator: Actor, *, force: bool = False) -> Conversation:
    """The operator answers from now on; the person is told the name, and what waits for the assistant is theirs.

    Taking what one already holds changes nothing. Raises HeldByAnother, unless `force` (a supervisor), and
    ConversationNotFound.
    """
    conversation = store.locked(session, conversation_id)
    if conversation.handled_by == "operator":
        if conversation.operator_id == operator.id:
            return conversation
        if not force:
            raise HeldByAnother(f"{conversation.operator_name} ya atiende esta conversación.")
    conversation.handled_by = "operator"
    conversation.operator_id, conversation.operator_name = operator.id, operator.name
    conversation.taken_at = clock.now()
    conversation.needs_person = False
    conversation.state = standing(conversation)
    pending = (
        Message.conversation_id == conversation_id,
        Message.direction == "inbound",
        Message.processed_at.is_(None),
    )
    outcome = {"expects": conversation.expects, "handled_by": "operator"}
    session.execute(update(Message).where(*pending).values(processed_at=clock.now(), outcome=outcome))
    store.say(session, conversation, "system", texts.taken_over(operator.name))
    return _changed(session, conversation, operator, "take_over")


def operator_reply(session: Session, conversation_id: UUID, operator: Actor, words: str) -> Message:
    """Say something to the person, on the channel they used last. Raises NotHeld, EmptyMessage."""
    conversation = _held(session, conversation_id, operator)
    said = _words(words)
    message = store.say(session, conversation, "operator", said)
    conversation.operator_texts = [*(conversation.operator_texts or []), said]
    return message


def hand_back(session: Session, conversation_id: UUID, operator: Actor) -> Conversation:
    """The assistant answers again, knowing what the operator said. Raises NotHeld."""
    conversation = _held(session, conversation_id, operator)
    _let_go(conversation)
    store.say(session, conversation, "system", texts.HANDED_BACK)
    return _changed(session, conversation, operator, "hand_back")


def close(session: Session, conversation_id: UUID, operator: Actor) -> Conversation:
    """Nothing more is due; if the person writes again the conversation opens again. Raises HeldByAnother."""
    conversation = store.locked(session, conversation_id)
    if conversation.handled_by == "operator" and conversation.operator_id != operator.id:
        raise HeldByAnother(f"{conversation.operator_name} atiende esta conversación.")
    if conversation.state == "closed":
        return conversation
    _let_go(conversation)
    conversation.state = "closed"
    store.say(session, conversation, "system", texts.CLOSED)
    return _changed(session, conversation, operator, "close")


def add_note(session: Session, conversation_id: UUID, operator: Actor, words: str) -> Note:
    """Write something for other operators; the person never sees it. Raises EmptyMessage, ConversationNotFound."""
    conversation = store.get(session, conversation_id)
    note = Note(
        conversation_id=conversation.id, operator_id=operator.id, operator_name=operator.name, text=_words(words)
    )
    session.add(note)
    session.flush()
    store.announce(session, conversation.id)
    return note


def _held(session: Session, conversation_id: UUID, operator: Actor) -> Conversation:
    conversation = store.locked(session, conversation_id)
    if conversation.handled_by != "operator" or conversation.operator_id != operator.id:
        raise NotHeld("Tome la conversación antes de responder.")
    return conversation


def _let_go(conversation: Conversation) -> None:
    conversation.handled_by = "assistant"
    conversation.operator_id = conversation.operator_name = conversation.taken_at = None
    conversation.needs_person = False
    conversation.state = standing(conversation)


def _words(words: str) -> str:
    if said := clean(words):
        return said
    raise EmptyMessage("Escriba el mensaje antes de enviarlo.", [{"field": "text", "message": "Empty."}])


def _changed(session: Session, conversation: Conversation, operator: Actor, action: str) -> Conversation:
    trail.record(session, operator, f"conversation.{action}", "conversation", str(conversation.id))
    return conversation
