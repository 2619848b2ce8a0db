# kind: wrong_result
# schedule: the second thread of the process puts first
import multiprocessing
import threading


def main():
    queue = multiprocessing.Queue()
    threads = [threading.Thread(target=queue.put, args=(1,)), threading.Thread(target=queue.put, args=(2,))]
    for thread in threads:
        thread.start()
    got = [queue.get() for _ in range(2)]
    for thread in threads:
        thread.join()
    assert got == [1, 2]
