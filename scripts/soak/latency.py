"""How fast the front door is: webhooks with Rasa stopped, and calls with everything running."""

import asyncio
import multiprocessing
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from urllib.parse import urlencode

import aiohttp
import httpx

from scripts.soak.setting import PUBLIC_URL, Setting
from tests.twilio_simulator.phone import PhoneCall
from tests.twilio_simulator.webhooks import FORM, Webhooks

PATH = "/webhooks/twilio/messaging"
TURNS = ("me chocaron", "no, nadie está lastimado", "en avenida Patria y Acueducto, en Zapopan", "no la tengo")


def percentile(seconds: list[float], share: float) -> float:
    """The value below which `share` of `seconds` lie, in milliseconds; NaN when there are none."""
    ordered = sorted(seconds)
    return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


async def _open_loop(url: str, rate: int, seconds: float) -> tuple[list[float], int]:
    webhooks = Webhooks(httpx.Client(), PUBLIC_URL)
    took: list[float] = []
    failed = 0
    # aiohttp, since httpx takes as long to ask as the web process to answer, and longer the more are under way
    connections, timeout = aiohttp.TCPConnector(limit=200), aiohttp.ClientTimeout(total=15)

    async with aiohttp.ClientSession(url, connector=connections, timeout=timeout) as http:

        async def one(number: int) -> None:
            nonlocal failed
            form = webhooks.message_form(f"whatsapp:+5255{20_000_000 + number % 400}", f"mensaje {number}")
            headers = {"X-Twilio-Signature": webhooks.signature(PUBLIC_URL + PATH, form), "Content-Type": FORM}
            began = time.perf_counter()
            try:
                async with http.post(PATH, data=urlencode(form), headers=headers) as response:
                    await response.read()
            except (aiohttp.ClientError, TimeoutError):
                failed += 1
                return
            took.append(time.perf_counter() - began)
            failed += not response.ok

        began, tasks = time.perf_counter(), []
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
            tasks.append(asyncio.create_task(one(number)))
        await asyncio.gather(*tasks)
    return took, failed


def _measure(url: str, rate: int, seconds: float) -> tuple[list[float], int]:
    return asyncio.run(_open_loop(url, rate, seconds))


def webhooks_without_rasa(here: Setting, rate: int = 100, seconds: float = 30) -> dict[str, object]:
    """Webhooks at `rate` a second for `seconds`, whether answers keep up or not; sent from a process of their own,
    since simulated Twilio keeps this one busy."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:
        apart.submit(_measure, here.url, 20, 2).result()
        took, failed = apart.submit(_measure, here.url, rate, seconds).result()
    return {
        "webhooks": len(took), "failed": failed, "p50 ms": round(percentile(took, 0.5), 1),
        "p95 ms": round(percentile(took, 0.95), 1), "p99 ms": round(percentile(took, 0.99), 1),
    }  # fmt: skip


def calls(here: Setting, callers: int = 20, rounds: int = 3) -> dict[str, object]:
    """`callers` at once, each calling `rounds` times and answering as many questions as TURNS has."""
    took: list[float] = []
    to_person = 0
    lock = threading.Lock()

    def one(number: int) -> None:
        nonlocal to_person
        with httpx.Client(base_url=here.url, timeout=20, trust_env=False) as client:
            for round_ in range(rounds):
                call = PhoneCall(Webhooks(client, PUBLIC_URL), f"+5281{30_000_000 + number * 100 + round_}").start()
                for text in TURNS:
                    if call.gather is None:
                        break
                    call.say(text)
                with lock:
                    took.extend(call.seconds[1:])
                    to_person += call.dialed is not None
                call.hang_up()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return {
        "voice turns": len(took), "calls put through to a person": to_person,
        "p50 ms": round(percentile(took, 0.5), 1), "p95 ms": round(percentile(took, 0.95), 1),
    }  # fmt: skip
