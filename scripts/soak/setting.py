"""What a run stands on: a database of its own, free ports, the environment of every process, simulated Twilio."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from cabina import model_files
from cabina.migrate import migrate
from cabina.postgres import RECORDS, TRACKERS, EmbeddedPostgres
from cabina.run import say
from common import database
from common.settings import settings
from policy_backend.policies import demo_book
from scripts.soak.processes import Processes
from tests.serving import free_port
from tests.twilio_simulator import SimulatedTwilio
from tests.twilio_simulator.account import ACCOUNT_SID, AUTH_TOKEN, SMS_FROM, WHATSAPP_FROM

PUBLIC_URL = "https://cabina.example.mx"
API_TOKEN = "a-token-of-this-run"  # noqa: S105
READY_SECONDS = 90


@dataclass
class Setting:
    """Where everything is."""

    url: str
    rasa_url: str
    tracker_url: str
    stand_in: bool
    twilio: SimulatedTwilio
    processes: Processes
    folder: Path

    def wait_ready(self, rasa: bool = True) -> None:
        """Wait until web, and Rasa if wanted, answer. Raises TimeoutError."""
        wanted = [f"{self.url}/healthz"] + ([f"{self.rasa_url}/status"] if rasa else [])
        until = time.monotonic() + READY_SECONDS
        for address in wanted:
            while not _answers(address):
                if time.monotonic() > until:
                    raise TimeoutError(f"{address} did not answer; the logs are in {self.folder}")
                time.sleep(0.2)


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


@contextmanager
def setting(stand_in: bool, names: list[str], keep: bool = False) -> Iterator[Setting]:
    """A running Cabina with an empty book of its own; everything is stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="cabina-soak-"))
    folder.chmod(0o755)
    postgres = EmbeddedPostgres(folder / "postgres")
    try:
        for name in (RECORDS, TRACKERS):
            postgres.ensure_database(name)
        port, rasa_port, actions_port = free_port(), free_port(), free_port()
        url, rasa_url = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{rasa_port}"
        tracker_url = postgres.url(TRACKERS, driver="postgresql")
        with SimulatedTwilio(cabina_url=url, public_url=PUBLIC_URL) as twilio:
            ours = {
                "CABINA_DATABASE_URL": postgres.url(RECORDS), "CABINA_TRACKER_URL": tracker_url,
                "CABINA_DATA_DIR": str(folder), "CABINA_API_TOKEN": API_TOKEN, "CABINA_API_URL": url,
                "CABINA_PUBLIC_URL": PUBLIC_URL, "CABINA_RASA_URL": rasa_url,
                "CABINA_ACTIONS_URL": f"http://127.0.0.1:{actions_port}/webhook", "PORT": str(port),
                "HOST": "127.0.0.1", "RASA_PORT": str(rasa_port), "ACTIONS_PORT": str(actions_port),
                "SANIC_HOST": "127.0.0.1", "TWILIO_ACCOUNT_SID": ACCOUNT_SID, "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
                "TWILIO_SMS_FROM": SMS_FROM, "TWILIO_WHATSAPP_FROM": WHATSAPP_FROM,
                "TWILIO_API_BASE_URL": twilio.url, "CABINA_CHAT_RATE_PER_MINUTE": "0",
                "CABINA_ADDRESS_RATE_PER_MINUTE": "0", "PYTHONUNBUFFERED": "1",
                "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "OMP_NUM_THREADS": "1",
                "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "",
                "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
            }  # fmt: skip
            os.environ.update(ours)
            for cached in (settings, database.engine, database._session_factory):
                cached.cache_clear()
            migrate()
            with database.transaction() as session:
                demo_book.load(session)
            if not stand_in and "rasa" in names:
                os.environ["CABINA_MODEL"] = str(model_files.ensure(say))
            processes = Processes(names, os.environ, folder, stand_in)
            processes.start()
            try:
                yield Setting(url, rasa_url, tracker_url, stand_in, twilio, processes, folder)
            finally:
                processes.stop()
    finally:
        postgres.stop()
        if keep:
            print(f"logs and database are in {folder}", file=sys.stderr)
        else:
            shutil.rmtree(folder, ignore_errors=True)
