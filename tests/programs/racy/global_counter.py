# kind: race
# schedule: one worker reads hits, the others add theirs, the first writes its stale sum
import threading

hits = 0


def count():
    global hits
    hits += 1


def main():
    threads = [threading.Thread(target=count) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert hits == 3, "a hit is lost"
