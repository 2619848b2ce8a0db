# right: a thread produces while the caller reads the answers, so a SimpleQueue will do for them
from multiprocessing import Process, Queue, SimpleQueue
from threading import Thread


def _consumer(tasks, answers, work):
    for index, item in iter(tasks.get, None):
        try:
            result, error = work(item), None
        except Exception as caught:
            result, error = None, caught
        answers.put((index, result, error))


def _produce(tasks, items, consumers):
    for pair in enumerate(items):
        tasks.put(pair)
    for _ in range(consumers):
        tasks.put(None)


def run(items, work, consumers=2, capacity=1):
    items = list(items)
    tasks, answers = Queue(maxsize=capacity), SimpleQueue()
    crew = [Process(target=_consumer, args=(tasks, answers, work)) for _ in range(consumers)]
    for process in crew:
        process.start()
    producer = Thread(target=_produce, args=(tasks, items, consumers))
    producer.start()
    rows = sorted((answers.get() for _ in items), key=lambda row: row[0])
    producer.join()
    for process in crew:
        process.join()
    tasks.close()
    tasks.join_thread()
    answers.close()
    for _, _, error in rows:
        if error is not None:
            raise error
    return [result for _, result, _ in rows]
