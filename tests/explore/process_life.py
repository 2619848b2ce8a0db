"""Small deterministic programs on processes: each function gives what it sees, the same for real and on the machine.

``tests/explore/test_processes.py`` runs them both ways.  Names ending in _ are helpers.
"""

import multiprocessing
import os
import signal
import sys
import threading

COUNT = 0
HELD = threading.Lock()


def tell_(function, *args, **kwargs):
    """What a call gives, or the exception's type and text."""
    try:
        return function(*args, **kwargs)
    except BaseException as error:
        return [type(error).__name__, str(error)]


def exit_(code):
    sys.exit(code)


def raise_(text):
    raise ValueError(text)


def hard_exit_(code):
    try:
        os._exit(code)
    finally:
        sys.exit(99)


def count_(times):
    global COUNT
    for _ in range(times):
        COUNT += 1
    sys.exit(COUNT)


def nothing_(*args):
    pass


def lock_(lock):
    with lock:
        pass


def ignore_(ready, goes_on):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.release()
    goes_on.acquire()


def handle_(ready, forever):
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(40 + number))
    ready.release()
    forever.acquire()


def child_of_child_():
    inner = multiprocessing.Process(target=exit_, args=(5,))
    inner.start()
    inner.join()
    sys.exit(inner.exitcode + 1)


def start_a_child_():
    try:
        multiprocessing.Process(target=nothing_).start()
    except AssertionError as error:
        sys.exit(7 if "daemonic" in str(error) else 8)


def who_am_i_(parent):
    here, above = multiprocessing.current_process(), multiprocessing.parent_process()
    right = (here.name == "child", here.pid == os.getpid(), above.pid == parent == os.getppid(), above.name == "MainProcess",
             above.is_alive(), here.is_alive(), here.exitcode is None, here.daemon is False, threading.current_thread().name == "MainThread",
             threading.main_thread() is threading.current_thread(), multiprocessing.active_children() == [])
    sys.exit(100 if all(right) else right.index(False))


def run_(target, *args, **options):
    """The exit code of a process."""
    process = multiprocessing.Process(target=target, args=args, **options)
    process.start()
    process.join()
    return process.exitcode


class Worker(multiprocessing.Process):
    def __init__(self, code):
        super().__init__(name="worker")
        self.code = code

    def run(self):
        self.code += 1
        sys.exit(self.code)


class NoInit(multiprocessing.Process):
    def __init__(self):
        pass


class Unpicklable:
    def __reduce__(self):
        raise RuntimeError("not me")


class Broken:
    """Can be pickled, not unpickled."""

    def __reduce__(self):
        return raise_, ("cannot be made again",)


def thread_left_behind_():
    threading.Thread(target=exit_late_).start()


def exit_late_():
    for _ in range(3):
        with HELD:
            pass


# -- the programs ----------------------------------------------------------------------------------------------------

def exit_codes():
    return [run_(nothing_), run_(exit_, 3), run_(exit_, None), run_(exit_, "text"), run_(exit_, 300), run_(raise_, "x"),
            run_(hard_exit_, 4), run_(exit_, True)]


def globals_are_not_shared():
    global COUNT
    COUNT = 5
    codes = [run_(count_, 2), run_(count_, 3)]
    return codes + [COUNT]


def arguments_that_cannot_be_pickled():
    process = multiprocessing.Process(target=nothing_, args=(Unpicklable(),))
    said = [tell_(process.start), process.pid, process.exitcode, process.is_alive()]
    return said + [tell_(multiprocessing.Process(target=nothing_, args=(threading.Lock(),)).start), run_(nothing_, Broken()),
                   tell_(multiprocessing.Process(target=nothing_, args=((n for n in "ab"),)).start)]


def lambdas_cannot_be_pickled():
    return tell_(multiprocessing.Process(target=lambda: None).start)[0]


def methods_and_classes_can():
    return [run_(Unpicklable), run_("text".upper)]


def subclass():
    worker = Worker(10)
    worker.start()
    worker.join()
    return [worker.exitcode, worker.code, worker.name]


def states():
    process = multiprocessing.Process(target=nothing_, name="child")
    before = [process.is_alive(), process.exitcode, process.pid, process.daemon, tell_(process.join), tell_(lambda: process.sentinel)]
    process.start()
    again = [tell_(process.start), tell_(setattr, process, "daemon", True), tell_(setattr, process, "name", 3)]
    process.join()
    after = [process.is_alive(), process.exitcode, process.pid > 0, process.join(), process.join(1), process.terminate(), process.kill()]
    process.close()
    return before + again + after + [tell_(process.is_alive), tell_(process.join), tell_(lambda: process.exitcode),
                                     tell_(lambda: process.pid), process.name, process.close()]


def not_initialised():
    return tell_(NoInit().start)[0]


def arguments_of_the_constructor():
    return [tell_(multiprocessing.Process, "group"), tell_(multiprocessing.Process, target=nothing_, args=5),
            multiprocessing.Process(name="x").name, multiprocessing.Process(daemon=True).daemon,
            multiprocessing.get_context("spawn").Process(target=nothing_).name.split("-")[0]]


def names_count():
    first = multiprocessing.Process(target=nothing_).name
    second = multiprocessing.Process(target=nothing_).name
    return [first.split("-")[0], int(second.split("-")[1]) - int(first.split("-")[1])]


def kill_and_terminate():
    codes = []
    for way in ("terminate", "kill"):
        gate = multiprocessing.Semaphore(0)
        process = multiprocessing.Process(target=lock_, args=(gate,))
        process.start()
        getattr(process, way)()
        process.join()
        codes.append(process.exitcode)
    return codes


def terminate_can_be_ignored():
    ready, goes_on = multiprocessing.Semaphore(0), multiprocessing.Semaphore(0)
    process = multiprocessing.Process(target=ignore_, args=(ready, goes_on))
    process.start()
    ready.acquire()
    process.terminate()
    alive = process.is_alive()
    process.kill()
    process.join()
    return [alive, process.exitcode]


def terminate_can_be_handled():
    ready, forever = multiprocessing.Semaphore(0), multiprocessing.Semaphore(0)
    process = multiprocessing.Process(target=handle_, args=(ready, forever))
    process.start()
    ready.acquire()
    process.terminate()
    process.join()
    return process.exitcode


def signals():
    said = [tell_(os.kill, 0x3fffffff, 0), tell_(signal.signal, signal.SIGKILL, signal.SIG_IGN), tell_(signal.signal, signal.SIGTERM, 5),
            tell_(signal.signal, 9999, signal.SIG_IGN)]
    before = signal.signal(signal.SIGTERM, nothing_)
    back = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    got = []
    signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number))
    os.kill(os.getpid(), signal.SIGUSR1)
    return said + [before == signal.SIG_DFL, back is nothing_, got == [signal.SIGUSR1], tell_(signal.raise_signal, signal.SIGINT)]


def grandchildren():
    return [run_(child_of_child_), run_(start_a_child_, daemon=True)]


def identity():
    process = multiprocessing.Process(target=who_am_i_, args=(os.getpid(),), name="child")
    process.start()
    process.join()
    return [process.exitcode, multiprocessing.parent_process(), multiprocessing.current_process().name]


def locks_are_handed_on_only_at_the_start():
    import pickle
    return [tell_(pickle.dumps, multiprocessing.Lock()), run_(lock_, multiprocessing.Lock()), run_(lock_, multiprocessing.RLock())]


def module_level_locks_are_not_shared():
    with HELD:
        return run_(exit_late_)


def active_children():
    gate = multiprocessing.Semaphore(0)
    processes = [multiprocessing.Process(target=lock_, args=(gate,)) for _ in range(2)]
    for process in processes:
        process.start()
    before = len(multiprocessing.active_children())
    for process in processes:
        process.kill()
        process.join()
    return [before, multiprocessing.active_children()]


def a_process_waits_for_its_threads():
    return run_(thread_left_behind_)


def start_methods():
    said = [sorted(multiprocessing.get_all_start_methods()), tell_(multiprocessing.get_context, "none")]
    context = multiprocessing.get_context("spawn")
    return said + [context.get_start_method(), context.Process is multiprocessing.Process]


PROGRAMS = [exit_codes, globals_are_not_shared, arguments_that_cannot_be_pickled, lambdas_cannot_be_pickled, methods_and_classes_can,
            subclass, states, not_initialised, arguments_of_the_constructor, names_count, kill_and_terminate, terminate_can_be_ignored,
            terminate_can_be_handled, signals, grandchildren, identity, locks_are_handed_on_only_at_the_start,
            module_level_locks_are_not_shared, active_children, a_process_waits_for_its_threads, start_methods]

if __name__ == "__main__":
    import json
    signal.signal(signal.SIGINT, signal.default_int_handler)       # a shell ignores it for what it starts in the background
    multiprocessing.set_start_method("spawn")
    print(json.dumps({f.__name__: tell_(f) for f in PROGRAMS}))
