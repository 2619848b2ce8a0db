# right: from the look to the wait the lock is not let go; the setter may even change the value before it takes the lock
import threading


def main():
    condition = threading.Condition()
    values = []

    def waiter():
        with condition:
            while not values:
                condition.wait()

    def setter():
        values.append(1)
        with condition:
            condition.notify()

    threads = [threading.Thread(target=waiter), threading.Thread(target=setter)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
