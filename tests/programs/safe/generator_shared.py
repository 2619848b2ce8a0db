# right: next is called under a lock, so that one thread at a time is inside the generator
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
    lock = threading.Lock()
    got = []

    def take():
        with lock:
            number = next(numbers)
        got.append(number)

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [1, 2]
