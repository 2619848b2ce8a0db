# right: the event stays set until the waiter has answered
import threading


def main():
    go, seen = threading.Event(), threading.Event()

    def wait():
        go.wait()
        seen.set()

    def pulse():
        go.set()
        seen.wait()
        go.clear()

    threads = [threading.Thread(target=wait), threading.Thread(target=pulse)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not go.is_set()
