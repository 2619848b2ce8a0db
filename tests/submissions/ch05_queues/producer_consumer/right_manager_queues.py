# right: both queues live in a manager, which is shut down at the end
from multiprocessing import Manager, Process


class Consumer(Process):
    def __init__(self, tasks, outcomes, work):
        super().__init__()
        self.tasks, self.outcomes, self.work = tasks, outcomes, work

    def run(self):
        while (task := self.tasks.get()) is not None:
            index, item = task
            try:
                self.outcomes[index] = [self.work(item)]
            except Exception as error:
                self.outcomes[index] = error


def run(items, work, consumers=2, capacity=1):
    with Manager() as manager:
        tasks, outcomes = manager.Queue(capacity), manager.dict()
        crew = [Consumer(tasks, outcomes, work) for _ in range(consumers)]
        for process in crew:
            process.start()
        for task in enumerate(items):
            tasks.put(task)
        for _ in crew:
            tasks.put(None)
        for process in crew:
            process.join()
        found = outcomes.copy()
    results = []
    for index in sorted(found):
        if isinstance(found[index], Exception):
            raise found[index]
        results += found[index]
    return results
