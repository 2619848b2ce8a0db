# right: every update of the global holds the module's lock
import threading

hits = 0
lock = threading.Lock()


def count():
    global hits
    with lock:
        hits += 1


def main():
    threads = [threading.Thread(target=count) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert hits == 3, "a hit is lost"
