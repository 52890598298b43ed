"""What the HTTP rooms of all capabilities share: clean texts, cursors, documented refusals."""

import base64
import binascii
from typing import Annotated

from pydantic import BeforeValidator, Field

from common.problems import Forbidden, Invalid, Malformed, Unauthorized, documented
from common.text import storable

GUARDED = documented(Malformed, Unauthorized, Forbidden, Invalid)
Clean = Annotated[str, BeforeValidator(storable), Field(max_length=200)]


def cursor_of(key: int) -> str:
    """An opaque cursor for the page after the record with this id."""
    return base64.urlsafe_b64encode(str(key).encode()).decode().rstrip("=")


def key_of(cursor: str | None) -> int | None:
    """The id inside a cursor; None without one. Raises Invalid for a cursor that is none of ours."""
    if not cursor:
        return None
    try:
        key = int(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, UnicodeError):
        key = -1
    if not 0 <= key < 2**63:
        raise Invalid(
            "The cursor is not one that this service gave.", [{"field": "cursor", "message": "unknown cursor"}]
        )
    return key
