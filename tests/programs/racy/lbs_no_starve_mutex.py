# kind: deadlock
# schedule: the last to leave the first room opens the first turnstile and not the second: those in the second room wait for ever
import threading


class NoStarveMutex:
    def __init__(self):
        self.room1 = self.room2 = 0
        self.mutex = threading.Semaphore(1)
        self.turnstile1, self.turnstile2 = threading.Semaphore(1), threading.Semaphore(0)

    def acquire(self):
        with self.mutex:
            self.room1 += 1
        self.turnstile1.acquire()
        self.room2 += 1
        with self.mutex:
            self.room1 -= 1
            self.turnstile1.release()
        self.turnstile2.acquire()
        self.room2 -= 1

    def release(self):
        if self.room2 == 0:
            self.turnstile1.release()
        else:
            self.turnstile2.release()


class Counter:
    value = 0


def main():
    mutex = NoStarveMutex()
    counter = Counter()

    def work():
        mutex.acquire()
        counter.value += 1
        mutex.release()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.value == 2
