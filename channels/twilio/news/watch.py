"""Finding what there is to tell: in the claims and trámites themselves, so that it does not matter who changed them."""

import logging
from datetime import timedelta

from sqlalchemy import ColumnElement, exists, func, literal, select
from sqlalchemy.orm import Session

from channels.conversations.tables import Conversation
from channels.conversations.turn_store import alert
from channels.twilio import addresses, people
from channels.twilio.news import words
from channels.twilio.news.tell import notify
from channels.twilio.tables import Contact, News
from common import clock
from policy_backend.claims.store.tables import ClaimRow
from policy_backend.tramites.model.follow_up import follow_up
from policy_backend.tramites.store import by_folio
from policy_backend.tramites.store.tables import TramiteEventRow, TramiteRow

log = logging.getLogger(__name__)

FRESH = timedelta(hours=2)
"""What happened longer ago is no news."""
BATCH = 200


def tell_all(session: Session) -> int:
    """Tell everything that is due; how many were told."""
    return _assigned(session) + _arrived(session) + _missed(session) + _tramites(session)


def _untold(event: ColumnElement[str] | str) -> ColumnElement[bool]:
    name = literal(event) if isinstance(event, str) else event
    return ~exists().where(News.subject == ClaimRow.report_number, News.event == name)


def _claims(session: Session, *conditions: ColumnElement[bool]) -> list[tuple[ClaimRow, Conversation]]:
    query = (
        select(ClaimRow, Conversation)
        .join(Conversation, Conversation.id == ClaimRow.conversation_id)
        .where(ClaimRow.report_number.is_not(None), *conditions)
        .order_by(ClaimRow.id)
        .limit(BATCH)
    )
    return [(claim, conversation) for claim, conversation in session.execute(query)]


def _assigned(session: Session) -> int:
    event = func.concat("adjuster_assigned:", ClaimRow.adjuster)
    due = _claims(
        session,
        ClaimRow.adjuster.is_not(None),
        ClaimRow.assigned_at > clock.now() - FRESH,
        ClaimRow.status == "assigned",
        _untold(event),
    )
    told = 0
    for claim, conversation in due:
        number, name = claim.report_number or "", claim.adjuster or ""
        said = words.adjuster_assigned(number, name, claim.adjuster_due_at)
        told += notify(session, conversation, number, f"adjuster_assigned:{name}", said)
    return told


def _arrived(session: Session) -> int:
    since = clock.now() - FRESH
    told = 0
    for claim, conversation in _claims(session, ClaimRow.adjuster_arrived_at > since, _untold("adjuster_arrived")):
        number = claim.report_number or ""
        said = words.adjuster_arrived(number, claim.adjuster)
        told += notify(session, conversation, number, "adjuster_arrived", said)
    return told


def _missed(session: Session) -> int:
    now = clock.now()
    late = _claims(
        session,
        ClaimRow.adjuster_due_at < now,
        ClaimRow.adjuster_due_at > now - FRESH,
        ClaimRow.adjuster_arrived_at.is_(None),
        ClaimRow.status.in_(words.WAITING),
        _untold("deadline_missed"),
    )
    told = 0
    for claim, conversation in late:
        if claim.adjuster_due_at is None:
            continue
        number = claim.report_number or ""
        said = words.deadline_missed(number, claim.adjuster_due_at)
        if notify(session, conversation, number, "deadline_missed", said):
            told += 1
            if conversation.handled_by == "assistant":
                alert(conversation, "deadline_missed")
    return told


def _tramites(session: Session) -> int:
    """The latest change of each trámite whose requester left a telephone, but for the request itself."""
    latest = (
        select(TramiteEventRow.tramite_id, func.max(TramiteEventRow.id).label("id"))
        .where(TramiteEventRow.at > clock.now() - FRESH, TramiteEventRow.event != "create")
        .group_by(TramiteEventRow.tramite_id)
        .subquery()
    )
    event = func.concat("change:", latest.c.id)
    query = (
        select(TramiteRow.folio, TramiteRow.requester["phone"].astext, latest.c.id)
        .join(latest, latest.c.tramite_id == TramiteRow.id)
        .where(
            TramiteRow.requester["phone"].astext.is_not(None),
            ~exists().where(News.subject == TramiteRow.folio, News.event == event),
        )
        .limit(BATCH)
    )
    told = 0
    for folio, given, event_id in session.execute(query):
        conversation = _conversation_of_phone(session, given)
        tramite = by_folio(session, folio)
        if conversation is None or tramite is None:
            continue
        said = words.tramite_changed(folio, follow_up(tramite, clock.today()).text)
        told += notify(session, conversation, folio, f"change:{event_id}", said)
    return told


def _conversation_of_phone(session: Session, given: str) -> Conversation | None:
    """The requester's conversation, or a new one where they are known (SMS if nowhere). None for no telephone."""
    phone = addresses.mexican(given)
    if phone is None:
        return None
    people.lock(session, phone)
    known = session.scalar(
        select(Contact.channel).where(Contact.phone == phone).order_by(Contact.last_inbound_at.desc())
    )
    return people.conversation_of(session, "whatsapp" if known == "whatsapp" else "sms", phone)[0]
