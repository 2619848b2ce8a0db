# right: the permit goes back in one place; a BoundedSemaphore would complain about a second
import threading


class Machine:
    def __init__(self):
        self.free = threading.BoundedSemaphore(1)
        self.inside = 0

    def run(self, job):
        self.free.acquire()
        try:
            if job is None:
                raise ValueError("no job")
            self.inside += 1
            assert self.inside == 1, "two jobs at once"
            self.inside -= 1
        except ValueError:
            pass
        finally:
            self.free.release()


def main():
    machine = Machine()
    threads = [threading.Thread(target=machine.run, args=(None,)), threading.Thread(target=machine.run, args=("a",)),
               threading.Thread(target=machine.run, args=("b",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
