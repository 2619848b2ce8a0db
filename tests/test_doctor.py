"""`course doctor` on this machine, and on one where something is missing."""
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATES = {"works", "weak", "missing"}


def doctor(*words, **variables):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run([sys.executable, "-P", "-m", "autograder", "doctor", *words], env=environment, capture_output=True,
                          text=True, encoding="utf-8")


def test_json():
    done = doctor("--json")
    findings = {finding["name"]: finding for finding in json.loads(done.stdout)["findings"]}
    for finding in findings.values():
        assert set(finding) == {"name", "state", "note", "essential"}
        assert finding["state"] in STATES and finding["note"]
    assert findings["Python"]["state"] == "works" and sys.executable in findings["Python"]["note"]
    assert findings["greenlet"]["state"] == "works"
    assert findings["Start method spawn"]["state"] == "works"
    assert findings["Start method fork"]["state"] == ("missing" if os.name == "nt" else "works")
    assert findings["nbgrader"]["state"] == findings["alembic"]["state"] == "works"
    assert findings["nbgrader in the server"]["state"] == findings["nbgrader in JupyterLab"]["state"] == "works"
    essential = [finding for finding in findings.values() if finding["essential"] and finding["state"] == "missing"]
    assert done.returncode == bool(essential)


def test_table_has_a_word_and_a_symbol_for_every_state():
    done = doctor(NO_COLOR="1", COLUMNS="200", PYTHONIOENCODING="utf-8")
    assert "\x1b" not in done.stdout
    assert "✔ works" in done.stdout and "Start method spawn" in done.stdout
    last = done.stdout.strip().splitlines()[-1]
    assert last == "Nothing that the course needs is broken." or last.startswith("To be mended: ")


def test_what_is_missing_is_said_with_its_remedy():
    from autograder import doctor
    finding = doctor.start_method("teleport")
    assert finding.state == "missing" and "teleport" in finding.note and not finding.essential
    assert doctor.failure([sys.executable, "-c", "raise SystemExit('it is cold')"]) == "it is cold"
    assert doctor.failure([str(ROOT / "no" / "such" / "program")])
    assert doctor.failure([sys.executable, "-c", ""]) == ""


def test_exit_code_when_something_essential_is_missing(monkeypatch, capsys):
    """Without this Python's programs on PATH there is no alembic: what `course` itself sees to is undone here."""
    from autograder import doctor
    monkeypatch.setenv("PATH", "")
    assert doctor.gradebook().state == "missing" and "python course.py" in doctor.gradebook().note
    monkeypatch.setattr(doctor, "examine", lambda: [doctor.gradebook(), doctor.python()])
    assert doctor.run_doctor(as_json=False) == 1
    assert "To be mended: alembic." in capsys.readouterr().out
