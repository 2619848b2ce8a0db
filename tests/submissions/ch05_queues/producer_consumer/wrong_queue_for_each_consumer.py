# fails: bounded: each consumer has a queue of that capacity, so more items wait than there is room for
# kind: wrong_result|overlap|deadlock
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


def run(items, work, consumers=2, capacity=1):
    items = list(items)
    queues = [mp.Queue(capacity) for _ in range(consumers)]
    results = mp.Queue()
    processes = [mp.Process(target=consumer, args=(q, results, work)) for q in queues]
    for process in processes:
        process.start()

    def produce():
        for pair in enumerate(items):
            queues[pair[0] % consumers].put(pair)
        for q in queues:
            q.put(None)

    producer = threading.Thread(target=produce)
    producer.start()
    done = {}
    for _ in items:
        index, value, error = results.get()
        done[index] = value, error
    producer.join()
    for process in processes:
        process.join()
    for q in queues:
        q.close()
    results.close()
    for index in range(len(items)):
        if done[index][1] is not None:
            raise done[index][1]
    return [done[index][0] for index in range(len(items))]
