"""The job ``explore`` of the sandboxed child: any program, explored or replayed, as plain data."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from .api import ExploreError, explore, replay
from .program import Program
from .schedule import ScheduleError


def run(job, progress):
    """{"path", "source", "function", "schedule"?, "fair"?, "max_schedules"?, "samples"?} -> a Result as a dict.

    progress is called with {"schedules", "steps"} now and then.  What cannot be explored is the verdict ``error``.
    """
    name = job["function"]
    options = {k: job[k] for k in ("fair", "max_schedules", "samples") if job.get(k) is not None}
    try:
        program = Program(job["source"], job["path"], Path(job["path"]).stem, trusted=True)
        if job.get("schedule"):
            result = replay((program, name), job["schedule"])
        else:
            result = explore((program, name), on_progress=lambda n, s: progress({"schedules": n, "steps": s}), **options)
    except SyntaxError as error:
        result = None
        kind, message = "syntax", f"{Path(job['path']).name} does not parse: line {error.lineno}: {error.msg}"
    except (ExploreError, ScheduleError) as error:
        result = None
        kind, message = "usage", str(error)
    if result is None:
        return {"verdict": "error", "kind": kind, "message": message, "schedules": 0, "steps": 0, "seconds": 0.0,
                "schedule": "", "trace": None}
    data = asdict(result)
    del data["function"]
    return data
