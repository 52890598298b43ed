"""The REST API of the simulated Twilio, as far as Cabina uses it."""

import base64
import json
from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qsl, urlsplit

from tests.twilio_simulator.account import ACCOUNT_SID, AUTH_TOKEN, Account, Fault, SentMessage

ACCOUNT_PATH = f"/2010-04-01/Accounts/{ACCOUNT_SID}"
MESSAGES = {
    20003: "Authentication Error - invalid username",
    20404: "The requested resource was not found",
    20429: "Too Many Requests",
    20500: "Internal Server Error",
    21211: "Invalid 'To' Phone Number",
    21602: "Message body is required",
    21610: "Attempt to send to unsubscribed recipient",
    21617: "The concatenated message body exceeds the 1600 character limit",
    63016: "Failed to send freeform message because you are outside the allowed window",
}


def make_handler(account: Account, accepted: Callable[[SentMessage], None]) -> type[BaseHTTPRequestHandler]:
    """A request handler over `account`; `accepted` is called with each message taken."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

        def _answer(self, status: int, body: bytes, content_type: str = "application/json", **headers: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _json(self, status: int, value: object) -> None:
            self._answer(status, json.dumps(value).encode())

        def _problem(self, status: int, code: int) -> None:
            more = f"https://www.twilio.com/docs/errors/{code}"
            message = MESSAGES.get(code, f"Error {code}")
            self._json(status, {"code": code, "message": message, "more_info": more, "status": status})

        def _authorised(self) -> bool:
            expected = base64.b64encode(f"{ACCOUNT_SID}:{AUTH_TOKEN}".encode()).decode()
            if self.headers.get("Authorization") == f"Basic {expected}":
                return True
            self._problem(401, 20003)
            return False

        def _fail(self, fault: Fault) -> None:
            if fault.status == 0:
                self.close_connection = True
                return
            self._problem(fault.status, fault.code or 20500)

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            form = dict(parse_qsl(self.rfile.read(length).decode(), keep_blank_values=True))
            if not self._authorised():
                return
            if urlsplit(self.path).path != f"{ACCOUNT_PATH}/Messages.json":
                self._problem(404, 20404)
                return
            self._send(form)

        def _send(self, form: dict[str, str]) -> None:
            fault = account.next_fault()
            if fault and not fault.accepted:
                self._fail(fault)
                return
            phone = form.get("To", "").removeprefix("whatsapp:")
            if phone in account.refused_numbers:
                self._problem(400, account.refused_numbers[phone])
                return
            if not form.get("Body") and not form.get("ContentSid"):
                self._problem(400, 21602)
                return
            if len(form.get("Body", "")) > 1600:
                self._problem(400, 21617)
                return
            message = account.accept(form)
            accepted(message)
            if fault:
                self._fail(fault)
            else:
                self._json(201, message.as_json())

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = dict(parse_qsl(parts.query))
            if not self._authorised():
                return
            path = parts.path.removesuffix(".mp3")
            if path in account.redirects:
                self._answer(307, b"", Location=account.redirects[path])
            elif path in account.media:
                content_type, content = account.media[path]
                self._answer(200, content, content_type)
            elif path == f"{ACCOUNT_PATH}/Messages.json":
                self._json(200, {"messages": [m.as_json() for m in _matching(account, query)], "next_page_uri": None})
            elif path.endswith("/Media.json"):
                files = account.inbound_media.get(path.split("/")[-2], [])
                self._json(200, {"media_list": files, "next_page_uri": None})
            elif path == f"{ACCOUNT_PATH}/IncomingPhoneNumbers.json":
                wanted = query.get("PhoneNumber")
                numbers = [n for n in account.phone_numbers if wanted in (None, n["phone_number"])]
                self._json(200, {"incoming_phone_numbers": numbers, "next_page_uri": None})
            elif path == f"{ACCOUNT_PATH}.json":
                self._json(200, {"sid": ACCOUNT_SID, "status": "active", "type": "Full", "friendly_name": "Simulada"})
            elif path == "/v2/Channels/Senders":
                meta = {"key": "senders", "next_page_url": None}
                self._json(200, {"senders": account.whatsapp_senders, "meta": meta})
            elif path.startswith("/v1/Content/") and path.split("/")[3] in account.contents:
                self._json(200, {"sid": path.split("/")[3], "whatsapp": account.contents[path.split("/")[3]]})
            else:
                self._problem(404, 20404)

    return Handler


def _matching(account: Account, query: dict[str, str]) -> list[SentMessage]:
    def after(message: SentMessage) -> bool:
        wanted = query.get("DateSent>")
        if not wanted:
            return True
        return message.accepted_at >= _instant(wanted).timestamp() - 1

    found = [m for m in account.messages + account.inbound if query.get("To", m.to) == m.to and after(m)]
    return sorted(found, key=lambda m: -m.accepted_at)


def _instant(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return parsedate_to_datetime(text)
