"""`cabina review export FOLDER`."""

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from common.database import transaction
from console.people.cli import COMMAND_LINE
from console.review.export import export
from console.trail import note


def add_commands(parser: argparse.ArgumentParser, records: Callable[[], AbstractContextManager[None]]) -> None:
    """Add the sub-commands to the parser of `cabina review`."""
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    child = commands.add_parser(
        "export", help="write reviewers' corrections as Rasa NLU examples and a conversation test"
    )
    child.add_argument("folder", type=Path, help="where nlu.yml and conversations.json are written")
    child.add_argument("--all", action="store_true", help="also those exported before")
    child.set_defaults(do=lambda arguments: _export(arguments, records))


def _export(arguments: argparse.Namespace, records: Callable[[], AbstractContextManager[None]]) -> int:
    with records(), transaction() as session:
        written = export(session, arguments.folder, everything=arguments.all)
        note(session, COMMAND_LINE, "review.export", "review", "-", {"examples": written.examples})
    print(f"{written.examples} NLU examples, {written.conversations} conversation tests in {arguments.folder}")
    return 0
