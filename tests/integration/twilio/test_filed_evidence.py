"""What people send becomes evidence of their report, once."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from channels.conversations.evidence import file_recent
from channels.conversations.tables import Media
from common import clock
from common.database import transaction
from policy_backend.claims.store.tables import ClaimRow, EvidenceRow
from tests.twilio_simulator import SimulatedTwilio, Webhooks

LAURA = "whatsapp:+523318452290"
Work = Callable[[], None]


def photo() -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(content, "JPEG")
    return content.getvalue()


def run() -> int:
    with transaction() as session:
        return file_recent(session)


@pytest.fixture
def sent(
    webhooks: Webhooks, work: Work, twilio: SimulatedTwilio, configured: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Laura sent a photo, and one that is damaged."""
    from common.settings import settings

    configured.setenv("CABINA_DATA_DIR", str(tmp_path))
    settings.cache_clear()
    for content in (photo(), b"\x89PNG\r\n\x1a\n" + b"\0" * 500):
        webhooks.message(
            LAURA, "mire", media=[(twilio.url + twilio.account.add_media(content, "image/jpeg"), "image/jpeg")]
        )
    work()


def test_photos_join_the_report_once_it_exists(sent: None) -> None:
    assert run() == 0
    with transaction() as session:
        claim = session.scalars(select(ClaimRow)).one()
        claim.report_number, claim.status, claim.reported_at = "2600001230", "reported", clock.now()
    assert [run(), run()] == [1, 0]
    with transaction() as session:
        kept = session.scalars(select(EvidenceRow)).one()
        assert (kept.kind, kept.media_type, kept.size) == ("image", "image/jpeg", len(photo()))
        damaged = session.scalars(select(Media).where(Media.error.is_not(None))).one()
        assert damaged.content_type == "image/png"
