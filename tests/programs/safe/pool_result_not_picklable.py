# right: a lock is made where it is used
import threading
from multiprocessing import Pool


def main():
    lock = threading.Lock()
    with Pool(1) as pool:
        assert pool.apply(abs, (-1,)) == 1
    with lock:
        pass
