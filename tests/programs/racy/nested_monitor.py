# kind: deadlock
# schedule: the reader holds the outer lock and waits on the inner condition, which gives up the inner lock only
import threading


def main():
    outer = threading.Lock()
    inner = threading.Condition()
    values = []

    def read():
        with outer:
            with inner:
                while not values:
                    inner.wait()
                values.pop()

    def write():
        with outer:
            with inner:
                values.append(1)
                inner.notify()

    threads = [threading.Thread(target=read), threading.Thread(target=write)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
