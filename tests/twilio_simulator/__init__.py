"""Twilio's side, simulated: its REST API, its webhooks with real signatures, its telephone, and the ways it fails."""

from tests.twilio_simulator.server import SimulatedTwilio
from tests.twilio_simulator.webhooks import Webhooks

__all__ = ["SimulatedTwilio", "Webhooks"]
