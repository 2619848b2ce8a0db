# kind: race
# schedule: both users find no connection and open one each
import threading


class Pool:
    def __init__(self):
        self.connection = None
        self.opened = []

    def get(self):
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
