"""Trámites of a car-financing plan: payoff with its three items under one folio, and endosos. Pure types and rules."""
