"""The webhooks of a call: its turns, the transfer to a person, the voice message, its end (contracts, section 3)."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy.orm import Session

from channels.conversations.model import Outcome
from channels.conversations.turns import in_transaction
from channels.twilio import addresses
from channels.twilio.messaging_api import ERRORS, xml
from channels.twilio.metrics import VOICE_SECONDS
from channels.twilio.signature import signed_form
from channels.twilio.voice import aftermath, calls, line, script, twiml
from common.problems import Invalid
from common.settings import settings

log = logging.getLogger(__name__)

router = APIRouter(prefix=twiml.ROOT, tags=["twilio"])
SignedForm = Annotated[Mapping[str, str], Depends(signed_form)]
Turn = Annotated[int | None, Query(ge=0, le=9999)]
CallSid = Annotated[str | None, Query(max_length=64)]
WHOLE_SECONDS = 9.0
"""After this the caller is put through to a person whatever is going on; Twilio waits 15."""
NOTE_SECONDS = 2.0
_POLL = 0.1


def _sid(form: Mapping[str, str]) -> str:
    sid = form.get("CallSid", "").strip()[:64]
    if not sid:
        raise Invalid(
            "The webhook lacks a field that Twilio always sends.", [{"field": "CallSid", "message": "missing"}]
        )
    return sid


def _phone(form: Mapping[str, str]) -> str | None:
    return addresses.normalise_phone(form.get("From", ""))


def _heard(form: Mapping[str, str]) -> line.Heard:
    try:
        confidence = min(1.0, max(0.0, float(form["Confidence"])))
    except (KeyError, ValueError):
        confidence = None
    return line.Heard(form.get("SpeechResult", "")[:2000], form.get("Digits", "").strip("#* ")[:20], confidence)


def _person(sid: str) -> str:
    """Without the database or anything else: the call goes to a person."""
    return twiml.transfer(settings().operator_phone, sid, [script.TRANSFER_FAULT])


@router.post("", response_class=Response, responses=ERRORS)
async def voice(form: SignedForm, request: Request, turn: Turn = None) -> Response:
    """An incoming call and each of its turns. The same turn again gets the same answer; any failure gets a person."""
    sid = _sid(form)
    with VOICE_SECONDS.time():
        try:
            return xml(await asyncio.wait_for(_answer(form, request, sid, turn), WHOLE_SECONDS))
        except Exception:
            log.exception("a turn of a call failed", extra={"call": sid, "turn": turn})
            return await _to_person(sid, _phone(form))


async def _answer(form: Mapping[str, str], request: Request, sid: str, turn: int | None) -> str:
    """The answer to one request, made once: asked again meanwhile, the second waits for the first's."""
    heard, phone = _heard(form), _phone(form)
    if turn is None:
        first = not (heard.speech or heard.digits)
        turn = 0 if first else await in_transaction(lambda session: calls.next_turn(session, sid))
    next_ = await in_transaction(lambda session: _begin(session, sid, turn, phone, heard))
    if isinstance(next_, line.ForAssistant):
        outcome = await request.state.turns.answer(next_.conversation_id, next_.message_id, next_.claim, line.DEADLINE)
        return await in_transaction(lambda session: _end(session, sid, turn, outcome))
    while next_ is None:
        await asyncio.sleep(_POLL)
        next_ = await in_transaction(lambda session: calls.answer_of(session, sid, turn))
    return next_


def _begin(
    session: Session, sid: str, turn: int, phone: str | None, heard: line.Heard
) -> str | line.ForAssistant | None:
    """The answer, or words for the assistant; None when the request is or was another's to answer."""
    if not calls.begin_turn(session, sid, turn):
        return None
    next_ = line.hear(session, sid, turn, phone, heard) if turn else line.greet(session, sid, phone)
    if isinstance(next_, str):
        calls.keep_answer(session, sid, turn, next_)
    return next_


def _end(session: Session, sid: str, turn: int, outcome: Outcome) -> str:
    """The answer made of the assistant's."""
    answer = line.answered(session, sid, turn, outcome)
    calls.keep_answer(session, sid, turn, answer)
    return answer


async def _to_person(sid: str, phone: str | None) -> Response:
    """The call goes to a person, with the conversation before the operators if the database still allows it."""
    try:
        note = in_transaction(lambda session: aftermath.fall_back(session, sid, phone))
        return xml(await asyncio.wait_for(note, NOTE_SECONDS))
    except Exception:
        log.exception("a transfer was not noted", extra={"call": sid})
        return xml(_person(sid))


@router.post("/fallback", response_class=Response, responses=ERRORS)
async def fallback(form: SignedForm) -> Response:
    """Twilio could not use an answer of ours: a person takes the call."""
    sid = _sid(form)
    log.error("Twilio used the fallback", extra={"call": sid, "code": form.get("ErrorCode", "")[:10]})
    return await _to_person(sid, _phone(form))


@router.post("/whisper", response_class=Response, responses=ERRORS)
async def whisper(form: SignedForm, call: CallSid = None) -> Response:
    """What the operator hears on taking the telephone."""
    sid = call or _sid(form)
    try:
        return xml(await in_transaction(lambda session: aftermath.whisper(session, sid)))
    except Exception:
        log.exception("a whisper failed", extra={"call": sid})
        return xml(twiml.whisper(script.whisper(None, "normal", None), sid))


@router.post("/accept", response_class=Response, responses=ERRORS)
async def accept(form: SignedForm, call: CallSid = None) -> Response:
    """The operator pressed a key: the two are connected."""
    sid = call or _sid(form)
    try:
        await in_transaction(lambda session: aftermath.accept(session, sid))
    except Exception:
        log.exception("a taken call was not noted", extra={"call": sid})
    return xml(twiml.nothing())


@router.post("/dial", response_class=Response, responses=ERRORS)
async def dial(form: SignedForm, call: CallSid = None) -> Response:
    """The dialled leg ended: a goodbye if a person took it, else a voice message. Never a dead line."""
    sid = call or _sid(form)
    try:
        return xml(await in_transaction(lambda session: aftermath.dial_ended(session, sid, form)))
    except Exception:
        log.exception("the end of a dial failed", extra={"call": sid})
        return xml(twiml.record([script.NO_ONE]))


@router.post("/recording", response_class=Response, responses=ERRORS)
async def recording(form: SignedForm) -> Response:
    """The caller left a voice message: it goes into the transcript."""
    sid = _sid(form)
    try:
        await in_transaction(lambda session: aftermath.keep_recording(session, sid, _phone(form), form))
    except Exception:
        log.exception("a voice message was not stored", extra={"call": sid, "recording": form.get("RecordingSid")})
    return xml(twiml.goodbye([script.RECORDED]))


@router.post("/status", status_code=204, response_class=Response, responses=ERRORS)
async def status(form: SignedForm) -> Response:
    """The end of a call: what was not finished stays for operators, and a message lets the caller take it up again."""
    sid, told = _sid(form), form.get("CallStatus", "").strip().lower()
    await in_transaction(lambda session: aftermath.ended(session, sid, told))
    return Response(status_code=204)
