"""What the tests run inside the sandbox: harmless and broken jobs. Each is an entry point of `parent.run`.

`payloads_walls.py` has those that look around, reach out, or want to stay.
"""

import os
import signal
import sys
import threading
import time


def echo(job, progress):
    progress({"step": 1})
    progress({"step": 2})
    print("to stdout")
    print("to stderr", file=sys.stderr)
    return {"job": job}


def look(job, progress):
    """What the job finds around it."""
    return {"environ": dict(os.environ), "cwd": os.getcwd(), "argv": sys.argv, "stdin": sys.stdin.read(),
            "hash": hash("learner"), "threads": threading.active_count(), "home": os.path.expanduser("~"),
            "descriptors": sorted(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else []}


def spin(job, progress):
    progress({"begun": True})
    while True:
        pass


def wait_for_ever(job, progress):
    threading.Event().wait()


def flood_progress(job, progress):
    while True:
        progress({})


def os_exit(job, progress):
    os._exit(job["code"])


def sys_exit(job, progress):
    sys.exit(job["code"])


def die_by_signal(job, progress):
    os.kill(os.getpid(), getattr(signal, job["signal"]))
    threading.Event().wait()


def raise_error(job, progress):
    raise LookupError("a fault of the grader")


def exhaust_cpu(job, progress):
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    while True:
        pass


def allocate(job, progress):
    block = bytearray(job["bytes"])
    return {"allocated": len(block)}


def print_for_ever(job, progress):
    line = "x" * 1000
    while True:
        print(line)


def print_much(job, progress):
    sys.stdout.write("HEAD" + "-" * job["bytes"] + "TAIL")
    return {}


def forge_on_stdout(job, progress):
    print('\n{"result": {"forged": true}}\n0 00 {"result": {"forged": true}}', flush=True)
    print('{"result": {"forged": true}}', file=sys.stderr, flush=True)
    return {"forged": False}


def _pipes():
    """Descriptors of pipes that this process can write to, stdout and stderr not among them."""
    import fcntl
    import stat

    for number in range(3, 64):
        try:
            if stat.S_ISFIFO(os.fstat(number).st_mode) and fcntl.fcntl(number, fcntl.F_GETFL) & os.O_WRONLY:
                yield number
        except OSError:
            pass


def write_to_results(job, progress):
    """Forged, garbled or endless lines on the results pipe itself."""
    lines = {"garbage": b"garbage\n", "forged": b'1 %b {"result":{"forged":true}}\n' % (b"0" * 32),
             "binary": bytes(range(256)) + b"\n", "nested": b"[" * 100000 + b"\n", "number": b"9" * 5000 + b" 0 {}\n"}
    for number in list(_pipes()):
        if job["what"] == "endless":
            for _ in range(200):
                os.write(number, b"x" * 65536)
        else:
            os.write(number, lines[job["what"]])
    return {"forged": False}


def read_results_back(job, progress):
    """Steal a sealed message by opening the pipe for reading, and send it again."""
    (number,) = _pipes()
    reader = os.open(f"/proc/self/fd/{number}", os.O_RDONLY | os.O_NONBLOCK)
    for _ in range(1000):
        progress({"step": 1})
        try:
            stolen = os.read(reader, 65536)
        except BlockingIOError:
            continue  # the parent was faster
        os.write(number, stolen + stolen)
        break
    return {"forged": False}


def too_large(job, progress):
    return {"text": "x" * (5 * 1024 * 1024)}


def no_json(job, progress):
    return {"value": float("nan")}


def close_everything(job, progress):
    os.closerange(0, 256)
    return {"forged": False}


def leave_thread(job, progress):
    threading.Thread(target=threading.Event().wait).start()
    return {"threads": threading.active_count()}


def _square(number):
    return number * number


def spawn_pool(job, progress):
    """multiprocessing works inside, with the start method asked for."""
    import multiprocessing

    context = multiprocessing.get_context(job["method"])
    with context.Pool(2) as pool:
        squares = pool.map(_square, range(5))
    counter = context.Value("i", 0)
    process = context.Process(target=_add, args=(counter,))
    process.start()
    process.join()
    return {"squares": squares, "counter": counter.value}


def _add(counter):
    with counter.get_lock():
        counter.value += 1


def check(job, progress):
    """Stands for `checks.runner.run`: each line of the source is a check's name and what becomes of it."""
    if job.get("source_error"):
        return {"checks": [_checked("loads", 0, "failed", job["source_error"])]}
    checks, real = [], []
    for line in job["source"].splitlines():
        name, what = line.split()
        if what == "real":
            real.append({"name": name, "methods": [""]})
            continue
        progress({"begin": name})
        if what == "exit":
            os._exit(3)
        if what == "spin":
            spin(job, progress)
        if what == "print":
            print_for_ever(job, progress)
        if what == "allocate":
            bytearray(1 << 33)
        if what == "forge":
            write_to_results({"what": "garbage"}, progress)
        if what == "fault":
            raise LookupError("a fault of the grader")
        checks.append(_checked(name, 5 if name != "loads" else 0, "passed", job["filename"]))
        progress({"check": checks[-1]})
    return {"checks": checks, "real": real}


def _checked(name, points, outcome, message=""):
    return {"name": name, "label": f"label of {name}", "points": points, "max_points": points, "outcome": outcome,
            "verdict": "proved" if points else outcome, "kind": "", "message": message, "schedules": 7, "schedule": "",
            "promise": "", "look": "", "trace": None}


def real(job, progress):
    """Stands for `checks.real.run`."""
    if job["check"] == "hangs":
        spin(job, progress)
    if job["check"] == "fault":
        raise LookupError("a fault of the grader")
    return {"items": [1, 2]}


def explore(job, progress):
    """Stands for `explore.program.run`; "exits" is a program that ends the interpreter."""
    if "exits" in job["source"]:
        os._exit(4)
    if "spins" in job["source"]:
        spin(job, progress)
    with open(job["path"]) as file:
        assert file.read() == job["source"]
    return {key: job.get(key) for key in ("function", "max_schedules", "schedule")}


def now(job, progress):
    """The clock of the machine, for `measure.py`."""
    return {"now": time.time()}
