# right: setters and checker share a lock
import threading


class Pair:
    a = 0
    b = 0


def main():
    pair = Pair()
    lock = threading.Lock()

    def set_both():
        with lock:
            pair.a = 1
            pair.b = -1

    def check():
        with lock:
            a, b = pair.a, pair.b
        assert (a, b) in ((0, 0), (1, -1)), (a, b)

    threads = [threading.Thread(target=set_both), threading.Thread(target=set_both), threading.Thread(target=check)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
