"""Bring the database of CABINA_DATABASE_URL to the newest schema."""

from alembic import command
from alembic.config import Config

from common.settings import PROJECT_ROOT


def migrate() -> None:
    """Apply every missing migration of every component; safe to call from several processes at once."""
    config = Config(str(PROJECT_ROOT / "alembic.ini"))
    config.set_main_option("script_location", str(PROJECT_ROOT / "common/migrations"))
    command.upgrade(config, "heads")
