# right: the consumers are long calls of a ProcessPoolExecutor with an initializer
from concurrent.futures import ProcessPoolExecutor
from threading import Thread
import multiprocessing as mp

_queue = None

def _init(queue):
    global _queue
    _queue = queue

def _consume(work):
    done = []
    while (pair := _queue.get()) is not None:
        index, item = pair
        try:
            done.append((index, work(item), None))
        except Exception as error:
            done.append((index, None, error))
    return done

def run(items, work, consumers=2, capacity=1):
    items = list(items)
    queue = mp.Queue(capacity)
    with ProcessPoolExecutor(consumers, initializer=_init, initargs=(queue,)) as executor:
        futures = [executor.submit(_consume, work) for _ in range(consumers)]
        for pair in enumerate(items):
            queue.put(pair)
        for _ in range(consumers):
            queue.put(None)
        done = sorted((d for f in futures for d in f.result()), key=lambda d: d[0])
    queue.close()
    queue.join_thread()
    for _, _, error in done:
        if error is not None:
            raise error
    return [value for _, value, _ in done]
