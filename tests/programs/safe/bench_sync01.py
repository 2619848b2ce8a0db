# right: both ask the state before and after they wait
import threading


def main():
    lock = threading.Lock()
    empty, full = threading.Condition(lock), threading.Condition(lock)
    box = {"n": 0}

    def produce():
        with lock:
            while box["n"] > 0:
                empty.wait()
            box["n"] += 1
            full.notify()

    def consume():
        with lock:
            while box["n"] == 0:
                full.wait()
            box["n"] -= 1
            empty.notify()

    threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert box["n"] == 0
