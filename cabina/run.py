"""`cabina run`: everything a first run needs, then every process, in one command."""

import os
import secrets
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from honcho.environ import parse_procfile
from pydantic import ValidationError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from cabina import model_files
from cabina.migrate import migrate
from cabina.postgres import RECORDS, TRACKERS, EmbeddedPostgres
from cabina.supervisor import Supervisor, announce_when
from common.database import transaction
from common.settings import PROJECT_ROOT, Settings, settings
from console.people.first_run import ensure_administrator
from policy_backend.policies import demo_book

QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "RASA_TELEMETRY_ENABLED": "false",
    "PYTHONWARNINGS": "ignore",
    "PYTHONUNBUFFERED": "1",
    "OMP_NUM_THREADS": "1",
}


class CannotStart(Exception):
    """Something outside is in the way; the message is the one line that the user sees."""


def say(line: str) -> None:
    """Print one line of progress at once."""
    print(f"cabina · {line}", flush=True)


def port_is_free(host: str, port: int) -> bool:
    """True when a server could listen on host:port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _internal_port(variable: str, default: int) -> int:
    """The loopback port of a process of ours: as `variable` says, else the default or, if that is taken, a free one."""
    if url := os.environ.get(variable):
        port = urlsplit(url).port
        if port is None:
            raise CannotStart(f"{variable}={url} names no port.")
        if not port_is_free("127.0.0.1", port):
            raise CannotStart(f"Port {port} ({variable}) is in use: stop what uses it or choose another.")
        return port
    return default if port_is_free("127.0.0.1", default) else _free_port()


def _api_token(config: Settings) -> str:
    """CABINA_API_TOKEN, or the one generated on the first run and kept in var/api-token with mode 600."""
    if config.api_token:
        return config.api_token.get_secret_value()
    path = config.data_dir / "api-token"
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(32) + "\n")
    return path.read_text().strip()


def _environment(config: Settings, rasa_port: int, actions_port: int, model: Path) -> dict[str, str]:
    environment = (
        QUIET
        | os.environ
        | {
            "PORT": str(config.port),
            "HOST": os.environ.get("HOST", "127.0.0.1"),
            "RASA_PORT": str(rasa_port),
            "ACTIONS_PORT": str(actions_port),
            "SANIC_HOST": "127.0.0.1",
            "CABINA_RASA_URL": os.environ.get("CABINA_RASA_URL", f"http://127.0.0.1:{rasa_port}"),
            "CABINA_ACTIONS_URL": f"http://127.0.0.1:{actions_port}/webhook",
            "CABINA_API_URL": f"http://127.0.0.1:{config.port}",
            "CABINA_API_TOKEN": _api_token(config),
            "CABINA_DATA_DIR": str(config.data_dir),
            "CABINA_MODEL": str(model),
            "PYTHONPATH": str(PROJECT_ROOT),
        }
    )
    return environment


def _answers_ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _prepare_database(config: Settings) -> EmbeddedPostgres | None:
    """Start the embedded PostgreSQL unless a database is configured; set the URLs that every process reads."""
    server = None
    if not config.database_url:
        say("starting the embedded PostgreSQL")
        server = EmbeddedPostgres(config.data_dir / "postgres")
        for name in (RECORDS, TRACKERS):
            server.ensure_database(name)
        os.environ["CABINA_DATABASE_URL"] = server.url(RECORDS)
        os.environ.setdefault("CABINA_TRACKER_URL", server.url(TRACKERS, driver="postgresql"))
    else:  # Rasa has one table, `events`, of which the records know nothing
        try:
            trackers = make_url(config.database_url).set(drivername="postgresql")
        except ArgumentError:
            raise CannotStart("CABINA_DATABASE_URL is no URL such as postgresql+psycopg://user@host/name") from None
        os.environ.setdefault("CABINA_TRACKER_URL", trackers.render_as_string(hide_password=False))
    settings.cache_clear()
    return server


def run() -> int:
    """Prepare what is missing and run every process until Ctrl-C or SIGTERM, which are no failure; the exit code."""
    began = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # until the supervisor takes over
    server: EmbeddedPostgres | None = None
    try:
        config = settings()
        if not port_is_free(os.environ.get("HOST", "127.0.0.1"), config.port):
            raise CannotStart(f"Port {config.port} is in use: stop what uses it or choose another, PORT=8001 make run.")
        config.data_dir.mkdir(parents=True, exist_ok=True)
        os.environ.setdefault("CABINA_PUBLIC_URL", f"http://localhost:{config.port}")
        rasa_port, actions_port = _internal_port("CABINA_RASA_URL", 5005), _internal_port("CABINA_ACTIONS_URL", 5055)
        server = _prepare_database(config)
        _prepare_records(demo=server is not None)
        model = model_files.ensure(say)
        supervisor = Supervisor()
        environment = _environment(config, rasa_port, actions_port, model)
        procfile = parse_procfile((PROJECT_ROOT / "Procfile").read_text())
        for name, command in procfile.processes.items():
            supervisor.add_process(name, command, env=environment, cwd=str(PROJECT_ROOT))
        announce_when(
            lambda: _answers_ready(config.port),
            supervisor,
            f"Cabina is ready on http://localhost:{config.port} (set-up took {time.monotonic() - began:.0f} s)",
        )
        supervisor.loop()
        return int(supervisor.returncode or 1) if supervisor.failed else 0
    except KeyboardInterrupt:
        say("stopped before it was ready")
        return 128 + signal.SIGINT
    except CannotStart as obstacle:
        print(f"cabina · {obstacle}", file=sys.stderr, flush=True)
    except ValidationError as invalid:
        wrong = "; ".join(
            f"{error['loc'][0] if error['loc'] else 'settings'}: {error['msg']}" for error in invalid.errors()
        )
        print(f"cabina · settings that cannot be used: {wrong}", file=sys.stderr, flush=True)
    except model_files.TrainingFailed as failure:
        print(f"cabina · {failure}", file=sys.stderr, flush=True)
    finally:
        if server:
            server.stop()
    return 1


def _prepare_records(demo: bool) -> None:
    """Migrate the schema and, with `demo`, load the demonstration book into an empty database."""
    say("bringing the database to the newest schema")
    try:
        migrate()
    except Exception as error:
        raise CannotStart(f"the migration failed: {str(error).splitlines()[0]}") from error
    if demo:
        with transaction() as session:
            if loaded := demo_book.load(session):
                say(f"loaded {loaded} policies of the demonstration book")
    with transaction() as session:
        if link := ensure_administrator(session):
            say(f"nobody administers the console yet: set a password for the user admin at {link}")
