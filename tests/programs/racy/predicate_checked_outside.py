# kind: lost_wakeup
# schedule: the waiter sees no value; the setter sets and notifies; the waiter begins to wait
import threading


def main():
    condition = threading.Condition()
    values = []

    def waiter():
        while not values:
            with condition:
                condition.wait()

    def setter():
        with condition:
            values.append(1)
            condition.notify()

    threads = [threading.Thread(target=waiter), threading.Thread(target=setter)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
