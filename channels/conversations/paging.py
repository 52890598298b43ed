"""Where a page ended, as an opaque text."""

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from common.problems import Invalid


@dataclass(frozen=True)
class Cursor:
    """The last conversation of a page."""

    at: datetime
    id: UUID

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(f"{self.at.isoformat()} {self.id}".encode()).decode()

    @classmethod
    def parse(cls, text: str | None) -> "Cursor | None":
        """The cursor that `str` gave; None for None. Raises Invalid."""
        if not text:
            return None
        try:
            at, _, identity = base64.urlsafe_b64decode(text.encode()).decode().partition(" ")
            return cls(datetime.fromisoformat(at), UUID(identity))
        except (ValueError, binascii.Error) as error:
            raise Invalid("The cursor is not one of ours.", [{"field": "cursor", "message": "Unknown."}]) from error
