"""What can be said of the settings without asking anybody."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from channels.twilio import addresses
from channels.twilio.check.finding import Finding, ok, warning, wrong
from common.settings import Settings

_ACCOUNT = re.compile(r"AC[0-9a-f]{32}")
_SERVICE = re.compile(r"MG[0-9a-f]{32}")
_LOCAL = re.compile(r"localhost|127\.|0\.0\.0\.0|\[::1\]|.*\.local$")


def findings(now: Settings) -> Iterator[Finding]:
    """Each setting of Twilio's, in the order in which they are needed."""
    yield _account(now)
    if now.twilio_auth_token:
        yield ok("TWILIO_AUTH_TOKEN is set")
    else:
        yield wrong("TWILIO_AUTH_TOKEN is not set", "Copy the Auth Token from the Twilio console's first page.")
    yield from _senders(now)
    yield from _public_url(now)
    if addresses.normalise_phone(now.operator_phone):
        yield ok("CABINA_OPERATOR_PHONE is a telephone")
    else:
        yield wrong(
            f"CABINA_OPERATOR_PHONE={now.operator_phone} is not a telephone",
            "Write it as +52 and ten digits: calls that need a person go there.",
        )


def _account(now: Settings) -> Finding:
    if not now.twilio_account_sid:
        return wrong(
            "TWILIO_ACCOUNT_SID is not set", "Copy the Account SID (AC…) from the Twilio console's first page."
        )
    if not _ACCOUNT.fullmatch(now.twilio_account_sid):
        return wrong("TWILIO_ACCOUNT_SID is not an account's SID", "It is AC and 32 hexadecimal digits.")
    return ok("TWILIO_ACCOUNT_SID is set")


def _senders(now: Settings) -> Iterator[Finding]:
    if not now.twilio_sms_from:
        yield warning("TWILIO_SMS_FROM is not set", "SMS will not be sent: callers get no number and no news by SMS.")
    elif _SERVICE.fullmatch(now.twilio_sms_from) or addresses.normalise_phone(now.twilio_sms_from):
        yield ok("TWILIO_SMS_FROM is a telephone or a messaging service")
    else:
        yield wrong("TWILIO_SMS_FROM is neither", "Write +52 and ten digits, or a messaging service's SID (MG…).")
    if not now.twilio_whatsapp_from:
        yield warning("TWILIO_WHATSAPP_FROM is not set", "WhatsApp will not be answered.")
    elif addresses.parse(now.twilio_whatsapp_from).phone:
        yield ok("TWILIO_WHATSAPP_FROM is a telephone")
    else:
        yield wrong("TWILIO_WHATSAPP_FROM is not a telephone", "Write it as whatsapp:+52 and ten digits.")
    if now.twilio_whatsapp_from and not now.twilio_whatsapp_template:
        yield warning(
            "TWILIO_WHATSAPP_TEMPLATE is not set",
            "After 24 hours of silence news go by SMS instead of WhatsApp. See docs/twilio.md, step 5.",
        )


def _public_url(now: Settings) -> Iterator[Finding]:
    parts = urlsplit(now.public_url)
    if not parts.hostname or _LOCAL.match(parts.hostname):
        yield wrong(
            f"CABINA_PUBLIC_URL={now.public_url} cannot be reached by Twilio",
            "Set it to the address that the public sees; signatures are computed over it.",
        )
    elif parts.scheme != "https":
        yield wrong("CABINA_PUBLIC_URL is not https", "What people write would travel in the clear.")
    else:
        yield ok("CABINA_PUBLIC_URL is an https address")
    if now.twilio_api_base_url != "https://api.twilio.com":
        yield warning(f"TWILIO_API_BASE_URL={now.twilio_api_base_url}", "Messages go there and not to Twilio.")
