"""How the facts of a message are taken into the draft, whatever was asked."""
