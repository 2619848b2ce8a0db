# right: one printer, one permit
import threading


class Printer:
    def __init__(self):
        self.free = threading.Semaphore(1)
        self.users = 0

    def use(self):
        with self.free:
            self.users += 1
            assert self.users == 1, "two at the printer"
            self.users -= 1


def main():
    printer = Printer()
    threads = [threading.Thread(target=printer.use) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
