"""One conversation: what was said, the claim that grows beside it, and a person stepping in."""
