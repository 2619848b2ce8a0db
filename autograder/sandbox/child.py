"""The sandboxed child: reads the envelope, limits itself, runs one entry point, sends the sealed result.

Started by `parent.py` as `python -c BOOT ROOT KIND RESULTS STATUS CONTROL PROCESSES`, so that there is no main module
which multiprocessing's `spawn` would run again in every process a learner starts. An entry point is a function

    run(job: dict, progress: callable) -> dict

of an importable module; `progress(dict)` sends an intermediate message. Arguments and result are plain JSON data.
Only the standard library, and little of it, is imported until the entry point is: see `tests/sandbox/measure.py`.
"""

import json
import os
import sys

from autograder.sandbox import confine, protocol

ENTRY_POINTS = {
    "check": "autograder.checks.runner:run",
    "real": "autograder.checks.real:run",
    "replay_check": "autograder.checks.runner:replay",
    "explore": "autograder.sandbox.program:run",
}
"""The value of job["call"] -> "module:function". `parent.run(entry=…)` names another one, for tests."""

MEMORY = "memory"  # kinds of an {"error": …} message
EXIT = "exit"
GRADER = "grader"


def main(arguments):
    """The whole life of the child; never returns.

    arguments: sys.argv from BOOT: "-c", root folder, kind of sandbox, descriptors of results, status and control
    pipe ("-" where there is none), number of processes.
    """
    kind, results, status, control, processes = arguments[2:7]
    sys.argv[:] = [""]
    if kind == "plain":
        results = claim_stdout()
    else:
        from autograder.sandbox import supervisor

        results = int(results)
        os.set_inheritable(results, False)
        supervisor.supervise(kind, results, int(status), int(control), int(processes))
    envelope = json.loads(read_all(0))
    silence_stdin()
    sys.path += envelope["path"]
    confine.apply(envelope["limits"], kind)
    send = protocol.sender(envelope.pop("token"), lambda line: write_all(results, line))
    serve(envelope["entry"], envelope["job"], send)


def claim_stdout():
    """Make the pipe that is stdout the results pipe, and stdout the same as stderr. Returns the new descriptor.

    For Windows, where only the three standard streams are passed on to a child without trouble.
    """
    results = os.dup(1)  # not inheritable
    os.dup2(2, 1)
    return results


def read_all(descriptor):
    """Everything up to the end of file."""
    parts = []
    while part := os.read(descriptor, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def write_all(descriptor, data):
    """Write all of `data`, in as many pieces as the pipe takes."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def silence_stdin():
    """Put an empty file where the envelope came from: `input()` raises EOFError."""
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)


def serve(entry, job, send):
    """Run the entry point, send how it ended, end this process without running any more of the learner's code."""
    end = os._exit  # not sys.exit: no atexit, no waiting for threads that do not end
    try:
        send("ready", {})
        send("result", load(entry)(job, lambda value: send("progress", value)))
    except MemoryError:
        send("error", {"kind": MEMORY, "message": "MemoryError", "exitcode": None})
    except SystemExit as error:
        send("error", {"kind": EXIT, "message": _text(error.code), "exitcode": _exitcode(error.code)})
    except BaseException:  # of the entry point, or its result is no JSON, or too long
        import traceback

        send("error", {"kind": GRADER, "message": traceback.format_exc()[-4000:], "exitcode": None})
    finally:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except BaseException:
                pass  # the learner's own object, or a closed one
        end(0)


def load(entry):
    """The function that "module:function" names. Raises ImportError, AttributeError."""
    name, _, function = entry.partition(":")
    __import__(name)
    return getattr(sys.modules[name], function)


def _exitcode(code):
    """The exit code the interpreter makes of `sys.exit(code)`."""
    if code is None:
        return 0
    return code & 0xFF if type(code) is int else 1


def _text(code):
    try:
        return repr(code)[:200]
    except BaseException:
        return "?"
