"""The measures: what the roll-up says is what a plain count over the same events says, however late they changed."""

import csv
import io
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

import pytest
from sqlalchemy import delete, select

from channels.conversations import store as conversations
from channels.conversations.tables import Conversation, Message
from common import clock
from common.access import SYSTEM
from common.database import transaction
from console import words
from console.measures import store
from console.measures.summing import at_most
from console.people.model import Role
from policy_backend.claims import reporting
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.store.tables import ClaimRow

DAYS, TALKS = 40, 70
QUESTIONS = ("location", "policy_number", "vehicle", "injuries")
NOW = datetime(2026, 3, 15, 18, 30, tzinfo=clock.local_zone())


@pytest.fixture
def still(monkeypatch):
    """The insurer's clock stands still, on a day whose windows span the end of a month."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@dataclass
class Event:
    """A conversation as it was made, with what a plain count needs."""

    talk: Conversation
    claim: ClaimRow | None
    turns: list[Message]


def told(session, chance: random.Random) -> Event:
    """A conversation of some day, perhaps near midnight, told to whatever end."""
    began = NOW - timedelta(
        minutes=chance.choice((chance.randrange(DAYS * 1440), chance.randrange(DAYS) * 1440 + 1112))
    )
    talk, _ = conversations.open_conversation(session, chance.choice(("whatsapp", "web", "sms", "voice")))
    talk.created_at, turns, at = began, [], began
    for _ in range(chance.randint(1, 6)):
        at += timedelta(minutes=chance.choice((1, 2, 600)))
        outcome = {
            "expects": chance.choice((*QUESTIONS, None)),
            "handled_by": chance.choice(("assistant",) * 5 + ("operator",)),
        }
        turns.append(
            Message(
                conversation_id=talk.id, direction="inbound", author="caller", channel=talk.channel, text="…",
                created_at=at, outcome=chance.choice((outcome, outcome, None)),
                understood=chance.choice(({}, None, {"location.text": "Centro"})),
            )
        )  # fmt: skip
    session.add_all(turns)
    talk.last_message_at, talk.expects = at, chance.choice((*QUESTIONS, None))
    claim = None
    if chance.random() < 0.6:
        facts = LossFacts(incident_type="collision", channel=talk.channel)
        claim = reporting.report(session, facts, SYSTEM, conversation_id=talk.id)
        claim.reported_at = began + timedelta(seconds=chance.choice((0, 61, 119.5, 120, 600, 3000)))
        claim.adjuster_due_at = chance.choice((None, claim.reported_at + timedelta(minutes=45)))
    else:
        talk.state = chance.choice(("abandoned", "open", "closed"))
    session.flush()
    return Event(talk, claim, turns)


def changed_late(session, chance: random.Random, events: list[Event]) -> None:
    """What happens to conversations and reports long after their day."""
    for event in events:
        talk, claim = session.merge(event.talk), event.claim and session.merge(event.claim)
        match chance.randrange(6):
            case 0 if claim and claim.adjuster_due_at:
                claim.adjuster_arrived_at = claim.adjuster_due_at + timedelta(minutes=chance.choice((-5, 0, 5)))
            case 1 if claim:
                claim.status = "cancelled"
            case 2:
                talk.handover_reason = "requested"
            case 3:
                session.add(Message(conversation_id=talk.id, direction="outbound", author="operator",
                                    channel=talk.channel, text="…", created_at=NOW))  # fmt: skip
            case 4 if not claim:
                session.execute(delete(Conversation).where(Conversation.id == talk.id))
            case 5:
                for turn in session.scalars(select(Message).where(Message.conversation_id == talk.id)):
                    if turn.direction == "inbound":
                        turn.outcome, turn.understood = {"expects": "location"}, {}


def plainly(days: int, step: str) -> dict[str, list]:
    """Every measure counted over the events themselves, one by one: series by measure, and labels where they vary."""
    with transaction() as session:
        talks = {talk.id: talk for talk in session.scalars(select(Conversation))}
        claims = [claim for claim in session.scalars(select(ClaimRow)) if claim.reported_at]
        messages = session.scalars(select(Message).order_by(Message.id)).all()
        session.expunge_all()
    first = NOW.date() - timedelta(days=days - 1)
    first = first.replace(day=1) if step == "month" else first
    all_days = [first + timedelta(days=place) for place in range((NOW.date() - first).days + 1)]
    steps = list(dict.fromkeys(day.replace(day=1) if step == "month" else day for day in all_days))

    def local(moment):
        return moment.astimezone(clock.local_zone())

    def place(moment):
        day = local(moment).date()
        return steps.index(day.replace(day=1) if step == "month" else day) if first <= day <= NOW.date() else None

    helped = {message.conversation_id for message in messages if message.author == "operator"}
    minutes, alone = defaultdict(list), defaultdict(list)
    channels, hours, kept, missed = Counter(), Counter(), Counter(), Counter()
    for claim in claims:
        where, talk = place(claim.reported_at), talks.get(claim.conversation_id)
        if where is not None:
            channels[claim.channel, where] += 1
            hours[claim.channel, local(claim.reported_at).hour] += 1
        if where is not None and talk:
            minutes[where].append(ceil((claim.reported_at - talk.created_at).total_seconds() / 60))
            alone[where].append(not (talk.handover_reason or talk.taken_at or talk.id in helped))
        if claim.adjuster_due_at and claim.status != "cancelled":
            where, arrived = place(claim.adjuster_due_at), claim.adjuster_arrived_at
            if arrived and arrived <= claim.adjuster_due_at:
                kept[where] += 1
            elif claim.adjuster_due_at < NOW:
                missed[where] += 1
    dropped = Counter(
        talk.expects for talk in talks.values()
        if talk.state == "abandoned" and talk.expects and place(talk.last_message_at) is not None
    )  # fmt: skip
    before, asked, again = {}, Counter(), Counter()
    for message in messages:
        if message.direction != "inbound":
            continue
        question, outcome = before.get(message.conversation_id), message.outcome
        before[message.conversation_id] = (outcome or {}).get("expects")
        if question and outcome and outcome.get("handled_by") != "operator" and place(message.created_at) is not None:
            asked[question] += 1
            again[question] += outcome["expects"] == question and not message.understood
    order, spots = list(words.CHANNELS), range(len(steps))

    def middle(values, share):
        return sorted(values)[ceil(share * len(values)) - 1] if values else None

    return {
        "reports": [[channels[c, spot] for spot in spots] for c in order if any(channels[c, s] for s in spots)],
        "hours": [[hours[c, hour] for hour in range(24)] for c in order if any(hours[c, h] for h in range(24))],
        "minutes": [[middle(minutes[spot], share) for spot in spots] for share in (0.5, 0.9)],
        "alone": [[sum(alone[spot]) / len(alone[spot]) if alone[spot] else None for spot in spots]],
        "dropped": [[number for _, number in sorted(dropped.items(), key=lambda item: (-item[1], item[0]))]],
        "repeated": [sorted((again[q] / asked[q] for q in asked if asked[q] >= 5), reverse=True)],
        "deadlines": [[kept[spot] for spot in spots], [missed[spot] for spot in spots]],
    }


def rolled_up(days: int, step: str) -> dict[str, list]:
    with transaction() as session:
        return {m.name: [list(line.values) for line in m.series] for m in store.measures(session, days, step)}


@pytest.mark.parametrize("seed", range(3))
def test_the_roll_up_says_what_a_plain_count_says_also_after_late_changes(database, still, seed):
    chance = random.Random(seed)
    with transaction() as session:
        events = [told(session, chance) for _ in range(TALKS)]
        store.refresh(session, store.EVERY_NIGHT)
    for late in (False, True):
        if late:
            with transaction() as session:
                changed_late(session, chance, events)
                store.refresh(session, store.EVERY_NIGHT)
        for days, step in ((7, "day"), (30, "day"), (30, "month"), (365, "month")):
            assert rolled_up(days, step) == plainly(days, step), (late, days, step)


def test_what_changes_is_counted_by_the_minute_the_hour_and_the_night(database, still):
    minute, hour, night = NOW, NOW.replace(minute=0), NOW.replace(hour=store.NIGHT, minute=0)
    with transaction() as session:
        assert store.counted_at(session) is None
        assert store.due(session, minute) == store.EVERY_NIGHT, "the first time"
        store.refresh(session, store.EVERY_MINUTE)
        found = [store.due(session, moment) for moment in (minute, hour, night)]
        assert found == [store.EVERY_MINUTE, store.EVERY_HOUR, store.EVERY_NIGHT]
        assert store.counted_at(session) == NOW


def test_what_was_missed_while_nobody_counted_is_made_up_for(database, still, monkeypatch):
    with transaction() as session:
        store.refresh(session, store.EVERY_MINUTE)
        monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=9))
        assert store.due(session, NOW) == store.EVERY_MINUTE + 9
        monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=4000))
        assert store.due(session, NOW) == store.EVERY_NIGHT


@pytest.mark.parametrize(
    ("counts", "share", "value"),
    [({}, 0.5, None), ({3: 1}, 0.9, 3), ({1: 1, 2: 1}, 0.5, 1), ({1: 1, 2: 2}, 0.5, 2), ({1: 9, 7: 1}, 0.9, 1)],
)
def test_the_value_that_a_share_does_not_exceed(counts, share, value):
    assert at_most(counts, share) == value


def test_the_page_its_charts_and_its_sheets(signed_in):
    with transaction() as session:
        talk, _ = conversations.open_conversation(session, "whatsapp", address="+523312345678")
        row = reporting.report(session, LossFacts(incident_type="collision"), SYSTEM, conversation_id=talk.id)
        row.adjuster_due_at = clock.now() - timedelta(minutes=5)
        gone, _ = conversations.open_conversation(session, "web")
        gone.state, gone.expects = "abandoned", "policy_number"
    visitor = signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    assert "Todavía no se cuenta nada" in visitor.get("/console/measures").text
    with transaction() as session:
        store.refresh(session, store.EVERY_MINUTE)
    page = visitor.get("/console/measures?days=7").text
    assert "Dónde se va la gente" in page and "la póliza" in page and "Contado hace" in page
    sheet = visitor.get("/console/measures/deadlines.csv?days=7").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(sheet)))
    assert rows[0] == ["", "A tiempo", "Tarde"] and sum(int(line[2]) for line in rows[1:]) == 1
    chart = visitor.get("/console/measures/dropped.svg?days=7")
    assert chart.headers["content-type"] == "image/svg+xml" and b"<script" not in chart.content
    assert "default-src 'none'" in chart.headers["content-security-policy"]
    assert visitor.get("/console/measures/nada.svg").status_code == 404
    assert visitor.get("/console/measures?step=%27").status_code == 422
