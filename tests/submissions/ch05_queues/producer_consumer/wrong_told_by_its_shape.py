# fails: errors: a result that is a pair of "error" and an exception is taken for a failure of work
# kind: exception|wrong_result
import multiprocessing as mp
import threading


def consumer(tasks, results, work):
    while True:
        task = tasks.get()
        if task is None:
            break
        index, item = task
        try:
            outcome = work(item)
        except Exception as error:
            outcome = "error", error
        results.put((index, outcome))


def run(items, work, consumers=2, capacity=1):
    items = list(items)
    tasks = mp.Queue(capacity)
    results = mp.Queue()
    processes = [mp.Process(target=consumer, args=(tasks, results, work)) for _ in range(consumers)]
    for process in processes:
        process.start()

    def produce():
        for pair in enumerate(items):
            tasks.put(pair)
        for _ in processes:
            tasks.put(None)

    producer = threading.Thread(target=produce)
    producer.start()
    done = {}
    for _ in items:
        index, outcome = results.get()
        done[index] = outcome
    producer.join()
    for process in processes:
        process.join()
    tasks.close()
    results.close()
    for index in range(len(items)):
        if isinstance(done[index], tuple) and len(done[index]) == 2 and done[index][0] == "error":
            raise done[index][1]
    return [done[index] for index in range(len(items))]
