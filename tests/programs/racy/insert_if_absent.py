# kind: race
# schedule: both threads find no "k"; both insert; the first to insert goes on with an object that nobody else sees
import threading


def main():
    cache = {}
    got = []

    def lookup():
        if "k" not in cache:
            cache["k"] = object()
        got.append(cache["k"])

    threads = [threading.Thread(target=lookup) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got[0] is got[1], "one key, two objects"
