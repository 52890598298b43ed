"""Search over what was said, people, plates, policies and numbers; accents and typos are forgiven."""
