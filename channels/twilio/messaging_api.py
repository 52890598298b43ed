"""The webhooks of WhatsApp and SMS: messages in, delivery receipts (contracts, section 3)."""

import logging
from collections.abc import Callable, Mapping
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from channels.conversations.turns import in_transaction
from channels.twilio import inbound, receipts, receive
from channels.twilio.signature import signed_form
from common.logs import mask_phone
from common.problems import Unavailable

log = logging.getLogger(__name__)

router = APIRouter(prefix="/webhooks/twilio", tags=["twilio"])
Result = TypeVar("Result")
SignedForm = Annotated[Mapping[str, str], Depends(signed_form)]
EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
ERRORS: dict[int | str, dict[str, object]] = {
    403: {"description": "The signature is missing or wrong."},
    413: {"description": "More bytes than a webhook has."},
    422: {"description": "Not a form, or a field that Twilio always sends is missing."},
    503: {"description": "No Twilio account is configured, or the database cannot be used."},
}


def xml(document: str) -> Response:
    """TwiML as Twilio wants it."""
    return Response(document, media_type="text/xml; charset=utf-8")


async def _stored(work: Callable[[Session], Result]) -> Result:
    """`work` in a transaction. Raises Unavailable, so that Twilio tries again, while the database cannot be used."""
    try:
        return await in_transaction(work)
    except OperationalError as error:
        log.exception("a webhook was not stored")
        raise Unavailable("The database cannot be used now; the webhook was not taken.") from error


@router.post("/messaging", response_class=Response, responses=ERRORS)
async def messaging(form: SignedForm) -> Response:
    """A WhatsApp message or SMS: stored, then answered with an empty document; replies leave through the REST API."""
    message = inbound.parse(form)
    conversation_id = await _stored(lambda session: receive.take(session, message))
    log.info(
        "message received",
        extra={"conversation": str(conversation_id), "sid": message.sid, "from": mask_phone(message.address.phone)},
    )
    return xml(EMPTY)


@router.post("/status", status_code=204, response_class=Response, responses=ERRORS)
async def status(form: SignedForm, request: Request) -> Response:
    """A delivery receipt. The query's `send` names the part it is of; late and repeated ones change nothing."""
    receipt = receipts.parse(form, request.query_params.get("send"))
    await _stored(lambda session: receipts.take(session, receipt))
    return Response(status_code=204)


__all__ = ["router", "xml"]
