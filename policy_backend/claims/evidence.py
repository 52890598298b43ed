"""Evidence of a claim: photos, PDFs, recordings. What a file is, is told by its content, never by its name."""

import hashlib
import re
import uuid

import filetype
from sqlalchemy import select
from sqlalchemy.orm import Session

from common import clock
from common.access import Actor
from common.text import storable
from policy_backend.claims.store import files
from policy_backend.claims.store.history import add_change
from policy_backend.claims.store.tables import ClaimRow, EvidenceRow

MOST_BYTES = 15 * 1024 * 1024
MOST_FILES = 100
KINDS = {
    "image/jpeg": "image", "image/png": "image", "image/webp": "image", "image/gif": "image", "image/heic": "image",
    "application/pdf": "document", "audio/ogg": "audio", "audio/mpeg": "audio", "audio/mp4": "audio",
    "audio/x-m4a": "audio", "audio/amr": "audio", "audio/aac": "audio", "audio/x-wav": "audio",
}  # fmt: skip
WITHOUT_THUMBNAIL = ("image/heic",)


class UnusableFile(Exception):
    """The file cannot be kept; the message says why."""


def _name(given: str | None) -> str:
    """The last part of a file name, without control characters; "archivo" when nothing is left."""
    last = re.split(r"[\\/]", str(storable(given or "")))[-1]
    return re.sub(r"[\x00-\x1f\x7f\"]", "", last).strip()[:150] or "archivo"


def media_type_of(content: bytes) -> str:
    """The media type that the content shows. Raises UnusableFile for none that is kept."""
    if not content:
        raise UnusableFile("The file is empty.")
    if len(content) > MOST_BYTES:
        raise UnusableFile(f"The file is larger than {MOST_BYTES // 2**20} MB.")
    found = filetype.guess_mime(content[:8192])
    if found not in KINDS:
        raise UnusableFile("Only photos (JPEG, PNG, WebP, GIF, HEIC), PDF and audio are kept, told by their content.")
    return str(found)


def keep(session: Session, row: ClaimRow, content: bytes, name: str | None, actor: Actor) -> EvidenceRow:
    """Keep a file with a claim, in the caller's transaction; the same bytes again give the same record.

    Raises UnusableFile. The bytes are on disk before the record: a process killed between leaves a file nobody names.
    """
    media_type, digest = media_type_of(content), hashlib.sha256(content).hexdigest()
    present = session.scalars(select(EvidenceRow).where(EvidenceRow.claim_id == row.id)).all()
    for known in present:
        if known.sha256 == digest:
            return known
    if len(present) >= MOST_FILES:
        raise UnusableFile(f"A claim keeps at most {MOST_FILES} files.")
    key = uuid.uuid4()
    with_thumbnail = KINDS[media_type] == "image" and media_type not in WITHOUT_THUMBNAIL
    try:
        files.write(key, content)
        if with_thumbnail:
            files.write_thumbnail(key)
    except files.BrokenImage as broken:
        files.remove(key)
        raise UnusableFile("The image is damaged or too large to be opened.") from broken
    evidence = EvidenceRow(
        id=key, claim_id=row.id, kind=KINDS[media_type], media_type=media_type, name=_name(name), size=len(content),
        sha256=digest, thumbnail=with_thumbnail, created_at=clock.now(),
    )  # fmt: skip
    session.add(evidence)
    row.version += 1
    row.updated_at = clock.now()
    add_change(session, row, actor, "evidence", {"evidence": [None, {"id": str(key), "name": evidence.name}]})
    return evidence
