# right: the second speaker waits for a semaphore that the first one releases when it has spoken
import threading
import time


def main():
    order = []
    spoken = threading.Semaphore(0)

    def first():
        time.sleep(0.01)
        order.append("first")
        spoken.release()

    def second():
        spoken.acquire()
        order.append("second")

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert order == ["first", "second"], order
