# kind: race
# schedule: the class replaces its lock when it is reset; one worker holds the old one, another the new one
import threading


class Store:
    def __init__(self):
        self.lock = threading.Lock()
        self.n = 0

    def add(self):
        with self.lock:
            self.n += 1

    def reset_and_add(self):
        self.lock = threading.Lock()
        self.add()


def main():
    store = Store()
    threads = [threading.Thread(target=store.add), threading.Thread(target=store.reset_and_add)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.n == 2, store.n
