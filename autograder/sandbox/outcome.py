"""How one job ended, and the sentence that says so to a learner."""

import dataclasses
import signal

from autograder.sandbox.limits import amount

STATUSES = ("ok", "timeout", "died", "output", "memory", "tampered", "error")


@dataclasses.dataclass(frozen=True)
class Outcome:
    """How a job ended.

    status: "ok"        the entry point returned; `result` is what
            "timeout"   the wall or CPU limit
            "died"      it ended before there was a result: `os._exit`, `sys.exit`, a signal, too many processes
            "output"    more printed than `Limits.output_total`
            "memory"    a MemoryError that nothing caught
            "tampered"  something but the grader wrote to the results pipe
            "error"     a fault of the grader or of this machine, never of the learner
    result: the entry point's dict, or None.
    exitcode: of the job's first process, negative for a signal; None where it was ended or its end was not seen.
    message: one sentence or two for the learner, "" when ok. The same on every run.
    stdout, stderr: text, shortened in the middle. Under "plain" both are in stderr.
    seconds: from start to end of the child.
    sandbox: {"kind", "weak", "note"}.
    limit: the name of the field of Limits that was reached, or "".
    detail: for whoever mends the grader: a traceback, or what bubblewrap said.
    """

    status: str
    result: dict | None = None
    exitcode: int | None = None
    message: str = ""
    stdout: str = ""
    stderr: str = ""
    seconds: float = 0.0
    sandbox: dict = dataclasses.field(default_factory=dict)
    limit: str = ""
    detail: str = ""

    def as_dict(self):
        """Plain data."""
        return dataclasses.asdict(self)


def timeout(limits, limit="wall"):
    """The sentence is the same whichever clock ran out first: on a busy machine that may vary."""
    return {"status": "timeout", "limit": limit,
            "message": f"The code did not end within its time limit ({limits.cpu} s of computing, {limits.wall:g} s in "
                       "all). Look for a loop or a wait that never ends."}


def output(limits):
    return {"status": "output", "limit": "output_total",
            "message": f"The code printed without end and was stopped ({amount(limits.output_total)} are allowed). "
                       "Look for a print inside an endless loop."}


def memory(limits):
    return {"status": "memory", "limit": "memory",
            "message": f"The code needed more memory than the {amount(limits.memory)} it may use. "
                       "Look for something that grows without end."}


def processes(limits):
    return {"status": "died", "limit": "processes",
            "message": f"The code had more than {limits.processes} processes at once and was stopped. "
                       "Look for a process that starts others without end."}


def tampered(detail):
    return {"status": "tampered", "detail": detail,
            "message": "The code wrote to the channel of the grader's results, so this run does not count. "
                       "Leave alone every file descriptor that you did not open."}


def sys_exit(exitcode, argument):
    return {"status": "died", "exitcode": exitcode,
            "message": f"The code ended the interpreter with sys.exit({argument}). Return or raise instead."}


def error(detail, exitcode=None):
    return {"status": "error", "exitcode": exitcode, "detail": detail,
            "message": "The grader failed, not the code. Run the check again; tell your teacher if it stays."}


def died(limits, exitcode):
    """The first process ended by itself without a result.

    exitcode: as `Popen.returncode`; a negative one is a signal. None: not even the supervisor could tell.
    """
    if exitcode is None:
        return {"status": "died", "message": "The code ended the processes of the sandbox it runs in."}
    if exitcode >= 0:
        return {"status": "died", "exitcode": exitcode,
                "message": f"The code ended the interpreter with os._exit({exitcode}). Return or raise instead."}
    name = _signal_name(-exitcode)
    if name == "SIGXCPU":
        return {**timeout(limits, "cpu"), "exitcode": exitcode}
    why = {
        "SIGKILL": "It killed itself, or the machine ran out of memory.",
        "SIGSEGV": "The interpreter crashed; very deep recursion or ctypes can do that.",
        "SIGABRT": "The interpreter gave up; memory or threads may have run out.",
    }.get(name, "It sent itself that signal.")
    return {"status": "died", "exitcode": exitcode, "message": f"The interpreter was ended by the signal {name}. {why}"}


def _signal_name(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
