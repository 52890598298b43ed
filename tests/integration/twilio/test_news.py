"""News go out once, where the person was."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from channels.conversations.tables import Conversation, Message
from channels.twilio.news import on_the_way, watch, words
from channels.twilio.tables import Contact
from common import clock
from common.access import SYSTEM
from common.database import transaction
from policy_backend.claims import handling
from policy_backend.claims.store.tables import ClaimRow
from tests.twilio_simulator import SimulatedTwilio, Webhooks
from tests.twilio_simulator.phone import PhoneCall

LAURA = "whatsapp:+523318452290"
LAURA_SMS = "+523318452290"
NUMBER = "2600001230"
Work = Callable[[], None]


def tell() -> int:
    with transaction() as session:
        return watch.tell_all(session)


def report(**columns: object) -> int:
    """A reported claim of the only conversation; returns its id."""
    with transaction() as session:
        conversation = session.scalars(select(Conversation)).one()
        conversation.report_number = NUMBER
        claim = session.scalars(select(ClaimRow).where(ClaimRow.conversation_id == conversation.id)).one()
        claim.report_number, claim.status, claim.reported_at = NUMBER, "reported", clock.now()
        for name, value in columns.items():
            setattr(claim, name, value)
        return claim.id


def change(claim_id: int, how: str, *values: object) -> None:
    with transaction() as session:
        claim = session.get_one(ClaimRow, claim_id)
        getattr(handling, how)(session, claim, *values, SYSTEM)


@pytest.fixture
def reported(webhooks: Webhooks, work: Work, twilio: SimulatedTwilio) -> SimulatedTwilio:
    webhooks.message(LAURA, "choqué")
    work()
    twilio.account.messages.clear()
    return twilio


def test_the_adjuster_is_assigned_and_arrives(reported: SimulatedTwilio, work: Work) -> None:
    claim_id = report(adjuster_due_at=clock.now() + timedelta(minutes=30))
    assert tell() == 0
    change(claim_id, "assign", "Rosa Ibarra")
    assert [tell(), tell()] == [1, 0]
    change(claim_id, "arrive")
    assert [tell(), tell()] == [1, 0]
    work()
    first, second = reported.account.to(LAURA)
    assert first.startswith("Cabina: su ajustador es Rosa Ibarra. Se espera a más tardar a las ")
    assert "26-0000123-0" in first
    assert "ya llegó" in second


def test_another_adjuster_is_news_again(reported: SimulatedTwilio) -> None:
    claim_id = report()
    change(claim_id, "assign", "Rosa Ibarra")
    tell()
    change(claim_id, "assign", "Luis Peña")
    assert tell() == 1


def test_a_missed_deadline_comes_with_an_apology(reported: SimulatedTwilio, work: Work) -> None:
    report(adjuster_due_at=clock.now() - timedelta(minutes=1))
    assert [tell(), tell()] == [1, 0]
    work()
    assert "disculpa" in reported.account.to(LAURA)[-1]
    with transaction() as session:
        conversation = session.scalars(select(Conversation)).one()
        assert (conversation.needs_person, conversation.handover_reason) == (True, "deadline_missed")


def test_old_news_are_no_news(reported: SimulatedTwilio) -> None:
    report(adjuster_due_at=clock.now() - timedelta(days=3))
    report_arrived = clock.now() - timedelta(days=1)
    with transaction() as session:
        session.scalars(select(ClaimRow)).one().adjuster_arrived_at = report_arrived
    assert tell() == 0


def test_after_a_call_news_come_by_sms(webhooks: Webhooks, work: Work, twilio: SimulatedTwilio) -> None:
    PhoneCall(webhooks, LAURA_SMS).start().say("me chocaron")
    change(report(), "assign", "Rosa Ibarra")
    tell()
    work()
    assert twilio.account.to(LAURA_SMS)[-1].startswith("Cabina: su ajustador es Rosa Ibarra.")


def test_outside_the_window_news_go_as_a_template(
    reported: SimulatedTwilio, work: Work, configured: pytest.MonkeyPatch
) -> None:
    from common.settings import settings

    configured.setenv("TWILIO_WHATSAPP_TEMPLATE", "HX1")
    settings.cache_clear()
    with transaction() as session:
        session.scalars(select(Contact)).one().last_inbound_at = clock.now() - timedelta(days=2)
    change(report(), "assign", "Rosa Ibarra")
    tell()
    work()
    assert "Rosa Ibarra" in (reported.account.messages[-1].content_variables or "")


def test_on_the_way_is_told_once(reported: SimulatedTwilio, work: Work) -> None:
    claim_id = report()
    with transaction() as session:
        claim = session.get_one(ClaimRow, claim_id)
        assert on_the_way(session, claim, "Rosa Ibarra", "adjuster")
        assert not on_the_way(session, claim, "Rosa Ibarra", "adjuster")
        assert on_the_way(session, claim, "Grúas Patria", "tow")
    work()
    assert reported.account.to(LAURA) == [
        words.on_the_way(NUMBER, "Rosa Ibarra", "adjuster"),
        words.on_the_way(NUMBER, "Grúas Patria", "tow"),
    ]


def test_a_tramite_that_moves_is_told_to_who_asked(
    api: object, webhooks: Webhooks, work: Work, twilio: SimulatedTwilio
) -> None:
    started = webhooks.client.post(
        "/api/v1/tramites",
        json={
            "kind": "payoff",
            "group": "0457",
            "member": "112",
            "requester": {"kind": "cliente", "phone": "33 1845 2290"},
        },
        headers={"Authorization": "Bearer test-token"},
    )
    assert started.status_code == 201, started.text
    folio = started.json()["folio"]
    assert tell() == 0
    moved = webhooks.client.post(
        f"/api/v1/tramites/{folio}/transitions",
        json={"event": "withdraw", "actor": "cliente", "data": {"reason": "ya no"}},
        headers={"Authorization": "Bearer test-token"},
    )
    assert moved.status_code == 200, moved.text
    assert [tell(), tell()] == [1, 0]
    work()
    assert folio in twilio.account.to(LAURA_SMS)[-1]


def test_news_are_short_enough_for_one_or_two_sms() -> None:
    from channels.twilio import sms

    now = clock.now()
    for said in (
        words.adjuster_assigned(NUMBER, "José Ramón Hernández", now + timedelta(hours=1)),
        words.on_the_way(NUMBER, "José Ramón Hernández", "adjuster"),
        words.adjuster_arrived(NUMBER, "José Ramón Hernández"),
        words.deadline_missed(NUMBER, now),
    ):
        assert sms.measure(sms.economical(said)).segments <= 2


def test_transcript_shows_news(reported: SimulatedTwilio) -> None:
    change(report(), "assign", "Rosa Ibarra")
    tell()
    with transaction() as session:
        last = session.scalars(select(Message).order_by(Message.id.desc()).limit(1)).one()
        assert (last.author, last.channel, last.delivery) == ("system", "whatsapp", "queued")
