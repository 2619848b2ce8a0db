# right: the condition is made on the outer lock, which its wait gives up
import threading


def main():
    outer = threading.Lock()
    changed = threading.Condition(outer)
    values = []

    def read():
        with outer:
            while not values:
                changed.wait()
            values.pop()

    def write():
        with outer:
            values.append(1)
            changed.notify()

    threads = [threading.Thread(target=read), threading.Thread(target=write)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
