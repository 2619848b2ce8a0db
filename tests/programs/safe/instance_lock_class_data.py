# right: data of the class is guarded by a lock of the class
import threading


class Meter:
    total = 0
    lock = threading.Lock()

    def add(self, n):
        with Meter.lock:
            Meter.total += n


def main():
    Meter.total = 0
    threads = [threading.Thread(target=Meter().add, args=(1,)), threading.Thread(target=Meter().add, args=(2,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Meter.total == 3
