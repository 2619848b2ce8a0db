# right: a flag remembers what the notify does not
import threading


def main():
    condition = threading.Condition()
    happened = False

    def waiter():
        with condition:
            while not happened:
                condition.wait()

    def notifier():
        nonlocal happened
        with condition:
            happened = True
            condition.notify()

    threads = [threading.Thread(target=waiter), threading.Thread(target=notifier)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
