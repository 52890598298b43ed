"""The command line: `cabina COMMAND`."""

import argparse
import sys
from collections.abc import Sequence

from cabina import model_files
from cabina.migrate import migrate
from cabina.records import records
from cabina.run import run, say
from common.database import transaction
from console.people import cli as people
from policy_backend.policies import demo_book


def _train(_: argparse.Namespace) -> int:
    try:
        print(model_files.ensure(say))
    except model_files.TrainingFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _migrate(_: argparse.Namespace) -> int:
    migrate()
    say("the database has the newest schema")
    return 0


def _load_demo(_: argparse.Namespace) -> int:
    with transaction() as session:
        loaded = demo_book.load(session)
    say(f"loaded {loaded} policies of the demonstration book" if loaded else "the book is not empty: nothing loaded")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cabina", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("run", help="prepare what is missing and start every process")
    command.set_defaults(do=lambda _: run())
    command = commands.add_parser("train", help="train the assistant if its data changed")
    command.set_defaults(do=_train)
    command = commands.add_parser("migrate", help="bring the database to the newest schema")
    command.set_defaults(do=_migrate)
    command = commands.add_parser("load-demo", help="load the demonstration book into an empty book")
    command.set_defaults(do=_load_demo)
    command = commands.add_parser("users", help="people of the console: add, list, disable, reset, unlock…")
    people.add_commands(command, records)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    chosen = _parser().parse_args(arguments)
    return int(chosen.do(chosen))


if __name__ == "__main__":
    sys.exit(main())
