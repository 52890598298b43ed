"""The line: what each answer of a caller means, and what they hear next. One transaction a function, no waiting."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from channels.conversations import store, turn_store
from channels.conversations.model import Claim, Inbound, Outcome
from channels.conversations.tables import Conversation
from channels.twilio import texts
from channels.twilio.bodies import clean
from channels.twilio.metrics import CALLS
from channels.twilio.tables import Call
from channels.twilio.voice import calls, move, script, twiml, words
from channels.twilio.voice.prompts import Prompt, prompt_for
from common import clock
from common.settings import settings

DEADLINE = 6.0
"""Seconds the assistant has; Twilio gives up after 15."""
PATIENCE = 3
"""Silences, or answers not understood, after which a person takes the call."""
SHORT_WORDS = 4
"""A yes or no with more words than this is an answer of its own."""
LOST = frozenset({None, "", "nlu_fallback"})


@dataclass(frozen=True)
class Heard:
    """What came with a request: words, keys, both empty for silence. `confidence` is None where Twilio gave none."""

    speech: str
    digits: str
    confidence: float | None


@dataclass(frozen=True)
class ForAssistant:
    """The caller's words, stored; the assistant answers them next."""

    conversation_id: UUID
    message_id: int
    claim: Claim | bool


def greet(session: Session, sid: str, phone: str | None) -> str:
    """The first answer of a call."""
    call, conversation, is_new = calls.open_call(session, sid, phone)
    if conversation.handled_by == "operator":
        return to_person(session, call, conversation, "requested", script.TRANSFER)
    if is_new:
        call.expects, said = "incident_type", [script.GREETING]
    elif conversation.report_number:
        call.expects, call.number_told = None, conversation.report_number
        said = [script.BACK_REPORTED, script.PERSON_BY_KEY, script.HOW_TO_HELP]
    else:
        call.expects = conversation.expects
        said = [script.BACK, script.PERSON_BY_KEY, prompt_for(call.expects).ask]
    return listen(session, call, conversation, 0, said)


def hear(session: Session, sid: str, turn: int, phone: str | None, heard: Heard) -> str | ForAssistant:
    """What to do with an answer: TwiML at once, or words for the assistant."""
    call, conversation, _ = calls.open_call(session, sid, phone)
    prompt = prompt_for("doubtful" if call.doubtful else call.expects)
    said = clean(heard.speech)
    for_the_line = _for_the_line(session, call, conversation, prompt, said, heard.digits, turn)
    if for_the_line:
        return for_the_line
    said, confidence = said or prompt.meaning(heard.digits), None if heard.digits else heard.confidence
    if call.doubtful:
        doubtful, call.doubtful = call.doubtful, None
        short = len(said.split()) <= SHORT_WORDS
        if short and words.is_no(said):
            again = [script.AGAIN, prompt_for(call.expects).again]
            return _not_understood(session, call, conversation) or listen(session, call, conversation, turn, again)
        said = doubtful if short and words.is_yes(said) else said
    elif _is_doubtful(said, confidence, prompt):
        call.doubtful = said
        asked = prompt_for("doubtful")
        return listen(session, call, conversation, turn, [script.understood(said), asked.ask, asked.keypad or ""])
    return _for_assistant(session, call, conversation, said, confidence, turn)


def _for_the_line(
    session: Session, call: Call, conversation: Conversation, prompt: Prompt, said: str, digits: str, turn: int
) -> str | None:
    """The answer to what is not for the assistant: a person, silence, a key that means nothing, WhatsApp."""
    if digits == "0" or words.wants_person(said):
        _keep(session, call, conversation, said or "0", turn)
        return to_person(session, call, conversation, "requested", script.TRANSFER)
    if not said and not digits:
        return _silence(session, call, conversation, prompt, turn)
    call.silences = 0
    if digits and prompt.keys and digits not in prompt.keys:
        return listen(session, call, conversation, turn, [script.WRONG_KEY, prompt.keypad or prompt.again])
    if call.phone and words.wants_whatsapp(said):
        return _move(session, call, conversation, said, turn)
    return None


def answered(session: Session, sid: str, turn: int, outcome: Outcome) -> str:
    """What the caller hears of the assistant's answer; a person where there is none or the assistant asks for one."""
    call, conversation, _ = calls.open_call(session, sid, None)
    said = [str(message["text"]) for message in outcome.messages]
    if not said or outcome.pending:
        return to_person(session, call, conversation, "assistant_unavailable", script.TRANSFER_FAULT)
    state = conversation.assistant_state or {}
    reason = (state.get("handover") or {}).get("reason")
    if conversation.handled_by == "operator" or (reason and reason != "emergency"):
        told = [text for text in said if not text.rstrip().endswith("?")]
        return to_person(session, call, conversation, reason or "requested", *told, script.TRANSFER)
    lost = not state.get("understood") and state.get("intent") in LOST and state.get("expects") == call.expects
    call.expects = state.get("expects")
    prompt = prompt_for(call.expects)
    if lost:
        person = _not_understood(session, call, conversation)
        if person:
            return person
        if call.not_understood > 1 and prompt.keypad:
            said = [*said[:-1], prompt.keypad]
    else:
        call.not_understood = 0
    number = conversation.report_number
    if number and call.number_told != number:
        return _tell_number(session, call, conversation, turn, number, said)
    if state.get("intent") == "goodbye" and not call.expects:
        CALLS.labels("ended").inc()
        return twiml.goodbye([*said, script.GOODBYE])
    return listen(session, call, conversation, turn, [*said, *_offers(call, conversation, prompt)], kept=True)


def listen(
    session: Session, call: Call, conversation: Conversation, turn: int, said: Sequence[str], *, kept: bool = False
) -> str:
    """Say `said` in answer to `turn` and listen; kept in the transcript unless it is there already."""
    spoken = [text for text in said if text]
    if not kept:
        store.say(session, conversation, "assistant", " ".join(spoken), channel="voice")
    prompt = prompt_for("doubtful" if call.doubtful else call.expects)
    return twiml.ask(spoken, prompt, turn + 1)


def to_person(session: Session, call: Call, conversation: Conversation, reason: str, *said: str) -> str:
    """Put the call through to the cabina; the conversation is before the operators from now on."""
    calls.put_before_people(session, conversation, reason)
    store.say(session, conversation, "system", said[-1], channel="voice")
    CALLS.labels(f"person_{reason}").inc()
    return twiml.transfer(settings().operator_phone, call.sid, said)


def _for_assistant(
    session: Session, call: Call, conversation: Conversation, said: str, confidence: float | None, turn: int
) -> ForAssistant | str:
    inbound = Inbound(text=said, confidence=confidence, provider_id=f"{call.sid}:{turn}")
    received, claim = turn_store.receive_and_claim(session, conversation, inbound, DEADLINE, channel="voice")
    if conversation.handled_by == "operator":
        return to_person(session, call, conversation, "requested", script.TRANSFER)
    return ForAssistant(conversation.id, received.message.id, claim)


def _keep(session: Session, call: Call, conversation: Conversation, said: str, turn: int) -> None:
    """Put what was said to the line itself into the transcript; the assistant need not hear it."""
    inbound = Inbound(text=said, provider_id=f"{call.sid}:{turn}")
    message = store.receive(session, conversation, inbound, channel="voice").message
    message.processed_at = clock.now()


def _is_doubtful(said: str, confidence: float | None, prompt: Prompt) -> bool:
    if not confidence or words.sounds_urgent(said):
        return False
    return confidence < prompt.check


def _silence(session: Session, call: Call, conversation: Conversation, prompt: Prompt, turn: int) -> str:
    call.silences += 1
    if call.silences >= PATIENCE:
        if conversation.report_number:
            CALLS.labels("ended").inc()
            return twiml.goodbye([script.GOODBYE])
        return to_person(session, call, conversation, "silence", script.TRANSFER_SILENCE)
    if call.silences == 1:
        said = [script.STILL_THERE, prompt.again]
    else:
        said = [script.NOT_HEARD, prompt.keypad or prompt.ask, script.PERSON_BY_KEY]
    return listen(session, call, conversation, turn, said)


def _not_understood(session: Session, call: Call, conversation: Conversation) -> str | None:
    call.not_understood += 1
    if call.not_understood < PATIENCE:
        return None
    return to_person(session, call, conversation, "misunderstood", script.TRANSFER)


def _move(session: Session, call: Call, conversation: Conversation, said: str, turn: int) -> str:
    _keep(session, call, conversation, said, turn)
    call.moved = move.to_whatsapp(session, call, conversation) or call.moved
    told = script.MOVED if call.moved else script.CANNOT_MOVE
    return listen(session, call, conversation, turn, [told, prompt_for(call.expects).ask])


def _tell_number(
    session: Session, call: Call, conversation: Conversation, turn: int, number: str, said: Sequence[str]
) -> str:
    """The number twice, slowly, where it cannot be cut short, and by SMS; then what else the assistant says."""
    call.number_told = number
    before, after = script.around_number(said, number)
    if calls.can_message(call):
        shown = f"{number[:2]}-{number[2:9]}-{number[9:]}"
        store.say(session, conversation, "system", texts.number_by_message(shown), channel="sms")
        after = [script.BY_MESSAGE, *after]
    CALLS.labels("reported").inc()
    prompt = prompt_for(call.expects)
    numbers = [(script.YOUR_NUMBER, number), (script.REPEAT_NUMBER, number)]
    return twiml.ask(after or [prompt.ask], prompt, turn + 1, before=before, numbers=numbers)


def _offers(call: Call, conversation: Conversation, prompt: Prompt) -> list[str]:
    """The other ways to answer, once a question: keys where they help; WhatsApp for a place, if no life is at stake."""
    question = call.expects or ""
    if question in call.offered:
        return []
    offers = [prompt.keypad] if prompt.offer and prompt.keypad else []
    calm = conversation.priority != "emergency"
    if question == "location" and calm and call.phone and settings().twilio_whatsapp_from:
        offers.append(script.OFFER_WHATSAPP)
    if offers:
        call.offered = [*call.offered, question]
    return offers
