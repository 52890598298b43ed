"""Rasa's trackers in SQL, with those of the conversations under way at hand (`tracker_store` in endpoints.yml).

Rasa's own store reads and rebuilds the whole tracker for every message and counts its rows before it adds to them, two
fifths of its time. This one asks the database only whether the tracker at hand is still the newest.
"""

from collections import OrderedDict
from dataclasses import dataclass
from json import dumps
from typing import Any, Optional

import sqlalchemy
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker

AT_HAND = 256
"""Trackers kept, the latest used; each holds its whole conversation in memory."""
_EVENTS = SQLTrackerStore.SQLEvent.__table__
_ADD = _EVENTS.insert()
_COUNT = sqlalchemy.select([sqlalchemy.func.count()]).where(_EVENTS.c.sender_id == sqlalchemy.bindparam("sender"))


@dataclass
class _Known:
    """A tracker as it was read or saved: how many of its own events are stored, how many the conversation has in all.

    `complete` only while it holds nothing but what is stored: a turn that fails half-way leaves its traces. Of a
    conversation that begins only the absence of rows is known, and no tracker yet.
    """

    tracker: Optional[DialogueStateTracker]
    stored: int
    rows: int
    complete: bool


class TrackersAtHand(SQLTrackerStore):
    """Stores the same rows as Rasa's `SQLTrackerStore`, which can take its place at any time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known: OrderedDict[str, _Known] = OrderedDict()

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The tracker of the conversation's latest session; None where there is none."""
        known = self._known.pop(sender_id, None)
        with self.engine.connect() as connection:
            rows = connection.execute(_COUNT, {"sender": sender_id}).scalar()
        if rows == 0:
            self._keep(sender_id, _Known(None, 0, 0, complete=False))
            return None
        if known is None or not known.complete or known.rows != rows:
            tracker = await super().retrieve(sender_id)
            if tracker is None:
                return None
            known = _Known(tracker, len(tracker.events), rows, complete=False)
        known.complete = False
        self._keep(sender_id, known)
        return known.tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the events that are new since the tracker was retrieved."""
        known = self._known.pop(tracker.sender_id, None)
        if known is None or (known.tracker is not None and known.tracker is not tracker):
            await super().save(tracker)
            return
        await self.stream_events(tracker)
        new = list(tracker.events)[known.stored :]
        with self.engine.begin() as connection:
            if new:
                connection.execute(_ADD, [_row(tracker.sender_id, event) for event in new])
        if not any(isinstance(event, SessionStarted) for event in new):
            begun = known.tracker is None  # its first turn goes on, and may fail
            rows = known.rows + len(new)
            self._keep(tracker.sender_id, _Known(tracker, len(tracker.events), rows, complete=not begun))

    def _keep(self, sender_id: str, known: _Known) -> None:
        self._known[sender_id] = known
        while len(self._known) > AT_HAND:
            self._known.popitem(last=False)


def _row(sender_id: str, event: Any) -> dict:
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": dumps(data),
    }
