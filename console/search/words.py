"""The vocabulary that forgives typos: what was said, word by word, and the words nearest to one that was typed."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from channels.conversations.tables import Message
from common.text import fold
from console.search.tables import SearchProgress, SearchWord
from policy_backend.claims.store.tables import ClaimRow

BATCH = 5_000
LOCK = 0x0CAB5EA
SHORTEST, LONGEST = 4, 30
LIKENESS = 0.74
_WORD = re.compile(r"[a-z]+")
_NEAREST = text("""
    SELECT word FROM search_words
    WHERE trigrams && CAST(:asked AS text[]) AND length(word) BETWEEN :low AND :high
    ORDER BY (SELECT count(*) FROM unnest(trigrams) AS of_word(t) WHERE t = ANY(CAST(:asked AS text[]))) DESC, word
    LIMIT 40
""")


def trigrams(word: str) -> list[str]:
    """The distinct trigrams of "  word "."""
    padded = f"  {word} "
    return sorted({padded[place : place + 3] for place in range(len(padded) - 2)})


def words_of(said: str) -> set[str]:
    """The folded words of a text that are worth a look-up."""
    return {word for word in _WORD.findall(fold(said)) if SHORTEST <= len(word) <= LONGEST}


def learn(session: Session, words: Iterable[str]) -> None:
    """Add words to the vocabulary; in order, so that two that learn at once do not wait for each other in a circle."""
    rows = [{"word": word, "trigrams": trigrams(word)} for word in sorted(set(words))]
    for start in range(0, len(rows), 1000):
        session.execute(insert(SearchWord).on_conflict_do_nothing(), rows[start : start + 1000])


def catch_up(session: Session, limit: int = BATCH) -> int:
    """Read at most `limit` messages and as many claims that the vocabulary does not know yet; how many were read.
    The caller commits. While another process reads, there is nothing to do."""
    if not session.scalar(select(func.pg_try_advisory_xact_lock(LOCK))):
        return 0
    return _read_messages(session, limit) + _read_claims(session, limit)


def _progress(session: Session, name: str) -> SearchProgress:
    progress = session.get(SearchProgress, name)
    if progress is None:
        progress = SearchProgress(name=name, position=0)
        session.add(progress)
    return progress


def _read_messages(session: Session, limit: int) -> int:
    progress = _progress(session, "messages")
    query = select(Message.id, Message.text).where(Message.id > progress.position)
    found = session.execute(query.order_by(Message.id).limit(limit)).all()
    learn(session, {word for _, said in found for word in words_of(said or "")})
    if found:
        progress.position = found[-1][0]
    return len(found)


def _read_claims(session: Session, limit: int) -> int:
    """Names in claims; they are read again when a claim changes. `position` is the last change, in microseconds."""
    progress = _progress(session, "claims")
    since = datetime.fromtimestamp(progress.position / 1_000_000, UTC)
    query = select(ClaimRow.updated_at, ClaimRow.facts).where(ClaimRow.updated_at > since)
    found = session.execute(query.order_by(ClaimRow.updated_at).limit(limit)).all()
    names = (name for _, facts in found for name in names_of(facts))
    learn(session, {word for name in names for word in words_of(name)})
    if found:
        progress.position = int(found[-1][0].timestamp() * 1_000_000)
    return len(found)


def names_of(facts: dict[str, Any]) -> list[str]:
    """The names of people in a claim."""
    reporter = facts.get("reporter") or {}
    return [name for name in (reporter.get("name"), facts.get("driver_name"), facts.get("insured_name")) if name]


def nearest(session: Session, word: str, limit: int = 4) -> list[str]:
    """Known words like `word`, itself first when it is known; empty for short words and numbers."""
    folded = fold(word)
    if not SHORTEST <= len(folded) <= LONGEST or not folded.isalpha():
        return []
    asked = {"asked": trigrams(folded), "low": len(folded) - 2, "high": len(folded) + 2}
    likely = (
        (SequenceMatcher(None, folded, known, autojunk=False).ratio(), known)
        for known in session.scalars(_NEAREST, asked)
    )
    return [known for likeness, known in sorted(likely, key=lambda pair: (-pair[0], pair[1])) if likeness >= LIKENESS][
        :limit
    ]
