"""Holders by name: accents, typos and word order forgiven (policies.model.names explains the keys)."""

from itertools import combinations
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from policy_backend.policies.model.names import hash32, likeness, misspellings, name_keys, pair_key, words
from policy_backend.policies.store.tables import HolderRow, NameWordRow

CANDIDATES = 100
SPELLINGS = 6
LEAST_LIKENESS = 0.6


class FoundHolder(NamedTuple):
    """A holder who answers to the name asked for; `exact` when the words are the same."""

    id: int
    name: str
    likeness: float
    exact: bool


def _spellings(session: Session, asked: list[str]) -> dict[str, dict[str, float]]:
    """For each word asked for, the words of the book that it may stand for with their likeness, best first."""
    forms = {word: frozenset(misspellings(word)) for word in asked}
    wanted = sorted(frozenset().union(*forms.values()))
    rows = session.execute(select(NameWordRow.word, NameWordRow.forms).where(NameWordRow.forms.overlap(wanted))).all()
    found: dict[str, dict[str, float]] = {}
    for word, near in forms.items():
        scored = [(likeness(word, known), known) for known, known_forms in rows if not near.isdisjoint(known_forms)]
        found[word] = {known: score for score, known in sorted(scored, reverse=True)[:SPELLINGS]}
    return found


def _candidates(session: Session, spellings: list[list[str]]) -> list[tuple[int, str]]:
    if len(spellings) == 1:
        keys = [[hash32(word) for word in spellings[0]]]
    else:
        keys = [[pair_key(one, other) for one in left for other in right] for left, right in combinations(spellings, 2)]
    query = select(HolderRow.id, HolderRow.name).limit(CANDIDATES)
    found = session.execute(query.where(*(HolderRow.keys.overlap(pairs) for pairs in keys))).all()
    if not found and len(keys) > 1:
        found = session.execute(query.where(or_(*(HolderRow.keys.overlap(pairs) for pairs in keys)))).all()
    return [(row.id, row.name) for row in found]


def _score(spellings: dict[str, dict[str, float]], named: list[str]) -> float:
    """How well a name answers: the mean over the words asked for of the likeness of the best of its words."""
    best = (max((known.get(word, 0.0) for word in named), default=0.0) for known in spellings.values())
    return sum(best) / len(spellings)


def find_holders(session: Session, name: str, limit: int = 20) -> list[FoundHolder]:
    """Holders who answer to `name`, the likest first."""
    asked = words(name)[:6]
    if not asked:
        return []
    spellings = _spellings(session, asked)
    known = [list(found) for found in spellings.values() if found]
    if not known:
        return []
    ranked = []
    for key, found in _candidates(session, known):
        named = words(found)
        score = _score(spellings, named)
        if score >= LEAST_LIKENESS:
            ranked.append(FoundHolder(key, found, score, set(asked) == set(named)))
    ranked.sort(key=lambda holder: (not holder.exact, -holder.likeness, len(holder.name), holder.name))
    return ranked[:limit]


def holder_id(session: Session, name: str) -> int:
    """The id of the holder spelt exactly so, made when new."""
    found = session.scalars(select(HolderRow.id).where(HolderRow.name == name)).first()
    if found is not None:
        return found
    vocabulary = [{"word": word, "forms": misspellings(word)} for word in words(name)]
    if vocabulary:
        session.execute(insert(NameWordRow).on_conflict_do_nothing(), vocabulary)
    statement = insert(HolderRow).values(name=name, keys=name_keys(words(name)))
    return session.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"name": name}).returning(HolderRow.id)
    ).scalar_one()
