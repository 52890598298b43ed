"""`cabina twilio check`: what is missing or wrong in the settings and in the Twilio account, in plain words."""

from channels.twilio.check.report import run

__all__ = ["run"]
