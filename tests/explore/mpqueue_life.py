"""Small deterministic programs on process queues: each function gives what it sees, the same for real and on the machine.

``tests/explore/test_pipes.py`` runs them both ways.  Names ending in _ are helpers.
"""

import multiprocessing
from multiprocessing import queues
from queue import Empty, Full


def tell_(function, *args, **kwargs):
    """What a call gives, or the exception's type and text; addresses are left out."""
    try:
        return function(*args, **kwargs)
    except BaseException as error:
        return [type(error).__name__, plain_(str(error))]


def plain_(text):
    return " ".join("0x" if word.startswith("0x") else word for word in text.replace(">", " >").split())


def start_(function, *args):
    process = multiprocessing.Process(target=function, args=args)
    process.start()
    return process


def put_all_(queue, *items):
    for item in items:
        queue.put(item)


def sum_(source, target):
    target.put(sum(iter(source.get, None)))


def work_(queue, results):
    while True:
        item = queue.get()
        if item is not None:
            results.put(item * item)
        queue.task_done()
        if item is None:
            break


class Odd:
    def __reduce__(self):
        raise ValueError("cannot be pickled")


def queue_values_and_order():
    queue = multiprocessing.Queue()
    child = start_(put_all_, queue, 1, "two", [3], None)
    got = [queue.get() for _ in range(4)]
    child.join()
    return got


def queue_sums():
    source, target = multiprocessing.Queue(), multiprocessing.Queue()
    child = start_(sum_, source, target)
    put_all_(source, 1, 2, 3, None)
    total = target.get()
    child.join()
    return total


def queue_sizes():
    queue, bounded = multiprocessing.Queue(), multiprocessing.Queue(2)
    said = [queue.qsize(), queue.empty(), queue.full(), bounded.full()]
    child = start_(put_all_, queue, 1, 2)
    child.join()
    put_all_(bounded, 1, 2)
    said += [queue.qsize(), queue.empty(), queue.full(), bounded.full(), bounded.qsize()]
    queue.get()
    bounded.get()
    return said + [queue.qsize(), bounded.full(), bounded.qsize(), queue.get(), queue.qsize(), queue.empty()]


def queue_full_and_empty():
    queue = multiprocessing.Queue(1)
    said = [tell_(queue.get_nowait), tell_(queue.get, False), tell_(queue.get, True, 0.01), tell_(queue.get, True, -1)]
    queue.put("one")
    said += [tell_(queue.put_nowait, 2), tell_(queue.put, 2, False), tell_(queue.put, 2, True, 0.01)]
    said.append(tell_(queue.put, 2, True, -1))
    said += [queue.get(), isinstance(Empty(), Exception), isinstance(Full(), Exception)]
    return said


def queue_large_items():
    queue = multiprocessing.Queue()
    child = start_(put_all_, queue, "a" * 200_000, "b" * 10, "c" * 80_000)
    sizes = [len(queue.get()) for _ in range(3)]
    child.join()
    return sizes


def queue_closed():
    queue, unused = multiprocessing.Queue(), multiprocessing.Queue()
    queue.put(1)
    said = [queue.get(), tell_(queue.join_thread)]
    queue.close()
    queue.close()
    said += [tell_(queue.put, 1), tell_(queue.get), tell_(queue.get_nowait), queue.qsize(), queue.full(), queue.join_thread()]
    said.append(tell_(queue.empty))
    unused.close()
    return said + [tell_(unused.put, 1), unused.empty(), unused.qsize(), unused.join_thread()]


def queue_drops_what_cannot_be_pickled():
    queue = multiprocessing.Queue(2)
    queue.put(Odd())
    queue.put("good")
    got = queue.get()
    queue.close()
    queue.join_thread()
    return [got, queue.qsize()]


def queue_copies():
    queue = multiprocessing.Queue()
    item = [1]
    queue.put(item)
    got = queue.get()
    return [got == item, got is item]


def queues_are_handed_on_only_at_the_start():
    reader, writer = multiprocessing.Pipe(False)
    kinds = [multiprocessing.Queue, multiprocessing.JoinableQueue, multiprocessing.SimpleQueue]
    return [tell_(writer.send, kind()) for kind in kinds]


def queues_need_a_context():
    context = multiprocessing.get_context("spawn")
    queue = queues.Queue(1, ctx=context)
    queue.put(1)
    simple = queues.SimpleQueue(ctx=context)
    simple.put(2)
    return [tell_(queues.Queue), tell_(queues.JoinableQueue, 2), tell_(queues.SimpleQueue), queue.get(), simple.get(),
            queue.full(),
            plain_(repr(queue)), isinstance(multiprocessing.JoinableQueue(), queues.Queue)]


def simple_queue():
    queue = multiprocessing.SimpleQueue()
    said = [queue.empty()]
    child = start_(put_all_, queue, 1, "two")
    child.join()
    said += [queue.empty(), queue.get(), queue.get(), queue.empty(), tell_(queue.put, Odd()), queue.empty()]
    queue.close()
    queue.close()
    return said + [tell_(queue.get), tell_(queue.put, 1), tell_(queue.empty)]


def tasks():
    queue, results = multiprocessing.JoinableQueue(), multiprocessing.Queue()
    child = start_(work_, queue, results)
    put_all_(queue, 2, 3)
    queue.join()
    got = [results.get(), results.get()]
    queue.put(None)
    queue.join()
    child.join()
    return got + [queue.empty(), tell_(queue.task_done), queue.join()]


PROGRAMS = [queue_values_and_order, queue_sums, queue_sizes, queue_full_and_empty, queue_large_items, queue_closed,
            queue_drops_what_cannot_be_pickled, queue_copies, queues_are_handed_on_only_at_the_start, queues_need_a_context,
            simple_queue, tasks]

if __name__ == "__main__":
    import json
    multiprocessing.set_start_method("spawn")
    print(json.dumps({f.__name__: tell_(f) for f in PROGRAMS}))
