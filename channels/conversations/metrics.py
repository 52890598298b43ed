"""What is measured of turns; labels carry no personal data."""

from prometheus_client import Counter, Histogram

_BUCKETS = (0.005, 0.01, 0.02, 0.035, 0.05, 0.08, 0.12, 0.2, 0.4, 0.7, 1, 2, 4, 8, 15)

TURNS = Counter("cabina_turns_total", "Turns by how they ended", ["channel", "outcome"])
TURN_SECONDS = Histogram(
    "cabina_turn_seconds", "Whole turn, without storing the message", ["channel"], buckets=_BUCKETS
)
ASSISTANT_SECONDS = Histogram("cabina_assistant_seconds", "The assistant's share", ["channel"], buckets=_BUCKETS)
RECEIVED = Counter("cabina_messages_received_total", "New messages of callers", ["channel"])
REPEATED = Counter("cabina_messages_repeated_total", "Messages that had been received before", ["channel"])
LIMITED = Counter("cabina_messages_limited_total", "Requests refused by a rate limit", ["limit"])
LISTENERS = Counter("cabina_event_streams_total", "Event streams opened")
