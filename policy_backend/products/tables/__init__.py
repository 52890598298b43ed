"""Dated tables: values of the UMA, clocks of the states, metropolitan municipalities."""
