# kind: race
# schedule: the job that fails gives its permit back twice, so that the two others are inside together
import threading


class Machine:
    def __init__(self):
        self.free = threading.Semaphore(1)
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
            self.free.release()
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
