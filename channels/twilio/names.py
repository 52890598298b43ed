"""Names of the worker's tasks, for those who put them down."""

NAMESPACE = "twilio"
FETCH_MEDIA = f"{NAMESPACE}:fetch_media"
