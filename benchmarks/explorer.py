"""How right and how fast the explorer is, beside the peer ``frontrun`` on the same programs in the same run.

    python benchmarks/explorer.py [--seconds 2]

The peer is not one of the course's packages: ``pip install frontrun==0.7.0`` first and start it as ``frontrun python
benchmarks/explorer.py``, or its columns stay empty.  It runs real threads under a tracing scheduler, with its own DPOR; it is given
its best settings here (no bound on preemptions, no input and output watched).  A right program is decided rightly when none of its
schedules fails, a wrong one when one does.  Speed is measured on the right programs: all schedules are explored again and again
for the given time; the peer is cut off after it.
"""

import argparse
import sys
import time
from pathlib import Path
from statistics import geometric_mean

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

import programs  # noqa: E402

from autograder.explore import explore  # noqa: E402


def ours(name, seconds):
    """(does it hold, schedules, seconds for them, schedules per second)."""
    result = explore(programs.run, args=(name,))
    runs = total = 0
    started = time.perf_counter()
    while result.ok and (not runs or time.perf_counter() - started < seconds):
        total += explore(programs.run, args=(name,)).schedules
        runs += 1
    return result.ok, result.schedules, result.seconds, total / (time.perf_counter() - started) if runs else None


def peer(cls, seconds):
    """The same of frontrun, or None where it is not installed."""
    try:
        import frontrun
    except ImportError:
        return None
    workers = [lambda state, name=name: getattr(state, name)() for name in cls.WORKERS]
    started = time.perf_counter()
    try:
        found = frontrun.explore(cls, workers, cls.holds, preemption_bound=None, detect_io=False, total_timeout=seconds,
                                 reproduce_on_failure=0, deadlock_timeout=1.0)
        holds, count = bool(found.property_holds), found.num_explored
    except Exception:                       # a worker's exception reaches us: it has found a failure
        holds, count = False, 0
    spent = time.perf_counter() - started
    return holds, count, spent, count / spent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=2.0, help="how long each measurement takes (default 2)")
    seconds = parser.parse_args().seconds
    ratios, rightly = [], {"ours": [0, 0], "frontrun": [0, 0]}
    print(f"{'program':28} {'':9} {'verdict':14} {'schedules':>10} {'seconds':>9} {'per second':>11} {'ratio':>7}")
    for cls in programs.right() + programs.wrong():
        right = cls in programs.right()
        mine, theirs = ours(cls.__name__, seconds), peer(cls, seconds)
        for who, row in (("ours", mine), ("frontrun", theirs)):
            if row is None:
                continue
            holds, count, spent, rate = row
            rightly[who][not right] += holds == right
            ratio = f"{mine[3] / rate:6.1f}x" if right and holds and rate and who == "frontrun" else ""
            if ratio:
                ratios.append(mine[3] / rate)
            print(f"{cls.__name__:28} {who:9} {'holds' if holds else 'fails':6}{'' if holds == right else 'WRONGLY':8} {count:10,} {spent:9.3f} "
                  f"{rate if rate and right else 0:11,.0f} {ratio:>7}")
    for who, (passed, caught) in rightly.items():
        if who == "ours" or ratios:
            print(f"{who}: {passed} of {len(programs.right())} right ones passed, {caught} of {len(programs.wrong())} wrong ones caught")
    if ratios:
        print(f"schedules per second where both are right, ours / frontrun: {min(ratios):.1f} to {max(ratios):.1f}, "
              f"geometric mean {geometric_mean(ratios):.1f}")


if __name__ == "__main__":
    main()
