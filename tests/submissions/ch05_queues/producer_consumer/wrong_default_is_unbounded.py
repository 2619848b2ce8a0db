# fails: bounded: run(items, work) with the default capacity: all items are put at once, it is 0, which means no bound
# kind: wrong_result
import multiprocessing as mp
import threading


def consumer(tasks, results, work):
    while True:
        task = tasks.get()
        if task is None:
            break
        index, item = task
        try:
            results.put((index, work(item), None))
        except Exception as error:
            results.put((index, None, error))


def run(items, work, consumers=2, capacity=0):
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
        index, value, error = results.get()
        done[index] = value, error
    producer.join()
    for process in processes:
        process.join()
    tasks.close()
    results.close()
    for index in range(len(items)):
        if done[index][1] is not None:
            raise done[index][1]
    return [done[index][0] for index in range(len(items))]
