"""The command line: `cabina COMMAND`."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from cabina import model_files
from cabina.records import records
from cabina.run import run, say
from channels.twilio import check as twilio_check
from common.database import engine, transaction
from console.people import cli as people
from console.privacy import cli as privacy
from console.review import cli as review
from policy_backend.policies import demo_book
from policy_backend.policies.importing import ImportFailed, import_book


def _train(_: argparse.Namespace) -> int:
    try:
        print(model_files.ensure(say))
    except model_files.TrainingFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _migrate(_: argparse.Namespace) -> int:
    with records():
        say("the database has the newest schema")
    return 0


def _load_demo(_: argparse.Namespace) -> int:
    with records(), transaction() as session:
        loaded = demo_book.load(session)
    say(f"loaded {loaded} policies of the demonstration book" if loaded else "the book is not empty: nothing loaded")
    return 0


def _import(chosen: argparse.Namespace) -> int:
    def bad(line: int, reason: str) -> None:
        print(f"line {line}: {reason}", file=sys.stderr)

    began = time.monotonic()
    try:
        with records():
            report = import_book(engine(), chosen.file, all_or_nothing=chosen.all_or_nothing, say=say, bad=bad)
    except (ImportFailed, OSError) as failure:
        print(f"cabina · {failure}", file=sys.stderr)
        return 1
    took = time.monotonic() - began
    say(f"{report.lines:,} lines read, {report.bad:,} bad, {took:.0f} s")
    say(f"loaded {report.policies:,} policies with {report.units:,} units")
    return 0 if report.loaded and not report.bad else 1


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
    command = commands.add_parser("import", help="load policies from a CSV or JSON Lines file (docs/import.md)")
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--all-or-nothing", action="store_true", help="load nothing when a single line is bad")
    command.set_defaults(do=_import)
    command = commands.add_parser("twilio", help="check: what is missing or wrong in the Twilio account and settings")
    command.add_argument("what", choices=["check"])
    command.set_defaults(do=lambda _: twilio_check.run())
    command = commands.add_parser("review", help="reviewers' corrections as training data")
    review.add_commands(command, records)
    command = commands.add_parser("privacy", help="what a person may ask about their data; the time that data are kept")
    privacy.add_commands(command, records)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    chosen = _parser().parse_args(arguments)
    return int(chosen.do(chosen))


if __name__ == "__main__":
    sys.exit(main())
