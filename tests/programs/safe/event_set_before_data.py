# right: the value is written before the event is set
import threading


class Box:
    value = None


def main():
    box = Box()
    ready = threading.Event()

    def write():
        box.value = 5
        ready.set()

    def read():
        ready.wait()
        assert box.value == 5

    threads = [threading.Thread(target=write), threading.Thread(target=read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
