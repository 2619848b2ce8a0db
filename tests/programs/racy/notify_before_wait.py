# kind: lost_wakeup
# schedule: the notifier is first; nobody waits yet, and a notify is not remembered
import threading


def main():
    condition = threading.Condition()

    def waiter():
        with condition:
            condition.wait()

    def notifier():
        with condition:
            condition.notify()

    threads = [threading.Thread(target=waiter), threading.Thread(target=notifier)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
