"""Logs: one JSON object a line, with phones and names masked."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Any

_STANDARD = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_PHONE = re.compile(r"\+?\d(?:[ \-.]?\d){9,14}")


def mask_phone(phone: str | None) -> str:
    """'+523312345678' -> '+52…5678'; a short or missing value -> '…'."""
    digits = re.sub(r"\D", "", phone or "")
    return f"{'+52' if digits.startswith('52') else ''}…{digits[-4:]}" if len(digits) >= 8 else "…"


def mask_name(name: str | None) -> str:
    """'Laura Méndez' -> 'L… M…'."""
    return " ".join(f"{part[0]}…" for part in (name or "").split()) or "…"


def mask_numbers(text: str) -> str:
    """`text` with every run of ten digits or more masked as a phone."""
    return _PHONE.sub(lambda found: mask_phone(found.group()), text)


class JsonLines(logging.Formatter):
    """A record as one line of JSON: time, level, logger, message, and whatever came in `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": mask_numbers(record.getMessage()),
        }
        line |= {key: value for key, value in vars(record).items() if key not in _STANDARD}
        if record.exc_info:
            line["exception"] = mask_numbers(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


def configure(level: str = "INFO") -> None:
    """Send every logger of this process to stderr as JSON lines, unless something else already takes its logs."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler])
    for name in ("uvicorn", "uvicorn.error"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    for name in ("httpx", "httpcore", "procrastinate"):
        logging.getLogger(name).setLevel(logging.WARNING)
