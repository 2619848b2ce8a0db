# right: each kind is counted by itself, and waits on a semaphore of its own
import threading


class Shore:
    def __init__(self):
        self.waiting = {"hacker": 0, "serf": 0}
        self.boats = []
        self.mutex = threading.Lock()
        self.rowing = {"hacker": threading.Semaphore(0), "serf": threading.Semaphore(0)}

    def arrive(self, kind):
        with self.mutex:
            self.waiting[kind] += 1
            if self.waiting[kind] == 2:
                self.boats.append((kind, kind))
                self.waiting[kind] = 0
                self.rowing[kind].release(2)
        self.rowing[kind].acquire()


def main():
    shore = Shore()
    kinds = ("hacker", "hacker", "serf", "serf")
    threads = [threading.Thread(target=shore.arrive, args=(kind,)) for kind in kinds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(shore.boats) == 2
