# fails: delivery: the caller puts the end marks while the producer thread still puts items: the consumers end, and the rest is
#        never taken
# kind: deadlock|hang|race
from multiprocessing import Process, Queue
from threading import Thread


def _consume(tasks, answers, work):
    while True:
        task = tasks.get()
        if task is None:
            break
        index, item = task
        try:
            answer = (index, True, work(item))
        except Exception as error:
            answer = (index, False, error)
        answers.put(answer)


def run(items, work, consumers=2, capacity=1):
    tasks, answers = Queue(capacity), Queue()
    processes = [Process(target=_consume, args=(tasks, answers, work)) for _ in range(consumers)]
    for process in processes:
        process.start()
    items = list(items)
    size = len(items)

    def produce():
        for task in enumerate(items):
            tasks.put(task)

    producer = Thread(target=produce)
    producer.start()
    for _ in processes:
        tasks.put(None)
    outcomes = {}
    while len(outcomes) < size:
        index, good, content = answers.get()
        outcomes[index] = good, content
    producer.join()
    for process in processes:
        process.join()
    tasks.close()
    tasks.join_thread()
    for index in range(size):
        good, content = outcomes[index]
        if not good:
            raise content
    return [outcomes[index][1] for index in range(size)]
