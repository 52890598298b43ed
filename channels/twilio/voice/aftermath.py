"""Around the talk: the whisper to the operator, the end of a transfer, the voice message, the end of the call."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from channels.conversations import store
from channels.conversations.model import Inbound
from channels.conversations.tables import Conversation, Media, Message
from channels.twilio import names, texts
from channels.twilio.metrics import CALLS
from channels.twilio.voice import calls, line, script, twiml
from common import clock
from common.jobs import defer

FINAL = frozenset({"completed", "busy", "no-answer", "canceled", "failed"})


def fall_back(session: Session, sid: str, phone: str | None) -> str:
    """Twilio could not use our answer: a person."""
    call, conversation, _ = calls.open_call(session, sid, phone)
    return line.to_person(session, call, conversation, "assistant_unavailable", script.TRANSFER_FAULT)


def whisper(session: Session, sid: str) -> str:
    """What the operator hears of the call that is about to be connected."""
    call = calls.find(session, sid)
    if call is None:
        return twiml.whisper(script.whisper(None, "normal", None), sid)
    conversation = store.get(session, call.conversation_id)
    summary = script.whisper(calls.draft(conversation), conversation.priority, conversation.report_number)
    return twiml.whisper(summary, sid)


def accept(session: Session, sid: str) -> None:
    """A person took the call."""
    call = calls.find(session, sid)
    if call and call.taken_at is None:
        call.taken_at = clock.now()
        CALLS.labels("taken").inc()
        store.announce(session, call.conversation_id)


def dial_ended(session: Session, sid: str, form: Mapping[str, str]) -> str:
    """After the dialled leg: goodbye where a person took it, else the offer to leave a message.

    Twilio says `completed` also of a leg that was hung up without a key pressed, by an answering machine for one:
    only our own note of the key counts, or Twilio's word that the two were bridged.
    """
    call = calls.find(session, sid)
    bridged = form.get("DialBridged", "").lower() == "true"
    if (call and call.taken_at) or bridged:
        return twiml.goodbye([script.GOODBYE])
    CALLS.labels("nobody_answered").inc()
    if call:
        conversation = store.locked(session, call.conversation_id)
        store.say(session, conversation, "system", script.NO_ONE, channel="voice")
    return twiml.record([script.NO_ONE])


def keep_recording(session: Session, sid: str, phone: str | None, form: Mapping[str, str]) -> None:
    """Put a voice message into the transcript and have its audio fetched; the same recording again changes nothing."""
    address, recording_sid = form.get("RecordingUrl", "").strip(), form.get("RecordingSid", "").strip()[:64]
    if not address:
        return
    call, conversation, _ = calls.open_call(session, sid, phone)
    if session.scalar(select(Message.id).where(Message.provider_id == (recording_sid or address))):
        return
    media = Media(conversation_id=conversation.id, kind="audio", content_type="audio/mpeg", source_url=f"{address}.mp3")
    session.add(media)
    session.flush()
    item = {"id": str(media.id), "kind": "audio", "content_type": "audio/mpeg"}
    inbound = Inbound(media=(item,), provider_id=recording_sid or address)
    message = store.receive(session, conversation, inbound, channel="voice").message
    message.processed_at = clock.now()
    call.moved = True
    calls.put_before_people(session, conversation, "voice_message")
    defer(session, names.FETCH_MEDIA, {"media_id": str(media.id), "message_id": message.id})
    CALLS.labels("voice_message").inc()


def ended(session: Session, sid: str, status: str) -> None:
    """Note the end of a call. An unfinished report stays before the operators, and an SMS lets the caller resume it,
    once, unless a person took the call or it moved elsewhere."""
    call = calls.find(session, sid)
    if call is None or call.ended_at is not None or status not in FINAL:
        return
    call.status, call.ended_at = status, clock.now()
    conversation = store.locked(session, call.conversation_id)
    if conversation.report_number or call.taken_at or call.moved or not _spoke(session, call.conversation_id):
        return
    CALLS.labels("dropped").inc()
    if conversation.handled_by == "assistant" and not conversation.needs_person:
        calls.put_before_people(session, conversation, "call_dropped")
    if calls.can_message(call) and conversation.handled_by == "assistant" and _still_on_the_phone(conversation):
        store.say(session, conversation, "system", texts.RESUME, channel="sms")


def _spoke(session: Session, conversation_id: UUID) -> bool:
    """True when the caller said anything by telephone."""
    said = select(func.count(Message.id)).where(
        Message.conversation_id == conversation_id, Message.direction == "inbound", Message.channel == "voice"
    )
    return bool(session.scalar(said))


def _still_on_the_phone(conversation: Conversation) -> bool:
    return conversation.channel == "voice"
