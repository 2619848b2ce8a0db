"""The entry point of the job "explore", in the child: hands a program to the explorer. Used by `exploring.py`."""

import dataclasses

from autograder.explore import ExploreError, ScheduleError, explore, replay

_NOT_OPTIONS = ("call", "path", "source", "function", "schedule")


def run(job, progress):
    """{"path", "function", "schedule" to replay it, and options of `explore`} -> a Result as a dict.

    progress: called with {"schedules", "steps"}.
    """
    where = (job["path"], job["function"])
    options = {key: value for key, value in job.items() if key not in _NOT_OPTIONS}
    try:
        if "schedule" in job:
            result = replay(where, job["schedule"], **options)
        else:
            result = explore(where, on_progress=lambda schedules, steps: progress(
                {"schedules": schedules, "steps": steps}), **options)
    except (ExploreError, ScheduleError) as error:
        return {"verdict": "error", "kind": "", "message": str(error), "schedules": 0, "steps": 0, "seconds": 0.0,
                "schedule": "", "trace": None}
    return dataclasses.asdict(result)
