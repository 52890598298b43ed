"""Is it Twilio? The form of a webhook, once its signature over the URL that the public sees has been checked."""

import logging
from collections.abc import Mapping
from urllib.parse import parse_qsl

from fastapi import Request
from starlette.datastructures import ImmutableMultiDict
from twilio.request_validator import RequestValidator

from common.problems import Forbidden, Invalid, Problem, Unavailable
from common.settings import settings

MAX_BODY_BYTES = 128 * 1024
MAX_FIELDS = 400
log = logging.getLogger(__name__)


class TooLarge(Problem):
    """More bytes than any webhook of Twilio's has."""

    status, kind, title = 413, "too-large", "Request too large"


def public_url(path: str, query: str = "") -> str:
    """The URL of `path` as Twilio requests it: CABINA_PUBLIC_URL, whatever proxy stands before this process.

    Connection overrides (`#rc=…`) are a fragment: never sent and not signed.
    """
    base = settings().public_url.split("#")[0].rstrip("/")
    return f"{base}{path}" + (f"?{query}" if query else "")


async def _body(request: Request) -> bytes:
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > MAX_BODY_BYTES:
        raise TooLarge(f"A webhook has at most {MAX_BODY_BYTES} bytes.")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise TooLarge(f"A webhook has at most {MAX_BODY_BYTES} bytes.")
    return body


async def signed_form(request: Request) -> Mapping[str, str]:
    """FastAPI dependency: the fields of a webhook that Twilio signed.

    Raises Unavailable (503) when no account is configured, TooLarge (413), Invalid (422) when the body is not a form,
    Forbidden (403) when the signature is missing or wrong.
    """
    token, account = settings().twilio_auth_token, settings().twilio_account_sid
    if not token or not account:
        raise Unavailable("Twilio is not configured here: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.")
    body = await _body(request)
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MAX_FIELDS)
    except ValueError as error:
        raise Invalid("The body is not a form in UTF-8.") from error
    form: ImmutableMultiDict[str, str] = ImmutableMultiDict(pairs)
    signature = request.headers.get("x-twilio-signature", "")
    raw_path = request.scope.get("raw_path") or request.url.path.encode()
    url = public_url(raw_path.decode("latin-1").split("?")[0], request.url.query)
    if not signature or not RequestValidator(token.get_secret_value()).validate(url, form, signature):
        log.warning("refused a webhook to %s: %s signature", request.url.path, "wrong" if signature else "no")
        raise Forbidden("The X-Twilio-Signature header is missing or does not match this URL and these fields.")
    if form.get("AccountSid", account) != account:
        log.warning("refused a webhook to %s: of another account", request.url.path)
        raise Forbidden("The webhook is of another Twilio account.")
    return ImmutableMultiDict((name, value.replace("\0", "")) for name, value in pairs)  # PostgreSQL keeps no NUL
