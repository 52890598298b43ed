"""Samples to review, reviews, corrections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from channels.conversations.tables import Conversation, Message
from common.clock import now
from common.problems import Invalid, NotFound
from console.people.model import Operator
from console.review.rubric import LOW_CONFIDENCE, RUBRIC, TAGS, assistant_words
from console.review.tables import Correction, Review
from policy_backend.claims.model.facts import LossFacts

LIMIT = 50


@dataclass(frozen=True)
class Sampled:
    """A conversation to review, with how many messages it has and whether it was reviewed."""

    conversation: Conversation
    messages: int
    reviewed: bool


def sample(session: Session, kind: str, days: int, tag: str = "", limit: int = LIMIT) -> list[Sampled]:
    """At most `limit` conversations of the last `days` that answer to a kind of SAMPLES."""
    query = _of_kind(kind, now() - timedelta(days=days))
    if tag:
        query = query.where(exists().where(Review.conversation_id == Conversation.id, Review.tags.contains([tag])))
    found = session.scalars(query.limit(limit)).all()
    ids = [item.id for item in found]
    counts = select(Message.conversation_id, func.count()).where(Message.conversation_id.in_(ids))
    sizes = dict(session.execute(counts.group_by(Message.conversation_id)).all())
    done = set(session.scalars(select(Review.conversation_id).where(Review.conversation_id.in_(ids))))
    return [Sampled(item, sizes.get(item.id, 0), item.id in done) for item in found]


def _of_kind(kind: str, since: datetime) -> Select[Any]:
    query = select(Conversation).where(Conversation.last_message_at >= since)
    latest = Conversation.last_message_at.desc()
    reviewed = exists().where(Review.conversation_id == Conversation.id)
    unsure = exists().where(
        Message.conversation_id == Conversation.id,
        Message.direction == "inbound",
        (Message.intent_confidence < LOW_CONFIDENCE) | (Message.confidence < LOW_CONFIDENCE),
    )
    conditions: dict[str, list[ColumnElement[bool]]] = {
        "low_confidence": [unsure],
        "handed_over": [Conversation.handover_reason.is_not(None)],
        "abandoned": [Conversation.state == "abandoned"],
        "complaint": [Conversation.handover_reason == "complaint"],
        "unreviewed_reports": [Conversation.report_number.is_not(None), ~reviewed],
        "reviewed": [reviewed],
    }
    if kind in conditions:
        return query.where(*conditions[kind]).order_by(latest)
    recent = query.order_by(latest).limit(2000).subquery()
    return select(Conversation).where(Conversation.id.in_(select(recent.c.id))).order_by(func.random())


def reviews_of(session: Session, conversation_id: UUID) -> Sequence[Review]:
    """Every review of a conversation."""
    query = select(Review).where(Review.conversation_id == conversation_id)
    return session.scalars(query.order_by(Review.updated_at.desc())).all()


def corrections_of(session: Session, conversation_id: UUID) -> Sequence[Correction]:
    """Every correction of a conversation."""
    query = select(Correction).where(Correction.conversation_id == conversation_id)
    return session.scalars(query.order_by(Correction.id)).all()


def grade(
    session: Session,
    conversation_id: UUID,
    reviewer: Operator,
    marks: dict[str, str],
    tags: Sequence[str],
    comment: str,
) -> None:
    """Keep the reviewer's judgement, in place of an earlier one of the same person. Raises Invalid."""
    given = {name: int(mark) for name, mark in marks.items() if name in RUBRIC and mark in ("1", "2", "3", "4")}
    if not given:
        raise Invalid("Califique al menos un renglón.")
    moment = now()
    values = {
        "marks": given,
        "tags": [tag for tag in TAGS if tag in tags],
        "comment": comment.strip()[:4000] or None,
        "updated_at": moment,
    }
    statement = insert(Review).values(
        conversation_id=conversation_id,
        reviewer_id=reviewer.id,
        reviewer_name=reviewer.full_name,
        created_at=moment,
        **values,
    )
    session.execute(statement.on_conflict_do_update(constraint="uq_reviews_conversation_id_reviewer_id", set_=values))


def correct(
    session: Session,
    conversation_id: UUID,
    author: Operator,
    kind: str,
    target: str,
    right: str,
    message_id: int | None,
) -> Correction:
    """Keep what the assistant should have understood. Raises Invalid, NotFound."""
    right, target = right.strip()[:500], target.strip()[:80]
    message = session.get(Message, message_id) if message_id else None
    if message_id and (message is None or message.conversation_id != conversation_id):
        raise NotFound("Ese mensaje no es de esta conversación.")
    start = end = None
    if kind == "intent":
        if right not in assistant_words()[0] or message is None:
            raise Invalid("Elija el mensaje y la intención correcta.")
    elif kind == "entity":
        if target not in assistant_words()[1] or message is None or not right:
            raise Invalid("Elija el mensaje y el tipo de dato, y copie sus palabras.")
        start = (message.text or "").find(right)
        if start < 0:
            raise Invalid("Copie las palabras tal como están en el mensaje.")
        end = start + len(right)
    elif kind != "field" or target.split(".")[0] not in LossFacts.model_fields or not right:
        raise Invalid("Elija qué campo se corrige y escriba el valor correcto.")
    correction = Correction(
        conversation_id=conversation_id,
        message_id=message_id,
        kind=kind,
        target=target or None,
        right=right,
        start=start,
        end=end,
        author_id=author.id,
        author_name=author.full_name,
        created_at=now(),
    )
    session.add(correction)
    session.flush()
    return correction


def summary(session: Session, days: int) -> dict[str, float]:
    """The mean mark of each line of the rubric over the last `days`."""
    found = session.scalars(select(Review.marks).where(Review.updated_at >= now() - timedelta(days=days))).all()
    lines = {name: [marks[name] for marks in found if name in marks] for name in RUBRIC}
    return {name: sum(marks) / len(marks) for name, marks in lines.items() if marks}
