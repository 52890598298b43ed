"""The trámites board's rows, in one query besides their items."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from common import clock
from policy_backend.tramites.model.folio import ENDED, Tramite
from policy_backend.tramites.model.follow_up import FollowUp, follow_up
from policy_backend.tramites.store.rows import tramite_of
from policy_backend.tramites.store.tables import TramiteRow

LIMIT = 200


@dataclass(frozen=True)
class TramiteLine:
    """A folio on the board: where it stands, what comes next, whether a day was missed."""

    tramite: Tramite
    follow: FollowUp
    breached: bool

    @property
    def due(self) -> date:
        """What the board is ordered by: the next day that was promised."""
        return self.follow.next_on or date.max


def board(session: Session, state: str, kind: str, words: str) -> list[TramiteLine]:
    """Folios that are open, or in `state`; those with a missed day first, then by what is due."""
    query = select(TramiteRow)
    query = query.where(TramiteRow.state == state) if state else query.where(TramiteRow.state.not_in(ENDED))
    if kind:
        query = query.where(TramiteRow.kind == kind)
    if words:
        like = f"%{words.replace('%', '').replace('_', '')}%"
        digits = "".join(c for c in words if c.isdigit()) or "-"
        query = query.where(
            or_(TramiteRow.folio == digits, TramiteRow.holder.ilike(like), TramiteRow.policy_number.ilike(like))
        )
    rows = session.scalars(query.order_by(TramiteRow.id.desc()).limit(LIMIT)).all()
    lines = [line_of(tramite_of(row)) for row in rows]
    return sorted(lines, key=lambda line: (not line.breached, line.due, line.tramite.folio))


def line_of(tramite: Tramite) -> TramiteLine:
    """The line of a folio as of today."""
    today = clock.today()
    breached = any(item.breached(today) for item in tramite.items.values()) or tramite.state == "incumplida"
    return TramiteLine(tramite, follow_up(tramite, today), breached)
