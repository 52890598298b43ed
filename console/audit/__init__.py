"""The audit trail as a page: who looked at or changed what."""
