# kind: race
# schedule: both users see None; the second gets the lock when the first is done and makes another instance
import threading

instance = None
lock = threading.Lock()


class Service:
    pass


def get():
    global instance
    if instance is None:
        with lock:
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
