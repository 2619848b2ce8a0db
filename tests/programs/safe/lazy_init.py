# right: who looks whether there is a connection holds the lock until there is one
import threading


class Pool:
    def __init__(self):
        self.connection = None
        self.opened = []
        self.lock = threading.Lock()

    def get(self):
        with self.lock:
            if self.connection is None:
                self.opened.append("connection")
                self.connection = object()
            return self.connection


def main():
    pool = Pool()
    threads = [threading.Thread(target=pool.get) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pool.opened) == 1, "opened twice"
