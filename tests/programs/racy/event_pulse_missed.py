# kind: deadlock
# schedule: set and clear are over before the waiter begins to wait
import threading


def main():
    go = threading.Event()

    def pulse():
        go.set()
        go.clear()

    threads = [threading.Thread(target=go.wait), threading.Thread(target=pulse)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
