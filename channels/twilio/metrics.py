"""What is measured of Twilio; labels carry no personal data."""

from prometheus_client import Counter, Histogram

SENT = Counter("cabina_twilio_sent_total", "Parts that Twilio accepted", ["route"])
SEGMENTS = Counter("cabina_twilio_sms_segments_total", "SMS segments that Twilio accepted")
FAILURES = Counter("cabina_twilio_failures_total", "Requests to send that Twilio refused or left unanswered", ["code"])
CALLS = Counter("cabina_calls_total", "Calls by what became of them", ["outcome"])
VOICE_SECONDS = Histogram(
    "cabina_voice_turn_seconds",
    "One request of a call, until its TwiML",
    buckets=(0.05, 0.1, 0.2, 0.4, 0.7, 1, 2, 4, 6, 8, 12),
)
