# kind: race
# schedule: the second worker's acquire gives up after its half second; it goes in all the same
import threading


def main():
    lock = threading.Lock()
    box = {"n": 0}

    def work():
        got = lock.acquire(timeout=0.5)
        box["n"] += 1
        if got:
            lock.release()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert box["n"] == 2
