# right: every worker keeps its answers and sends them in one piece down its own pipe when it gets its mark
from multiprocessing import JoinableQueue, Pipe, Process


def _worker(tasks, sender, work):
    results, errors = {}, {}
    task = tasks.get()
    while task != "end":
        index, item = task
        try:
            results[index] = work(item)
        except Exception as error:
            errors[index] = error
        tasks.task_done()
        task = tasks.get()
    tasks.task_done()
    sender.send((results, errors))
    sender.close()


def process_all(items, work, workers=2):
    tasks = JoinableQueue()
    crew = []
    for _ in range(workers):
        receiver, sender = Pipe(duplex=False)
        process = Process(target=_worker, args=(tasks, sender, work))
        process.start()
        sender.close()
        crew.append((process, receiver))
    for task in enumerate(items):
        tasks.put(task)
    tasks.join()
    for _ in crew:
        tasks.put("end")
    results, errors = {}, {}
    for process, receiver in crew:
        some_results, some_errors = receiver.recv()
        results.update(some_results)
        errors.update(some_errors)
        process.join()
        receiver.close()
    tasks.close()
    tasks.join_thread()
    return results, errors
