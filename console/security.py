"""What every answer under /console carries, and what no request under it may do."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PREFIX = "/console"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
        "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
}


class ConsoleGuard:
    """ASGI middleware: security headers, no caching of pages, no change asked from another site."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not under_console(scope["path"]):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["method"] not in SAFE_METHODS and not same_site(headers):
            await PlainTextResponse("Cross-site request refused.", 403)(scope, receive, with_headers(scope, send))
            return
        await self.app(scope, receive, with_headers(scope, send))


def under_console(path: str) -> bool:
    """True for the console's own paths."""
    return path == PREFIX or path.startswith(PREFIX + "/")


def same_site(headers: Headers) -> bool:
    """True unless the browser says that another site made the request."""
    fetched = headers.get("sec-fetch-site")
    if fetched:
        return fetched in ("same-origin", "none")
    origin = headers.get("origin")
    return not origin or urlsplit(origin).netloc == headers.get("host")


def with_headers(scope: Scope, send: Send) -> Send:
    """`send` that adds the console's headers; an answer's own policy (a chart's) is kept."""
    cacheable = scope["path"].startswith(f"{PREFIX}/static/")

    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "public, max-age=3600" if cacheable else "no-store")
        await send(message)

    return wrapped
