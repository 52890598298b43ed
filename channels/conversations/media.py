"""Photos, voice notes and documents of people: checked, kept in the database, read again."""

import hashlib
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import filetype
from fastapi.responses import Response
from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from channels.conversations.model import MediaKind
from channels.conversations.tables import Media, Message
from common.problems import Invalid, NotFound

MAX_BYTES = 10 * 1024 * 1024
KINDS: dict[str, MediaKind] = {
    "image/jpeg": "image",
    "image/png": "image",
    "image/webp": "image",
    "image/heic": "image",
    "image/gif": "image",
    "audio/ogg": "audio",
    "audio/mpeg": "audio",
    "audio/mp4": "audio",
    "audio/x-m4a": "audio",
    "audio/amr": "audio",
    "audio/aac": "audio",
    "video/mp4": "video",
    "video/3gpp": "video",
    "application/pdf": "document",
}
"""What is taken, by the type that the content itself shows (never the name or the type it claims)."""


class UnusableMedia(Invalid):
    kind = "unusable-media"


def keep(session: Session, conversation_id: UUID, content: bytes, *, only: MediaKind | None = None) -> Media:
    """Keep what a person sent. Raises UnusableMedia, with a text for people, when it cannot be used."""
    content_type = filetype.guess_mime(content[:8192]) if content else None
    kind = KINDS.get(content_type or "")
    if not content or len(content) > MAX_BYTES or kind is None or (only and kind != only):
        raise UnusableMedia(
            f"No pudimos abrir ese archivo. Envíe una foto en JPG o PNG de hasta {MAX_BYTES // 1024**2} MB, por favor.",
            [{"field": "file", "message": "JPEG, PNG, WebP, HEIC or GIF up to 10 MB."}],
        )
    media = Media(
        conversation_id=conversation_id,
        kind=kind,
        content_type=content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )
    session.add(media)
    session.flush()
    return media


def read(session: Session, conversation_id: UUID, media_id: UUID) -> tuple[bytes, str]:
    """Content and content type of something this conversation's person sent. Raises NotFound."""
    query = select(Media.content, Media.content_type)
    row = session.execute(query.where(Media.id == media_id, Media.conversation_id == conversation_id)).one_or_none()
    if row is None or row.content is None:
        raise NotFound("No encontramos ese archivo.")
    return row.content, row.content_type


def response(content: bytes, content_type: str) -> Response:
    """The HTTP answer that shows it and lets it do nothing."""
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, max-age=86400",
    }
    return Response(content, media_type=content_type, headers=headers)


def as_item(media: Media) -> dict[str, Any]:
    """The entry of a message's `media`."""
    return {"id": str(media.id), "kind": media.kind, "content_type": media.content_type, "size": media.size}


def go_with(session: Session, message: Message, report_number: str, alone: bool) -> None:
    """Note that the files of `message` go with a report that its conversation was told of.

    Where it is told of nothing else (`alone`), those that came before go with it too, but for what has its report.
    """
    meant: list[ColumnElement[bool]] = [Media.id.in_(UUID(item["id"]) for item in message.media or ())]
    if alone:
        meant.append(Media.created_at <= message.created_at)
    session.execute(
        update(Media)
        .where(Media.conversation_id == message.conversation_id, Media.report_number.is_(None), or_(*meant))
        .values(report_number=report_number)
        .execution_options(synchronize_session=False)
    )


def forget(session: Session, items: Iterable[dict[str, Any]]) -> None:
    """Drop what was kept a moment ago for a message that turned out to be stored already."""
    for item in items:
        session.execute(delete(Media).where(Media.id == UUID(item["id"])))
