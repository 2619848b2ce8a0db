# fails: nothing_left: the supervising thread has put its last message, but may not have ended when the list is returned
# kind: leak
from multiprocessing import Process
from queue import SimpleQueue
from threading import Thread


def _supervise(news, target, args, starts):
    for _ in range(starts):
        process = Process(target=target, args=args)
        process.start()
        process.join()
        news.put(process.exitcode)
        if process.exitcode == 0:
            break
    news.put(None)


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts must not be negative")
    news = SimpleQueue()
    Thread(target=_supervise, args=(news, target, args, max_restarts + 1), daemon=True).start()
    return list(iter(news.get, None))
