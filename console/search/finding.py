"""What a search finds: reports, policies and conversations that answer to what was typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from markupsafe import Markup, escape
from sqlalchemy import ColumnElement, func, or_, select, text
from sqlalchemy.orm import Session

from channels.conversations.tables import Conversation, Message
from common.clock import local_zone
from common.text import fold
from console.masking import Mask, codes_in, names_in
from console.privacy.blocking import blocked_claims, hidden_conversations
from console.search.words import nearest
from policy_backend.claims.model.facts import e164
from policy_backend.claims.store.tables import ClaimRow
from policy_backend.policies import store as policies
from policy_backend.policies.model import Policy, number_key, plates_key, vin_key

LIMIT = 40
MESSAGES = 400
PEOPLE = text(
    "to_tsvector('simple', translate(lower(coalesce(claims.facts->'reporter'->>'name', '') || ' ' || "
    "coalesce(claims.facts->>'driver_name', '') || ' ' || coalesce(claims.facts->>'insured_name', '')), "
    "'áéíóúüñ', 'aeiouun')) @@ to_tsquery('simple', :names)"
)
_NUMBER = re.compile(r"\+?\d[\d\s.\-]{2,}\d")
_CODE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


@dataclass(frozen=True)
class Asked:
    """What was typed and the bounds of time and kind; `words` maps each word to those it may stand for."""

    typed: str
    since: date | None = None
    until: date | None = None
    channel: str = ""
    state: str = ""
    blocked: bool = False
    """Whether people who had their data erased are found too."""
    words: dict[str, list[str]] = field(default_factory=dict)

    @property
    def numbers(self) -> list[str]:
        """Runs of digits, without separators."""
        return [re.sub(r"\D", "", found) for found in _NUMBER.findall(self.typed)]

    @property
    def codes(self) -> list[str]:
        """What may be plates or a serial number: letters and digits together, 5 to 17 of them."""
        pieces = [piece.replace("-", "") for piece in _CODE.findall(self.typed)]
        return [p for p in pieces if 5 <= len(p) <= 17 and any(map(str.isdigit, p)) and any(map(str.isalpha, p))]

    @property
    def forgiven(self) -> list[str]:
        """Words that were searched besides those typed."""
        return sorted({known for word, near in self.words.items() for known in near if known != word})

    def query(self) -> str | None:
        """The tsquery of the words: all of them, each as typed or as forgiven; None without words."""
        groups = [" | ".join(dict.fromkeys((word, *near))) for word, near in self.words.items()]
        return " & ".join(f"({group})" for group in groups) or None


@dataclass(frozen=True)
class Said:
    """A conversation in which it was said, with the passage."""

    conversation: Conversation
    message: Message | None
    passage: Markup


@dataclass(frozen=True)
class Found:
    """Everything that a search found."""

    asked: Asked
    claims: Sequence[ClaimRow] = ()
    policies: Sequence[Policy] = ()
    said: Sequence[Said] = ()


def ask(session: Session, typed: str, **bounds: object) -> Asked:
    """What was typed, with the words that each of its words may stand for."""
    letters = [word for word in fold(typed).split() if word.isalpha() and len(word) > 1]
    return Asked(typed, words={word: nearest(session, word) for word in letters[:6]}, **bounds)  # type: ignore[arg-type]


def find(session: Session, asked: Asked) -> Found:
    """Search everywhere. What is blocked is found by its report number alone, unless `asked` says otherwise."""
    if not asked.typed.strip():
        return Found(asked)
    claims, said = _claims(session, asked), _said(session, asked)
    if not asked.blocked:
        hidden = blocked_claims(session, [claim.id for claim in claims])
        claims = [claim for claim in claims if claim.id not in hidden or claim.report_number in asked.numbers]
        gone = hidden_conversations(session, [item.conversation.id for item in said])
        said = [item for item in said if item.conversation.id not in gone]
    return Found(asked, claims, _policies(session, asked), said)


def _instants(asked: Asked) -> tuple[datetime | None, datetime | None]:
    zone = local_zone()
    since = datetime.combine(asked.since, time(0), zone) if asked.since else None
    until = datetime.combine(asked.until + timedelta(days=1), time(0), zone) if asked.until else None
    return since, until


def _claims(session: Session, asked: Asked) -> Sequence[ClaimRow]:
    matches: list[ColumnElement[bool]] = []
    for number in asked.numbers:
        matches += [ClaimRow.report_number == number, ClaimRow.policy_key == number_key(number)]
        matches += [ClaimRow.phone == e164(number)] if len(number) >= 10 else []
    for code in asked.codes:
        matches += [ClaimRow.plates_key == plates_key(code), ClaimRow.vin_key == vin_key(code)]
    names = asked.query()
    if names and not asked.numbers and not asked.codes:
        matches.append(PEOPLE.bindparams(names=names))  # type: ignore[arg-type]
    if not matches:
        return ()
    query = select(ClaimRow).where(or_(*matches), ClaimRow.status != "draft")
    since, until = _instants(asked)
    if since:
        query = query.where(ClaimRow.reported_at >= since)
    if until:
        query = query.where(ClaimRow.reported_at < until)
    if asked.channel:
        query = query.where(ClaimRow.channel == asked.channel)
    return session.scalars(query.order_by(ClaimRow.id.desc()).limit(LIMIT)).all()


def _policies(session: Session, asked: Asked) -> Sequence[Policy]:
    found: dict[str, Policy] = {}
    for number in asked.numbers:
        policy = policies.policy_by_number(session, number)
        if policy:
            found[policy.number] = policy
    for code in asked.codes:
        for policy in policies.search(session, plates=code, limit=5) or policies.search(session, vin=code, limit=5):
            found.setdefault(policy.number, policy)
    if asked.words and not asked.numbers and not asked.codes:
        for policy in policies.search(session, holder=asked.typed[:120], limit=10):
            found.setdefault(policy.number, policy)
    return list(found.values())[:LIMIT]


def _said(session: Session, asked: Asked) -> Sequence[Said]:
    hits: dict[UUID, Message | None] = {}
    since, until = _instants(asked)
    words = asked.query()
    if words:
        query = select(Message).where(Message.search.bool_op("@@")(func.to_tsquery("spanish", words)))
        if since:
            query = query.where(Message.created_at >= since)
        if until:
            query = query.where(Message.created_at < until)
        for message in session.scalars(query.order_by(Message.id.desc()).limit(MESSAGES)):
            hits.setdefault(message.conversation_id, message)
    for conversation_id in session.scalars(_by_phone(asked)) if asked.numbers else ():
        hits.setdefault(conversation_id, None)
    wanted = select(Conversation).where(Conversation.id.in_(hits))
    if asked.channel:
        wanted = wanted.where(Conversation.channel == asked.channel)
    if asked.state:
        wanted = wanted.where(Conversation.state == asked.state)
    found = session.scalars(wanted.order_by(Conversation.last_message_at.desc()).limit(LIMIT)).all() if hits else []
    return [Said(item, hits[item.id], passage(hits[item.id], asked)) for item in found]


def _by_phone(asked: Asked):  # type: ignore[no-untyped-def]
    phones = [e164(number) for number in asked.numbers if len(number) >= 10]
    return select(Conversation.id).where(Conversation.address.in_(phones)).limit(LIMIT)


def masks(session: Session, conversations: Sequence[Conversation]) -> dict[UUID, Mask]:
    """For each conversation, what hides the people whom its claims and its profile name."""
    claims: dict[UUID, list[dict[str, Any]]] = {item.id: [] for item in conversations}
    query = select(ClaimRow.conversation_id, ClaimRow.facts).where(ClaimRow.conversation_id.in_(claims))
    for conversation_id, facts in session.execute(query):
        claims[conversation_id].append(facts)
    return {
        item.id: Mask(
            [*names_in(claims[item.id]), item.profile_name or ""],
            [code for facts in claims[item.id] for code in codes_in(facts)],
        )
        for item in conversations
    }


def passage(message: Message | None, asked: Asked, around: int = 90) -> Markup:
    """The part of a message around the first word found, with the words found marked; everything escaped."""
    said = message.text or "" if message else ""
    wanted = {known[:5] for word, near in asked.words.items() for known in (word, *near)}
    spots = [found for found in re.finditer(r"\w+", said) if fold(found[0])[:5] in wanted]
    start = max(0, spots[0].start() - around) if spots else 0
    end = min(len(said), start + 2 * around)
    pieces, place = (
        [
            Markup("…") if start else Markup(""),
        ],
        start,
    )
    for spot in spots:
        if start <= spot.start() and spot.end() <= end:
            pieces += [escape(said[place : spot.start()]), Markup("<mark>") + escape(spot[0]) + Markup("</mark>")]
            place = spot.end()
    pieces.append(escape(said[place:end]))
    return Markup("").join(pieces) + (Markup("…") if end < len(said) else Markup(""))
