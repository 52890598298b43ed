"""The web chat's page at `/` and its files under `/chat/`: nothing from elsewhere, nothing inline."""

from html import escape
from pathlib import Path
from typing import Any

import phonenumbers
from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles

from common.settings import settings

STATIC = Path(__file__).parent / "static"
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Permissions-Policy": "geolocation=(self), camera=(self), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}

router = APIRouter(include_in_schema=False)


@router.get("/", response_class=HTMLResponse)
def page() -> HTMLResponse:
    """The chat page, with the telephone number of the cabina for when nothing else works."""
    phone = settings().operator_phone
    source = (STATIC / "index.html").read_text(encoding="utf-8")
    source = source.replace("{operator_phone}", escape(phone)).replace("{operator_phone_shown}", escape(_shown(phone)))
    return HTMLResponse(source, headers=SECURITY)


def mount_files(app: FastAPI) -> None:
    """Serve the page's own files."""
    app.mount("/chat", _Files(directory=STATIC), name="chat")


class _Files(StaticFiles):
    """Files that a browser keeps but asks about, so that a new version is seen at once."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """The file with the page's own headers."""
        response = super().file_response(*args, **kwargs)
        response.headers.update(SECURITY)
        return response


def _shown(phone: str) -> str:
    try:
        return phonenumbers.format_number(phonenumbers.parse(phone), phonenumbers.PhoneNumberFormat.NATIONAL)
    except phonenumbers.NumberParseException:
        return phone
