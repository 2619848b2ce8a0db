# right: a list's own iterator moves on in one indivisible step
import threading


def main():
    items = iter(["a", "b"])
    got = []

    def take():
        got.append(next(items))

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == ["a", "b"], got
