"""What people send besides words, brought from Twilio into the transcript, where operators see it."""

import hashlib
import logging
from uuid import UUID

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from channels.conversations import store
from channels.conversations.jobs import defer_turn
from channels.conversations.tables import Media, Message
from channels.twilio import media, vcard
from common.database import transaction

log = logging.getLogger(__name__)

UNAVAILABLE = "No se pudo descargar el archivo."
REFUSED = "El archivo no se guardó: no es una foto, audio, video, PDF o contacto, o es demasiado grande."


def fetch(media_id: UUID, message_id: int, last_try: bool) -> bool:
    """Fetch one file and put it into its message. False when it should be tried again later.

    The message's turn, where it waits for the content, is put down in any final case.
    """
    with transaction() as session:
        item = session.get(Media, media_id)
        if item is None or item.source_url is None or item.sha256 is not None:
            return True
        url = item.source_url
    try:
        fetched, error = media.fetch(url), None
    except media.MediaRefused as refusal:
        log.warning("file refused", extra={"media": str(media_id), "reason": refusal.reason})
        fetched, error = None, REFUSED
    except media.MediaUnavailable as problem:
        log.warning("file unavailable", extra={"media": str(media_id), "reason": str(problem)})
        if not last_try:
            return False
        fetched, error = None, UNAVAILABLE
    with transaction() as session:
        _keep(session, media_id, message_id, fetched, error)
    return True


def _keep(session: Session, media_id: UUID, message_id: int, fetched: media.Media | None, error: str | None) -> None:
    item = session.get_one(Media, media_id)
    message = session.get_one(Message, message_id, with_for_update=True)
    item.error = error
    if fetched:
        item.content, item.content_type, item.kind = fetched.content, fetched.content_type, fetched.kind
        item.size, item.sha256 = len(fetched.content), hashlib.sha256(fetched.content).hexdigest()
        if fetched.kind == "contact" and message.processed_at is None:
            words = vcard.describe(fetched.content)
            message.text = "\n".join(part for part in (message.text, words) if part) or message.text
    for entry in message.media or []:
        if entry["id"] == str(media_id):
            entry |= {"kind": item.kind, "content_type": item.content_type, "size": item.size}
            if error:
                entry["error"] = error
    flag_modified(message, "media")
    if message.processed_at is None:
        defer_turn(session, message.conversation_id)
    store.announce(session, message.conversation_id)
