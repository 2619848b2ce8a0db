# kind: exception
# schedule: one thread is inside the generator when the other calls next on it: ValueError
import threading


class Source:
    def __init__(self):
        self.position = 0

    def numbers(self):
        while self.position < 3:
            self.position += 1
            yield self.position


def main():
    numbers = Source().numbers()
    got = []

    def take():
        got.append(next(numbers))

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [1, 2]
