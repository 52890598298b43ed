"""What the Twilio account itself says: credentials, numbers and their webhooks, the WhatsApp sender, the template."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from twilio.base.exceptions import TwilioException, TwilioRestException

from channels.twilio import addresses, client
from channels.twilio.check.finding import Finding, ok, warning, wrong
from channels.twilio.signature import public_url
from common.settings import Settings

MESSAGING = "/webhooks/twilio/messaging"
VOICE = "/webhooks/twilio/voice"
VOICE_STATUS = "/webhooks/twilio/voice/status"
OVERRIDES = {MESSAGING: "#rc=5&rp=all", VOICE: "#rc=2&rp=all&rt=12000&tt=15000", VOICE_STATUS: "#rc=5&rp=all"}


def findings(now: Settings) -> Iterator[Finding]:
    """Each part of the account that is needed; stops at credentials that do not work."""
    try:
        yield from _account(now)
        yield from _sms(now)
        yield from _whatsapp(now)
        yield from _template(now)
    except TwilioRestException as error:
        if error.status in (401, 403):
            yield wrong("Twilio refuses the credentials", "Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.")
        else:
            yield wrong(f"Twilio answered {error.status} ({error.code})", "Try again; see status.twilio.com.")
    except (TwilioException, requests.RequestException) as error:
        yield wrong(f"Twilio cannot be reached ({type(error).__name__})", "Check the network and TWILIO_API_BASE_URL.")


def _account(now: Settings) -> Iterator[Finding]:
    account = client.client().api.v2010.accounts(now.twilio_account_sid).fetch()
    if account.status != "active":
        yield wrong(f"The account is {account.status}", "Settle it in the Twilio console.")
    elif account.type == "Trial":
        yield warning("The account is a trial", "It reaches verified numbers only and adds a sentence to each message.")
    else:
        yield ok("The account is active")


def _sms(now: Settings) -> Iterator[Finding]:
    sender = now.twilio_sms_from
    if not sender or sender.startswith("MG"):
        return
    numbers = client.client().incoming_phone_numbers.list(phone_number=sender, limit=1)
    if not numbers:
        yield wrong(f"{sender} is not a number of this account", "Buy it, or set TWILIO_SMS_FROM to one that is.")
        return
    number = numbers[0]
    yield _webhook("Messages to the number", number.sms_url, number.sms_method, MESSAGING)
    yield _webhook("Calls to the number", number.voice_url, number.voice_method, VOICE)
    yield _webhook("The end of calls", number.status_callback, number.status_callback_method, VOICE_STATUS)
    yield _fallback(number.voice_fallback_url, now)


def _webhook(subject: str, configured: str | None, method: str | None, path: str) -> Finding:
    wanted = public_url(path)
    base, _, fragment = (configured or "").partition("#")
    recommended = wanted + OVERRIDES[path]
    if base != wanted:
        return wrong(f"{subject} go to {base or 'nowhere'}", f"Set the webhook to {recommended}")
    if (method or "POST") != "POST":
        return wrong(f"{subject} come by {method}", "Set the method to HTTP POST.")
    if parse_qs(fragment).get("rp", [""])[0] != "all":
        return warning(f"{subject} are not tried again on errors", f"Set the webhook to {recommended}")
    return ok(f"{subject} go to {wanted}")


def _fallback(configured: str | None, now: Settings) -> Finding:
    host = urlsplit(now.public_url).netloc
    if not configured:
        return wrong("Calls have no fallback", "Set it to a TwiML Bin that dials the cabina (docs/twilio.md, step 4).")
    if urlsplit(configured).netloc == host:
        return warning(
            "The fallback of calls is this same server", "When it is down, so is the fallback: use a TwiML Bin."
        )
    return ok("Calls have a fallback elsewhere")


def _whatsapp(now: Settings) -> Iterator[Finding]:
    if not now.twilio_whatsapp_from:
        return
    phone = addresses.parse(now.twilio_whatsapp_from).phone
    wanted = now.twilio_whatsapp_from.removeprefix("whatsapp:")
    senders = client.client().messaging.v2.channels_senders.list(channel="whatsapp", limit=200)
    found = next((s for s in senders if _number(s) in (wanted, phone)), None)
    if found is None:
        yield wrong(f"{wanted} is not a WhatsApp sender of this account", "Register it: docs/twilio.md, step 3.")
        return
    if str(found.status).upper() not in ("ONLINE", "ONLINE:UPDATING"):
        yield wrong(f"The WhatsApp sender is {found.status}", "Finish its registration in the Twilio console.")
    hook: dict[str, Any] = found.webhook if isinstance(found.webhook, dict) else {}
    yield _webhook("WhatsApp messages", hook.get("callback_url"), hook.get("callback_method"), MESSAGING)


def _number(sender: Any) -> str:
    return str(sender.sender_id or "").removeprefix("whatsapp:")


def _template(now: Settings) -> Iterator[Finding]:
    if not now.twilio_whatsapp_template:
        return
    try:
        approval = client.client().content.v1.contents(now.twilio_whatsapp_template).approval_fetch().fetch()
    except TwilioRestException as error:
        if error.status != 404:
            raise
        yield wrong("TWILIO_WHATSAPP_TEMPLATE is not a template of this account", "Copy its Content SID (HX…).")
        return
    status = (approval.whatsapp or {}).get("status")
    if status == "approved":
        yield ok("The WhatsApp template is approved")
    else:
        yield wrong(f"The WhatsApp template is {status}", "WhatsApp must approve it before it can be sent.")
