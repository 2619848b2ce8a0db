# right: a token in a pipe is the lock
import multiprocessing as mp


def add(value, r, w, increments):
    for _ in range(increments):
        r.recv()
        value.value += 1
        w.send(None)


def count(processes, increments):
    value = mp.Value("i", 0)
    r, w = mp.Pipe(duplex=False)
    w.send(None)
    workers = [mp.Process(target=add, args=(value, r, w, increments)) for _ in range(processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    r.close()
    w.close()
    return value.value
