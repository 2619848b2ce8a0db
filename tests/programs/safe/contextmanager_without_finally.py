# right: the release stands in a finally around the yield
import threading
from contextlib import contextmanager

lock = threading.Lock()


@contextmanager
def exclusive():
    lock.acquire()
    try:
        yield
    finally:
        lock.release()


def main():
    done = []

    def divide(by):
        try:
            with exclusive():
                done.append(10 // by)
        except ZeroDivisionError:
            pass

    threads = [threading.Thread(target=divide, args=(0,)), threading.Thread(target=divide, args=(5,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [2]
