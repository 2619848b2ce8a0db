# kind: exception
# schedule: the reader has computed the last index when the other pops that element
import threading


def main():
    items = ["a", "b"]
    seen = []

    def read_last():
        last = len(items) - 1
        seen.append(items[last])

    def drop():
        items.pop()

    threads = [threading.Thread(target=read_last), threading.Thread(target=drop)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen[0] in ("a", "b")
