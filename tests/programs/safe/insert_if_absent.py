# right: dict.setdefault looks and inserts in one indivisible call
import threading


def main():
    cache = {}
    got = []

    def lookup():
        got.append(cache.setdefault("k", object()))

    threads = [threading.Thread(target=lookup) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got[0] is got[1], "one key, two objects"
