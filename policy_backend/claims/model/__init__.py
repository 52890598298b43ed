"""A claim's types and rules, without any input or output."""
