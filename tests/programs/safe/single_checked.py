# right: it is checked once more after the lock has been got
import threading

instance = None
lock = threading.Lock()


class Service:
    pass


def get():
    global instance
    if instance is None:
        with lock:
            if instance is None:
                instance = Service()
    return instance


def main():
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(get())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen[0] is seen[1], "two instances"
