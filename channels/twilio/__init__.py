"""WhatsApp, SMS and the telephone through Twilio: webhooks in, REST API out, calls as TwiML."""
