"""`cabina users …`: people from the command line, for the first day and for the day nobody can sign in."""

import argparse
import getpass
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy.orm import Session

from common.access import Actor
from common.database import transaction
from common.problems import Problem
from console.people import store
from console.people.admin_api import link_url
from console.people.first_run import ensure_administrator
from console.people.model import ROLE_NAMES, Operator, Role, SignInThrottle, wall_clock
from console.trail import note

COMMAND_LINE = Actor("system", "cli", "Línea de comandos")


def add_commands(parser: argparse.ArgumentParser, records: Callable[[], AbstractContextManager[None]]) -> None:
    """Add the sub-commands to the parser of `cabina users`; each runs inside `records()`, with the database at hand."""
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, help: str, do: Callable[[Session, argparse.Namespace], int]) -> argparse.ArgumentParser:
        child = commands.add_parser(name, help=help)
        child.set_defaults(do=lambda arguments: _run(do, arguments, records))
        return child

    command("list", "everyone, with role and state", _list)
    child = command("add", "add a person and print the link with which to set a password", _add)
    child.add_argument("username")
    child.add_argument("--name", required=True, help="full name, as callers are told it")
    child.add_argument("--role", choices=[role.value for role in Role], default="operator")
    child.add_argument("--email", help="the address that the identity provider gives, for OIDC")
    command("first", "make the first administrator, or print a new link while there is none with a password", _first)
    for name, help_text, do in (
        ("reset", "print a new link to set the password; sessions end when it is used", _reset),
        ("disable", "close the door to a person and end the sessions", _disable),
        ("enable", "open it again", _enable),
        ("unlock", "forget the failures that make a person wait", _unlock),
        ("reset-second-factor", "let a person enrol another phone", _reset_second_factor),
        ("end-sessions", "end every session of a person", _end_sessions),
    ):
        command(name, help_text, do).add_argument("username")
    child = command("password", "set a password, read from the terminal or from standard input", _password)
    child.add_argument("username")
    child = command("role", "give a person another role", _role)
    child.add_argument("username")
    child.add_argument("role", choices=[role.value for role in Role])


def _run(
    do: Callable[[Session, argparse.Namespace], int],
    arguments: argparse.Namespace,
    records: Callable[[], AbstractContextManager[None]],
) -> int:
    try:
        with records(), transaction() as session:
            return do(session, arguments)
    except Problem as problem:
        print(problem.detail, file=sys.stderr)
        return 1


def _person(session: Session, arguments: argparse.Namespace, action: str) -> Operator:
    operator = store.find_by_username(session, arguments.username)
    if not operator:
        raise Problem(f"No existe el usuario {arguments.username}.")
    note(session, COMMAND_LINE, action, "operator", str(operator.id))
    return operator


def _list(session: Session, _: argparse.Namespace) -> int:
    for operator in store.list_all(session):
        throttle = session.get(SignInThrottle, f"user:{operator.username}")
        marks = [
            ROLE_NAMES[Role(operator.role)],
            "second factor" if operator.totp_confirmed_at else "password only",
            "disabled" if operator.disabled_at else "active" if operator.password_hash else "no password yet",
        ]
        if throttle and throttle.locked_until and throttle.locked_until > wall_clock():
            marks.append("locked out")
        print(f"{operator.username:20} {operator.full_name:32} {' · '.join(marks)}")
    return 0


def _add(session: Session, arguments: argparse.Namespace) -> int:
    operator = store.add(
        session,
        username=arguments.username,
        full_name=arguments.name,
        role=Role(arguments.role),
        email=arguments.email,
    )
    note(session, COMMAND_LINE, "person.added", "operator", str(operator.id), {"role": arguments.role})
    return _print_link(session, operator)


def _print_link(session: Session, operator: Operator) -> int:
    url = link_url(store.issue_password_link(session, operator))
    print(f"{operator.username}: set the password within a day at {url}")
    return 0


def _first(session: Session, _: argparse.Namespace) -> int:
    url = ensure_administrator(session)
    print(f"Set the administrator's password within a day at {url}" if url else "There is an administrator already.")
    return 0


def _reset(session: Session, arguments: argparse.Namespace) -> int:
    return _print_link(session, _person(session, arguments, "person.link"))


def _disable(session: Session, arguments: argparse.Namespace) -> int:
    store.disable(session, _person(session, arguments, "person.disabled"))
    return 0


def _enable(session: Session, arguments: argparse.Namespace) -> int:
    store.enable(session, _person(session, arguments, "person.enabled"))
    return 0


def _unlock(session: Session, arguments: argparse.Namespace) -> int:
    operator = _person(session, arguments, "person.unlocked")
    print(store.forget_failures(session, f"user:{operator.username}", f"code:{operator.id}"), "locks removed")
    return 0


def _reset_second_factor(session: Session, arguments: argparse.Namespace) -> int:
    store.forget_second_factor(session, _person(session, arguments, "second_factor.removed"))
    return 0


def _end_sessions(session: Session, arguments: argparse.Namespace) -> int:
    operator = _person(session, arguments, "session.ended")
    print(store.revoke_sessions(session, operator.id), "sessions ended")
    return 0


def _password(session: Session, arguments: argparse.Namespace) -> int:
    operator = _person(session, arguments, "password.set")
    typed = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    store.set_password(session, operator, typed)
    return 0


def _role(session: Session, arguments: argparse.Namespace) -> int:
    operator = _person(session, arguments, "person.role")
    store.change_role(session, operator, Role(arguments.role))
    return 0
