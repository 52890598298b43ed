"""Deferred work: a job is put down in the same transaction as the fact that calls for it (procrastinate's table)."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

_DEFER = text(
    "INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at) "
    "VALUES ('default', :task, 0, :lock, :queueing_lock, CAST(:args AS jsonb), :at) ON CONFLICT DO NOTHING"
)


def defer(
    session: Session,
    task: str,
    args: dict[str, Any],
    *,
    lock: str | None = None,
    queueing_lock: str | None = None,
    at: datetime | None = None,
) -> None:
    """Put down a job for the worker; it starts after this transaction commits, not before `at`.

    `task` is the task's full name (`blueprint:task`), `args` its keyword arguments as JSON. Jobs of one `lock` run one
    at a time, in order; while a job with the same `queueing_lock` still waits, this one is not added.
    """
    values = {"task": task, "args": json.dumps(args), "lock": lock, "queueing_lock": queueing_lock, "at": at}
    session.execute(_DEFER, values)
