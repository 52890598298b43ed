"""Evidence on disk: under settings.data_dir, outside of what is served, named by id; and its thumbnails."""

import os
import warnings
from pathlib import Path
from uuid import UUID

from PIL import Image, ImageOps, UnidentifiedImageError

from common.settings import settings

THUMBNAIL = (320, 320)
MOST_PIXELS = 80_000_000


class BrokenImage(Exception):
    """The image cannot be opened, or is larger than any camera makes."""


def path_of(evidence_id: UUID) -> Path:
    """Where the bytes of a file of evidence lie."""
    name = str(evidence_id)
    return settings().data_dir / "evidence" / name[:2] / name


def thumbnail_of(evidence_id: UUID) -> Path:
    """Where its thumbnail lies, a JPEG."""
    return path_of(evidence_id).with_suffix(".jpg")


def write(evidence_id: UUID, content: bytes) -> None:
    """Store the bytes; whole or not at all."""
    path = path_of(evidence_id)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = path.with_suffix(".partial")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def write_thumbnail(evidence_id: UUID) -> None:
    """Make the thumbnail of a stored image, upright and without its metadata. Raises BrokenImage."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path_of(evidence_id)) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise BrokenImage
                image.draft("RGB", THUMBNAIL)
                upright = ImageOps.exif_transpose(image).convert("RGB")
                upright.thumbnail(THUMBNAIL)
                upright.save(thumbnail_of(evidence_id), "JPEG", quality=80)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BrokenImage from error
    except Image.DecompressionBombWarning as error:
        raise BrokenImage from error


def remove(evidence_id: UUID) -> None:
    """Take away what was stored; nothing when nothing was."""
    for path in (path_of(evidence_id), thumbnail_of(evidence_id), path_of(evidence_id).with_suffix(".partial")):
        path.unlink(missing_ok=True)
