# right: one end mark only: each consumer that takes it puts it back for the next one
from multiprocessing import Process, Queue, SimpleQueue
from threading import Thread

END = "end"


def _consume(tasks, answers, work):
    while True:
        mark, index, item = tasks.get()
        if mark == END:
            tasks.put((END, None, None))
            return
        try:
            answers.put((index, True, work(item)))
        except Exception as error:
            answers.put((index, False, error))


class Producer(Thread):
    def __init__(self, tasks, items):
        super().__init__()
        self.tasks, self.items = tasks, items

    def run(self):
        for index, item in enumerate(self.items):
            self.tasks.put(("item", index, item))
        self.tasks.put((END, None, None))


def run(items, work, consumers=2, capacity=1):
    items = list(items)
    tasks, answers = Queue(capacity), SimpleQueue()
    crew = [Process(target=_consume, args=(tasks, answers, work)) for _ in range(consumers)]
    for process in crew:
        process.start()
    producer = Producer(tasks, items)
    producer.start()
    slots = [None] * len(items)
    for _ in items:
        index, good, content = answers.get()
        slots[index] = (good, content)
    producer.join()
    for process in crew:
        process.join()
    tasks.close()
    tasks.join_thread()
    for good, content in slots:
        if not good:
            raise content
    return [content for _, content in slots]
