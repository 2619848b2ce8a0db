# right: both stand under the lock, where their order does not matter: the waiter cannot look before both are done
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
