"""Calls in the database: who is calling, where the call stands, and each request answered once."""

from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from channels.conversations import store
from channels.conversations.tables import Conversation
from channels.conversations.turn_store import alert
from channels.twilio import people
from channels.twilio.tables import Call, CallTurn
from common.settings import settings

_BLIND = {"synchronize_session": False}
_KNOWN = (
    select(Call, Conversation)
    .join(Conversation, Conversation.id == Call.conversation_id)
    .where(Call.sid == bindparam("sid"))
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)


def begin_turn(session: Session, sid: str, turn: int) -> bool:
    """True when this request is ours to answer; False when it is or was another process's."""
    values = {"call_sid": sid, "turn": turn}
    statement = insert(CallTurn).values(**values).on_conflict_do_nothing().returning(CallTurn.turn)
    return session.scalar(statement) is not None


def answer_of(session: Session, sid: str, turn: int) -> str | None:
    """The TwiML already given to this request; None while there is none."""
    found = session.get(CallTurn, (sid, turn), populate_existing=True)
    return found.twiml if found else None


def keep_answer(session: Session, sid: str, turn: int, twiml: str) -> None:
    """Keep the TwiML given to this request, which `begin_turn` began."""
    mine = (CallTurn.call_sid == sid, CallTurn.turn == turn)
    session.execute(update(CallTurn).where(*mine).values(twiml=twiml), execution_options=_BLIND)


def next_turn(session: Session, sid: str) -> int:
    """The number after the call's last request."""
    last = session.scalar(select(func.max(CallTurn.turn)).where(CallTurn.call_sid == sid))
    return (last or 0) + 1


def find(session: Session, sid: str) -> Call | None:
    """The call, locked until the transaction ends."""
    return session.get(Call, sid, with_for_update=True, populate_existing=True)


def open_call(session: Session, sid: str, phone: str | None) -> tuple[Call, Conversation, bool]:
    """The call, its conversation (the person's current one, or new), and whether that is new."""
    known = session.execute(_KNOWN, {"sid": sid}).one_or_none()
    if known is None and phone:
        people.lock(session, phone)
        known = session.execute(_KNOWN, {"sid": sid}).one_or_none()
    if known:
        return known.Call, known.Conversation, False
    conversation, is_new = people.conversation_of(session, "voice", phone)
    call = Call(sid=sid, conversation_id=conversation.id, phone=phone, expects=conversation.expects)
    session.add(call)
    session.flush()
    return call, conversation, is_new


def draft(conversation: Conversation) -> dict[str, Any]:
    """The claim as the assistant knows it."""
    return dict((conversation.assistant_state or {}).get("claim") or {})


def put_before_people(session: Session, conversation: Conversation, reason: str) -> None:
    """Show the conversation to the operators, unless one of them has it."""
    if conversation.handled_by == "assistant":
        alert(conversation, reason)
    store.announce(session, conversation.id)


def can_message(call: Call) -> bool:
    """True when this caller can be sent an SMS."""
    return bool(call.phone and settings().twilio_sms_from)
