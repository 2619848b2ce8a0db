# kind: wrong_result
# schedule: the passengers of a boat for two are counted, whoever they are: a hacker and a serf row off together
import threading


class Shore:
    def __init__(self):
        self.waiting = []
        self.boats = []
        self.mutex = threading.Lock()
        self.rowing = threading.Semaphore(0)

    def arrive(self, kind):
        with self.mutex:
            self.waiting.append(kind)
            if len(self.waiting) == 2:
                self.boats.append(sorted(self.waiting))
                self.waiting.clear()
                self.rowing.release(2)
        self.rowing.acquire()


def main():
    shore = Shore()
    kinds = ("hacker", "hacker", "serf", "serf")
    threads = [threading.Thread(target=shore.arrive, args=(kind,)) for kind in kinds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(one == other for one, other in shore.boats), shore.boats
