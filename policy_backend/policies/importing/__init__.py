"""Importing a book: every row is validated, bad ones are reported with line and reason, good policies are loaded in bulk."""

from policy_backend.policies.importing.reading import ImportFailed
from policy_backend.policies.importing.run import Report, import_book

__all__ = ["ImportFailed", "Report", "import_book"]
