"""The operators' console: pages where people watch conversations, step in, review them and answer for the clock."""
