# right: the atom that completes the molecule sees so, and lets it go, before it gives back the mutex
import threading


class Pool:
    def __init__(self):
        self.hydrogen = self.oxygen = 0
        self.molecules = 0
        self.mutex = threading.Lock()
        self.hydrogen_queue, self.oxygen_queue = threading.Semaphore(0), threading.Semaphore(0)

    def bond(self):
        if self.hydrogen >= 2 and self.oxygen >= 1:
            self.hydrogen -= 2
            self.oxygen -= 1
            self.molecules += 1
            self.hydrogen_queue.release(2)
            self.oxygen_queue.release()

    def add_hydrogen(self):
        with self.mutex:
            self.hydrogen += 1
            self.bond()
        self.hydrogen_queue.acquire()

    def add_oxygen(self):
        with self.mutex:
            self.oxygen += 1
            self.bond()
        self.oxygen_queue.acquire()


def main():
    pool = Pool()
    threads = [threading.Thread(target=pool.add_hydrogen), threading.Thread(target=pool.add_hydrogen),
               threading.Thread(target=pool.add_oxygen)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert pool.molecules == 1, "three atoms, two molecules"
