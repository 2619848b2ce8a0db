"""What `grade` says about one student: plain data, ready for JSON."""

# Of a check; the renderers' own keys (trace, promise, …) stay in the notebooks.
PUBLIC = ("name", "label", "points", "max_points", "outcome", "verdict", "kind", "message", "schedules", "schedule")
STATUSES = ("graded", "needs_attention", "set_aside")  # the most serious last


def missing(student: str, points: dict) -> dict:
    """The entry of a student who handed in nothing. `points` is the assignment's `gradebook.layout`."""
    return {"student": student, "score": None, "max_score": total(points), "status": "missing",
            "notes": ["Nothing was handed in."], "notebooks": []}


def total(points: dict) -> float:
    """The points of a whole assignment."""
    return float(sum(sum(cells.values()) for cells in points.values()))


def entry(student: str, points: dict, recorded: dict, graded: dict, failures: dict, absent, others: list) -> dict:
    """The entry of a student who handed something in.

    recorded: `gradebook.scores`. graded, failures: of the converter. absent: notebooks that were not handed in.
    others: file names that belong to no notebook of the assignment.

    `status` is the most serious one of the notebooks: "set_aside" (cannot be graded as it was handed in),
    "needs_attention" (a person must look: a fault of ours, tampering, a missing solution cell, a file with another
    name), "graded". `score` is the sum of what is decided, and None if nothing is.
    """
    notebooks = [_notebook(name, cells, recorded.get(name), graded.get(name, {}), failures.get(name, ""),
                           name in absent, others) for name, cells in points.items()]
    notes = [f"{notebook['name']}: {note}" for notebook in notebooks for note in notebook["notes"]]
    notes += [f"{name} is not a notebook of this assignment; it was ignored." for name in others]
    decided = [notebook["score"] for notebook in notebooks if notebook["score"] is not None]
    return {"student": student, "score": float(sum(decided)) if decided else None, "max_score": total(points),
            "status": max((notebook["status"] for notebook in notebooks), key=STATUSES.index),
            "notes": notes, "notebooks": notebooks}


def _notebook(name, cells, recorded, found, failure, absent, others) -> dict:
    """One notebook of the entry: {"name", "score", "max_score", "status", "notes", "checks"}."""
    checks = [check for report in found.get("reports", {}).values() for check in report["checks"]]
    tampered = [f"{check['name']}: {check['message']}" for check in checks if check["kind"] == "tampered"]
    set_aside, faults = found.get("set_aside"), list(dict.fromkeys(found.get("faults", ())))
    lost = absent and not set_aside
    notes = [set_aside] * bool(set_aside) + found.get("notes", []) + faults + tampered + [failure] * bool(failure)
    if lost:
        perhaps = f" Perhaps it is {' or '.join(others)}; rename that file and grade again." if others else ""
        notes.append(f"It was not handed in: 0 points.{perhaps}")
    serious = failure or faults or tampered or found.get("missing") or (lost and others)
    status = "set_aside" if set_aside else "needs_attention" if serious else "graded"
    score, most, undecided = recorded or (0.0, float(sum(cells.values())), True)
    return {"name": name, "score": None if set_aside or (undecided and not score) else score, "max_score": most,
            "status": status, "notes": notes, "checks": [{key: check[key] for key in PUBLIC} for check in checks]}
