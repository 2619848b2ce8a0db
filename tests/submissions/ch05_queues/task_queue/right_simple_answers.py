# right: answers in a SimpleQueue, read while the workers work; task_done stands in a finally
from multiprocessing import JoinableQueue, Process, SimpleQueue


class Worker(Process):
    def __init__(self, tasks, answers, work):
        super().__init__()
        self.tasks, self.answers, self.work = tasks, answers, work

    def run(self):
        for index, *item in iter(self.tasks.get, ()):
            try:
                self.answers.put(("results", index, self.work(*item)))
            except Exception as error:
                self.answers.put(("errors", index, error))
            finally:
                self.tasks.task_done()
        self.tasks.task_done()


def process_all(items, work, workers=2):
    found = {"results": {}, "errors": {}}
    tasks, answers = JoinableQueue(), SimpleQueue()
    crew = [Worker(tasks, answers, work) for _ in range(workers)]
    for worker in crew:
        worker.start()
    number = 0
    for number, item in enumerate(items, 1):
        tasks.put((number - 1, item))
    for _ in range(number):
        kind, index, content = answers.get()
        found[kind][index] = content
    tasks.join()
    for _ in crew:
        tasks.put(())
    tasks.join()
    for worker in crew:
        worker.join()
    tasks.close()
    tasks.join_thread()
    answers.close()
    return found["results"], found["errors"]
