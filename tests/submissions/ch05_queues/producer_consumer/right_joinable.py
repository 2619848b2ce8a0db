# right: a JoinableQueue; the end marks are put when it has been joined; answers are read by a thread
from multiprocessing import JoinableQueue, Process, SimpleQueue
from threading import Thread


def _consume(tasks, answers, work):
    while True:
        task = tasks.get()
        try:
            if task is None:
                return
            try:
                answers.put((task[0], ("ok", work(task[1]))))
            except Exception as error:
                answers.put((task[0], ("error", error)))
        finally:
            tasks.task_done()


def _collect(answers, outcomes):
    for index, outcome in iter(answers.get, None):
        outcomes[index] = outcome


def run(items, work, consumers=2, capacity=1):
    tasks, answers, outcomes = JoinableQueue(capacity), SimpleQueue(), {}
    crew = [Process(target=_consume, args=(tasks, answers, work)) for _ in range(consumers)]
    for process in crew:
        process.start()
    collector = Thread(target=_collect, args=(answers, outcomes))
    collector.start()
    for task in enumerate(items):
        tasks.put(task)
    tasks.join()
    for _ in crew:
        tasks.put(None)
    for process in crew:
        process.join()
    answers.put(None)
    collector.join()
    tasks.close()
    tasks.join_thread()
    results = []
    for index in sorted(outcomes):
        word, content = outcomes[index]
        if word == "error":
            raise content
        results.append(content)
    return results
