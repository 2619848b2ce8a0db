# kind: deadlock
# schedule: the publisher calls back with its lock held; the callback waits for the reader's lock, and the reader for the publisher's
import threading


class Publisher:
    def __init__(self):
        self.lock = threading.Lock()
        self.value = 0

    def publish(self, value, callback):
        with self.lock:
            self.value = value
            callback(value)

    def read(self):
        with self.lock:
            return self.value


def main():
    publisher = Publisher()
    mine = threading.Lock()
    seen = []

    def callback(value):
        with mine:
            seen.append(value)

    def reader():
        with mine:
            seen.append(publisher.read())

    threads = [threading.Thread(target=publisher.publish, args=(1, callback)), threading.Thread(target=reader)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 2
