# kind: race
# schedule: the dispatcher sees that nobody is stopping; the stopper stops, finds no call pending and frees; the dispatcher goes in
import threading


class Driver:
    def __init__(self):
        self.pending = 1
        self.stopping = False
        self.stopped = False
        self.lock = threading.Lock()
        self.idle = threading.Event()

    def enter(self):
        if self.stopping:
            return False
        with self.lock:
            self.pending += 1
        return True

    def leave(self):
        with self.lock:
            self.pending -= 1
            if self.pending == 0:
                self.idle.set()


def main():
    driver = Driver()

    def dispatch():
        if driver.enter():
            assert not driver.stopped, "used after it was stopped"
            driver.leave()

    def stop():
        driver.stopping = True
        driver.leave()
        driver.idle.wait()
        driver.stopped = True

    threads = [threading.Thread(target=dispatch), threading.Thread(target=stop)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
