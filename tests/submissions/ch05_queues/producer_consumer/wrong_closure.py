# fails: basics: the consumers run a nested function, which cannot be pickled
# kind: exception
from multiprocessing import Process, Queue


def run(items, work, consumers=2, capacity=1):
    tasks, answers = Queue(capacity), Queue()

    def consume():
        for index, item in iter(tasks.get, None):
            try:
                answers.put((index, True, work(item)))
            except Exception as error:
                answers.put((index, False, error))

    processes = [Process(target=consume) for _ in range(consumers)]
    for process in processes:
        process.start()
    size = 0
    for task in enumerate(items):
        tasks.put(task)
        size += 1
    for _ in processes:
        tasks.put(None)
    outcomes = {}
    while len(outcomes) < size:
        index, good, content = answers.get()
        outcomes[index] = good, content
    for process in processes:
        process.join()
    tasks.close()
    tasks.join_thread()
    for index in range(size):
        good, content = outcomes[index]
        if not good:
            raise content
    return [outcomes[index][1] for index in range(size)]
