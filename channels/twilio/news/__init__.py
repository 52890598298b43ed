"""News that go out unasked: the adjuster, a missed deadline, a trámite. Each once, where the person was."""

from channels.twilio.news.tell import notify, on_the_way

__all__ = ["notify", "on_the_way"]
