"""WhatsApp's customer-service window: free text only within 24 hours of the person's last message."""

from datetime import datetime, timedelta

WINDOW = timedelta(hours=24)
MARGIN = timedelta(minutes=2)  # a message that would reach WhatsApp just after the window closed is late already


def is_open(last_inbound_at: datetime | None, now: datetime) -> bool:
    """True when free text may still be sent on WhatsApp."""
    return last_inbound_at is not None and now - last_inbound_at < WINDOW - MARGIN
