# kind: deadlock|lost_wakeup
# schedule: the waiter is notified, looks, sees nothing yet and waits again; the change that follows is told to nobody
import threading


def main():
    condition = threading.Condition()
    box = {"full": False}

    def waiter():
        with condition:
            while not box["full"]:
                condition.wait()

    def filler():
        with condition:
            condition.notify()
        box["full"] = True

    threads = [threading.Thread(target=waiter), threading.Thread(target=filler)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
