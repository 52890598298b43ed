"""Operators, supervisors and administrators: who they are, how they sign in, what they may do."""
