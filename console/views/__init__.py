"""Saved views: a page with its filters, kept under a name."""
