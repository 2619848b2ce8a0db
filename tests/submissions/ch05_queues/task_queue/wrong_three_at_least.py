# fails: workers: two workers are asked for and three processes are started
# kind: wrong_result|overlap|deadlock
import multiprocessing as mp


def worker(tasks, answers, work):
    while True:
        task = tasks.get()
        if task is None:
            tasks.task_done()
            return
        index, item = task
        try:
            answers.put((index, True, work(item)))
        except Exception as error:
            answers.put((index, False, error))
        tasks.task_done()


def process_all(items, work, workers=2):
    tasks = mp.JoinableQueue()
    answers = mp.Queue()
    processes = [mp.Process(target=worker, args=(tasks, answers, work)) for _ in range(max(workers, 3))]
    for process in processes:
        process.start()
    count = 0
    for item in items:
        tasks.put((count, item))
        count += 1
    for _ in processes:
        tasks.put(None)
    results, errors = {}, {}
    for _ in range(count):
        index, good, value = answers.get()
        if good:
            results[index] = value
        else:
            errors[index] = value
    tasks.join()
    for process in processes:
        process.join()
    tasks.close()
    answers.close()
    return results, errors
