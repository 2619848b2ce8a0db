"""Is a verdict the same every time, on a busy machine too?

    python benchmarks/repeats.py [--times 50]

Runs `course check --json` again and again on right and wrong submissions while every core is kept busy, and compares the
JSON byte for byte but for `seconds`.  Exit code 1 when any two differ.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUBMISSIONS = ROOT / "tests" / "submissions" / "ch10_semaphores"
FILES = ["bounded_buffer/right_textbook.py", "bounded_buffer/wrong_ring_no_mutex.py",
         "counting_semaphore/right_wait_for.py", "counting_semaphore/wrong_wake_up_swallowed.py"]


def check(file):
    """The JSON of one check, without its seconds."""
    run = subprocess.run([sys.executable, "-m", "autograder", "check", Path(file).parent.name, str(SUBMISSIONS / file), "--json"],
                         cwd=ROOT, capture_output=True, text=True)
    report = json.loads(run.stdout)
    del report["seconds"]
    return json.dumps(report, sort_keys=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50, help="how often each file is checked (default 50)")
    times = parser.parse_args().times
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 2)]
    different = 0
    try:
        for file in FILES:
            started = time.perf_counter()
            results = {check(file) for _ in range(times)}
            different += len(results) > 1
            print(f"{file:45} {times} runs, {len(results)} different result(s), "
                  f"{(time.perf_counter() - started) / times:.2f} s each", flush=True)
    finally:
        for process in busy:
            process.kill()
            process.wait()
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
