"""Importing a book: every line is validated, bad ones are reported with their reason, good policies loaded in bulk."""

from policy_backend.policies.importing.reading import ImportFailed
from policy_backend.policies.importing.run import Report, import_book

__all__ = ["ImportFailed", "Report", "import_book"]
