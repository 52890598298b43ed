"""Answers that were never trained on (unseen.jsonl, written before they were first heard)."""

import json
from pathlib import Path

from bot.nlu.answers.said import ELSE, LIKELY, SURE, answer, likely

ROWS = [json.loads(line) for line in Path(__file__).with_name("unseen.jsonl").read_text("utf-8").splitlines()]


def share(rows, answers, least, right):
    heard = [(row, answer(likely(answers.hear(row["text"])).get(row["expects"], {}), least)) for row in rows]
    return sum(right(row["says"], kind) for row, kind in heard) / len(rows)


def test_most_answers_are_understood(answers):
    rows = [row for row in ROWS if row["says"] != ELSE]
    assert share(rows, answers, LIKELY, lambda says, kind: kind == says) >= 0.8


def test_few_are_misunderstood(answers):
    assert share(ROWS, answers, LIKELY, lambda says, kind: kind not in (says, None)) <= 0.06
    assert share(ROWS, answers, SURE, lambda says, kind: kind not in (says, None)) <= 0.02


def test_what_answers_nothing_stays_something_else(answers):
    rows = [row for row in ROWS if row["says"] == ELSE]
    assert share(rows, answers, LIKELY, lambda says, kind: kind is None) >= 0.85
