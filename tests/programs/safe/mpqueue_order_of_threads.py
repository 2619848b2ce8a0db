# right: the order between threads is free
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
    assert sorted(got) == [1, 2]
