"""`cabina privacy …`: what a person may ask about their data, and the time that data are kept."""

import argparse
import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager

from common.database import transaction
from console.people.cli import COMMAND_LINE
from console.privacy import store

Records = Callable[[], AbstractContextManager[None]]


def add_commands(parser: argparse.ArgumentParser, records: Records) -> None:
    """Add the sub-commands to the parser of `cabina privacy`."""
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    child = commands.add_parser("export", help="acceso: print everything kept about a person as JSON")
    child.add_argument("phone")
    child.set_defaults(do=lambda arguments: _export(arguments, records))
    child = commands.add_parser("correct", help="rectificación: the person's right name")
    child.add_argument("phone")
    child.add_argument("name")
    child.set_defaults(do=lambda arguments: _correct(arguments, records))
    child = commands.add_parser("erase", help="cancelación: delete what need not be kept, block the rest")
    child.add_argument("phone")
    child.set_defaults(do=lambda arguments: _erase(arguments, records))
    child = commands.add_parser("retain", help="delete and anonymise what is past its time")
    child.set_defaults(do=lambda _: _retain(records))


def _export(arguments: argparse.Namespace, records: Records) -> int:
    with records(), transaction() as session:
        json.dump(store.export_person(session, arguments.phone, COMMAND_LINE), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


def _correct(arguments: argparse.Namespace, records: Records) -> int:
    with records(), transaction() as session:
        print(store.correct_person(session, arguments.phone, arguments.name, COMMAND_LINE), "claims corrected")
    return 0


def _erase(arguments: argparse.Namespace, records: Records) -> int:
    with records(), transaction() as session:
        outcome = store.erase_person(session, arguments.phone, COMMAND_LINE)
    print(f"{outcome['erased']} conversations deleted; {outcome['kept']} kept by law and blocked")
    if not outcome["trackers"]:
        print("The assistant's own memory is out of reach: set CABINA_TRACKER_URL and run again.", file=sys.stderr)
        return 1
    return 0


def _retain(records: Records) -> int:
    total = {"conversations": 0, "claims": 0}
    with records():
        while True:
            with transaction() as session:
                done = store.apply_retention(session, COMMAND_LINE)
            if not any(done.values()):
                break
            total = {name: total[name] + done[name] for name in total}
    print(f"{total['conversations']} conversations deleted, {total['claims']} claims anonymised")
    return 0
