"""Exactly once? The database, the assistant's trackers and simulated Twilio, held against each other."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

import psycopg
from sqlalchemy import func, select

from channels.conversations.tables import Conversation, Message
from channels.twilio.tables import Send
from common.database import transaction
from policy_backend.claims.store.tables import ClaimRow
from scripts.soak.load import Traffic
from scripts.soak.setting import Setting

SENT = ("sent", "delivered", "read")


@dataclass
class Verdict:
    """`figures` for the table; `faults` is empty when every message was processed and answered exactly once."""

    figures: dict[str, object] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def expect(self, holds: bool, fault: str) -> None:
        """Note `fault` unless it holds."""
        if not holds:
            self.faults.append(fault)


def backlog(traffic: Traffic) -> int:
    """Messages that still have to be taken, wait for a turn, or wait to be sent."""
    with transaction() as session:
        stored = session.scalar(select(func.count()).where(Message.direction == "inbound")) or 0
        waiting = (Message.direction == "inbound") & Message.processed_at.is_(None)
        unsent = Message.delivery.in_(("queued", "sending"))
        pending = session.scalar(select(func.count()).select_from(Message).where(waiting | unsent)) or 0
    return pending + sum(map(len, traffic.sent.values())) - stored


def judge(here: Setting, traffic: Traffic) -> Verdict:
    """Everything that must hold when the backlog is empty."""
    verdict = Verdict()
    _received(verdict, traffic)
    _processed(verdict, here)
    _delivered(verdict, here)
    _reported(verdict)
    return verdict


def _received(verdict: Verdict, traffic: Traffic) -> None:
    with transaction() as session:
        query = select(Message.provider_id, Message.processed_at, Conversation.address).join(
            Conversation, Conversation.id == Message.conversation_id
        )
        rows = session.execute(query.where(Message.direction == "inbound").order_by(Message.id)).all()
    wanted = {sid for sids in traffic.sent.values() for sid in sids}
    stored = Counter(row.provider_id for row in rows)
    verdict.figures["messages stored"] = len(rows)
    verdict.expect(set(stored) == wanted, f"{len(wanted - set(stored))} lost, {len(set(stored) - wanted)} unknown")
    verdict.expect(all(count == 1 for count in stored.values()), "a message is stored twice")
    unprocessed = sum(row.processed_at is None for row in rows)
    verdict.expect(unprocessed == 0, f"{unprocessed} messages were never processed")
    by_person = defaultdict(list)
    for row in rows:
        by_person[row.address].append(row.provider_id)
    disordered = sum(
        [sid for sid in sids if sid in stored] != by_person[address.removeprefix("whatsapp:")]
        for address, sids in traffic.sent.items()
    )
    verdict.figures["people whose order differs from delivery"] = disordered


def _user_messages(here: Setting) -> list[str]:
    """The message ids in the trackers, as often as the assistant heard them."""
    if here.stand_in:
        query = "SELECT event->'metadata'->>'message_id' FROM stand_in_events WHERE event->>'event' = 'user'"
    else:
        query = "SELECT data::jsonb->'metadata'->>'message_id' FROM events WHERE type_name = 'user'"
    with psycopg.connect(here.tracker_url) as connection:
        return [row[0] for row in connection.execute(query).fetchall() if row[0] is not None]


def _processed(verdict: Verdict, here: Setting) -> None:
    heard = Counter(_user_messages(here))
    with transaction() as session:
        mine = select(Message.id, Message.conversation_id).where(Message.direction == "inbound")
        inbound = session.execute(mine.order_by(Message.id)).all()
        answered = Counter(
            session.scalars(
                select(Message.in_reply_to).where(Message.author == "assistant", Message.direction == "outbound")
            )
        )
        twice = session.execute(
            select(Message.in_reply_to, Message.text, func.count())
            .where(Message.author == "assistant", Message.in_reply_to.is_not(None))
            .group_by(Message.in_reply_to, Message.text)
            .having(func.count() > 1)
        ).all()
    verdict.figures["turns of the assistant"] = sum(heard.values())
    repeated = [message_id for message_id, count in heard.items() if count > 1]
    verdict.expect(not repeated, f"{len(repeated)} messages were heard twice by the assistant")
    unanswered = [row.id for row in inbound if not answered[row.id]]
    verdict.figures["messages given to a person"] = len(unanswered)
    verdict.expect(not twice, f"{len(twice)} replies were stored twice")
    unheard = [row.id for row in inbound if answered[row.id] and not heard[str(row.id)]]
    verdict.expect(not unheard, f"{len(unheard)} answers to messages the assistant never heard")


def _delivered(verdict: Verdict, here: Setting) -> None:
    accepted = here.twilio.account.messages
    with transaction() as session:
        sends = session.scalars(select(Send).order_by(Send.message_id, Send.part)).all()
        outbound = session.execute(select(Message.id, Message.delivery).where(Message.direction == "outbound")).all()
    verdict.figures["messages Twilio accepted"] = len(accepted)
    verdict.figures["replies"] = len(outbound)
    verdict.figures["receipts: delivered"] = sum(row.delivery == "delivered" for row in outbound)
    ours, theirs = Counter((s.to, s.body) for s in sends), Counter((m.to, m.body) for m in accepted)
    more, fewer = theirs - ours, ours - theirs
    verdict.expect(not more, f"{sum(more.values())} replies were sent twice")
    verdict.expect(not fewer, f"{sum(fewer.values())} replies were never sent")
    verdict.expect(
        {s.sid for s in sends} == {m.sid for m in accepted}, "the message SIDs kept are not those that Twilio gave"
    )
    unsent = [row.id for row in outbound if row.delivery not in SENT]
    verdict.expect(not unsent, f"{len(unsent)} replies are not marked as sent")
    place = {m.sid: i for i, m in enumerate(accepted)}
    by_person: dict[str, list[int]] = defaultdict(list)
    for send in sends:
        if send.sid in place:
            by_person[send.to].append(place[send.sid])
    disordered = sum(any(a > b for a, b in pairwise(places)) for places in by_person.values())
    verdict.expect(disordered == 0, f"{disordered} people got replies out of order")


def _reported(verdict: Verdict) -> None:
    with transaction() as session:
        numbers = session.execute(
            select(ClaimRow.conversation_id, ClaimRow.report_number).where(ClaimRow.report_number.is_not(None))
        ).all()
        conversations = session.scalar(select(func.count()).select_from(Conversation)) or 0
    verdict.figures["conversations"] = conversations
    verdict.figures["reports"] = len(numbers)
    verdict.expect(len({row.report_number for row in numbers}) == len(numbers), "a number was given to two reports")
    of = Counter(row.conversation_id for row in numbers)
    verdict.expect(all(count == 1 for count in of.values()), "a conversation has two numbers")
