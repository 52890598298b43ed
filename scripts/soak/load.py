"""People writing: each their messages in order, some delivered twice, some out of order, all signed."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx

from scripts.soak.setting import PUBLIC_URL
from tests.twilio_simulator.account import Account
from tests.twilio_simulator.webhooks import FORM, Webhooks

PATH = "/webhooks/twilio/messaging"
AT_ONCE = 64
"""Webhooks under way at the same time."""
RETRIES = (0.5, 1, 2, 4, 6)
"""Seconds before Twilio's further tries, with `#rc=5&rp=all`."""
TEXTS = (
    "Choqué en Avenida Patria esquina con Acueducto, en Zapopan, Jalisco. No hay heridos. Mi póliza es la 1042587",
    "me llamo Laura Méndez, yo iba manejando",
    "mi teléfono es 33 1845 2290",
    "no hubo otro vehículo, le pegué a un poste, sí camina",
    "sí, todo es correcto",
)


@dataclass
class Traffic:
    """What was sent and how it went. `sent` is the MessageSids by person, in the order of their first delivery."""

    sent: dict[str, list[str]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    duplicates: int = 0
    out_of_order: int = 0
    retries: int = 0
    undelivered: list[str] = field(default_factory=list)
    """Webhooks that Twilio gave up on; the worker finds their messages in Twilio's list."""


@dataclass(frozen=True)
class Plan:
    """How many people write how many messages within `spread` seconds, and how badly the network behaves."""

    people: int
    messages: int
    spread: float
    duplicates: float
    out_of_order: float
    seed: int


class Crowd:
    """The people of one run."""

    def __init__(self, url: str, plan: Plan, account: Account) -> None:
        self.plan, self.traffic, self._account = plan, Traffic(), account
        self._random = random.Random(plan.seed)  # noqa: S311
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=AT_ONCE)
        self._http = httpx.AsyncClient(base_url=url, limits=limits, timeout=15, trust_env=False)
        self._lines = asyncio.Semaphore(AT_ONCE)  # the client's own queue takes all its time with a thousand in it
        self._webhooks = Webhooks(httpx.Client(), PUBLIC_URL)

    async def write(self) -> Traffic:
        """Everybody writes at once; returns when every message was taken or given up."""
        await asyncio.gather(*(self._person(number) for number in range(self.plan.people)))
        await self._http.aclose()
        return self.traffic

    async def _person(self, number: int) -> None:
        address = f"whatsapp:+5233{10_000_000 + number}"
        gap = self.plan.spread / self.plan.messages
        forms = [
            self._webhooks.message_form(address, TEXTS[i % len(TEXTS)] + (f" ({i})" if i >= len(TEXTS) else ""))
            for i in range(self.plan.messages)
        ]
        order = list(range(len(forms)))
        for i in range(len(order) - 1):
            if self._random.random() < self.plan.out_of_order:
                order[i], order[i + 1] = order[i + 1], order[i]
                self.traffic.out_of_order += 1
        for i in order:
            await asyncio.sleep(self._random.uniform(0.2, 1.8) * gap)
            await self._deliver(address, forms[i])
            if self._random.random() < self.plan.duplicates:
                self.traffic.duplicates += 1
                await self._deliver(address, forms[i], again=True)

    async def _deliver(self, address: str, form: dict[str, str], again: bool = False) -> None:
        if not again:
            self.traffic.sent.setdefault(address, []).append(form["MessageSid"])
            self._account.wrote(form)
        for pause in (*RETRIES, None):
            if await self._post(form):
                return
            if pause is None:
                break
            self.traffic.retries += 1
            await asyncio.sleep(pause)
        if not again:
            self.traffic.undelivered.append(form["MessageSid"])

    async def _post(self, form: dict[str, str]) -> bool:
        headers = {"X-Twilio-Signature": self._webhooks.signature(PUBLIC_URL + PATH, form), "Content-Type": FORM}
        async with self._lines:
            began = time.perf_counter()
            try:
                response = await self._http.post(PATH, content=urlencode(form), headers=headers)
            except httpx.HTTPError:
                return False
            if response.is_success:
                self.traffic.seconds.append(time.perf_counter() - began)
            return response.is_success
