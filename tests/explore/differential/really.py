"""Runs programs for real, many times, with threads that are held up at random lines; a child process of outcomes.py.

Reads [{name: source}, runs, seconds] as JSON from stdin; writes {name: {outcome: how often}} to stdout.
"""

import faulthandler
import json
import random
import sys
import threading
import time
from collections import Counter


DISTURBED = ("differential", "threading", "queue", "concurrent.futures._base", "concurrent.futures.thread")      # modules


class Disturber:
    """A trace function that lets other threads run, at lines drawn from a seeded generator; some threads more than others."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.chances = {}

    def __call__(self, frame, event, arg):
        if frame.f_globals.get("__name__") not in DISTURBED:
            return None
        frame.f_trace_opcodes = frame.f_globals["__name__"] == "differential"
        if event in ("line", "opcode"):
            draw = self.random.random()
            chance = self.chances.get(threading.get_ident())
            if chance is None:
                chance = self.chances[threading.get_ident()] = self.random.choice((0, 0.01, 0.05, 0.3))
            if draw < chance:
                time.sleep(self.random.choice((0, 0, 1e-5, 2e-4)))
        return self


def outcome(source, seed):
    module = {"__name__": "differential"}
    exec(compile(source, "differential.py", "exec"), module)
    hook = threading.excepthook
    disturber = Disturber(seed)
    if seed % 5:                    # now and then undisturbed
        threading.settrace(disturber)
        sys.settrace(disturber)
    try:
        return repr(module["main"]())
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    finally:
        sys.settrace(None)
        threading.settrace(None)
        threading.excepthook = hook


def main():
    programs, runs, seconds = json.load(sys.stdin)
    faulthandler.dump_traceback_later(seconds, exit=True)       # one of them hangs
    sys.setswitchinterval(1e-6)
    found = {}
    for name, source in programs.items():
        found[name] = Counter()
        for seed in range(runs):
            found[name][outcome(source, seed)] += 1
    json.dump(found, sys.stdout)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
