"""How well the assistant understands people it never met: `make eval`."""
