# kind: race
# schedule: two instances hold two different locks while both add to the one total of the class
import threading


class Meter:
    total = 0

    def __init__(self):
        self.lock = threading.Lock()

    def add(self, n):
        with self.lock:
            Meter.total += n


def main():
    Meter.total = 0
    threads = [threading.Thread(target=Meter().add, args=(1,)), threading.Thread(target=Meter().add, args=(2,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Meter.total == 3
