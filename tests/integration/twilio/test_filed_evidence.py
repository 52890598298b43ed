"""What people send becomes evidence of their report, once."""

import hashlib
import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from channels.conversations import store
from channels.conversations.evidence import file_recent
from channels.conversations.tables import Media
from common import clock
from common.database import transaction
from policy_backend.claims.store.tables import ClaimRow, EvidenceRow
from tests.twilio_simulator import SimulatedTwilio, Webhooks

LAURA = "whatsapp:+523318452290"
Work = Callable[[], None]


def photo(color: str = "red") -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (64, 48), color).save(content, "JPEG")
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


def test_each_loss_of_a_conversation_keeps_its_own_photos(
    database: str, configured: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from common.settings import settings

    configured.setenv("CABINA_DATA_DIR", str(tmp_path))
    settings.cache_clear()
    start = clock.now() - timedelta(hours=1)
    hashes = []
    with transaction() as session:
        conversation = store.open_conversation(session, "web")[0].id
        for loss, minute in ((1, 1), (2, 20)):
            at = start + timedelta(minutes=minute)
            session.add(
                ClaimRow(
                    conversation_id=conversation, loss=loss, channel="web", facts={}, created_at=at, updated_at=at
                )
            )  # fmt: skip
        for minute, color in ((0, "red"), (10, "green"), (30, "blue")):
            content = photo(color)
            hashes.append(hashlib.sha256(content).hexdigest())
            session.add(
                Media(
                    conversation_id=conversation, kind="image", content_type="image/jpeg", content=content,
                    sha256=hashes[-1], created_at=start + timedelta(minutes=minute),
                )
            )  # fmt: skip
    filed = []
    for loss in (1, 2):
        with transaction() as session:
            claim = session.scalars(select(ClaimRow).where(ClaimRow.loss == loss)).one()
            claim.report_number, claim.status, claim.reported_at = f"260000123{loss}", "reported", clock.now()
        filed.append(run())
        assert run() == 0
    with transaction() as session:
        query = select(ClaimRow.loss, EvidenceRow.sha256).join(EvidenceRow, EvidenceRow.claim_id == ClaimRow.id)
        kept = {(loss, digest) for loss, digest in session.execute(query)}
    assert filed == [2, 1]
    assert kept == {(1, hashes[0]), (1, hashes[1]), (2, hashes[2])}
