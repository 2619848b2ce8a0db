# right: items[-1] finds the last element in one step, and one element always stays
import threading


def main():
    items = ["a", "b"]
    seen = []

    def read_last():
        seen.append(items[-1])

    def drop():
        items.pop()

    threads = [threading.Thread(target=read_last), threading.Thread(target=drop)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen[0] in ("a", "b")
