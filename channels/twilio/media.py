"""Fetching what people send: only from Twilio, with our credentials, small enough, and of a kind its bytes confirm."""

from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

import filetype
import httpx

from common.settings import settings

MAX_BYTES = 16 * 1024 * 1024  # WhatsApp's limit through Twilio
MAX_REDIRECTS = 3
TIMEOUT = httpx.Timeout(20.0, connect=5.0)
# Where the REST API keeps media, and the stores that it redirects to; only the first kind is shown credentials.
API_HOSTS = frozenset({"api.twilio.com"})
STORE_HOSTS = frozenset({"media.twiliocdn.com", "mms.twiliocdn.com", "mcs.us1.twilio.com"})
STORE_PATHS = (("s3-external-1.amazonaws.com", "/media.twiliocdn.com/"),)
KINDS = {
    "image/jpeg": "image", "image/png": "image", "image/webp": "image", "image/gif": "image", "image/heic": "image",
    "audio/ogg": "audio", "audio/mpeg": "audio", "audio/mp4": "audio", "audio/x-m4a": "audio", "audio/aac": "audio",
    "audio/amr": "audio", "audio/x-wav": "audio",
    "video/mp4": "video", "video/3gpp": "video", "video/quicktime": "video",
    "application/pdf": "document",
    "text/vcard": "contact",
}  # fmt: skip


class MediaRefused(Exception):
    """The file is not fetched or not kept; `reason` is English for the log, without personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MediaUnavailable(Exception):
    """It could not be fetched now and may be later."""


@dataclass(frozen=True)
class Media:
    """`content_type` and `kind` (image, audio, video, document, contact) are by the bytes."""

    content: bytes
    content_type: str
    kind: str


def _same_origin(url: SplitResult, base: SplitResult) -> bool:
    return (url.scheme, url.netloc.lower()) == (base.scheme, base.netloc.lower())


def _is_api(url: SplitResult) -> bool:
    base = urlsplit(settings().twilio_api_base_url)
    return _same_origin(url, base) or (url.scheme == "https" and url.netloc.lower() in API_HOSTS)


def _is_store(url: SplitResult) -> bool:
    host = url.netloc.lower()
    known = host in STORE_HOSTS or any(host == name and url.path.startswith(path) for name, path in STORE_PATHS)
    return url.scheme == "https" and known


def check_source(url: str, redirected: bool = False) -> bool:
    """True when credentials go with the request. Raises MediaRefused for any place that is not Twilio's.

    The whole authority is compared, so user information, other ports and look-alike hosts are refused.
    """
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise MediaRefused("malformed address") from error
    if _is_api(parts):
        return True
    if redirected and _is_store(parts):
        return False
    raise MediaRefused("not an address of Twilio's")


def recognise(content: bytes) -> Media:
    """The type of `content` by its bytes. Raises MediaRefused for a kind that is not kept."""
    if content[:4096].lstrip(b"\xef\xbb\xbf\r\n ").upper().startswith(b"BEGIN:VCARD"):
        return Media(content, "text/vcard", "contact")
    found = filetype.guess(content)
    content_type = found.mime if found else None
    if content_type not in KINDS:
        raise MediaRefused(f"type {content_type or 'unknown'} is not kept")
    return Media(content, content_type, KINDS[content_type])


def _read(response: httpx.Response, limit: int) -> bytes:
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > limit:
        raise MediaRefused("too large")
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > limit:
            raise MediaRefused("too large")
    if not content:
        raise MediaRefused("empty")
    return bytes(content)


def fetch(url: str, limit: int = MAX_BYTES) -> Media:
    """The file at `url`, at most `limit` bytes.

    Raises MediaRefused (never to be tried again) or MediaUnavailable (Twilio busy, network down, not there yet).
    """
    token = settings().twilio_auth_token
    auth = (settings().twilio_account_sid or "", token.get_secret_value() if token else "")
    redirected = False
    with httpx.Client(timeout=TIMEOUT, follow_redirects=False, trust_env=False) as http:
        for _ in range(MAX_REDIRECTS + 1):
            with_credentials = check_source(url, redirected)
            try:
                with http.stream("GET", url, auth=auth if with_credentials else None) as response:
                    if response.is_redirect:
                        url, redirected = urljoin(url, response.headers.get("location", "")), True
                        continue
                    if response.status_code in (404, 408, 425, 429) or response.status_code >= 500:
                        raise MediaUnavailable(f"HTTP {response.status_code}")
                    if response.status_code != 200:
                        raise MediaRefused(f"HTTP {response.status_code}")
                    return recognise(_read(response, limit))
            except httpx.HTTPError as error:
                raise MediaUnavailable(type(error).__name__) from error
            except httpx.InvalidURL as error:
                raise MediaRefused("malformed address") from error
    raise MediaRefused("too many redirects")
