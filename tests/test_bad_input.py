"""Files that are no solution at all: each gets a clear message and no points, and never hurts the grader.

The first line of a file says what must come out: ``# expect: pass``, or the kinds that its failure may have.
"""

import re
from pathlib import Path

import pytest

from autograder import sandbox

FOLDER = Path(__file__).resolve().parent / "submissions"
FILES = sorted(p for p in FOLDER.glob("ch*_*/bad_input/*/*.py") if p.is_file())
WITHOUT_A_LINE = {"empty": {"interface"}, "utf16": {"syntax"}, "latin1_declared": {"pass"}, "utf8_bom_crlf": {"pass"},
                  "not_utf8_in_comment": {"syntax", "pass"}, "untouched_stub": {"exception"}}


def expected(path):
    if path.stem in WITHOUT_A_LINE:
        return WITHOUT_A_LINE[path.stem]
    line = path.read_bytes().split(b"\n")[0].decode("utf-8", "replace")
    return set(re.match(r"# expect: ([\w|]+)", line).group(1).split("|"))


@pytest.mark.parametrize("path", FILES, ids=[f"{p.parent.name}/{p.stem}" for p in FILES])
def test_a_bad_file_is_told_what_is_wrong(path):
    exercise = f"{path.parent.parent.parent.name}/{path.parent.name}"
    report = sandbox.check_source(exercise, path.read_bytes(), filename=path.name)
    failed = [c for c in report["checks"] if c["outcome"] == "failed"]
    assert not [c["message"] for c in report["checks"] if c["outcome"] == "grader_error"]
    kinds = {c["kind"] for c in failed} or {"pass"}
    assert kinds & expected(path), failed
    if failed:
        assert report["score"] < report["max_score"]
        first = failed[0]["message"]
        assert len(first) > 20 and "Traceback" not in first and "autograder" not in first and " at 0x" not in first
    else:
        assert report["score"] == report["max_score"]
