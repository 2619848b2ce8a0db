"""What a sandbox costs: run `python -m tests.sandbox.measure` in the repository's root.

For each kind, in milliseconds, the median of 30 runs beside a bare interpreter in the same loop: from the call of `run`
to the first line of the job ("first line"), and to the return of `run` ("whole").
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from autograder import sandbox
from autograder.sandbox import bubblewrap

RUNS = 30
PAYLOADS = Path(__file__).with_name("payloads.py")


def main():
    started = time.perf_counter()
    trouble = bubblewrap.trouble()
    print(f"probe of bubblewrap: {trouble or 'works'}, {1000 * (time.perf_counter() - started):.0f} ms, once")
    for kind in ("bubblewrap", "rlimits", "plain"):
        if kind == "bubblewrap" and trouble:
            continue
        bare, first, whole = [], [], []
        sandbox.run({}, entry=f"{PAYLOADS}:now", sandbox=kind)  # what is imported and compiled once
        for _ in range(RUNS):
            started = time.time()
            subprocess.run([sys.executable, "-P", "-s", "-c", "pass"], check=True)
            bare.append(time.time() - started)
            started = time.time()
            outcome = sandbox.run({}, entry=f"{PAYLOADS}:now", sandbox=kind)
            whole.append(time.time() - started)
            first.append(outcome.result["now"] - started)
        words = (f"{name} {1000 * statistics.median(times):5.1f} ms"
                 for name, times in (("bare interpreter", bare), ("first line", first), ("whole", whole)))
        print(f"{kind:10}", *words, sep="  ")


if __name__ == "__main__":
    main()
