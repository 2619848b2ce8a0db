# right: the receivers leave the event alone; it is cleared when both have passed
import threading


def main():
    go = threading.Event()
    passed = []

    def receiver():
        go.wait()
        passed.append(1)

    threads = [threading.Thread(target=receiver), threading.Thread(target=receiver), threading.Thread(target=go.set)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    go.clear()
    assert len(passed) == 2
