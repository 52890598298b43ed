"""The webhooks of WhatsApp and SMS: messages in, delivery receipts (contracts, section 3)."""

import logging
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from channels.conversations.turns import in_transaction
from channels.twilio import inbound, receipts, receive
from channels.twilio.signature import signed_form
from common.logs import mask_phone

log = logging.getLogger(__name__)

router = APIRouter(prefix="/webhooks/twilio", tags=["twilio"])
SignedForm = Annotated[Mapping[str, str], Depends(signed_form)]
EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
ERRORS: dict[int | str, dict[str, object]] = {
    403: {"description": "The signature is missing or wrong."},
    413: {"description": "More bytes than a webhook has."},
    422: {"description": "Not a form, or a field that Twilio always sends is missing."},
    503: {"description": "No Twilio account is configured."},
}


def xml(document: str) -> Response:
    """TwiML as Twilio wants it."""
    return Response(document, media_type="text/xml; charset=utf-8")


@router.post("/messaging", response_class=Response, responses=ERRORS)
async def messaging(form: SignedForm) -> Response:
    """A WhatsApp message or SMS: stored, then answered with an empty document; replies leave through the REST API."""
    message = inbound.parse(form)
    conversation_id = await in_transaction(lambda session: receive.take(session, message))
    log.info(
        "message received",
        extra={"conversation": str(conversation_id), "sid": message.sid, "from": mask_phone(message.address.phone)},
    )
    return xml(EMPTY)


@router.post("/status", status_code=204, response_class=Response, responses=ERRORS)
async def status(form: SignedForm, request: Request) -> Response:
    """A delivery receipt. The query's `send` names the part it is of; late and repeated ones change nothing."""
    receipt = receipts.parse(form, request.query_params.get("send"))
    await in_transaction(lambda session: receipts.take(session, receipt))
    return Response(status_code=204)


__all__ = ["router", "xml"]
