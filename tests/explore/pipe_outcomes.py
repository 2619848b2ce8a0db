"""Small programs on pipes and process queues whose outcome depends on the schedule.

``test_pipes.py`` runs them for real and explores them.  Names ending in _ are helpers.  Most use threads of one process: those
meet at the same locks and pipes, and are cheap to run often.
"""

import multiprocessing
import threading
from multiprocessing.connection import wait
from queue import Empty, Full


def together_(*functions):
    """Run the functions in threads of their own; what each gives, in order."""
    given = [None] * len(functions)

    def run(number, function):
        given[number] = function()
    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(functions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def or_(error, function, *args):
    try:
        return function(*args)
    except error as caught:
        return type(caught).__name__


def filled_(*items):
    """A queue whose items are in the pipe."""
    queue = multiprocessing.Queue()
    child = multiprocessing.Process(target=put_, args=(queue, *items))
    child.start()
    child.join()
    return queue


def put_(queue, *items):
    for item in items:
        queue.put(item)


def two_threads_put():
    queue = multiprocessing.Queue()
    together_(lambda: queue.put(1), lambda: queue.put(2))
    return [queue.get(), queue.get()]


def two_look():
    queue = filled_(1, 2)
    return together_(lambda: or_(Empty, queue.get_nowait), lambda: or_(Empty, queue.get_nowait))


def one_takes_one_looks():
    queue = filled_(1, 2)
    return together_(queue.get, lambda: or_(Empty, queue.get_nowait))


def a_place_for_two():
    queue = multiprocessing.Queue(1)
    said = together_(lambda: or_(Full, queue.put_nowait, 1), lambda: or_(Full, queue.put_nowait, 2))
    return [sorted(map(str, said)), queue.get()]


def put_and_look():
    queue = multiprocessing.Queue()
    queue.put(1)
    return [queue.empty(), queue.get()]


def two_processes_put():
    queue = multiprocessing.Queue()
    children = [multiprocessing.Process(target=put_, args=(queue, number)) for number in (1, 2)]
    for child in children:
        child.start()
    got = [queue.get(), queue.get()]
    for child in children:
        child.join()
    return got


def close_against_send():
    reader, writer = multiprocessing.Pipe(False)
    return together_(reader.close, lambda: or_(BrokenPipeError, writer.send, 1))


def duplex_closed_against_send():
    mine, its = multiprocessing.Pipe()
    return together_(its.close, lambda: [or_(OSError, mine.send, 1), or_((OSError, EOFError), mine.recv)])


def first_of_two_pipes():
    pipes = [multiprocessing.Pipe(False) for _ in range(2)]
    (first, to_first), (second, to_second) = pipes
    return together_(lambda: to_first.send(1), lambda: to_second.send(2),
                     lambda: [end is second for end in wait([first, second])])[2]


PROGRAMS = [two_threads_put, two_look, one_takes_one_looks, a_place_for_two, put_and_look, two_processes_put, close_against_send,
            duplex_closed_against_send, first_of_two_pipes]

POSSIBLE = {
    "two_threads_put": [[1, 2], [2, 1]],
    "two_look": [[1, 2], [2, 1], [1, "Empty"], ["Empty", 1]],
    "one_takes_one_looks": [[1, 2], [2, 1], [1, "Empty"]],
    "a_place_for_two": [[["Full", "None"], 1], [["Full", "None"], 2]],
    "put_and_look": [[True, 1], [False, 1]],
    "close_against_send": [[None, None], [None, "BrokenPipeError"]],
    "duplex_closed_against_send": [[None, [None, "ConnectionResetError"]], [None, ["BrokenPipeError", "EOFError"]]],
    "first_of_two_pipes": [[False], [True], [False, True]],
}

if __name__ == "__main__":
    import json
    import sys
    sys.setswitchinterval(1e-6)
    multiprocessing.set_start_method("spawn")
    TIMES = {"two_processes_put": 1, "two_look": 3, "one_takes_one_looks": 3}      # what starts processes takes time
    print(json.dumps({f.__name__: [f() for _ in range(TIMES.get(f.__name__, 50))] for f in PROGRAMS}))
