# kind: race
# schedule: both threads read the same position before either moves it: one item twice
import threading


class Items:
    def __init__(self, items):
        self.items = items
        self.position = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.position >= len(self.items):
            raise StopIteration
        item = self.items[self.position]
        self.position += 1
        return item


def main():
    items = Items(["a", "b"])
    got = []

    def take():
        got.append(next(items))

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == ["a", "b"], got
