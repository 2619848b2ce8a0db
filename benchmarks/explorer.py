"""How fast the explorer is, beside the peer ``frontrun`` on the same programs in the same run.

    python benchmarks/explorer.py [--seconds 5]

The peer is not one of the course's packages: ``pip install frontrun==0.7.0`` first, or its columns stay empty.  It runs real
threads under a tracing scheduler, with its own DPOR; it is given its best settings here (no bound on preemptions, no
input and output watched), as many seconds as we needed at least, and then cut off.
"""

import argparse
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

import buffers  # noqa: E402

from autograder.explore import explore  # noqa: E402

PROGRAMS = [("semaphores, capacity 2", buffers.main_semaphores, lambda: buffers.State(buffers.SemaphoreBuffer(2))),
            ("condition, capacity 1", buffers.main_condition, lambda: buffers.State(buffers.ConditionBuffer(1)))]


def ours(function, seconds):
    """(verdict, schedules to exhaust, seconds for them, schedules per second over repeated runs)."""
    result = explore(function)
    runs = total = 0
    started = time.perf_counter()
    while time.perf_counter() - started < seconds:
        total += explore(function).schedules
        runs += 1
    return result.verdict, result.schedules, result.seconds, total / (time.perf_counter() - started)


def peer(setup, seconds):
    """(verdict, schedules, seconds, schedules per second) of frontrun, or None where it is not installed."""
    try:
        import frontrun
    except ImportError:
        return None
    started = time.perf_counter()
    found = frontrun.explore(setup, buffers.workers(), buffers.invariant, preemption_bound=None, detect_io=False,
                             total_timeout=seconds, reproduce_on_failure=0)
    spent = time.perf_counter() - started
    verdict = "holds" if found.property_holds else "fails"
    return verdict, found.num_explored, spent, found.num_explored / spent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0, help="how long each measurement takes (default 5)")
    seconds = parser.parse_args().seconds
    print(f"{'program':26} {'':9} {'verdict':9} {'schedules':>10} {'seconds':>9} {'per second':>11} {'ratio':>7}")
    for name, function, setup in PROGRAMS:
        mine, theirs = ours(function, seconds), peer(setup, seconds)
        for who, row in (("ours", mine), ("frontrun", theirs)):
            if row is None:
                print(f"{name:26} {who:9} not installed")
                continue
            ratio = f"{mine[3] / row[3]:6.1f}x" if row[3] else "    –"
            print(f"{name:26} {who:9} {row[0]:9} {row[1]:10,} {row[2]:9.3f} {row[3]:11,.0f} {ratio}")


if __name__ == "__main__":
    main()
