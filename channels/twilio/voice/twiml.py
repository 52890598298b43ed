"""TwiML of every moment of a call, made with Twilio's own library."""

from collections.abc import Iterable, Sequence

from twilio.twiml import TwiML
from twilio.twiml.voice_response import Gather, Say, SsmlProsody, VoiceResponse

from channels.twilio.signature import public_url
from channels.twilio.voice import spelling
from channels.twilio.voice.ear import Digits, Piece, Spelled, Words, pieces, report_groups
from channels.twilio.voice.prompts import Prompt

VOICE = "Polly.Mia-Neural"
LANGUAGE = "es-MX"
ROOT = "/webhooks/twilio/voice"
PAUSE_GROUP, PAUSE_SIGN = "500ms", "150ms"
SILENCE_SECONDS = 6
DIAL_SECONDS = 25
MESSAGE_SECONDS = 180


def url(path: str = "", query: str = "") -> str:
    """The public URL of a voice route."""
    return public_url(f"{ROOT}{path}", query)


def _slow_digits(groups: Sequence[str]) -> SsmlProsody:
    slow = SsmlProsody("", rate="slow")
    for place, group in enumerate(group for group in groups if group):
        if place:
            slow.break_(time=PAUSE_GROUP)
        slow.say_as(group, interpret_as="digits")
    return slow


def _slow_signs(signs: Sequence[str]) -> SsmlProsody:
    slow = SsmlProsody("", rate="slow")
    for place, sign in enumerate(signs):
        if place:
            slow.break_(time=PAUSE_SIGN)
        if sign.isdigit():
            slow.say_as(sign, interpret_as="digits")
        else:
            slow.append(spelling.name(sign))
    return slow


def say(parts: Iterable[Piece]) -> Say | None:
    """A Say of `parts` in the assistant's voice; None when there is nothing to say."""
    spoken = Say(voice=VOICE, language=LANGUAGE)
    for part in parts:
        if isinstance(part, Words):
            spoken.append(part.text)
        elif isinstance(part, Digits):
            spoken.append(_slow_digits(part.groups))
        elif isinstance(part, Spelled):
            spoken.append(_slow_signs(part.signs))
    return spoken if spoken.verbs else None


def add_says(parent: TwiML, texts: Iterable[str]) -> None:
    """Append one Say a text to `parent`; texts without anything sayable are left out."""
    for text in texts:
        spoken = say(pieces(text))
        if spoken:
            parent.append(spoken)


def ask(
    texts: Sequence[str],
    prompt: Prompt,
    turn: int,
    *,
    before: Sequence[str] = (),
    numbers: Sequence[tuple[str, str]] = (),
) -> str:
    """Say `before` and then each of `numbers` (words, report number), which cannot be cut short; then `texts`, while
    already listening. The answer, the silence or the keys come back as turn `turn`.
    """
    response = VoiceResponse()
    add_says(response, before)
    for words, number in numbers:
        spoken = say([Words(f"{words} "), Digits(report_groups(number))])
        if spoken:
            response.append(spoken)
            response.pause(length=1)
    gather = Gather(
        input="dtmf speech",
        action=url("", f"turn={turn}"),
        method="POST",
        language=LANGUAGE,
        hints=prompt.hint_text(),
        timeout=SILENCE_SECONDS + (prompt.pause - 2) * 2,
        speech_timeout=prompt.pause,
        barge_in=True,
        profanity_filter=False,
        finish_on_key="#",
        num_digits=1 if prompt.keys else None,
        action_on_empty_result=True,
    )
    add_says(gather, texts)
    response.append(gather)
    return str(response)


def transfer(phone: str, call_sid: str, texts: Sequence[str]) -> str:
    """Say `texts` and put the call through to `phone`, whose side hears a whisper and presses a key to take it."""
    response = VoiceResponse()
    add_says(response, texts)
    dial = response.dial(
        action=url("/dial", f"call={call_sid}"), method="POST", timeout=DIAL_SECONDS, answer_on_bridge=True
    )
    dial.number(phone, url=url("/whisper", f"call={call_sid}"), method="POST")
    return str(response)


def whisper(summary: str, call_sid: str) -> str:
    """What the operator hears first. No key pressed hangs up that leg: no answering machine takes the caller."""
    response = VoiceResponse()
    gather = Gather(
        input="dtmf",
        num_digits=1,
        timeout=8,
        action=url("/accept", f"call={call_sid}"),
        method="POST",
        finish_on_key="",
    )
    add_says(gather, [summary, "Para tomar la llamada, marque cualquier tecla."])
    response.append(gather)
    response.hangup()
    return str(response)


def record(texts: Sequence[str]) -> str:
    """Say `texts` and take a voice message of at most three minutes."""
    response = VoiceResponse()
    add_says(response, texts)
    response.record(
        action=url("/recording"),
        method="POST",
        max_length=MESSAGE_SECONDS,
        timeout=5,
        finish_on_key="#",
        play_beep=True,
    )
    return str(response)


def goodbye(texts: Sequence[str]) -> str:
    """Say `texts` and hang up."""
    response = VoiceResponse()
    add_says(response, texts)
    response.hangup()
    return str(response)


def nothing() -> str:
    """An empty answer: the call goes on as it was."""
    return str(VoiceResponse())
