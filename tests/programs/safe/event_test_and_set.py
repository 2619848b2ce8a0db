# right: a lock that is tried tests and sets at once
import threading


def main():
    taken = threading.Lock()
    winners = []

    def claim(name):
        if taken.acquire(blocking=False):
            winners.append(name)

    threads = [threading.Thread(target=claim, args=("a",)), threading.Thread(target=claim, args=("b",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(winners) == 1
