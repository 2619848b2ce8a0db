"""The corpus of submissions against the grader: which of them is judged otherwise than its header says.

    python -m tests.corpus                       every submission, on the simulated machine
    python -m tests.corpus --real                and for real too: about twenty minutes on two cores
    python -m tests.corpus bank once --jobs 1    those of these exercises
    python -m tests.corpus --times 20            each so often; the reports must not differ

A right submission starts with `# right: …`.  A wrong one starts with `# fails: CHECK: the schedule or the input that shows it`,
which may go on in the next lines, and then has `# kind: …`, with `|` between kinds that will do.
"""

import argparse
import json
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from autograder import sandbox
from autograder.checks import loading, registry, runner

CORPUS = Path(__file__).resolve().parent / "submissions"


def submissions(exercise=""):
    """The files of one exercise, or of all, right ones first."""
    where = exercise or "ch*_*/*"
    return sorted(CORPUS.glob(f"{where}/right_*.py")) + sorted(CORPUS.glob(f"{where}/wrong_*.py"))


def exercise_of(path):
    """ "chNN_topic/name" of a submission."""
    return f"{path.parent.parent.name}/{path.parent.name}"


def header(path):
    """(name of the check that must fail, the kinds that will do) of a wrong submission, (None, set()) of a right one."""
    text = path.read_text(encoding="utf-8")
    if text.startswith("# right: "):
        return None, set()
    named = re.match(r"# fails: (\w+): \S", text)
    kinds = re.search(r"^# kind: (\S+)$", text, re.MULTILINE)
    if not named or not kinds:
        raise ValueError(f"{path.name} must begin with `# right: …` or with `# fails: CHECK: …` and `# kind: …`")
    return named.group(1), set(kinds.group(1).split("|"))


def simulated(exercise, source, filename):
    """The checks of a module, those on the simulated machine only."""
    return runner.run({"exercise": exercise, "source": source, "filename": filename}, lambda message: None)["checks"]


def judged(path, real=False):
    """The checks of a submission; with those that run for real if ``real``, or if it must fail in one of them."""
    exercise, named = exercise_of(path), header(path)[0]
    real = real or any(check.real and check.name == named for check in registry.find(exercise).checks)
    if real:
        return sandbox.check_source(exercise, path.read_bytes(), filename=path.name)["checks"]
    return simulated(exercise, path.read_text(encoding="utf-8"), path.name)


def disagreement(path, checks):
    """What the grader says otherwise than the header, in words, or ""."""
    named, kinds = header(path)
    bad = {check["name"]: check for check in checks if check["outcome"] in ("failed", "grader_error")}
    told = "; ".join(f"{name}: {check['kind'] or check['outcome']}: {check['message']}" for name, check in bad.items())
    if named is None:
        return f"it is right, but {told}" if bad else ""
    if any(check["outcome"] == "grader_error" for check in bad.values()):
        return told
    if not bad:
        return f"{named} must fail, and everything passes"
    if named not in bad:
        return f"{named} must fail; {told}"
    if not kinds & {check["kind"] for check in bad.values()}:
        return f"the kind must be {' or '.join(sorted(kinds))}; {told}"
    return ""


def known_checks(exercise):
    return {loading.LOADS, *(check.name for check in registry.find(exercise).checks)}


def _one(job):
    path, real, times = job
    reports = {json.dumps(judged(path, real), sort_keys=True) for _ in range(times)}
    if len(reports) > 1:
        return path, f"{times} runs gave {len(reports)} reports"
    return path, disagreement(path, json.loads(reports.pop()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE")
    parser.add_argument("--real", action="store_true", help="run the real checks too")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (2)")
    parser.add_argument("--times", type=int, default=1, metavar="N", help="runs of each submission")
    options = parser.parse_args()
    names = [registry.find(name).id for name in options.exercises] or [""]
    paths = [path for name in names for path in submissions(name)]
    wrong = 0
    with ProcessPoolExecutor(options.jobs) as pool:
        for number, (path, text) in enumerate(pool.map(_one, [(path, options.real, options.times) for path in paths]), 1):
            if text:
                wrong += 1
                print(f"{exercise_of(path)}/{path.name}: {text}", flush=True)
            if sys.stderr.isatty():
                print(f"\r{number} of {len(paths)}", end="", file=sys.stderr, flush=True)
    print(f"{len(paths) - wrong} of {len(paths)} submissions are judged as their headers say.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
