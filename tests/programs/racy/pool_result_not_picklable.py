# kind: exception
# schedule: the worker cannot send back a lock: it cannot be pickled
import threading
from multiprocessing import Pool


def main():
    with Pool(1) as pool:
        lock = pool.apply(threading.Lock)
        assert not lock.locked()
