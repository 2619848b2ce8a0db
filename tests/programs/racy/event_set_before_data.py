# kind: race
# schedule: the event is set, the reader reads, the writer writes
import threading


class Box:
    value = None


def main():
    box = Box()
    ready = threading.Event()

    def write():
        ready.set()
        box.value = 5

    def read():
        ready.wait()
        assert box.value == 5

    threads = [threading.Thread(target=write), threading.Thread(target=read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
