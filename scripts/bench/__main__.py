"""Runs every measurement and prints the table; `--keep` also writes it to docs/benchmark.md."""

import argparse
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from cabina import model_files
from scripts.bench import book, console, conversations, peer
from scripts.bench.measure import Row, milliseconds, table
from tests.serving import free_port
from tests.stack import ROOT, Stack, start, stop

DOCUMENT = ROOT / "docs/benchmark.md"


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder that the database's own user may enter; removed at the end."""
    path = Path(tempfile.mkdtemp(prefix="cabina-bench-"))
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def measure_training() -> float:
    """Seconds of a training from nothing."""
    with folder() as path:
        began = time.perf_counter()
        model_files.train(path / "cabina-bench.tar.gz")
        return time.perf_counter() - began


def started(path: Path) -> tuple[Stack, float]:
    """A stack whose data lie in `path`, and the seconds until it was ready."""
    began = time.perf_counter()
    stack = start(path)
    return stack, time.perf_counter() - began


def measure_stack(theirs: peer.Peer, training: float, sizes: argparse.Namespace) -> list[Row]:
    """Start, turns, concurrency of ours, beside the peer's."""
    with folder() as path:
        stack, _ = started(path)
        stop(stack)
        stack, warm = started(path)
        try:
            single = conversations.alone(stack, sizes.conversations)
            crowd = conversations.at_once(stack, clients=20, each=sizes.each)
        finally:
            stop(stack)
    return [
        Row("training", f"{training:.0f} s", f"{theirs.train:.0f} s", "≤ 60 s"),
        Row("start, everything installed and trained", f"{warm:.1f} s", f"{theirs.start:.1f} s", "≤ 20 s"),
        Row("a chat turn, p50", milliseconds(single.median), milliseconds(theirs.turn.median), "≤ 35 ms"),
        Row(
            "a chat turn, p95",
            milliseconds(single.percentile(0.95)),
            milliseconds(theirs.turn.percentile(0.95)),
            "≤ 80 ms",
        ),
        Row("a chat turn, 20 callers at once, p95", milliseconds(crowd.percentile(0.95)), budget="≤ 400 ms"),
        Row("chat turns a second, 20 callers at once", f"{crowd.rate:.0f}"),
    ]


def measure_assistant(sizes: argparse.Namespace) -> list[Row]:
    """Training, start and turns, beside the bot of `rasa init`."""
    print("training", flush=True)
    training = measure_training()
    print("the peer: training, starting and timing the rasa init bot", flush=True)
    with folder() as path:
        theirs = peer.measure(path, free_port(), turns=200)
    print("starting the stack and holding conversations", flush=True)
    return measure_stack(theirs, training, sizes)


def measure_book(sizes: argparse.Namespace) -> list[Row]:
    """The system of record over a large book."""
    print(f"loading a book of {sizes.policies:,} policies and asking it", flush=True)
    with folder() as path:
        return book.measure(path, sizes.policies)


def measure_console(sizes: argparse.Namespace) -> list[Row]:
    """The operators' pages over many messages."""
    print(f"loading {sizes.messages:,} messages and opening the console over them", flush=True)
    with folder() as path:
        return console.measure(path, sizes.messages)


PARTS = {"assistant": measure_assistant, "book": measure_book, "console": measure_console}


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="scripts.bench", description=__doc__)
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part; may be given again")
    parser.add_argument("--keep", action="store_true", help="write the table to docs/benchmark.md")
    parser.add_argument("--conversations", type=int, default=40, help="conversations held one at a time")
    parser.add_argument("--each", type=int, default=4, help="conversations of each of the 20 callers")
    parser.add_argument("--policies", type=int, default=1_000_000, help="policies of the book")
    parser.add_argument("--messages", type=int, default=1_000_000, help="messages of the console")
    sizes = parser.parse_args()
    if sizes.keep and sizes.only:
        parser.error("--keep writes the whole table: leave --only out")
    return sizes


def main() -> None:
    """Measure and print."""
    sizes = arguments()
    rows = [row for name, part in PARTS.items() if name in (sizes.only or PARTS) for row in part(sizes)]
    where = f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, {platform.python_version()}"
    text = f"{table(rows)}\n\nMeasured in one run: {where}. The peer of the assistant is the bot of `rasa init`."
    print(text)
    if sizes.keep:
        DOCUMENT.write_text(f"# Benchmark\n\n`make bench` prints this table.\n\n{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
