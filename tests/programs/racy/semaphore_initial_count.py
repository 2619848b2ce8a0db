# kind: race
# schedule: the semaphore starts at 2, so that both users are at the one printer at once
import threading


class Printer:
    def __init__(self):
        self.free = threading.Semaphore(2)
        self.users = 0

    def use(self):
        with self.free:
            self.users += 1
            assert self.users == 1, "two at the printer"
            self.users -= 1


def main():
    printer = Printer()
    threads = [threading.Thread(target=printer.use) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
