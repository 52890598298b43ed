"""Everything that Twilio may request of Cabina."""

from fastapi import APIRouter

from channels.twilio import messaging_api
from channels.twilio.voice import api as voice_api

router = APIRouter()
router.include_router(messaging_api.router)
router.include_router(voice_api.router)
