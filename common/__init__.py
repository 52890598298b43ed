"""What every capability stands on: settings, the clock, the database, problems, access. Knows none of them."""
