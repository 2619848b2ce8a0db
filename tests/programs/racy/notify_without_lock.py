# kind: exception
# schedule: notify without the lock raises RuntimeError in every interleaving
import threading


def main():
    condition = threading.Condition()
    values = []

    def setter():
        values.append(1)
        condition.notify()

    thread = threading.Thread(target=setter)
    thread.start()
    thread.join()
    assert values == [1]
