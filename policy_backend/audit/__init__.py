"""Who looked at or changed which record: append-only, kept with the record's own transaction."""
