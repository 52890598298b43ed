"""The rights of people over their data (ARCO) and the time that data are kept.

Kept because the law makes the insurer keep it: a reported claim with the conversation in which it was told, its audit
trail, and its history, for CABINA_RETENTION_DAYS after the claim was closed. Everything else goes when its person asks,
or after CABINA_DRAFT_RETENTION_DAYS.
"""

import hashlib
import hmac
import os
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import create_engine, delete, exists, or_, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from channels.conversations.queue import transcript_json
from channels.conversations.tables import Conversation, Message
from common.access import Actor
from common.clock import now
from common.settings import settings
from console.privacy.blocking import block
from console.privacy.tables import PrivacyAct
from console.settings import console_settings
from console.trail import note
from policy_backend.claims import handling
from policy_backend.claims.model.facts import LossFacts, e164
from policy_backend.claims.store.document import document
from policy_backend.claims.store.drafts import set_facts
from policy_backend.claims.store.tables import ClaimChangeRow, ClaimRow

BATCH = 500


def person_key(phone: str) -> str:
    """What names a person in the register: a keyed hash of the phone."""
    token = settings().api_token
    key = token.get_secret_value().encode() if token else b"cabina"
    return hmac.new(key, e164(phone).encode(), hashlib.sha256).hexdigest()


def conversations_of(session: Session, phone: str) -> Sequence[Conversation]:
    """Conversations from the phone, or in which it was given as the reporter's."""
    number = e164(phone)
    told = select(ClaimRow.conversation_id).where(ClaimRow.phone == number)
    query = select(Conversation).where(or_(Conversation.address == number, Conversation.id.in_(told)))
    return session.scalars(query.order_by(Conversation.created_at)).all()


def claims_of(session: Session, phone: str) -> Sequence[ClaimRow]:
    """Claims whose reporter gave the phone, or told from it."""
    ids = [item.id for item in conversations_of(session, phone)]
    query = select(ClaimRow).where(or_(ClaimRow.phone == e164(phone), ClaimRow.conversation_id.in_(ids)))
    return session.scalars(query.order_by(ClaimRow.id)).all()


def export_person(session: Session, phone: str, actor: Actor) -> dict[str, Any]:
    """Acceso: everything kept about the person of a phone, as JSON."""
    held = conversations_of(session, phone)
    data = {
        "phone": e164(phone),
        "conversations": [
            {
                "id": str(item.id),
                "channel": item.channel,
                "profile_name": item.profile_name,
                "created_at": item.created_at.isoformat(),
                "messages": [
                    transcript_json(message)
                    for message in session.scalars(
                        select(Message).where(Message.conversation_id == item.id).order_by(Message.id)
                    )
                ],
            }
            for item in held
        ],
        "claims": [document(claim) for claim in claims_of(session, phone)],
    }
    _register(session, "export", phone, actor, {"conversations": len(held), "claims": len(data["claims"])})
    return data


def correct_person(session: Session, phone: str, name: str, actor: Actor) -> int:
    """Rectificación: the person's name in every claim they reported; the history keeps the old one. How many."""
    changed = 0
    for claim in claims_of(session, phone):
        reporter = claim.facts.get("reporter") or {}
        if claim.phone == e164(phone) and reporter.get("name") != name.strip():
            handling.correct(session, claim, {"reporter": {"name": name.strip()}}, actor)
            changed += 1
    for conversation in conversations_of(session, phone):
        if conversation.address == e164(phone) and conversation.profile_name:
            conversation.profile_name = name.strip()
    _register(session, "correct", phone, actor, {"claims": changed})
    return changed


def erase_person(session: Session, phone: str, actor: Actor) -> dict[str, Any]:
    """Cancelación: what need not be kept by law is deleted, the rest is blocked: hidden but after an audited reveal.
    Counts of both; `trackers` says whether the assistant's memory was cleared."""
    erased, kept = [], []
    for conversation in conversations_of(session, phone):
        if _must_be_kept(session, conversation.id):
            conversation.profile_name = None
            kept.append(conversation.id)
        else:
            erased.append(conversation.id)
    claims = [claim.id for claim in claims_of(session, phone)]
    _delete_conversations(session, erased)
    block(session, kept, session.scalars(select(ClaimRow.id).where(ClaimRow.id.in_(claims))))
    outcome = {"erased": len(erased), "kept": len(kept), "trackers": forget_trackers(erased)}
    _register(session, "erase", phone, actor, outcome)
    return outcome


def _must_be_kept(session: Session, conversation_id: UUID) -> bool:
    reported = select(ClaimRow.id).where(ClaimRow.conversation_id == conversation_id, ClaimRow.status != "draft")
    return session.scalar(reported.limit(1)) is not None


def _delete_conversations(session: Session, ids: Sequence[UUID]) -> None:
    """Conversations with their messages, notes, files, reviews and drafts; a draft with a history loses its facts."""
    if not ids:
        return
    drafts = select(ClaimRow).where(ClaimRow.conversation_id.in_(ids), ClaimRow.status == "draft")
    for draft in session.scalars(drafts).all():
        if session.scalar(select(exists().where(ClaimChangeRow.claim_id == draft.id))):
            set_facts(draft, LossFacts(incident_type=draft.facts.get("incident_type")))
            draft.conversation_id = None
        else:
            session.delete(draft)
    session.flush()
    session.execute(delete(Conversation).where(Conversation.id.in_(ids)))


def forget_trackers(ids: Sequence[UUID]) -> bool:
    """Delete what the assistant remembers of conversations (Rasa's trackers). False when out of reach."""
    url = os.environ.get("CABINA_TRACKER_URL")
    if not ids:
        return True
    if not url:
        return False
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    try:
        with engine.begin() as connection:
            senders = {"senders": [str(item) for item in ids]}
            connection.execute(text("DELETE FROM events WHERE sender_id = ANY(:senders)"), senders)
    except SQLAlchemyError:
        return False
    finally:
        engine.dispose()
    return True


def apply_retention(session: Session, actor: Actor) -> dict[str, int]:
    """One batch of what is past its time: conversations without a report are deleted; closed reports lose whatever
    names a person, their conversation goes. Counts; both zero when nothing is left. The caller commits and repeats."""
    config, moment = console_settings(), now()
    reported = exists().where(ClaimRow.conversation_id == Conversation.id, ClaimRow.status != "draft")
    quiet = select(Conversation.id).where(
        Conversation.last_message_at < moment - timedelta(days=config.draft_retention_days), ~reported
    )
    drafts = session.scalars(quiet.limit(BATCH)).all()
    _delete_conversations(session, drafts)
    past = select(ClaimRow).where(
        ClaimRow.closed_at < moment - timedelta(days=config.retention_days), ClaimRow.phone.is_not(None)
    )
    closed = session.scalars(past.limit(BATCH)).all()
    for claim in closed:
        _anonymise(session, claim)
    old = [claim.conversation_id for claim in closed if claim.conversation_id]
    session.flush()
    if old:
        session.execute(delete(Conversation).where(Conversation.id.in_(old)))
    forget_trackers([*drafts, *old])
    outcome = {"conversations": len(drafts), "claims": len(closed)}
    if any(outcome.values()):
        note(session, actor, "privacy.retention", "person", "-", outcome)
        session.add(PrivacyAct(at=now(), kind="retention", person=None, actor_name=actor.name, outcome=outcome))
    return outcome


def _anonymise(session: Session, claim: ClaimRow) -> None:
    facts = LossFacts.model_validate(claim.facts)
    facts.reporter.name = facts.reporter.phone = facts.driver_name = facts.insured_name = None
    facts.description = facts.location.text = facts.injuries.text = facts.third_parties.text = None
    facts.vehicle.plates = facts.vehicle.vin = None
    set_facts(claim, facts)
    session.execute(text("ALTER TABLE claim_changes DISABLE TRIGGER USER"))
    session.execute(delete(ClaimChangeRow).where(ClaimChangeRow.claim_id == claim.id))
    session.execute(text("ALTER TABLE claim_changes ENABLE TRIGGER USER"))


def _register(session: Session, kind: str, phone: str, actor: Actor, outcome: dict[str, Any]) -> None:
    key = person_key(phone)
    session.add(PrivacyAct(at=now(), kind=kind, person=key, actor_name=actor.name, outcome=outcome))
    note(session, actor, f"privacy.{kind}", "person", key[:16], outcome)
