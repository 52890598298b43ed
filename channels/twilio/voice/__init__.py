"""The telephone: what a caller hears, how answers are taken, and the way to a person from anywhere."""
