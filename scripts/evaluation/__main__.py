"""`make eval`: judge the assistant on the held-out set, print the tables, keep them in docs/evaluation.md."""

import argparse
import json
import os
import platform
import subprocess
import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from scripts.evaluation import tables
from scripts.evaluation.classifiers import PIPELINES, Measured, measure
from scripts.evaluation.dialogues import Held, hold
from scripts.evaluation.labelled import SETS, conversations, utterances
from scripts.evaluation.lines import hold_on_line, on_twilio
from scripts.evaluation.understanding import Understood, hear_all
from tests.stack import Stack, running

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/evaluation.md"
FAILURES = ROOT / "results/evaluation"
PARTS = ["utterances", "conversations", "lines", "classifiers"]
MARK = "<!-- measured by make eval: {} -->"


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="make eval", description=__doc__)
    parser.add_argument("--set", choices=SETS, default=SETS[0], help="which sentences (default: the held-out ones)")
    parser.add_argument("--only", choices=PARTS, help="one part of it")
    parser.add_argument("--url", help="a running Cabina instead of one of our own (give --rasa-url and --token too)")
    parser.add_argument("--rasa-url", default="http://127.0.0.1:5005")
    parser.add_argument("--token", default=os.environ.get("CABINA_API_TOKEN", ""))
    parser.add_argument("--epochs", type=int, default=12, help="of DIET (default 12; Rasa's own default is 100)")
    parser.add_argument("--keep", action="store_true", help="write the tables into docs/evaluation.md")
    asked = parser.parse_args()
    if asked.keep and asked.set != SETS[0]:
        parser.error("the page keeps the held-out set's tables only: leave --keep or --set out")
    return asked


def measured_on() -> str:
    """What was measured, when and where, in one line under each table."""
    version = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[1]:.1f}"
    return f"Measured on {date.today()} at {version.stdout.strip() or 'an unknown version'}; {machine}."


def print_and_keep(part: str, title: str, text: str, keep: bool) -> None:
    """Print a table and, with `keep`, put it between its marks in the page."""
    text = f"{text}\n\n{measured_on()}"
    print(f"\n## {title}\n\n{text}\n", flush=True)
    page = PAGE.read_text(encoding="utf-8")
    first, last = MARK.format(part), MARK.format(f"end of {part}")
    if keep and first in page and last in page:
        before, after = page.split(first)[0], page.split(last)[1]
        PAGE.write_text(f"{before}{first}\n{text}\n{last}{after}", encoding="utf-8")


def write_failures(name: str, failures: list[dict[str, object]]) -> None:
    """One failure a line, under results/, which git ignores."""
    FAILURES.mkdir(parents=True, exist_ok=True)
    path = FAILURES / f"{name}.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in failures), encoding="utf-8")
    print(f"{len(failures)} failures in {path.relative_to(ROOT)}")


def judge_utterances(target: Stack, name: str, keep: bool) -> list[Understood]:
    """Intents and fields of single utterances."""
    now, all_utterances = utterances(name)
    understood = hear_all(target.rasa_url, now, all_utterances)
    print_and_keep("utterances", "Utterances", tables.understanding(understood), keep)
    failed = [one for one in understood if one.wrong or not one.intent_right]
    write_failures("utterances", [_failure(one) for one in failed])
    return understood


def _failure(one: Understood) -> dict[str, object]:
    said = one.utterance
    wrong = {path: {"wanted": said.fields[path], "got": got} for path, got in one.wrong.items()}
    intent = None if one.intent_right else {"wanted": [said.intent, *said.intent_also], "got": one.intent}
    return {"id": said.id, "slice": said.slice, "expects": said.expects, "text": said.text, "intent": intent, **wrong}


def judge_conversations(target: Stack, name: str, keep: bool) -> list[Held]:
    """Whole conversations."""
    held = [hold(target.url, target.token, scenario) for scenario in conversations(name)]
    print_and_keep("conversations", "Conversations", tables.dialogues(held), keep)
    _write_failed("conversations", held)
    return held


def judge_lines(name: str, keep: bool) -> list[Held]:
    """The same conversations on the lines that people use, with a stack of our own."""
    with on_twilio() as target:
        held = [hold_on_line(target, scenario) for scenario in conversations(name)]
    print_and_keep("lines", "Conversations by WhatsApp, SMS and telephone", tables.dialogues(held, timed=False), keep)
    _write_failed("lines", held)
    return held


def _write_failed(part: str, held: list[Held]) -> None:
    failed = [one for one in held if not one.all_right]
    write_failures(
        part,
        [
            {"id": one.scenario["id"], "failures": one.outcome.failures, "log": one.outcome.transcript().splitlines()}
            for one in failed
        ],
    )


def compare_classifiers(name: str, epochs: int, keep: bool) -> list[Measured]:
    """The same data through three pipelines."""
    _, all_utterances = utterances(name)
    measured = []
    for pipeline in PIPELINES:
        print(f"training and measuring: {pipeline}", flush=True)
        measured.append(measure(pipeline, all_utterances, epochs))
    text = f"{tables.classifiers(measured, all_utterances)}\n\nDIET was trained for {epochs} epochs."
    print_and_keep("classifiers", "Pipelines on the same data", text, keep)
    return measured


def main() -> int:
    """Run what was asked; the exit code says only whether it could be measured."""
    asked = arguments()
    if asked.only in (None, "utterances", "conversations"):
        given = Stack(asked.url, asked.token, asked.rasa_url) if asked.url else None
        with nullcontext(given) if given else running() as target:
            if asked.only in (None, "utterances"):
                judge_utterances(target, asked.set, asked.keep)
            if asked.only in (None, "conversations"):
                judge_conversations(target, asked.set, asked.keep)
    if asked.only in (None, "lines"):
        judge_lines(asked.set, asked.keep)
    if asked.only in (None, "classifiers"):
        compare_classifiers(asked.set, asked.epochs, asked.keep)
    return 0


if __name__ == "__main__":
    sys.exit(main())
