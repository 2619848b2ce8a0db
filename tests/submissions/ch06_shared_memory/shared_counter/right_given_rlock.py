# right: the Value is given an RLock made outside (it must be one that its holder may take again)
import multiprocessing as mp


def work(value, lock, n):
    for _ in range(n):
        with lock:
            value.value += 1


def count(processes, increments):
    lock = mp.RLock()
    value = mp.Value("i", 0, lock=lock)
    ps = [mp.Process(target=work, args=(value, lock, increments)) for _ in range(processes)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    with lock:
        return value.value
