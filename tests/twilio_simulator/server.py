"""The simulated Twilio as a server in a thread, which also sends the receipts of what it accepts."""

import threading
import time
from http.server import ThreadingHTTPServer
from queue import Empty, Queue
from types import TracebackType

import httpx

from tests.twilio_simulator.account import AUTH_TOKEN, Account, SentMessage
from tests.twilio_simulator.api import make_handler
from tests.twilio_simulator.webhooks import Webhooks

STEPS = ("sent", "delivered")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


class SimulatedTwilio:
    """`with SimulatedTwilio() as twilio:` serves the REST API at `twilio.url` on a free port.

    With `cabina_url`, each accepted message's receipts go to its StatusCallback, whose public base `public_url` is
    replaced by `cabina_url`; a receipt that is not taken is tried again.
    """

    def __init__(
        self,
        port: int = 0,
        cabina_url: str | None = None,
        public_url: str = "http://localhost:8000",
        token: str = AUTH_TOKEN,
        seed: int = 4,
    ) -> None:
        self.account = Account(seed)
        self._receipts: Queue[SentMessage] = Queue()
        self._cabina_url, self._public_url, self._token = cabina_url, public_url, token
        self._server = _Server(("127.0.0.1", port), make_handler(self.account, self._receipts.put))
        self._stopping = threading.Event()
        self._threads = [threading.Thread(target=self._server.serve_forever, daemon=True)]
        if cabina_url:
            self._threads += [threading.Thread(target=self._send_receipts, daemon=True) for _ in range(4)]

    @property
    def url(self) -> str:
        """The base URL of the REST API."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> "SimulatedTwilio":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()

    def _send_receipts(self) -> None:
        with httpx.Client(base_url=self._cabina_url or "", timeout=10) as client:
            webhooks = Webhooks(client, self._public_url, self._token)
            while not self._stopping.is_set():
                try:
                    message = self._receipts.get(timeout=0.2)
                except Empty:
                    continue
                self._send_receipts_of(webhooks, message)

    def _send_receipts_of(self, webhooks: Webhooks, message: SentMessage) -> None:
        code = self.account.undelivered_numbers.get(message.to.removeprefix("whatsapp:"))
        for status in ("undelivered",) if code else STEPS:
            message.status, message.error_code = status, code
            if not message.status_callback:
                continue
            for _ in range(20):
                if self._stopping.is_set():
                    return
                try:
                    if webhooks.receipt(message.status_callback, message.sid, status, message.to, code).is_success:
                        break
                except httpx.HTTPError:
                    pass
                time.sleep(0.5)
