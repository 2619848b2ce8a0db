# kind: deadlock
# schedule: the first receiver passes and clears the event; the second comes too late
import threading


def main():
    go = threading.Event()
    passed = []

    def receiver():
        go.wait()
        go.clear()
        passed.append(1)

    threads = [threading.Thread(target=receiver), threading.Thread(target=receiver), threading.Thread(target=go.set)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == 2
