"""News that go out unasked: the adjuster, a missed deadline, a trámite. Each once, where the person was."""

from channels.twilio.news.tell import notify

__all__ = ["notify"]
