# right: the bounded queue is hand-made: a pipe, a semaphore for the places, a lock for the readers
from multiprocessing import Lock, Pipe, Process, Semaphore
from multiprocessing.connection import wait
from threading import Thread


class Bounded:
    def __init__(self, capacity):
        self.places = Semaphore(capacity)
        self.reading = Lock()
        self.receiver, self.sender = Pipe(False)

    def put(self, thing):
        self.places.acquire()
        self.sender.send(thing)

    def get(self):
        with self.reading:
            thing = self.receiver.recv()
        self.places.release()
        return thing


def _consume(tasks, answers, work):
    while True:
        message = tasks.get()
        if not message:
            break
        index, item = message
        try:
            answers.send((index, (work(item),)))
        except Exception as error:
            answers.send((index, error))
    answers.send(None)


def _produce(tasks, items, ends):
    for pair in enumerate(items):
        tasks.put(pair)
    for _ in range(ends):
        tasks.put(())


def run(items, work, consumers=2, capacity=1):
    tasks = Bounded(capacity)
    crew, open_ends = [], []
    for _ in range(consumers):
        receiver, sender = Pipe(False)
        process = Process(target=_consume, args=(tasks, sender, work))
        process.start()
        crew.append(process)
        open_ends.append(receiver)
    producer = Thread(target=_produce, args=(tasks, items, consumers))
    producer.start()
    outcomes = {}
    while open_ends:
        for receiver in wait(open_ends):
            answer = receiver.recv()
            if answer is None:
                open_ends.remove(receiver)
            else:
                outcomes[answer[0]] = answer[1]
    producer.join()
    for process in crew:
        process.join()
    ordered = [outcomes[index] for index in sorted(outcomes)]
    for outcome in ordered:
        if isinstance(outcome, Exception):
            raise outcome
    return [value for value, in ordered]
