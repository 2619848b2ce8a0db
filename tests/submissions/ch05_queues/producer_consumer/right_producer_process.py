# right: the producer is a process, too
from multiprocessing import Process, Queue


def producer(queue, items, consumers):
    for index, item in enumerate(items):
        queue.put(("item", index, item))
    for _ in range(consumers):
        queue.put(("end",))


def consumer(queue, results, work):
    while True:
        kind, *rest = queue.get()
        if kind == "end":
            return
        index, item = rest
        try:
            results.put((index, "value", work(item)))
        except Exception as error:
            results.put((index, "error", error))


def run(items, work, consumers=2, capacity=1):
    items = list(items)
    queue, results = Queue(capacity), Queue()
    processes = [Process(target=producer, args=(queue, items, consumers))]
    processes += [Process(target=consumer, args=(queue, results, work)) for _ in range(consumers)]
    for process in processes:
        process.start()
    values, errors = {}, {}
    for _ in items:
        index, kind, content = results.get()
        (values if kind == "value" else errors)[index] = content
    for process in processes:
        process.join()
    if errors:
        raise errors[min(errors)]
    return [values[index] for index in range(len(items))]
