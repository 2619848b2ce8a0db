"""However a job ends, `run` returns an Outcome that says how, soon, and with the same words every time."""

import json
import os
import sys
import threading

import pytest

from autograder import sandbox
from autograder.sandbox import parent

SHORT = sandbox.Limits(wall=1)
LONG = sandbox.Limits(wall=60)  # for what must not end by the clock

posix = pytest.mark.skipif(os.name != "posix", reason="signals and fork")


def test_a_job_returns_its_result_and_progress(any_kind, start):
    seen = []
    outcome = start(any_kind, "echo", on_progress=seen.append, word="ä\n")
    assert outcome.status == "ok" and outcome.message == "" and outcome.exitcode == 0
    assert outcome.result == {"job": {"word": "ä\n"}}
    assert seen == [{"step": 1}, {"step": 2}]
    assert "to stderr\n" in outcome.stderr
    assert "to stdout\n" in (outcome.stderr if any_kind == "plain" else outcome.stdout)
    assert outcome.sandbox["kind"] == any_kind
    assert outcome.sandbox["weak"] == bool(outcome.sandbox["note"]) == (any_kind != "bubblewrap")
    json.dumps(outcome.as_dict())


def test_a_large_job_comes_through(any_kind, start):
    outcome = start(any_kind, "echo", text="x" * 1_000_000)
    assert outcome.result["job"]["text"] == "x" * 1_000_000


def test_what_never_ends_is_ended_at_the_wall_limit(any_kind, start):
    seen = []
    outcome = start(any_kind, "spin", SHORT, seen.append)
    assert (outcome.status, outcome.limit, outcome.result) == ("timeout", "wall", None)
    assert outcome.message == ("The code did not end within its time limit (10 s of computing, 1 s in all). "
                               "Look for a loop or a wait that never ends.")
    assert seen == [{"begun": True}]


def test_waiting_is_ended_as_well(any_kind, start):
    assert start(any_kind, "wait_for_ever", SHORT).status == "timeout"


def test_a_flood_of_messages_does_not_hide_the_clock(start):
    """Nor does it fill our memory: whichever limit comes first ends it."""
    assert start(None, "flood_progress", SHORT).status in ("timeout", "tampered")


def test_cpu_time_is_limited(limited, start):
    outcome = start(limited, "exhaust_cpu", LONG.replace(cpu=1))
    assert (outcome.status, outcome.limit) == ("timeout", "cpu")
    assert "time limit" in outcome.message


@pytest.mark.parametrize("code", [0, 3])
def test_os_exit(any_kind, start, code):
    outcome = start(any_kind, "os_exit", LONG, code=code)
    assert (outcome.status, outcome.exitcode) == ("died", code)
    assert f"os._exit({code})" in outcome.message


@pytest.mark.parametrize("code, exitcode", [(None, 0), (3, 3), ("words", 1)])
def test_sys_exit(any_kind, start, code, exitcode):
    outcome = start(any_kind, "sys_exit", LONG, code=code)
    assert (outcome.status, outcome.exitcode) == ("died", exitcode)
    assert f"sys.exit({code!r})" in outcome.message


@posix
@pytest.mark.parametrize("name", ["SIGKILL", "SIGSEGV", "SIGTERM"])
def test_death_by_signal(any_kind, start, name):
    outcome = start(any_kind, "die_by_signal", LONG, signal=name)
    assert outcome.status == "died" and outcome.exitcode < 0
    assert name in outcome.message


def test_a_fault_of_ours_is_an_error(any_kind, start):
    outcome = start(any_kind, "raise_error", LONG)
    assert outcome.status == "error" and "not the code" in outcome.message
    assert "LookupError: a fault of the grader" in outcome.detail


@pytest.mark.parametrize("entry", ["no_such_module:run", "autograder.sandbox.protocol:no_such_function"])
def test_a_missing_entry_point_is_an_error(any_kind, entry):
    assert sandbox.run({}, LONG, entry=entry, sandbox=any_kind).status == "error"


def test_a_child_that_cannot_start_is_an_error(any_kind, start, monkeypatch):
    monkeypatch.setattr(parent, "_BOOT", "raise SystemExit('no such package')")
    outcome = start(any_kind, "echo", LONG)
    assert outcome.status == "error" and "no such package" in outcome.detail + outcome.stderr
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert start(any_kind, "echo", LONG).status == "error"


def test_an_unknown_call_is_the_callers_fault():
    with pytest.raises(ValueError, match="unknown call 'format'; known are check"):
        sandbox.run({"call": "format"})


def test_an_unknown_sandbox_is_the_callers_fault(monkeypatch):
    monkeypatch.setenv("COURSE_SANDBOX", "chroot")
    with pytest.raises(ValueError, match="it can be bubblewrap, rlimits or plain"):
        sandbox.run({"call": "check"})


def test_a_gigabyte_is_too_much(limited, start):
    outcome = start(limited, "allocate", LONG, bytes=1 << 30)
    assert (outcome.status, outcome.limit) == ("memory", "memory")
    assert "1 GiB" in outcome.message
    assert start(limited, "allocate", LONG, bytes=100 << 20).result == {"allocated": 100 << 20}


def test_endless_output_is_stopped(any_kind, start):
    outcome = start(any_kind, "print_for_ever", LONG)
    assert (outcome.status, outcome.limit) == ("output", "output_total")
    assert "16 MiB" in outcome.message
    assert len(outcome.stdout) + len(outcome.stderr) < 80_000


def test_much_output_is_shortened(any_kind, start):
    outcome = start(any_kind, "print_much", LONG, bytes=5_000_000)
    printed = outcome.stderr if any_kind == "plain" else outcome.stdout
    assert outcome.status == "ok" and len(printed) < 40_000
    assert printed.startswith("HEAD---") and printed.endswith("---TAIL")
    assert "… 4,967,240 bytes left out …" in printed


def test_threads_that_do_not_end_do_not_matter(any_kind, start):
    assert start(any_kind, "leave_thread", LONG).result == {"threads": 2}


def test_what_on_progress_raises_comes_out_and_the_child_is_gone(any_kind, start):
    def stop(message):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        start(any_kind, "spin", LONG, stop)


def test_two_runs_at_once(any_kind, start):
    """From two threads, each of which waits for the other's job to be under way."""
    meet, results = threading.Barrier(2, timeout=60), {}

    def work(number):
        def progress(message):
            if message == {"step": 1}:
                meet.wait()

        results[number] = start(any_kind, "echo", LONG, progress, number=number)

    threads = [threading.Thread(target=work, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {number: outcome.result for number, outcome in results.items()} == {
        1: {"job": {"number": 1}}, 2: {"job": {"number": 2}}}
