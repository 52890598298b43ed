"""`make bench`: the project's speed beside a peer's, measured in one run on one machine."""
